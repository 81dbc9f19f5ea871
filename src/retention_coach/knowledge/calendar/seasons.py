"""Seasons: stretches of the year in which a plan for business customers should behave differently."""

from datetime import date
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator

from retention_coach.knowledge.calendar.entries import CantonId, MonthDay, ProvinceId, Region, day_in
from retention_coach.knowledge.provenance import Entry


class Window(BaseModel):
    """Dates from `first` to `last`, both included."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    first: date
    last: date

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError(f"la ventana termina el {self.last} antes de empezar el {self.first}")
        return self


class YearlyWindow(BaseModel):
    """The same days every year; a `last` before `first` lies in the following year."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    first: MonthDay
    last: MonthDay

    def starting_in(self, year: int) -> Window:
        """The window that begins in this year."""
        end_year = year if self.first <= self.last else year + 1
        return Window(first=day_in(year, self.first), last=day_in(end_year, self.last))


class Season(Entry):
    """A season, whom it concerns and what it means for a plan.

    It happens either `yearly` or in dated `windows` (movable dates, computed once and checked by a test). Empty
    `regions`, `places` or `sectors` mean "all of them"; sectors are sector keys (`flores`). `effect` is one Spanish
    sentence to the company. In a `blackout` its people should be neither visited nor asked for decisions. `source`
    backs the season; with `approximate` its exact bounds are professional judgement all the same.
    """

    name: str
    kind: Literal["commercial", "salary", "school", "tax", "electoral", "local", "risk", "budget"]
    yearly: YearlyWindow | None = None
    windows: tuple[Window, ...] = ()
    regions: tuple[Region, ...] = ()
    places: tuple[CantonId | ProvinceId, ...] = ()
    sectors: tuple[str, ...] = ()
    effect: str
    blackout: bool = False
    approximate: bool = False

    @model_validator(mode="after")
    def _happens_in_one_way(self) -> Self:
        if (self.yearly is None) == (not self.windows):
            raise ValueError(f"«{self.id}» debe indicar `yearly` o `windows`, y solo uno de los dos")
        if self.blackout and self.places:
            raise ValueError(f"«{self.id}» es un bloqueo: se limita por región o sector, no por lugar")
        return self

    def occurrences(self, first_year: int, last_year: int) -> tuple["Occurrence", ...]:
        """Every window of the season that touches the years from `first_year` to `last_year`, in order of date."""
        if self.yearly is None:
            windows = list(self.windows)
        else:
            # One year earlier too: a window over New Year begins before the first year.
            windows = [self.yearly.starting_in(year) for year in range(first_year - 1, last_year + 1)]
        return tuple(
            Occurrence(first=window.first, last=window.last, season=self)
            for window in sorted(windows, key=lambda window: window.first)
            if window.last.year >= first_year and window.first.year <= last_year
        )


class Occurrence(BaseModel):
    """One time a season happens: `first` and `last` day, both included, and the season."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    first: date
    last: date
    season: Season

    def includes(self, day: date) -> bool:
        """Whether the day falls in the window."""
        return self.first <= day <= self.last
