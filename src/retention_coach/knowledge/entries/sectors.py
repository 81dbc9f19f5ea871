"""Sectors of the Ecuadorian economy, as the company's own and as its customers'."""

from collections.abc import Collection
from datetime import date
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from retention_coach.knowledge.entries.vocabulary import Offer
from retention_coach.knowledge.provenance import Entry

Activity = Literal["high", "normal", "low"]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Fact(_Part):
    """A statement that was read at an address; only these may carry figures."""

    text: str
    source: str = Field(pattern=r"^https?://")
    year: int | None = Field(default=None, description="Año al que se refiere, si consta.")


class MonthNote(_Part):
    """What usually happens in one month of the year: how busy the sector is, and why."""

    month: int = Field(ge=1, le=12)
    activity: Activity
    text: str


class Blackout(_Part):
    """Days on which the sector's people should not be asked for meetings; both ends included, every year."""

    start_month: int = Field(ge=1, le=12)
    start_day: int = Field(ge=1, le=31)
    end_month: int = Field(ge=1, le=12)
    end_day: int = Field(ge=1, le=31)
    reason: str

    @model_validator(mode="after")
    def _days_exist(self) -> Self:
        # 2023 is not a leap year: a blackout must hold in every year
        date(2023, self.start_month, self.start_day)
        date(2023, self.end_month, self.end_day)
        return self

    def covers(self, day: date) -> bool:
        """Whether this day is one of them; a blackout may run over New Year."""
        start, end = (self.start_month, self.start_day), (self.end_month, self.end_day)
        here = (day.month, day.day)
        return start <= here <= end if start <= end else here >= start or here <= end


class Term(_Part):
    """A word of the trade, to speak as the customer does."""

    word: str
    meaning: str


class Sector(Entry):
    """One sector. What is not in `facts` is professional judgement, to be confirmed with the company.

    `adjective` follows the word «sector» («florícola», «de la construcción»); `unit` and `units` are the one masculine
    word by which companies of the sector call their customers («socio», «comprador»). `offers` is what they sell, empty
    where nobody knows. The companies of an `abroad` sector are outside Ecuador, and so is their calendar.
    """

    name: str
    adjective: str
    aliases: tuple[str, ...] = Field(description="Como la gente lo escribe.")
    unit: str
    units: str
    offers: tuple[Offer, ...] = ()
    abroad: bool = False
    particularities: tuple[str, ...] = Field(min_length=2)
    cycle: tuple[MonthNote, ...] = Field(min_length=12, max_length=12)
    competitive_pressures: tuple[str, ...] = Field(min_length=2)
    expectations: tuple[str, ...] = Field(min_length=2)
    loss_reasons: tuple[str, ...] = Field(min_length=2)
    vocabulary: tuple[Term, ...] = Field(min_length=2)
    blackouts: tuple[Blackout, ...] = ()
    as_customer: tuple[str, ...] = Field(min_length=2, description="Qué implica tenerlo como cliente.")
    confirm_question: str = Field(description="Pregunta que confirma el ciclo con la empresa.")
    facts: tuple[Fact, ...] = ()

    @model_validator(mode="after")
    def _the_year_is_whole(self) -> Self:
        if [note.month for note in self.cycle] != list(range(1, 13)):
            raise ValueError(f"«{self.id}»: el ciclo debe nombrar los doce meses en orden")
        return self

    @property
    def key(self) -> str:
        """The id without its prefix: what calendar seasons and plays refer to."""
        return self.id.removeprefix("sector.")

    def sells_any(self, kinds: Collection[Offer]) -> bool:
        """Whether what suits these kinds of offer suits its companies; none means any kind.

        Where nobody knows what they sell, what suits both goods and services does.
        """
        if not kinds:
            return True
        return {"goods", "services"} <= set(kinds) if not self.offers else not set(kinds).isdisjoint(self.offers)

    def in_month(self, month: int) -> MonthNote:
        """What happens in this month, 1 to 12."""
        return self.cycle[month - 1]
