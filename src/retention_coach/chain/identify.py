"""Stable ids for what a step produced.

An item that says the same as one of an earlier version keeps that version's id; a new item gets a number that was
never used in the session, so that evidence, calendars and follow-up never point at something else.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from retention_coach.domain.action_plan import ActionPlan, ActionPlanDraft
from retention_coach.domain.advocacy_plan import AdvocacyPlan, AdvocacyPlanDraft
from retention_coach.domain.interview import InterviewGuide
from retention_coach.domain.kpi_set import KpiSet, KpiSetDraft
from retention_coach.domain.sector_plan import SectorPlan, SectorPlanDraft
from retention_coach.domain.strategy import Strategy, StrategyDraft
from retention_coach.spanish.words import fold

T = TypeVar("T")


def assign(prefix: str, texts: Sequence[str], earlier: Iterable[tuple[str, str]]) -> list[str]:
    """One id for each text: that of an earlier pair (id, text) that says the same, or the next number.

    Args:
        prefix: the letter before the number.
        texts: what each item says, in order.
        earlier: the ids and texts of all earlier versions, latest first.
    """
    known: dict[str, list[str]] = {}
    highest = 0
    for item_id, text in earlier:
        ids = known.setdefault(fold(text), [])
        if item_id not in ids:
            ids.append(item_id)
        highest = max(highest, int(item_id.removeprefix(prefix)))
    assigned: list[str] = []
    for text in texts:
        free = [item_id for item_id in known.get(fold(text), []) if item_id not in assigned]
        if free:
            assigned.append(free[0])
        else:
            highest += 1
            assigned.append(f"{prefix}{highest}")
    return assigned


def identify_guide(draft: InterviewGuide, _earlier: tuple[InterviewGuide, ...]) -> InterviewGuide:
    """The guide as it is: its questions bring their own ids."""
    return draft


def identify_strategy(draft: StrategyDraft, earlier: tuple[Strategy, ...]) -> Strategy:
    """The strategy with an id (D1, D2 …) for each observation."""
    ids = assign(
        "D",
        [item.statement for item in draft.diagnosis],
        ((item.id, item.statement) for version in earlier for item in version.diagnosis),
    )
    data = draft.model_dump()
    data["diagnosis"] = _with_ids(data["diagnosis"], ids)
    return Strategy.model_validate(data)


def identify_action_plan(draft: ActionPlanDraft, earlier: tuple[ActionPlan, ...]) -> ActionPlan:
    """The plan with an id (A1, A2 …) for each action."""
    ids = assign(
        "A",
        [action.activity for month in draft.months for action in month.actions],
        ((action.id, action.activity) for version in earlier for action in version.actions().values()),
    )
    data = draft.model_dump()
    _number_groups(data["months"], ids)
    return ActionPlan.model_validate(data)


def identify_kpi_set(draft: KpiSetDraft, _earlier: tuple[KpiSet, ...]) -> KpiSet:
    """The indicators: their ids are those of the six KPIs."""
    return KpiSet.model_validate(draft.model_dump())


def identify_sector_plan(draft: SectorPlanDraft, earlier: tuple[SectorPlan, ...]) -> SectorPlan:
    """The sector plan with an id (S1, S2 …) for each action."""
    ids = assign(
        "S",
        [action.activity for phase in draft.phases for action in phase.actions],
        ((a.id, a.activity) for version in earlier for phase in version.phases for a in phase.actions),
    )
    data = draft.model_dump()
    _number_groups(data["phases"], ids)
    return SectorPlan.model_validate(data)


def identify_advocacy_plan(draft: AdvocacyPlanDraft, earlier: tuple[AdvocacyPlan, ...]) -> AdvocacyPlan:
    """The advocacy plan with an id (E1, E2 …) for each strategy."""
    ids = assign(
        "E",
        [strategy.name for strategy in draft.strategies],
        ((strategy.id, strategy.name) for version in earlier for strategy in version.strategies),
    )
    data = draft.model_dump()
    data["strategies"] = _with_ids(data["strategies"], ids)
    return AdvocacyPlan.model_validate(data)


def _with_ids(items: Sequence[dict[str, object]], ids: Sequence[str]) -> list[dict[str, object]]:
    return [{**item, "id": item_id} for item_id, item in zip(ids, items, strict=True)]


def _number_groups(groups: Sequence[dict[str, list[dict[str, object]]]], ids: Sequence[str]) -> None:
    start = 0
    for group in groups:
        end = start + len(group["actions"])
        group["actions"] = _with_ids(group["actions"], ids[start:end])
        start = end
