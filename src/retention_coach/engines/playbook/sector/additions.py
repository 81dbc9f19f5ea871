"""New actions that only the customers' trade calls for, where this company's own words call for them too."""

from collections.abc import Iterable, Iterator
from datetime import date

from retention_coach.assessment import cite
from retention_coach.assessment.sightings import Sighting
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.sector_plan import SectorActionDraft
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.ledger import Ledger
from retention_coach.engines.playbook.local import figures_of, fit_for
from retention_coach.engines.playbook.sector.meant import trades_meant
from retention_coach.engines.playbook.timing import deadline
from retention_coach.knowledge.entries.plays import Play
from retention_coach.knowledge.lexicon import singular, words

_ROOM_FOR_ADVOCACY = 1.0
"""Hours of each month that a new action leaves for the strategies of step 65."""
_SHARE_OF_MONEY = 0.2
_MOST_REACHED = 3
"""Something new is tried with a few before it is offered to all."""
_SAME = 0.4
"""The part of their telling words that two actions may share before they are one in other words."""
_SHORTEST_TELLING = 5


def added(case: Case, plan: ActionPlan, ledger: Ledger, phase: int) -> Iterator[SectorActionDraft]:
    """At most one action for the phase (0 to 2), if hours and money are left; the ledger is charged for it."""
    used = {item.ref for action in plan.actions().values() for item in action.evidence if item.kind == "knowledge"}
    said = [action.activity for action in plan.actions().values()]
    for play, cause in _called_for(case, phase + 1):
        if play.id in used or not set(play.prerequisites) <= used:
            continue
        for month in (phase * 2 + 1, phase * 2 + 2):
            period = case.setting.periods[month - 1]
            number = int(period[5:])
            if not play.may_start(month, number) or case.is_bad_month(number, _trades(case, play)):
                continue
            day = deadline(case, period, 0, play.lead_time_days)
            place = _place(case, ledger, play, month)
            if day is None or place is None:
                continue
            owner, reach = place
            action = _action(case, play, cause, day, owner, reach)
            if not _repeats(action.activity, said):
                ledger.take(owner, month, action.hours, action.cost_usd)
                yield action
                return


def _called_for(case: Case, phase: int) -> list[tuple[Play, Sighting]]:
    """Plays of the customers' trades, each with what was said in this company that calls for it."""
    found = []
    for play in case.plays:
        cause = next((item for item in case.told if item.signal.code in play.themes[:2] and _is_told(item)), None)
        if cause is not None and play.horizon_phase == phase and (play.customer_sectors or play.only_sectors):
            found.append((play, cause))
    return sorted(found, key=lambda pair: (not pair[0].customer_sectors, -pair[1].weight, pair[0].id))


def _trades(case: Case, play: Play) -> tuple[str, ...]:
    """Keys of the customers' trades that it is made for."""
    return tuple(sector.key for sector in case.setting.customer_sectors if sector.key in play.customer_sectors)


def _is_told(sighting: Sighting) -> bool:
    return any(item.kind in {"answer", "figure", "account"} for item in sighting.evidence)


def _place(case: Case, ledger: Ledger, play: Play, month: int) -> tuple[str, int] | None:
    """Who does it, and with how many customers; None if nobody whose work it is has the hours, or money is short."""
    least = play.min_reach if play.needs_reach else 0
    most = max(least, min(_MOST_REACHED, case.group_size(play))) if play.needs_reach else 0
    for owner in ledger.owners(play.owner_roles):
        room = ledger.left(owner, month) - _ROOM_FOR_ADVOCACY
        for reach in range(most, least - 1, -1):
            pays = play.cost_usd(reach) <= ledger.money * _SHARE_OF_MONEY
            if ledger.suits(owner, play.owner_roles) and pays and 0 < play.hours(reach) <= room:
                return owner, reach
    return None


def _repeats(activity: str, said: Iterable[str]) -> bool:
    """Whether the plan already says so in other words."""
    mine = _telling(activity)
    return any(len(mine & (other := _telling(each))) > _SAME * min(len(mine), len(other)) for each in said)


def _telling(text: str) -> frozenset[str]:
    return frozenset(singular(word) for word in words(text) if len(word) >= _SHORTEST_TELLING)


def _action(case: Case, play: Play, cause: Sighting, day: date, owner: str, reach: int) -> SectorActionDraft:
    cited = (*cause.evidence, cite.knowledge(play.id))
    fit = fit_for(case, day, trades_meant(case, "", cited))
    why = (
        "Una acción nueva se prueba con pocos clientes antes de ofrecerla a los demás."
        if reach
        else "La acción se hace una sola vez y queda constancia escrita."
    )
    target = cite.assumed("clientes con los que se empieza" if reach else "entrega hecha", max(reach, 1), "count", why)
    return SectorActionDraft(
        plan_action_id=None,
        activity=play.render_action(reach=reach, sector=case.sector.adjective, segment=play.segments[0], own=case.own),
        owner=owner,
        hours=play.hours(reach),
        cost_usd=play.cost_usd(reach),
        deadline=day,
        kpi=play.kpi,
        metric=play.metric,
        target=target,
        local_fit=fit,
        evidence=(*cited, cite.knowledge(fit.knowledge_id)),
        figures=figures_of(fit),
    )
