"""Everything the calendar is built from, checked as a whole."""

from collections import Counter
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from retention_coach.knowledge.calendar.entries import Canton, Decree, Holiday, LocalHoliday, Province, TaxDueDay
from retention_coach.knowledge.calendar.seasons import Season
from retention_coach.knowledge.provenance import Entry


class CalendarData(BaseModel):
    """The parsed source files; each field is the file of the same name.

    Raises:
        pydantic.ValidationError: an entry is malformed, an id is used twice, a place does not exist, or the years
            of the national table have a gap.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    holidays: tuple[Holiday, ...]
    decrees: tuple[Decree, ...]
    local_holidays: tuple[LocalHoliday, ...]
    provinces: tuple[Province, ...]
    cantons: tuple[Canton, ...]
    seasons: tuple[Season, ...]
    tax_due_days: tuple[TaxDueDay, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries of all files."""
        return (
            *self.holidays,
            *self.decrees,
            *self.local_holidays,
            *self.provinces,
            *self.cantons,
            *self.seasons,
            *self.tax_due_days,
        )

    @property
    def years(self) -> range:
        """The years the national table covers, by statutory date."""
        years = {holiday.statutory_day.year for holiday in self.holidays}
        return range(min(years), max(years) + 1)

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        problems = [*self._repeated(), *self._missing_years(), *self._unknown_places()]
        if problems:
            raise ValueError("; ".join(problems))
        return self

    def _repeated(self) -> list[str]:
        counters = (
            Counter(entry.id for entry in self.entries),
            Counter(f"feriado del {holiday.day}" for holiday in self.holidays),
            Counter(f"decreto para el {decree.day}" for decree in self.decrees),
            Counter(f"noveno dígito {due.ninth_digit}" for due in self.tax_due_days),
        )
        return [f"«{key}» aparece {n} veces" for counter in counters for key, n in counter.items() if n > 1]

    def _missing_years(self) -> list[str]:
        if not self.holidays:
            return ["la tabla de feriados nacionales está vacía"]
        present = {holiday.statutory_day.year for holiday in self.holidays}
        return [f"la tabla de feriados nacionales no cubre {year}" for year in self.years if year not in present]

    def _unknown_places(self) -> list[str]:
        provinces = {province.id for province in self.provinces}
        places = provinces | {canton.id for canton in self.cantons}
        named = [
            *((canton.id, canton.province, provinces) for canton in self.cantons),
            *((local.id, local.place, places) for local in self.local_holidays),
            *((season.id, place, places) for season in self.seasons for place in season.places),
        ]
        return [
            f"«{entry}» nombra el lugar desconocido «{place}»" for entry, place, known in named if place not in known
        ]
