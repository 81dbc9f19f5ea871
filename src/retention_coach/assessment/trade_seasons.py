"""When the customers of one trade are busy, in the company's words: «Se llenan en octubre»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retention_coach.assessment.phrases import Phrase, phrases
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.domain.profile import Profile
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.sectors import MonthNote
from retention_coach.knowledge.lexicon import singular, words
from retention_coach.spanish.month_lists import MONTH_LIST, months_in

_WHO = r"\b(?:los|las|en los|en las) (?P<who>(?:de |del )?[a-z]+(?: (?:de |del |del? la )?[a-z]+)?)"
_BUSY = re.compile(
    rf"{_WHO} (?:si |siempre )?(?:se (?:llenan|copan|saturan)|estan (?:full|llen[ao]s|copad[ao]s|saturad[ao]s)"
    rf"|no (?:atienden|reciben|contestan)(?: a nadie)?) (?P<months>{MONTH_LIST})"
)
_EVEN = re.compile(rf"{_WHO} (?:compran|piden|trabajan|venden) (?:parejo|igual|lo mismo) todo el ano")
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class TradeSeason:
    """The months, 1 to 12, in which a trade is busy; none where it buys evenly all year."""

    busy: frozenset[int]

    def note(self, usual: MonthNote) -> MonthNote:
        """What a month is for this trade: as the company says where that is not what is usual."""
        if usual.month in self.busy and usual.activity != "high":
            return MonthNote(month=usual.month, activity="high", text=_BUSY_TEXT)
        if usual.month not in self.busy and usual.activity == "high":
            return MonthNote(month=usual.month, activity="normal", text=_CALM_TEXT)
        return usual


_BUSY_TEXT = "La empresa dice que en este mes estos clientes no tienen tiempo."
_CALM_TEXT = "La empresa no cuenta este mes entre los fuertes de estos clientes."


def trade_seasons(
    profile: Profile, answers: Sequence[AnsweredQuestion], knowledge: Knowledge
) -> dict[str, TradeSeason]:
    """By key of a customers' sector, what the open answers on the situation say of it; the last word counts."""
    found: dict[str, TradeSeason] = {}
    for answer in answers:
        if answer.consultant_only or answer.topic != "situation":
            continue
        for phrase in phrases(answer.text or ""):
            for match, months in _said(phrase):
                found.update(dict.fromkeys(_trades(match["who"], profile, knowledge), TradeSeason(months)))
    return found


def _said(phrase: Phrase) -> list[tuple[re.Match[str], frozenset[int]]]:
    busy = [(match, months_in(match["months"])) for match in _BUSY.finditer(phrase.text)]
    return busy + [(match, frozenset()) for match in _EVEN.finditer(phrase.text)]


def _trades(who: str, profile: Profile, knowledge: Knowledge) -> list[str]:
    """Keys of the customers' sectors that the words name, by their own name or by that of the company's groups."""
    spoken = {singular(word) for word in words(who) if len(word) >= _SHORTEST}
    named = {sector.key for sector in knowledge.sectors_in(who)}
    groups = [*profile.customer_industries, *(segment.name for segment in profile.segments)]
    alike = [group for group in groups if spoken & {singular(word) for word in words(group)}]
    customers = [sector.key for group in profile.customer_industries for sector in knowledge.sectors_in(group)]
    wanted = named | {sector.key for group in alike for sector in knowledge.sectors_in(group)}
    return [key for key in dict.fromkeys(customers) if key in wanted]
