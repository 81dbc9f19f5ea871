"""Talks with customers by name: those whose agreement ends within the plan, and those at risk."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from retention_coach.assessment.account_names import brief_name, is_sayable, short_name
from retention_coach.domain.horizon import first_day, last_day
from retention_coach.domain.profile import Account
from retention_coach.engines.playbook.case import Case
from retention_coach.knowledge.entries.plays import ACTION_WORDS, Play
from retention_coach.knowledge.entries.vocabulary import Occasion
from retention_coach.spanish.formats import join_words
from retention_coach.spanish.words import count_words

_AT_ONE_TABLE = 3
"""As many names as fit in an action."""

_MOST_TALKS = 4
"""More rounds of talks of one kind than this are a campaign, and the renewals left are the consultant's to order."""

_EARLY = 3
"""Agreements that end by this month of the plan are talked over in the first one, the others in this one."""


_NEEDLESS = re.compile(r"\{reach\} (?:en riesgo|de mayor peso|de mayor saldo)\b")
"""Which customers are meant, said of those whose names say it better."""

_TELLS_WHO = re.compile(r"\{reach\} (?:bajo|que|con(?! (?:la|una)\b)|sin|de|del|en(?! (?:su|una)\b)|después)\b")
"""An action that itself tells for which customers it is: nobody knows whether the named are of them."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """A talk to hold with named customers.

    Attributes:
        month: the first month in which to hold it.
        accounts: with whom, the first to end or the most at risk first.
        play: how.
        preparation: what makes it ready; None where nothing does.
        follow_up: with what to come back to them; None where nothing is known.
    """

    month: int
    accounts: tuple[Account, ...]
    play: Play
    preparation: Play | None = None
    follow_up: Play | None = None

    def without(self, count: int) -> "Conversation":
        """The talk with those who are left once this many were met."""
        return replace(self, accounts=self.accounts[count:])


def conversations(case: Case) -> tuple[Conversation, ...]:
    """First those at risk whose agreement does not end soon, in the first two months; then renewals by their dates."""
    first, last = first_day(case.setting.periods[0]), last_day(case.setting.periods[-1])
    ending = sorted(
        (item for item in case.profile.accounts if item.renewal_date and first <= item.renewal_date <= last),
        key=lambda item: (item.renewal_date or last, item.id),
    )
    later = first_day(case.setting.periods[_EARLY])
    early = [item for item in ending if (item.renewal_date or last) < later]
    late = [item for item in ending if item not in early]
    at_risk = [item for item in case.accounts_at_risk if item not in early]
    return (
        *_rounds(case, early, 1, "renewal_soon"),
        *_rounds(case, at_risk, 1, "at_risk"),
        *_rounds(case, late, _EARLY, "renewal_later"),
    )


def may_name(action: str) -> bool:
    """Whether names can stand in the action where it says how many customers."""
    words = _NEEDLESS.sub("{reach}", action)
    return "{reach}" in words and not _TELLS_WHO.search(words)


def border(accounts: Sequence[Account], first: date) -> date | None:
    """The day before which to talk, in a plan that begins on `first`: none where no agreement ends after it."""
    return min(
        (item.renewal_date for item in accounts if item.renewal_date and item.renewal_date > first), default=None
    )


def activity(action: str, accounts: Sequence[Account], without_names: str) -> str:
    """An action with the customers' names in the place of their number, shortened as far as an action's words require.

    Without room even for short names it is `without_names`.
    """
    if not may_name(action) or not all(is_sayable(item.customer) for item in accounts):
        return without_names
    words = _NEEDLESS.sub("{reach}", action)
    for name in (short_name, brief_name):
        said = words.replace("{reach}", join_words([name(item) for item in accounts]))
        if count_words(said) <= ACTION_WORDS:
            return said
    return without_names


_FOLLOW_UPS: Mapping[Occasion, Occasion] = {"at_risk": "at_risk_follow_up", "renewal_soon": "renewal_follow_up"}
"""What must be answered soon; who decides later says so at the table, and the months are left for other work."""


def _rounds(case: Case, accounts: Sequence[Account], month: int, occasion: Occasion) -> Iterator[Conversation]:
    plays = {play.occasion: play for play in case.plays}
    play, preparation = plays.get(occasion), plays.get("preparation")
    follow_up = plays.get(_FOLLOW_UPS[occasion]) if occasion in _FOLLOW_UPS else None
    if play is None:
        return
    for start in range(0, min(len(accounts), _MOST_TALKS * _AT_ONE_TABLE), _AT_ONE_TABLE):
        yield Conversation(month, tuple(accounts[start : start + _AT_ONE_TABLE]), play, preparation, follow_up)
