"""The six months as a general manager reads them: the company's own goals, its people, its accounts and its days."""

import math
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playbook_cases import ANSWERS, KNOWLEDGE, figures, findings, profile, profiles, run_chain

from retention_coach.chain import outputs
from retention_coach.domain.action_plan import ActionPlan, PlanAction
from retention_coach.domain.horizon import first_day
from retention_coach.domain.kpi_set import Kpi, KpiSet
from retention_coach.domain.profile import Account, Profile, TeamMember
from retention_coach.domain.session import Session
from retention_coach.domain.strategy import Objective, Strategy
from retention_coach.knowledge.setting import Setting

TEAM = (
    TeamMember(role="Gerente general", hours_per_month=8),
    TeamMember(role="Contadora sénior", hours_per_month=16),
    TeamMember(role="Asesora comercial", hours_per_month=20),
    TeamMember(role="Asistente contable", hours_per_month=12),
)
_SETTINGS = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def session_of(company: Profile, **answers: str) -> Session:
    """The finished session of a company that protects its customers."""
    return run_chain(company, dict(answers), "A")


def plan_of(company: Profile, **answers: str) -> ActionPlan:
    """Its plan."""
    return outputs.required(session_of(company, **answers), ActionPlan)


def promised(session: Session, kpi: str) -> Objective:
    """The objective of the chosen alternative for an indicator."""
    chosen = outputs.required(session, Strategy).alternative("A")
    return next(item for item in chosen.objectives if item.kpi == kpi)


def kpi_of(session: Session, name: str) -> Kpi:
    """An indicator of the sheet."""
    return next(item for item in outputs.required(session, KpiSet).kpis if item.kpi == name)


def test_the_limit_of_losses_that_the_company_states_is_the_goal() -> None:
    """Two in the semester, against five a year halved; each month has its part of it, and the sheet the whole."""
    session = session_of(profile(team=TEAM), Q25="No perder más de dos clientes en el semestre")
    goal = promised(session, "churn")
    assert (goal.target.value, goal.target.unit, goal.target.basis.ref) == (2, "customers", "Q25")
    assert goal.baseline is not None
    assert (goal.baseline.value, goal.baseline.basis.detail) == (2.5, "5 * 6 / 12")
    assert "Perder a lo sumo 2 clientes" in goal.statement
    months = [month for month in outputs.required(session, ActionPlan).months if month.goal.kpi == "churn"]
    assert months[-1].number == 6
    parts = [(month.number, month.goal.target.value, month.goal.baseline) for month in months]
    assert [value for number, value, _ in parts] == [math.ceil(2 * number / 6) for number, _, _ in parts]
    assert all(pace is not None and pace.value == round(2.5 * number / 6, 1) for number, _, pace in parts)
    for month in months:
        counted = "se ha perdido a lo sumo 1 cliente." if month.goal.target.value == 1 else "se han perdido a lo sumo 2"
        assert counted in month.main_indicator.reading
    assert kpi_of(session, "churn").baseline == goal.baseline
    assert kpi_of(session, "churn").target == goal.target.model_copy(
        update={"basis": goal.target.basis.model_copy(update={"kind": "plan", "ref": "churn"})}
    )
    assert findings(session) == []


def test_a_goal_beyond_belief_is_kept_within_reach_and_said() -> None:
    """None of the twenty that leave each semester: the goal is half of them, and the statement tells why."""
    losing = profile(team=TEAM, figures=figures(customers_start=200, customers_lost=40))
    session = session_of(losing, Q25="No perder ningún cliente más")
    goal = promised(session, "churn")
    assert goal.target.value == 10
    assert "no es creíble" in goal.statement
    assert findings(session) == []


def test_a_goal_that_asks_for_less_than_today_changes_nothing() -> None:
    """At most ten lost, where two or three leave: the engine's own way stays."""
    goal = promised(session_of(profile(team=TEAM), Q25="No perder más de diez clientes en el semestre"), "retention")
    assert goal.target.basis.kind == "calculation"


def test_the_wait_to_shorten_is_the_one_the_company_complains_of() -> None:
    """Orders take three hours, claims three or four weeks: the goal is ten days for claims, in days everywhere."""
    quick = profile(team=TEAM, figures=figures(response_hours_median=3))
    session = session_of(
        quick,
        Q7="Un correo se contesta en tres horas. Un reclamo es otra cosa, ahí nos demoramos tres o cuatro semanas.",
        Q25="Que ningún reclamo pase de diez días sin respuesta",
    )
    goal = promised(session, "response_time")
    assert goal.baseline is not None
    assert (goal.baseline.value, goal.baseline.basis.ref) == (24.5, "Q7")
    assert (goal.target.value, goal.target.unit, goal.target.basis.ref) == (10, "days", "Q25")
    sheet = kpi_of(session, "response_time")
    assert sheet.baseline == goal.baseline
    assert "reclamo" in sheet.definition
    alert = next(item for item in sheet.scenarios if item.label == "alert")
    assert alert.low == 25
    assert findings(session) == []


def test_who_answers_at_once_is_not_asked_to_be_faster() -> None:
    """Three hours are kept, not cut to two and a quarter."""
    quick = profile(team=TEAM, figures=figures(response_hours_median=3))
    goal = promised(session_of(quick, Q13="Que demoramos mucho en contestar los correos"), "response_time")
    assert goal.target.value == 3


def test_better_renewals_are_counted_in_customers() -> None:
    """Seven of ten instead of five, of the twenty that did not renew: four fewer lost in the semester."""
    company = profile(team=TEAM, figures=figures(customers_start=248, customers_lost=37))
    session = session_of(
        company,
        Q1="Fueron 37. Unos 20 terminaron de pagar y no renovaron.",
        Q25="Que de cada diez que terminan de pagar renueven siete, ahora son cinco",
    )
    goal = promised(session, "churn")
    assert goal.target.value == 15
    assert "7 de cada 10" in goal.statement
    assert findings(session) == []


def test_every_goal_of_the_company_is_one_of_both_alternatives() -> None:
    """Losses first, then claims in ten days, whatever the approaches are about; both have their months."""
    session = session_of(
        profile(team=TEAM, figures=figures(response_hours_median=3)),
        Q7="Un reclamo es otra cosa, ahí nos demoramos tres o cuatro semanas.",
        Q25="No perder más de dos clientes en el semestre y que ningún reclamo pase de diez días sin respuesta",
    )
    for alternative in outputs.required(session, Strategy).alternatives:
        assert [goal.kpi for goal in alternative.objectives][:2] == ["churn", "response_time"]
    months = {month.goal.kpi for month in outputs.required(session, ActionPlan).months}
    assert {"churn", "response_time"} <= months
    assert findings(session) == []


def test_the_value_of_a_customer_follows_from_who_stays() -> None:
    """No objective of its own where it can be computed: its target is the formula at the promised retention."""
    known = figures(customers_start=248, customers_lost=37, revenue_opening=298000, gross_margin=34, discount_rate=11)
    session = session_of(profile(team=TEAM, figures=known), Q25="No perder más de quince clientes en el semestre")
    for alternative in outputs.required(session, Strategy).alternatives:
        assert "clv" not in {goal.kpi for goal in alternative.objectives}
    target = kpi_of(session, "clv").target
    assert target is not None
    assert target.value == pytest.approx(298000 * 0.34 / 248 / (1.11 - 0.879), abs=0.5)


def test_who_has_no_time_is_not_told_to_visit() -> None:
    """A month that the company calls terrible is no good moment for visits, whatever its customers do."""
    hard = plan_of(profile(team=TEAM), Q9="Marzo y abril son terribles por el impuesto a la renta.")
    assert all("buen momento" not in hard.months[number].seasonality_note for number in (2, 3))


def test_a_note_on_excluded_days_is_true() -> None:
    """Deadlines are said to avoid what the company excludes only where each of the month does."""
    plan = plan_of(profile(team=TEAM), Q9="Cada mes del 10 al 28 no damos abasto.")
    for month in plan.months:
        missed = any(10 <= action.deadline.day <= 28 for action in month.actions)
        assert ("Las fechas límite evitan" in month.seasonality_note) is not missed


def test_bands_around_an_estimate_are_wide_and_round() -> None:
    """Without a target, about a quarter each way: no two decimals on what nobody measures well."""
    measured = figures(response_hours_median=3, response_hours_p90=30)
    session = session_of(profile(team=TEAM, figures=measured), Q25="No perder más de dos clientes")
    sheet = kpi_of(session, "response_time")
    assert sheet.target is None
    assert [item.low for item in sheet.scenarios] == [None, 2, 4]
    assert "espera 30 horas o más" in sheet.baseline_note


def test_whoever_is_away_gets_no_work() -> None:
    """Sixteen hours a month outside March and April, as the answer says it or the team's own line."""
    said = plan_of(profile(team=TEAM), Q21="La contadora sénior unas dieciséis fuera de marzo y abril")
    stored = TEAM[1].model_copy(update={"months_off": (3, 4)})
    given_in_file = plan_of(profile(team=(TEAM[0], stored, *TEAM[2:])))
    for plan in (said, given_in_file):
        for month in plan.months[2:4]:
            assert "Contadora sénior" not in {action.owner for action in month.actions}
    assert "Contadora sénior no tiene horas este mes (respuesta Q21)" in said.months[2].seasonality_note


def test_nobody_at_all_in_a_month_is_no_plan() -> None:
    """The only person is away in March: the chain says that it cannot be done."""
    away = (TeamMember(role="Gerente", hours_per_month=10, months_off=(3,)),)
    assert "62-action-plan" in run_chain(profile(team=away), {}).steps
    assert plan_of(profile(team=away)).infeasible is not None


def test_months_that_the_company_calls_terrible_take_less_work() -> None:
    """Nobody gives them more than half of the share of other months, but for an hour; and the month says so."""
    hard = plan_of(profile(team=TEAM), Q9="Marzo y abril son terribles por el impuesto a la renta.")
    for number in (2, 3):
        for member in TEAM:
            mine = [action.hours for action in hard.months[number].actions if action.owner == member.role]
            assert sum(mine) <= max(member.hours_per_month * 0.6 / 2, 1.0)
        assert "«Marzo y abril son terribles» (respuesta Q9)" in hard.months[number].seasonality_note


def test_deadlines_stay_off_the_days_that_the_company_excludes() -> None:
    """Monday is the fair: nothing falls due on one."""
    plan = plan_of(profile(team=TEAM), Q9="Los lunes son la feria grande, ese día ni acercarse.")
    assert all(action.deadline.weekday() != 0 for action in plan.actions().values())
    assert all("feria grande" in month.seasonality_note for month in plan.months)


def test_accountants_file_returns_and_nothing_else_on_those_days() -> None:
    """In an accounting firm, from the 10th to the 28th; elsewhere, on the day of the RUC's ninth digit."""
    firm = plan_of(profile(team=TEAM))
    contadora = [action for action in firm.actions().values() if "ontador" in action.owner or "ontable" in action.owner]
    free = [action for action in contadora if not 10 <= action.deadline.day <= 28]
    assert free
    trader = profile(team=(TEAM[1],), industry="comercio", ruc="1790012345001")
    days = {action.deadline.day for action in plan_of(trader).actions().values()}
    digit = next(rule for rule in KNOWLEDGE.calendar.tax_due_days if rule.ninth_digit == 4)
    assert digit.day not in days


@pytest.mark.parametrize("renewal", [None, date(2027, 6, 20)])
def test_an_account_at_risk_is_spoken_to_by_name_within_two_months(renewal: date | None) -> None:
    """With or without a date; by somebody who decides, after preparing it."""
    risky = Account(id="C1", customer="Rosas del Cayambe S.A.", risk="high", renewal_date=renewal)
    plan = plan_of(profile(team=TEAM, accounts=(risky,)))
    early = [action for month in plan.months[:2] for action in month.actions if "Rosas del Cayambe" in action.activity]
    talks = [action for action in early if action.method == "proactive_checkin"]
    assert talks
    assert all(action.owner == "Gerente general" for action in talks)
    assert min(action.deadline for action in early) < talks[0].deadline


def test_renewals_name_their_customers_and_come_well_before_the_date() -> None:
    """As many as fit in the hours, the first to end first, and an answer to each before its agreement ends."""
    accounts = (
        Account(id="C1", customer="Rosas del Cayambe S.A.", renewal_date=date(2027, 2, 15)),
        Account(id="C2", customer="Importadora Herrera Hermanos", renewal_date=date(2027, 2, 28)),
        Account(id="C3", customer="Flor de Tabacundo Cía. Ltda.", renewal_date=date(2027, 3, 31)),
    )
    plan = plan_of(profile(team=TEAM, accounts=accounts))
    talk = next(action for action in plan.actions().values() if action.activity.startswith("Converse con Rosas"))
    assert "Importadora Herrera Hermanos" in talk.activity
    assert (date(2027, 2, 15) - talk.deadline).days >= 14
    for account in accounts:
        cited = [
            action for action in plan.actions().values() if any(item.ref == account.id for item in action.evidence)
        ]
        answers = [action for action in cited if action.activity.startswith("Vuelva a")]
        assert len(answers) == 1
        assert account.renewal_date is not None
        assert answers[0].deadline < account.renewal_date


def test_open_complaints_are_closed_before_anything_is_offered() -> None:
    """In the first month, whatever the way chosen, and before the first talk; the register follows."""
    accounts = (Account(id="C1", customer="Rosas del Cayambe S.A.", renewal_date=date(2027, 3, 31), risk="high"),)
    told = {"Q6": "Hay siete quejas abiertas sin resolver y nadie las cierra; los reclamos se quedan sin respuesta"}
    for choice in ("A", "B"):
        session = run_chain(profile(team=TEAM, accounts=accounts), dict(told), choice)
        months = outputs.required(session, ActionPlan).months
        closing = [action for action in months[0].actions if action.activity.startswith("Liste las quejas abiertas")]
        talk = next(action for action in months[0].actions if action.activity.startswith("Converse con Rosas"))
        assert closing[0].deadline <= talk.deadline
        assert any("registro" in action.activity for action in months[1].actions)


def test_assistants_do_not_negotiate_and_a_month_has_few_actions() -> None:
    """Five actions at most, and no talk by an assistant where somebody else is in the team."""
    accounts = tuple(Account(id=f"C{n}", customer=f"Finca {n}", renewal_date=date(2027, 2, 26)) for n in range(1, 8))
    plan = plan_of(profile(team=TEAM, accounts=accounts))
    assert all(len(month.actions) <= 5 for month in plan.months)
    talks = [action for action in plan.actions().values() if action.activity.startswith(("Converse", "Vuelva"))]
    assert talks
    assert all(not action.owner.startswith("Asistente") for action in talks)


def test_every_month_says_which_actions_move_its_indicator() -> None:
    """No reading without its reason."""
    plan = plan_of(profile(team=TEAM), Q1="Perdimos cinco por demora en responder", Q25="No perder más de dos clientes")
    readings = [month.main_indicator.reading for month in plan.months]
    assert all("Lo mueve" in reading for reading in readings)


def test_scenarios_say_who_and_with_whom_first() -> None:
    """Three ranges for each indicator, each with its own action and an owner of the team."""
    accounts = (Account(id="C1", customer="Florícola Andina", risk="high"),)
    session = session_of(profile(team=TEAM, accounts=accounts))
    roles = tuple(f"{member.role}: " for member in TEAM)
    for sheet in outputs.required(session, KpiSet).kpis:
        assert [item.label for item in sheet.scenarios] in (
            ["alert", "watch", "on_target"],
            ["on_target", "watch", "alert"],
        )
        assert all(item.action.startswith(roles) for item in sheet.scenarios)
    alert = next(item for item in kpi_of(session, "retention").scenarios if item.label == "alert")
    assert alert.action.endswith("Hable antes de que se vayan con Florícola Andina.")


def test_an_indicator_read_once_a_semester_has_one_month() -> None:
    """NPS improves at most once in the plan, and not at all while too few have answered."""
    few = figures(nps_promoters=24, nps_passives=21, nps_detractors=17)
    many = figures(nps_promoters=240, nps_passives=210, nps_detractors=170, customers_start=700)
    for known, kind in ((few, "measure"), (many, "improve")):
        months = [month for month in plan_of(profile(team=TEAM, figures=known)).months if month.goal.kpi == "nps"]
        assert [month.goal.kind for month in months] == [kind]


def _setting_days(company: Profile) -> tuple[Setting, tuple[str, ...]]:
    setting = Setting.of(company, KNOWLEDGE)
    return setting, setting.cantons()


@_SETTINGS
@given(profiles(), ANSWERS, st.sampled_from(["", "Los lunes son la feria, ese día ni acercarse."]))
def test_deadlines_of_any_company_can_be_met(company: Profile, answers: dict[str, str | None], fair: str) -> None:
    """Never before it can be ready; away from excluded days and from holidays of the cantons, where others are left."""
    told = {**answers, "Q9": fair or answers.get("Q9")}
    plan = run_chain(company, told, "A").steps.get("62-action-plan")
    if plan is None or plan.current is None or not isinstance(plan.current.output, ActionPlan):
        return
    setting, cantons = _setting_days(company)
    calendar = KNOWLEDGE.working_calendar
    plays = {play.id: play for play in KNOWLEDGE.plays}
    for action in plan.current.output.actions().values():
        play = next(plays[item.ref] for item in action.evidence if item.ref in plays)
        assert (action.deadline - first_day(setting.periods[0])).days >= play.lead_time_days
        if fair and not _is_tight(action, company, play.lead_time_days):
            assert action.deadline.weekday() != 0
            assert all(calendar.is_working_day(action.deadline, canton) for canton in cantons)


def _is_tight(action: PlanAction, company: Profile, lead: int) -> bool:
    """Whether the month may leave no other day: much of it closed, the plan's first, or an account's date in it."""
    setting = Setting.of(company, KNOWLEDGE)
    period = f"{action.deadline:%Y-%m}"
    days = KNOWLEDGE.working_calendar.working_days(first_day(period), action.deadline.replace(day=28), setting.canton)
    is_open = [day for day in days if not setting.blackout_reason(day, KNOWLEDGE)]
    by_account = any(item.kind == "account" for item in action.evidence)
    return by_account or len(is_open) < len(days) - 2 or (period == setting.periods[0] and lead > 0)
