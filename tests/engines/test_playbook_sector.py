"""The sector plan speaks of this company's customers, by trade, with its own words."""

from playbook_cases import KNOWLEDGE, profile, run_chain

from retention_coach.chain import outputs
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.profile import Segment
from retention_coach.domain.sector_plan import SectorPlan
from retention_coach.knowledge.entries.plays import Play

ANSWERS: dict[str, str | None] = {
    "Q0": "Sí, en San Valentín las fincas no atienden a nadie",
    "Q2": "Se van con una firma de Quito que tiene abogado tributario adentro",
    "Q13": "Que solo les escribimos para pedir papeles y nunca explicamos nada",
    "Q20": "Vemos los costos de 17 fincas y no lo usamos",
    "Q25": "No perder más de dos clientes en el semestre",
}
TRADES = ("flores", "transporte de carga", "camarón", "hoteles")


def sector_plan(answers: dict[str, str | None] | None = None, **changes: object) -> SectorPlan:
    """The sector plan of the firm."""
    session = run_chain(profile(**changes), ANSWERS if answers is None else answers, "A")
    return outputs.required(session, SectorPlan)


def statements(plan: SectorPlan) -> dict[str, str]:
    """The four considerations by kind."""
    return {item.kind: item.statement for item in plan.considerations}


def test_the_heaviest_trades_come_first_and_no_more_than_three() -> None:
    """By the customers of the groups that name them; the lightest of four is left out."""
    segments = (Segment(name="Hoteles", customers=30), Segment(name="Camaroneras", customers=20))
    said = statements(sector_plan(customer_industries=TRADES, segments=segments))["particularities"]
    assert said.startswith("hoteles: ")
    assert said.index("hoteles: ") < said.index("camarón: ")
    assert sum(f"{trade}: " in said for trade in TRADES) == 3


def test_a_trade_that_nobody_knows_is_named_as_such() -> None:
    """Better said than guessed."""
    said = statements(sector_plan(customer_industries=("flores", "relojería")))["particularities"]
    assert "De «relojería» no hay ficha propia" in said


def test_each_consideration_holds_what_the_company_said_about_it() -> None:
    """The season, who took the lost customers, and what they complain of."""
    said = statements(sector_plan())
    assert f"«{ANSWERS['Q0']}»" in said["business_cycle"]
    assert "abogado tributario" in said["competitive_pressures"]
    assert f"«{ANSWERS['Q13']}»" in said["customer_expectations"]


def test_the_cycle_names_the_months_of_the_plan() -> None:
    """From January: those of flowers are January, February, April and May."""
    assert "Exigentes: enero, febrero, abril y mayo." in statements(sector_plan())["business_cycle"]


def test_purposes_are_this_companys() -> None:
    """What it asked for, and who decides in these months."""
    mend, give, keep = (phase.purpose for phase in sector_plan().phases)
    assert "«No perder más de dos clientes en el semestre»" in keep
    assert "Florícola Andina decide en estos meses" in f"{mend}{give}"


def test_a_purpose_promises_nothing_that_no_action_does() -> None:
    """What the company knows is promised only by a phase that gives it; else the actions' own measures are."""
    give = sector_plan().phases[1]
    assert "17 fincas" not in give.purpose
    assert give.actions[0].metric[1:] in give.purpose


def test_a_renewal_already_decided_is_no_purpose_of_the_last_phase() -> None:
    """The company asks to keep an account that decides in the first months."""
    keep = sector_plan({**ANSWERS, "Q25": "No perder la Florícola Andina este año"}).phases[2].purpose
    assert "No perder la Florícola" not in keep


def test_the_months_of_a_trade_are_those_that_the_company_says() -> None:
    """Flowers are busy in January by the book; here the company says that they are in June."""
    said = statements(sector_plan({"Q9": "Las florícolas se llenan en junio"}))["business_cycle"]
    assert "Exigentes: junio." in said


def test_a_month_in_which_the_company_cannot_cope_gets_nothing_new() -> None:
    """March and April are said to be terrible: no new action falls in them."""
    plan = sector_plan({**ANSWERS, "Q9": "Marzo y abril son terribles por el impuesto a la renta"})
    assert not {action.deadline.month for action in plan.new_actions()} & {3, 4}


def test_new_actions_are_called_for_and_new() -> None:
    """Each cites something of this company, is made for a trade, and is none of the plan's plays."""
    session = run_chain(profile(), ANSWERS, "A")
    plan = outputs.required(session, ActionPlan)
    played = {item.ref for action in plan.actions().values() for item in action.evidence}
    plays = {play.id: play for play in KNOWLEDGE.plays}
    for action in outputs.required(session, SectorPlan).new_actions():
        mine: list[Play] = [plays[item.ref] for item in action.evidence if item.ref in plays]
        assert mine
        assert all(play.id not in played and (play.customer_sectors or play.only_sectors) for play in mine)
        assert any(item.kind in {"answer", "figure", "account"} for item in action.evidence)
