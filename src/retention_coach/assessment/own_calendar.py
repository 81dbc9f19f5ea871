"""When the company itself has no time, or its customers must not be disturbed, in its own words.

Only what is plain is read: a month in which they say that they cannot cope, days of the week on which nobody listens,
days that are lost every month. A month that is merely «fuerte» is no reason to stay away.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from retention_coach.assessment.phrases import NUMBER, Phrase, phrases
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.spanish.month_lists import MONTH_LIST, months_in

_WEEKDAYS = {"lunes": 0, "martes": 1, "miercoles": 2, "jueves": 3, "viernes": 4}
_WEEKDAY = rf"(?:{'|'.join(_WEEKDAYS)})"
_WEEKDAY_RANGE = re.compile(rf"\b({_WEEKDAY}) a ({_WEEKDAY})\b")

_NO_TIME = (
    r"(?:no damos abasto|no nos damos abasto|(?:es|son) (?:terribles?|imposibles?|una locura|1 locura)"
    r"|nadie(?: aqui)? tiene (?:cabeza|tiempo)|no tenemos (?:tiempo|cabeza|manos)"
    r"|estamos (?:copados|colapsados|a full))"
)
_NO_VISIT = rf"(?:ni acercarse|ni se acerque|no (?:se puede|hay como) (?:visitar|hablar|llamar|molestar)|{_NO_TIME})"
_HARD_MONTHS = re.compile(rf"\b(?:nosotros |en )*(?P<months>{MONTH_LIST})\b[a-z0-9 ]{{0,50}}?(?<!no )\b{_NO_TIME}")
_HARD_DAYS = re.compile(rf"\b{_NO_VISIT}")
_EVERY_MONTH = re.compile(
    rf"\b(?:cada mes|todos los meses)\b[a-z ,]{{0,12}}?\bdel? (?P<first>{NUMBER}) al? (?P<last>{NUMBER})\b"
    rf"|\bdel? (?P<first2>{NUMBER}) al? (?P<last2>{NUMBER}) de cada mes\b"
)
_THEIRS = re.compile(r"\b(?:clientes?|ellos|ellas|fincas|socios|talleres|no atienden)\b")


@dataclass(frozen=True, slots=True)
class Reason:
    """Days to stay away from: in the company's words, and the question whose answer says so."""

    covers: Callable[[date], bool]
    words: str
    answer: str


@dataclass(frozen=True, slots=True)
class OwnCalendar:
    """When not to set a deadline, and in which months to plan less work."""

    days: tuple[Reason, ...]
    months: tuple[tuple[int, Reason], ...]

    def avoids(self, day: date) -> bool:
        """Whether the company would rather not do, on this day, anything but its own work."""
        return any(reason.covers(day) for reason in self.days)

    def hard(self, month: int) -> Reason | None:
        """Why little can be done in this month, 1 to 12; None for an ordinary one."""
        return next((reason for number, reason in self.months if number == month), None)


def own_calendar(answers: Sequence[AnsweredQuestion]) -> OwnCalendar:
    """What the answers on the situation and the resources say, those for the consultant alone left out."""
    days: list[Reason] = []
    months: dict[int, Reason] = {}
    for answer in answers:
        if answer.consultant_only or answer.topic not in {"situation", "resources"}:
            continue
        for phrase in phrases(answer.text or ""):
            for match in _HARD_MONTHS.finditer(phrase.text):
                if not _THEIRS.search(match.group()):
                    reason = Reason(_never, phrase.words(match.start(), match.end()), answer.id)
                    for month in months_in(match["months"]):
                        months.setdefault(month, reason)
            days += [found for read in (_weekdays, _every_month) if (found := read(phrase, answer.id)) is not None]
    return OwnCalendar(tuple(days), tuple(months.items()))


def _weekdays(phrase: Phrase, answer: str) -> Reason | None:
    """The days of the week named before «ni acercarse»; None where that would leave no day at all."""
    match = _HARD_DAYS.search(phrase.text)
    if match is None:
        return None
    before = phrase.text[: match.start()]
    found = {_WEEKDAYS[name] for name in re.findall(rf"\b{_WEEKDAY}\b", before)}
    for first, last in _WEEKDAY_RANGE.findall(before):
        found |= set(range(_WEEKDAYS[first], _WEEKDAYS[last] + 1))
    if not 0 < len(found) < len(_WEEKDAYS):
        return None
    start = min(before.index(name) for name in _WEEKDAYS if name in before)
    return Reason(lambda day: day.weekday() in found, phrase.words(start, match.end()), answer)


def _every_month(phrase: Phrase, answer: str) -> Reason | None:
    """Days lost every month, said in a sentence that speaks of having no time; None where most of it would be lost."""
    match = _EVERY_MONTH.search(phrase.text)
    if match is None or not re.search(_NO_TIME, phrase.text):
        return None
    first, last = float(match["first"] or match["first2"]), float(match["last"] or match["last2"])
    if not 1 <= first < last <= 31 or last - first > 20:
        return None
    return Reason(lambda day: first <= day.day <= last, phrase.words(match.start(), match.end()), answer)


def _never(_day: date) -> bool:
    return False
