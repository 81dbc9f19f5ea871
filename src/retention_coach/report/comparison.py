"""Two sessions side by side, usually the two alternatives of one company."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from retention_coach.chain import outputs
from retention_coach.chain.status import status_of, summarise
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.advocacy_plan import AdvocacyPlan
from retention_coach.domain.base import KPI_IDS, KpiId
from retention_coach.domain.kpi_set import KpiSet
from retention_coach.domain.sector_plan import SectorPlan
from retention_coach.domain.session import Session
from retention_coach.domain.strategy import Alternative, Strategy
from retention_coach.report.figure_wording import kpi_amount
from retention_coach.report.labels import KPI, METHOD, STATUS
from retention_coach.spanish.formats import money, plural
from retention_coach.spanish.words import fold

NOTHING = "—"


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One line of the comparison; each side may hold several lines of text."""

    label: str
    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether the two sides say different things."""
        return self.left != self.right


def compare(left: Session, right: Session) -> tuple[ComparisonRow, ...]:
    """What the two sessions say of the same points, in the order in which a reader decides; «—» is not known yet."""
    mine, theirs = dict(_points(left)), dict(_points(right))
    rows = [ComparisonRow(label, mine[label] or (NOTHING,), theirs[label] or (NOTHING,)) for label in mine]
    only_left, only_right = _only(left, right), _only(right, left)
    rows.append(ComparisonRow("Acciones que solo tiene esta", only_left or (NOTHING,), only_right or (NOTHING,)))
    return tuple(rows)


def _points(session: Session) -> Iterator[tuple[str, tuple[str, ...]]]:
    summary, chosen = summarise(session), _chosen(session)
    yield "Sesión", (session.id,)
    yield "Empresa", _given(summary.company)
    yield "Alternativa elegida", _given(f"{chosen.label}, «{chosen.name}»" if chosen else "")
    yield "Motor", _given(summary.engine)
    yield "Estado", (f"{STATUS[status_of(session).status]}, {summary.steps_done} de {summary.steps_total} pasos",)
    yield "Metas", tuple(goal.statement for goal in chosen.objectives) if chosen else ()
    for kpi in KPI_IDS:
        yield f"Meta: {KPI[kpi]}", _target(session, kpi)
    yield "Horas en seis meses", _given(_hours(session))
    yield "Costo en seis meses", _given(_cost(session))
    yield "Acciones por método", _methods(session)
    yield "Primer resultado", _given(plural(chosen.weeks_to_first_result, "semana", "semanas") if chosen else "")


def _given(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _chosen(session: Session) -> Alternative | None:
    strategy = outputs.output(session, Strategy)
    if strategy is None or session.choice is None:
        return None
    return next((item for item in strategy.alternatives if item.label == session.choice.label), None)


def _target(session: Session, kpi: KpiId) -> tuple[str, ...]:
    kpis = outputs.output(session, KpiSet)
    found = next((item.target for item in kpis.kpis if item.kpi == kpi), None) if kpis else None
    return _given(kpi_amount(found.value, found.unit, kpi, session.profile) if found else "")


def _efforts(session: Session) -> list[tuple[float, float]]:
    """Hours and USD of every action: the plan's, the new ones of the sector plan, and the strategies."""
    plan = outputs.output(session, ActionPlan)
    sector = outputs.output(session, SectorPlan)
    advocacy = outputs.output(session, AdvocacyPlan)
    return [
        *((action.hours, action.cost_usd) for action in (plan.actions().values() if plan else ())),
        *((action.hours, action.cost_usd) for action in (sector.new_actions() if sector else ())),
        *((strategy.hours, strategy.cost_usd) for strategy in (advocacy.strategies if advocacy else ())),
    ]


def _hours(session: Session) -> str:
    efforts = _efforts(session)
    return plural(sum(hours for hours, _cost in efforts), "hora", "horas") if efforts else ""


def _cost(session: Session) -> str:
    efforts = _efforts(session)
    return money(sum(cost for _hours, cost in efforts)) if efforts else ""


def _methods(session: Session) -> tuple[str, ...]:
    plan = outputs.output(session, ActionPlan)
    times = Counter(action.method for action in plan.actions().values()) if plan else Counter()
    return tuple(f"{METHOD[method]}: {times[method]}" for method in METHOD if times[method])


def _only(one: Session, other: Session) -> tuple[str, ...]:
    """The activities of the first session's plan that the second's does not have."""
    plan, against = outputs.output(one, ActionPlan), outputs.output(other, ActionPlan)
    shared = {fold(action.activity) for action in against.actions().values()} if against else set()
    actions = plan.actions().values() if plan else ()
    return tuple(action.activity for action in actions if fold(action.activity) not in shared)
