"""The shipped sources, read once, and the official lists they must agree with."""

from datetime import date
from functools import cache
from pathlib import Path

import retention_coach.knowledge
from retention_coach.knowledge.calendar.calendar_data import CalendarData
from retention_coach.knowledge.calendar.places import Gazetteer
from retention_coach.knowledge.calendar.working_calendar import WorkingCalendar

_SOURCES = Path(retention_coach.knowledge.__file__).parent / "sources" / "calendar"

# Rest days by year of the statutory date, as published; decrees left out. 2021: quenoticias.com, «¿Cuántos feriados
# se tendrá en el 2021?»; 2023: tctelevision.com; 2024: elyex.com; 2025: ecuadorenvivo.com; 2026: expreso.ec.
OFFICIAL_REST_DAYS = {
    2021: "01-01 02-15 02-16 04-02 04-30 05-24 08-09 10-08 11-01 11-02 12-24",
    2023: "01-02 02-20 02-21 04-07 05-01 05-26 08-11 10-09 11-02 11-03 12-25",
    2024: "01-01 02-12 02-13 03-29 05-03 05-24 08-09 10-11 11-01 11-04 12-25",
    2025: "01-01 03-03 03-04 04-18 05-02 05-23 08-11 10-10 11-03 11-04 12-25",
    2026: "01-01 02-16 02-17 04-03 05-01 05-25 08-10 10-09 11-02 11-03 12-25",
}


def official_rest_days(year: int) -> set[date]:
    """The published rest days of a year."""
    return {date.fromisoformat(f"{year}-{day}") for day in OFFICIAL_REST_DAYS[year].split()}


def raw_sources() -> dict[str, list[dict[str, object]]]:
    """A fresh copy of every source file by its name, as plain data."""
    import yaml

    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in _SOURCES.glob("*.yaml")}


@cache
def calendar_data() -> CalendarData:
    """The shipped entries."""
    return CalendarData.model_validate(raw_sources())


@cache
def working_calendar() -> WorkingCalendar:
    """The calendar of the shipped entries."""
    return WorkingCalendar.from_entries(calendar_data())


@cache
def gazetteer() -> Gazetteer:
    """The places of the shipped entries."""
    return Gazetteer.from_entries(calendar_data())
