"""What the plans leave of hours and money, and what for."""

from sample_case import ANSWERS, KNOWLEDGE, PROFILE, session_until

from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.domain.profile import Account, Profile
from retention_coach.report import build_report
from retention_coach.report.sections.workload import Workload


def workload(profile: Profile = PROFILE, *answers: AnsweredQuestion) -> Workload:
    """The sample's workload, with some of the company changed."""
    session = session_until(profile=profile, answers=(*ANSWERS, *answers))
    found = build_report(session, KNOWLEDGE, audience="company").workload
    assert found is not None
    return found


def test_hours_left_have_a_reason_and_a_name() -> None:
    """Forty of a hundred and eighty hours: the share, why, and who could do more."""
    (sentence,) = [each for each in workload().remaining if "horas" in each]
    assert sentence.startswith("El plan usa 40 de 180 horas del equipo (22,2")
    assert any(member.role in sentence for member in PROFILE.team)


def test_money_left_is_for_the_customers_at_risk() -> None:
    """Where the company named nobody, it is for the first conversations."""
    risky = Account(id="C1", customer="Rosas del Cayambe S.A.", risk="high")
    named = workload(PROFILE.model_copy(update={"accounts": (risky,)})).remaining[-1]
    assert named.endswith("Resérvelos para cumplir lo que se acuerde con Rosas del Cayambe.")
    calm = PROFILE.model_copy(update={"accounts": ()})
    assert workload(calm).remaining[-1].endswith("en las primeras conversaciones.")


def test_money_that_the_company_meant_for_something_is_not_free() -> None:
    """The trip that has to fit in the budget is quoted, with its answer."""
    text = "Unos 600, ahí tiene que entrar un viaje a Hamburgo."
    trip = AnsweredQuestion(id="Q22", topic="resources", question="¿Cuánto hay?", text=text, consultant_only=False)
    assert "«ahí tiene que entrar un viaje a Hamburgo» (respuesta Q22)" in workload(PROFILE, trip).remaining[-1]


def test_who_uses_nearly_everything_needs_no_reason() -> None:
    """A budget and hours that the plan fills leave nothing to say."""
    team = (PROFILE.team[0].model_copy(update={"hours_per_month": 5}),)
    assert workload(PROFILE.model_copy(update={"team": team, "budget_usd": 180})).remaining == ()


def test_a_month_without_somebody_has_fewer_hours() -> None:
    """The column of the team's hours knows who is away, and so does the total."""
    away = PROFILE.team[0].model_copy(update={"months_off": (9,)})
    load = workload(PROFILE.model_copy(update={"team": (away, *PROFILE.team[1:])}))
    hours = {month.name: month.capacity for month in load.months}
    assert min(hours, key=lambda name: hours[name] or 0) == "septiembre de 2027"
    assert load.total_capacity == 180 - PROFILE.team[0].hours_per_month
