"""What the calendar answers: a rest day, and everything a plan should know about a month."""

from datetime import date

from pydantic import BaseModel, ConfigDict

from retention_coach.knowledge.calendar.entries import Decree, Holiday, LocalHoliday
from retention_coach.knowledge.calendar.seasons import Occurrence, Season


class RestDay(BaseModel):
    """One day on which nobody has to work, and the entry that says so.

    `statutory_day` is the date that is commemorated; `place` is the canton or province of a local holiday, None for
    the whole country.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    day: date
    statutory_day: date
    name: str
    place: str | None
    doubtful: bool
    entry: Holiday | LocalHoliday | Decree


class MonthContext(BaseModel):
    """One month as the people in some cantons and sectors live it.

    `period` is «YYYY-MM». `working_days` counts the days that are worked in every one of the cantons. `known` is false
    outside the years of the table: the count then excludes weekends only and the lists are empty, not because
    nothing happens but because nothing is known. A `blackouts` window is given whole, also where it leaves the month.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    period: str
    known: bool
    working_days: int
    rest_days: tuple[RestDay, ...]
    seasons: tuple[Season, ...]
    blackouts: tuple[Occurrence, ...]
