"""Where and when a company works: its places, sectors and months, as the knowledge base names them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from retention_coach.domain.horizon import plan_periods
from retention_coach.domain.profile import Profile
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.calendar.places import Place
from retention_coach.knowledge.entries.sectors import Sector


@dataclass(frozen=True, slots=True)
class Setting:
    """What a profile's free text means to the calendar.

    Attributes:
        canton: id of the company's canton; None if the text names none, and only national holidays are known.
        customer_places: the cantons of its customers that are known.
        own_sectors: sectors of the company.
        customer_sectors: sectors of its customers.
        periods: the six months of the plan, as `aaaa-mm`.
    """

    canton: str | None
    customer_places: tuple[Place, ...]
    own_sectors: tuple[Sector, ...]
    customer_sectors: tuple[Sector, ...]
    periods: tuple[str, ...]

    @classmethod
    def of(cls, profile: Profile, knowledge: Knowledge) -> "Setting":
        """The setting of a company."""
        gazetteer = knowledge.gazetteer
        own_place = gazetteer.find(profile.canton)
        return cls(
            canton=own_place.canton.id if own_place else None,
            customer_places=tuple(place for name in profile.customer_cantons if (place := gazetteer.find(name))),
            own_sectors=knowledge.sectors_in(profile.industry),
            customer_sectors=_sectors(profile.customer_industries, knowledge),
            periods=plan_periods(profile.start_month),
        )

    def cantons(self) -> tuple[str, ...]:
        """Ids of the company's canton and of its customers', each once."""
        own = () if self.canton is None else (self.canton,)
        return tuple(dict.fromkeys((*own, *(place.canton.id for place in self.customer_places))))

    def sector_keys(self) -> tuple[str, ...]:
        """Keys of the company's sectors and of its customers', each once."""
        return tuple(dict.fromkeys(sector.key for sector in (*self.own_sectors, *self.customer_sectors)))

    def calendar_entries(self, period: str, knowledge: Knowledge) -> frozenset[str]:
        """Ids of the holidays and seasons of a month that concern the company or its customers."""
        context = knowledge.working_calendar.month(
            int(period[:4]), int(period[5:]), cantons=self.cantons(), sectors=self.sector_keys()
        )
        return frozenset((*(rest.entry.id for rest in context.rest_days), *(season.id for season in context.seasons)))

    def blackout_reason(self, day: date, knowledge: Knowledge) -> str:
        """Why the customers should be left alone on this day; empty if they need not be."""
        occurrence = knowledge.working_calendar.blackout_on(
            day,
            sectors=[sector.key for sector in self.customer_sectors],
            regions=[place.region for place in self.customer_places],
        )
        if occurrence is not None:
            return occurrence.season.name
        for sector in self.customer_sectors:
            for blackout in sector.blackouts:
                if blackout.covers(day):
                    return blackout.reason
        return ""


def _sectors(industries: Iterable[str], knowledge: Knowledge) -> tuple[Sector, ...]:
    found = {sector.id: sector for industry in industries for sector in knowledge.sectors_in(industry)}
    return tuple(found.values())
