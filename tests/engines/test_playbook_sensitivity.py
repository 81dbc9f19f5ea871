"""What changes in the company changes what depends on it, and nothing else."""

import pytest
from playbook_cases import figures, output_text, profile, run_chain

from retention_coach.domain.profile import Contact, Profile, TeamMember

ANSWERS: dict[str, str | None] = {
    "Q1": "El año pasado perdimos cinco, dos porque nos demoramos en responder",
    "Q2": "Se fueron con contadores más baratos",
    "Q16": "A una finca le ahorramos una multa y quedó muy contenta",
}
STEPS = ("61-strategy", "62-action-plan", "63-kpis", "64-sector-plan", "65-advocacy")


def changed_steps(before: Profile, after: Profile, answers: dict[str, str | None] | None = None) -> set[str]:
    """The steps whose output differs, the choice held at A."""
    one = run_chain(before, ANSWERS, "A")
    two = run_chain(after, ANSWERS if answers is None else answers, "A")
    return {step for step in STEPS if output_text(one, step) != output_text(two, step)}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"start_month": "2027-04"}, {"61-strategy", "62-action-plan", "64-sector-plan"}),
        ({"customer_industries": ("camarón",)}, {"61-strategy", "62-action-plan", "64-sector-plan"}),
        ({"figures": figures(customers_lost=12)}, {"61-strategy", "62-action-plan", "63-kpis"}),
        ({"figures": figures(response_hours_median=1)}, {"61-strategy", "62-action-plan", "63-kpis"}),
        ({"team": (TeamMember(role="Gerente general", hours_per_month=4),)}, {"61-strategy", "62-action-plan"}),
        ({"relationship_model": "project"}, {"61-strategy", "62-action-plan"}),
        ({"industry": "transporte de carga"}, {"61-strategy"}),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_changed_profile_changes_what_depends_on_it(change: dict[str, object], expected: set[str]) -> None:
    """Each change reaches at least the steps that must speak of it."""
    assert expected <= changed_steps(profile(), profile(**change))


def test_a_local_holiday_moves_the_plan_of_its_canton_only() -> None:
    """Guayaquil rests on 25 July, Samborondón does not: the month's calendar says so."""
    july = {"start_month": "2027-07", "customer_cantons": (), "customer_industries": ()}
    guayaquil = run_chain(profile(canton="Guayaquil", **july), ANSWERS, "A")
    samborondon = run_chain(profile(canton="Samborondón", **july), ANSWERS, "A")
    assert "Fundación de Guayaquil" in output_text(guayaquil, "62-action-plan")
    assert "Fundación de Guayaquil" not in output_text(samborondon, "62-action-plan")


def test_another_main_risk_leads_to_other_actions() -> None:
    """The same company with other answers is told to do other things."""
    late: dict[str, str | None] = {"Q11": "Hay facturas vencidas de cuatro clientes, nos pagan tarde y están en mora"}
    assert {"61-strategy", "62-action-plan", "64-sector-plan"} <= changed_steps(profile(), profile(), late)


def test_what_is_not_read_changes_nothing() -> None:
    """A contact's name is no ground for another plan; an RUC neither."""
    known = profile(contacts=(Contact(id="P1", name="Ana Vera", role="Gerente"),), ruc="1793213150001")
    assert changed_steps(profile(), known) == set()


def test_both_alternatives_lead_to_different_plans() -> None:
    """The choice is a real one: no action of A's plan stands in B's with the same words more than half of the time."""
    plans = [run_chain(profile(), ANSWERS, label).steps["62-action-plan"].current for label in ("A", "B")]
    actions = [
        {action["activity"] for month in plan.output["months"] for action in month["actions"]} for plan in plans if plan
    ]
    assert len(actions[0] & actions[1]) * 2 < min(map(len, actions))
