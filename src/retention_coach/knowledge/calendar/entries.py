"""The entries of the calendar that say where and when work stops, and when taxes are due."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from retention_coach.knowledge.provenance import Entry


class Region(StrEnum):
    """The four natural regions; a province belongs to one."""

    COSTA = "costa"
    SIERRA = "sierra"
    AMAZONIA = "amazonia"
    INSULAR = "insular"


def day_in(year: int, month_day: str) -> date:
    """The date of an «MM-DD» day in a year."""
    return date(year, int(month_day[:2]), int(month_day[3:]))


def _exists_every_year(month_day: str) -> str:
    day_in(2001, month_day)  # a common year: 29 February is refused
    return month_day


MonthDay = Annotated[str, Field(pattern=r"^\d{2}-\d{2}$"), AfterValidator(_exists_every_year)]
"""A day of any year, «MM-DD»."""

ProvinceId = Annotated[str, Field(pattern=r"^province\.[a-z0-9-]+$")]
CantonId = Annotated[str, Field(pattern=r"^canton\.[a-z0-9-]+$")]


class Province(Entry):
    """A province and the region whose salary and school dates it follows."""

    id: ProvinceId
    name: str
    region: Region


class Canton(Entry):
    """A canton: the legal unit of a local holiday.

    `aliases` are other names people type: its main town, an abbreviation, an airport code.
    """

    id: CantonId
    name: str
    province: ProvinceId
    aliases: tuple[str, ...] = ()


class Holiday(Entry):
    """One national rest day, dated.

    `day` is rested; `statutory_day` is the date the law names. `standing` says whether the day was read in the official
    calendar or derived from the transfer rule; `doubtful`, that the rule or its sources leave room for another answer.
    """

    day: date
    name: str
    statutory_day: date
    standing: Literal["official", "derived"]
    doubtful: bool = False
    note: str = ""


class Decree(Entry):
    """A decree that adds a national rest day to the table or takes one out; it prevails over everything else.

    `recoverable` says that the hours not worked are owed and worked on other days.
    """

    day: date
    name: str
    number: str
    effect: Literal["adds", "removes"]
    recoverable: bool = False


class LocalHoliday(Entry):
    """A holiday of one canton or province, every year, moved by the same rule as the national ones."""

    name: str
    month_day: MonthDay
    place: CantonId | ProvinceId
    note: str = ""


class TaxDueDay(Entry):
    """The day of the month on which monthly VAT and withholding returns fall due, by the RUC's ninth digit."""

    ninth_digit: int = Field(ge=0, le=9)
    day: int = Field(ge=1, le=28)
