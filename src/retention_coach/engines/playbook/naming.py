"""Who the few are: an action for two or three customers says their names where the company gave them."""

from dataclasses import replace

from retention_coach.domain.horizon import first_day
from retention_coach.domain.profile import Account
from retention_coach.engines.playbook.board import Board, Wish
from retention_coach.engines.playbook.conversations import activity, may_name
from retention_coach.engines.playbook.play_kinds import is_renewal
from retention_coach.engines.playbook.task import Task
from retention_coach.knowledge.entries.plays import Play

_FEW = 3
"""Up to as many customers somebody asks who they are."""

_MOST_ACTIONS = 3
"""An account is in no more actions than these, besides the talks of its renewal."""


def named(board: Board, wish: Wish, task: Task) -> Task | None:
    """The task with its customers by name, fewer where not so many are free; None where none is.

    What is for many, for others than those that matter or are at risk, or tells itself who they are, stays as it is.
    """
    play = task.play
    if task.reach > _FEW or not _is_for_named(play) or not board.case.profile.accounts:
        return task
    free = _free(board, play, wish.month)[: task.reach]
    words = play.action.replace("{sector}", board.case.sector.adjective)
    for count in range(len(free), play.min_reach - 1, -1):
        accounts = free[:count]
        said = activity(words, accounts, without_names="")
        fewer = board.fit(replace(wish, most=count, accounts=accounts)) if said else None
        if fewer is not None and fewer.reach == count:
            return replace(fewer, accounts=tuple(item.id for item in accounts), activity=said)
    return None


def _is_for_named(play: Play) -> bool:
    """Whether it is for the named customers: whose complaints are open, or who was lost, their names do not tell."""
    about_others = {"unresolved_complaints", "dormant_customers", "unknown_loss_reasons", "late_payment"}
    return play.segments[0] in {"vip", "at_risk"} and play.themes[0] not in about_others and may_name(play.action)


def _free(board: Board, play: Play, month: int) -> tuple[Account, ...]:
    """Those at risk, or those that matter and are not: whoever is not spoken to this month, nor was too often.

    Not those whose agreement ended before the plan: nobody knows whether they are still customers.
    """
    case = board.case
    at_risk = case.accounts_at_risk
    busy = {account for task in board.in_month(month) for account in task.accounts}
    often = [account for task in board.tasks if not is_renewal(task.play) for account in task.accounts]
    levels = {item.subject.id: item.level.code for item in case.told_health if item.subject.kind == "account"}
    first = first_day(case.setting.periods[0])
    ended = {item.id for item in case.profile.accounts if item.renewal_date and item.renewal_date < first}
    well = [item for item in case.profile.accounts if item not in at_risk and item.id not in ended]
    well.sort(key=lambda item: (levels[item.id] != "healthy", -(item.annual_revenue_usd or 0)))
    meant = at_risk if play.segments[0] == "at_risk" else tuple(well)
    mine = {segment.name for segment in case.segments_of(play)}
    return tuple(
        item
        for item in meant
        if item.id not in busy and often.count(item.id) < _MOST_ACTIONS and (not mine or item.segment in mine)
    )
