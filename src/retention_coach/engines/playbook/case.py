"""One company as the rules see it: its inputs, where and when it works, and what its answers show."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from retention_coach.assessment.account_names import named_in
from retention_coach.assessment.approaches import Fit, rank
from retention_coach.assessment.availability import with_absences
from retention_coach.assessment.disclosure import in_the_open, seen, told
from retention_coach.assessment.flows import Wait, waits
from retention_coach.assessment.health import Health, accounts_at_risk, health_of
from retention_coach.assessment.own_calendar import OwnCalendar, own_calendar
from retention_coach.assessment.own_goals import OwnGoal, own_goals
from retention_coach.assessment.pulls import asked_for, pulls
from retention_coach.assessment.quoting import confidential_runs, quotable
from retention_coach.assessment.season import SeasonSaid, season_said
from retention_coach.assessment.sightings import Sighting
from retention_coach.assessment.trade_seasons import TradeSeason, trade_seasons
from retention_coach.domain.capacity import is_small_portfolio
from retention_coach.domain.profile import Account, Profile, Segment
from retention_coach.engines.playbook.diary import Diary
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.calendar.month_context import MonthContext
from retention_coach.knowledge.entries.plays import Play
from retention_coach.knowledge.entries.sectors import MonthNote, Sector
from retention_coach.knowledge.entries.vocabulary import Signal
from retention_coach.knowledge.setting import Setting
from retention_coach.ports import StepInputs

_ANY_NUMBER = 1_000_000


@dataclass(frozen=True)
class Case:
    """Everything that a rule may look at."""

    inputs: StepInputs
    knowledge: Knowledge

    @cached_property
    def profile(self) -> Profile:
        """The company, with the absences of its team that the answers name."""
        return with_absences(self.inputs.profile, self.inputs.answers)

    @cached_property
    def own_calendar(self) -> OwnCalendar:
        """When the company says that it has no time."""
        return own_calendar(self.inputs.answers)

    @cached_property
    def diary(self) -> Diary:
        """The days on which something may fall due."""
        return Diary(self.setting, self.knowledge, self.own_calendar, self.profile.ruc)

    @property
    def accounts_at_risk(self) -> tuple[Account, ...]:
        """The named customers that the company may lose, as far as it says so openly, the worst first."""
        accounts = {account.id: account for account in self.profile.accounts}
        return tuple(accounts[item.subject.id] for item in accounts_at_risk(self.told_health))

    @cached_property
    def waits(self) -> dict[str, Wait]:
        """How long the company says that its customers wait, by flow."""
        return waits(self.inputs.answers)

    @cached_property
    def own_goals(self) -> tuple[OwnGoal, ...]:
        """What the company asks for."""
        return own_goals(self.inputs.profile, self.inputs.answers)

    @cached_property
    def setting(self) -> Setting:
        """Its places, sectors and months."""
        return Setting.of(self.profile, self.knowledge)

    @cached_property
    def in_the_open(self) -> "Case":
        """The same company as if its confidential answers had not been given."""
        return replace(self, inputs=in_the_open(self.inputs))

    @cached_property
    def seen(self) -> tuple[Sighting, ...]:
        """What answers and figures show: what was said openly, then what only confidential answers show."""
        return seen(self.inputs, self.knowledge)

    @cached_property
    def told(self) -> tuple[Sighting, ...]:
        """What was seen and may be acted upon in the company's sight."""
        return told(self.inputs, self.knowledge)

    @cached_property
    def fits(self) -> tuple[Fit, ...]:
        """Every strategic approach, the best answer to this company first."""
        return rank(self.inputs, self.told, self.knowledge)

    @cached_property
    def pulls(self) -> Mapping[Signal, float]:
        """How many times each signal counts that the losses, or the fear of one, put before others."""
        return pulls(self.inputs, self.knowledge)

    @cached_property
    def asked(self) -> frozenset[Signal]:
        """The signals that the company's own goals are about."""
        return asked_for(self.inputs)

    @cached_property
    def told_of_accounts_at_risk(self) -> frozenset[Signal]:
        """The signals whose words name a customer at high risk."""
        return frozenset(
            item.signal.code
            for item in self.told
            if item.quote and any(each.risk == "high" for each in named_in(item.quote, self.profile.accounts))
        )

    @cached_property
    def health(self) -> tuple[Health, ...]:
        """How each account and segment is, the confidential answers read too."""
        return health_of(self.inputs, self.knowledge)

    @cached_property
    def told_health(self) -> tuple[Health, ...]:
        """The same without the confidential answers: what may be acted upon in the company's sight."""
        return health_of(self.inputs, self.knowledge, in_confidence=False)

    @cached_property
    def weights(self) -> dict[Signal, int]:
        """The weight of each signal that may be acted upon."""
        return {item.signal.code: item.weight for item in self.told}

    @cached_property
    def months(self) -> tuple[MonthContext, ...]:
        """The six months of the plan."""
        return tuple(self.setting.month(period, self.knowledge) for period in self.setting.periods)

    @cached_property
    def sector(self) -> Sector:
        """The sector that the plan speaks of: that of the customers, else the company's own."""
        candidates = (*self.setting.customer_sectors, *self.setting.own_sectors)
        return candidates[0] if candidates else self.knowledge.sector("general")

    @cached_property
    def season(self) -> SeasonSaid:
        """What the company openly says of its season."""
        return season_said(item for item in self.inputs.answers if not item.consultant_only)

    def month_note(self, period: str) -> MonthNote:
        """What a month, `aaaa-mm`, is for the customers: as the company says, else as in their sector."""
        return self.month_in(self.sector, int(period[5:]))

    def month_in(self, sector: Sector, month: int) -> MonthNote:
        """What a month (1 to 12) is in a sector; in the one that the interview asked about, as the company says."""
        usual = sector.in_month(month)
        said = self.trade_seasons.get(sector.key)
        if said is not None:
            return said.note(usual)
        return self.season.note(usual) if sector == self.sector else usual

    @cached_property
    def trade_seasons(self) -> dict[str, TradeSeason]:
        """By key of a customers' sector, the months in which the company says that those customers are busy."""
        return trade_seasons(self.inputs.profile, self.inputs.answers, self.knowledge)

    def is_bad_month(self, month: int, trades: Collection[str] = ()) -> bool:
        """Whether the company says that in this month it cannot cope, or none of these trades (keys) has time."""
        said = self.trade_seasons
        busy = [key in said and month in said[key].busy for key in trades]
        return self.own_calendar.hard(month) is not None or (bool(busy) and all(busy))

    @property
    def own(self) -> Sector:
        """The company's own sector, whose words and offer are its own."""
        return self.setting.own

    @property
    def own_key(self) -> str:
        """The key of the company's own sector."""
        return self.own.key

    @cached_property
    def plays(self) -> tuple[Play, ...]:
        """The plays that suit what it sells, how its customers buy, its own sector and theirs."""
        return self.setting.plays(self.knowledge, self.profile.relationship_model)

    @property
    def is_small(self) -> bool:
        """Whether goals speak in customers instead of percentages."""
        return is_small_portfolio(self.profile)

    @property
    def year_of_data(self) -> str:
        """The period of the company's own losses, in words."""
        lost = self.profile.figures.customers_lost
        return {
            "month": "en un mes",
            "quarter": "en un trimestre",
            "semester": "en un semestre",
            "year": "en un año",
            "moment": "en el período medido",
        }[lost.period if lost else "year"]

    def quote(self, text: str) -> str:
        """The text in quotation marks, as the company wrote it; empty if it cannot be repeated."""
        first_line = next((line for line in text.splitlines() if line.strip()), "")
        words = quotable(first_line, confidential_runs(self.inputs))
        return f"«{words}»" if words else ""

    @property
    def customers_now(self) -> int:
        """Customers at the start, less those lost, plus the new ones, as far as they are known; 0 where nothing is."""
        figures = self.profile.figures
        start = int(figures.value("customers_start") or 0)
        lost, new = (int(figures.value(name) or 0) for name in ("customers_lost", "customers_new"))
        return max(start - lost + new, 0)

    def group_size(self, play: Play) -> int:
        """How many customers a play may be for, as far as it is known; five where nothing is."""
        figures = self.profile.figures
        if play.themes[0] in {"dormant_customers", "unknown_loss_reasons"}:
            return int(figures.value("customers_lost") or 0) or 1
        if play.gives_baseline:
            return self.customers_now or 20
        accounts = self.profile.accounts
        known = {
            "vip": len(accounts) or round(self.customers_now / 5),
            "regular": self.customers_now,
            "new": int(figures.value("customers_new") or 0),
            "at_risk": len(self.accounts_at_risk),
        }[play.segments[0]]
        return min(known or 5, self.customers_now or _ANY_NUMBER, self._in_sectors_of(play) or _ANY_NUMBER)

    def segments_of(self, play: Play) -> tuple[Segment, ...]:
        """The segments of the sectors that a play speaks of; none where it is for all, or none is known."""
        keys = {*play.customer_sectors, *((self.sector.key,) if "{sector}" in play.action else ())}
        return tuple(
            segment
            for segment in self.profile.segments
            if any(sector.key in keys for sector in self.knowledge.sectors_in(segment.name))
        )

    def _in_sectors_of(self, play: Play) -> int:
        """How many customers are in the sectors that a play speaks of; 0 where that is not known."""
        return sum(segment.customers or 0 for segment in self.segments_of(play))

    @property
    def unknown_industries(self) -> tuple[str, ...]:
        """The customers' industries on which the knowledge base has no entry, as the company named them."""
        return tuple(name for name in self.profile.customer_industries if not self.knowledge.sectors_in(name))
