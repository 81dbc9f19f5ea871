"""Where and when a company works: its places, sectors and months, as the knowledge base names them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from retention_coach.domain.horizon import plan_periods
from retention_coach.domain.profile import Profile
from retention_coach.knowledge.base import GENERAL_SECTOR, Knowledge
from retention_coach.knowledge.calendar.month_context import MonthContext
from retention_coach.knowledge.calendar.places import Place
from retention_coach.knowledge.entries.plays import Play
from retention_coach.knowledge.entries.sectors import Sector
from retention_coach.knowledge.entries.vocabulary import RelationshipModel
from retention_coach.knowledge.lexicon import words

_OF_THE_COMPANY = frozenset({"tax", "risk"})
"""Kinds of season that reach the company itself, wherever its customers are."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a profile's free text means to the calendar.

    Attributes:
        canton: id of the company's canton; None if the text names none, and only national holidays are known.
        customer_places: the cantons of its customers that are known.
        own: the sector whose words and offer are the company's; the general one where its industry is not known.
        own_sectors: sectors of the company.
        customer_sectors: sectors of its customers.
        periods: the six months of the plan, as `aaaa-mm`.
    """

    canton: str | None
    customer_places: tuple[Place, ...]
    own: Sector
    own_sectors: tuple[Sector, ...]
    customer_sectors: tuple[Sector, ...]
    periods: tuple[str, ...]

    @classmethod
    def of(cls, profile: Profile, knowledge: Knowledge) -> "Setting":
        """The setting of a company."""
        gazetteer = knowledge.gazetteer
        own_place = gazetteer.find(profile.canton)
        # «Importadora de repuestos de China» sells here: whom it buys from is not what it is
        own_sectors = tuple(sector for sector in knowledge.sectors_in(profile.industry) if not sector.abroad)
        return cls(
            canton=own_place.canton.id if own_place else None,
            customer_places=tuple(place for name in profile.customer_cantons if (place := gazetteer.find(name))),
            own=own_sectors[0] if own_sectors else knowledge.sector("general"),
            own_sectors=own_sectors,
            customer_sectors=tuple({sector.id: sector for sector in _customer_sectors(profile, knowledge)}.values()),
            periods=plan_periods(profile.start_month),
        )

    @property
    def customers_abroad(self) -> bool:
        """Whether some of its customers are outside Ecuador."""
        return any(sector.abroad for sector in self.customer_sectors)

    @property
    def all_abroad(self) -> bool:
        """Whether nothing says that any of its customers is in Ecuador."""
        return (
            self.customers_abroad
            and not self.customer_places
            and all(sector.abroad for sector in self.customer_sectors)
        )

    def plays(self, knowledge: Knowledge, model: RelationshipModel) -> tuple[Play, ...]:
        """The plays that suit what it sells, how its customers buy, its own sector and theirs."""
        customers = [sector.key for sector in self.customer_sectors] or [GENERAL_SECTOR.removeprefix("sector.")]
        abroad = self.customers_abroad
        return tuple(
            play for play in knowledge.plays if play.serves(model, self.own, customers, customers_abroad=abroad)
        )

    def cantons(self) -> tuple[str, ...]:
        """Ids of the company's canton and of its customers', each once."""
        own = () if self.canton is None else (self.canton,)
        return tuple(dict.fromkeys((*own, *(place.canton.id for place in self.customer_places))))

    def sector_keys(self) -> tuple[str, ...]:
        """Keys of the company's sectors and of its customers', each once."""
        return tuple(dict.fromkeys(sector.key for sector in (*self.own_sectors, *self.customer_sectors)))

    def month(self, period: str, knowledge: Knowledge) -> MonthContext:
        """What a month brings to the company and its customers; customers abroad live by another calendar.

        Args:
            period: `aaaa-mm`.
            knowledge: whose calendar is asked.
        """
        context = knowledge.working_calendar.month(
            int(period[:4]), int(period[5:]), cantons=self.cantons(), sectors=self.sector_keys()
        )
        if not self.all_abroad:
            return context
        known = {season.id for season in context.seasons if season.sectors or season.kind in _OF_THE_COMPANY}
        return context.model_copy(
            update={
                "seasons": tuple(season for season in context.seasons if season.id in known),
                "blackouts": tuple(found for found in context.blackouts if found.season.id in known),
            }
        )

    def calendar_entries(self, period: str, knowledge: Knowledge) -> frozenset[str]:
        """Ids of the holidays and seasons of a month that concern the company or its customers."""
        context = self.month(period, knowledge)
        return frozenset((*(rest.entry.id for rest in context.rest_days), *(season.id for season in context.seasons)))

    def blackout_reason(self, day: date, knowledge: Knowledge) -> str:
        """Why the customers should be left alone on this day; empty if they need not be."""
        occurrence = knowledge.working_calendar.blackout_on(
            day,
            sectors=[sector.key for sector in self.customer_sectors],
            regions=[place.region for place in self.customer_places],
        )
        if occurrence is not None and (occurrence.season.sectors or not self.all_abroad):
            return occurrence.season.name
        for sector in self.customer_sectors:
            for blackout in sector.blackouts:
                if blackout.covers(day):
                    return blackout.reason
        return ""


def _customer_sectors(profile: Profile, knowledge: Knowledge) -> Iterator[Sector]:
    """The customers' sectors, in the order named.

    An industry that names a country or «exterior» is of customers abroad, and so are an exporter's importers; the
    importers of any other company bring from abroad what they sell here. A company exports if its industry or the first
    word of its services says so: an accountant may well serve exporters. Where no customer has a canton of Ecuador, the
    description of the customers is believed too.
    """
    exports = _mentions(profile.industry, "exporta") or _mentions(" ".join(words(profile.services)[:1]), "exporta")
    described = [] if profile.customer_cantons else _abroad(knowledge.sectors_in(profile.customer_profile))
    if not profile.customer_industries:
        yield from described
    for industry in profile.customer_industries:
        named = knowledge.sectors_in(industry)
        here = [sector for sector in named if not sector.abroad]
        if not _mentions(industry, "importador"):
            yield from _abroad(named) or described or here
        elif exports:
            yield from (sector for sector in knowledge.sectors if sector.abroad)
        else:
            yield from (here if here and named[0] is here[0] else named)


def _mentions(text: str, start: str) -> bool:
    return any(word.startswith(start) for word in words(text))


def _abroad(sectors: Iterable[Sector]) -> list[Sector]:
    return [sector for sector in sectors if sector.abroad]
