"""Named customers whose agreement ends within the plan: they are spoken to before that day."""

from dataclasses import dataclass
from datetime import date

from retention_coach.domain.horizon import first_day, last_day
from retention_coach.domain.profile import Account
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.play_kinds import is_conversation_of_renewal
from retention_coach.knowledge.entries.plays import Play


@dataclass(frozen=True, slots=True)
class Renewal:
    """Customers to speak to in one month, before the first of their agreements ends."""

    month: int
    accounts: tuple[Account, ...]
    first_end: date
    play: Play


def due(case: Case) -> list[tuple[date, Account]]:
    """The accounts whose agreement ends within the six months, the first to end first."""
    first, last = first_day(case.setting.periods[0]), last_day(case.setting.periods[-1])
    ends = [(account.renewal_date, account) for account in case.profile.accounts if account.renewal_date]
    return sorted(((end, account) for end, account in ends if first <= end <= last), key=lambda pair: pair[0])


def renewals(case: Case) -> tuple[Renewal, ...]:
    """Two rounds: in month 1 those that end by month 3, in month 3 those that end later."""
    plays = [play for play in case.plays if is_conversation_of_renewal(play)]
    border = first_day(case.setting.periods[3])
    early = [(end, account) for end, account in due(case) if end < border]
    late = [(end, account) for end, account in due(case) if end >= border]
    rounds = [
        Renewal(month, tuple(account for _end, account in group), group[0][0], play)
        for (month, group), play in zip(((1, early), (3, late)), sorted(plays, key=_by_phase), strict=False)
        if group
    ]
    return tuple(rounds)


def _by_phase(play: Play) -> tuple[int, str]:
    return play.horizon_phase, play.id
