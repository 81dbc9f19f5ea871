"""On which days of a month something may fall due: working days, those of the customers, those of the company."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from retention_coach.assessment.own_calendar import OwnCalendar
from retention_coach.domain.horizon import first_day, last_day
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.calendar.tax import monthly_return_due
from retention_coach.knowledge.setting import Setting
from retention_coach.spanish.words import fold

_KEEPS_THE_BOOKS = ("contab", "contad", "tribut", "financ", "impuest")
_SELLS_BOOKKEEPING = "contabilidad"


@dataclass(frozen=True)
class Diary:
    """The days of one company; `ruc` is its own, which fixes when its returns are due."""

    setting: Setting
    knowledge: Knowledge
    own: OwnCalendar
    ruc: str | None
    _known: dict[str, tuple[list[date], list[date], list[date]]] = field(default_factory=dict, compare=False)

    def working(self, period: str) -> list[date]:
        """The company's working days in a month (`aaaa-mm`)."""
        return self._days(period)[0]

    def open(self, period: str) -> list[date]:
        """Those of them on which the customers may be disturbed."""
        return self._days(period)[1]

    def good(self, period: str) -> list[date]:
        """Those of the open days that the company does not exclude, and on which no canton of its customers rests.

        Where that leaves no day, the company's own calendar cannot be kept.
        """
        return self._days(period)[2]

    def keeps_own(self, period: str) -> bool:
        """Whether the month has days enough outside those that the company excludes."""
        return not any(self.own.avoids(day) for day in self.good(period))

    def is_busy(self, role: str, day: date) -> bool:
        """Whether this person has returns to file: on the day they fall due and the day before.

        In a firm that keeps other people's books, on every day from the first to the last ninth digit of the RUC.
        """
        if not any(word in fold(role) for word in _KEEPS_THE_BOOKS):
            return False
        rules = self.knowledge.calendar.tax_due_days
        if any(sector.key == _SELLS_BOOKKEEPING for sector in self.setting.own_sectors):
            days = [rule.day for rule in rules]
            return bool(days) and min(days) <= day.day <= max(days)
        rule = next((rule for rule in rules if self.ruc and rule.ninth_digit == int(self.ruc[8])), None)
        if rule is None:
            return False
        due = monthly_return_due(rule, day.year, day.month, self.knowledge.working_calendar, self.setting.canton)
        return day <= due <= day + timedelta(days=1)

    def _days(self, period: str) -> tuple[list[date], list[date], list[date]]:
        if period not in self._known:
            calendar, setting = self.knowledge.working_calendar, self.setting
            working = calendar.working_days(first_day(period), last_day(period), setting.canton)
            free = [day for day in working if not setting.blackout_reason(day, self.knowledge)]
            shared = [day for day in free if self._all_work(day, setting.cantons())]
            own = [day for day in shared if not self.own.avoids(day)]
            self._known[period] = (working, free, own or shared)
        return self._known[period]

    def _all_work(self, day: date, cantons: Sequence[str]) -> bool:
        return all(self.knowledge.working_calendar.is_working_day(day, canton) for canton in cantons)
