"""The plan goes by the season that the company says is its own."""

from playbook_cases import KNOWLEDGE, findings, output_text, profile, run_chain

from retention_coach.chain import outputs
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.engines.playbook.case import Case
from retention_coach.ports import StepInputs

REFUSED = "No tanto; nuestros meses fuertes son otros: mayo y junio"


def _usual() -> list[str]:
    """What the sector's months usually are, as the plan would say it."""
    case = Case(StepInputs(profile()), KNOWLEDGE)
    return [case.sector.in_month(int(period[5:])).text for period in case.setting.periods]


def test_a_refused_season_is_not_printed_as_a_fact() -> None:
    """Neither month by month nor in the sector plan; the months that the company names are."""
    session = run_chain(profile(), {"Q0": REFUSED}, "A")
    text = output_text(session, "62-action-plan") + output_text(session, "64-sector-plan")
    assert not any(usual in text for usual in _usual())
    assert "Exigentes: mayo y junio." in text
    assert [item for item in findings(session) if item.severity == "error"] == []


def test_a_confirmed_season_is_printed() -> None:
    """The sector's own words."""
    session = run_chain(profile(), {"Q0": "Sí, así es."}, "A")
    plan = outputs.required(session, ActionPlan)
    assert plan.months
    text = output_text(session, "62-action-plan")
    assert all(usual in text for usual in _usual())


def test_a_month_that_the_company_calls_quiet_is_quiet() -> None:
    """The others stay as they usually are."""
    session = run_chain(profile(), {"Q0": "Sí, aunque marzo es flojo"}, "A")
    months = {month.period: month for month in outputs.required(session, ActionPlan).months}
    march = months["2027-03"]
    assert march.seasonality_note.startswith("Mes tranquilo")
    assert any("La empresa dice que es un mes tranquilo" in fit.statement for fit in march.seasonality)
