"""The knowledge base as one immutable value, passed into the core."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from pydantic import BaseModel, ConfigDict

from retention_coach.errors import KnowledgeError
from retention_coach.knowledge.calendar.calendar_data import CalendarData
from retention_coach.knowledge.calendar.places import Gazetteer
from retention_coach.knowledge.calendar.working_calendar import WorkingCalendar
from retention_coach.knowledge.entries.advocacy import AdvocacyPlay
from retention_coach.knowledge.entries.approaches import Approach
from retention_coach.knowledge.entries.benchmarks import Benchmark, NoBenchmark
from retention_coach.knowledge.entries.contradictions import Contradiction
from retention_coach.knowledge.entries.figures import FigureSpec
from retention_coach.knowledge.entries.health import HealthIndicator, HealthLevel
from retention_coach.knowledge.entries.kpis import KpiDefinition
from retention_coach.knowledge.entries.legal import Custom, LegalLimit
from retention_coach.knowledge.entries.lessons import Lesson
from retention_coach.knowledge.entries.plays import Play
from retention_coach.knowledge.entries.questions import Question
from retention_coach.knowledge.entries.readings import Reading
from retention_coach.knowledge.entries.sectors import Sector
from retention_coach.knowledge.entries.signals import SignalEntry
from retention_coach.knowledge.entries.speech import SynonymSet, VerbModel
from retention_coach.knowledge.entries.vocabulary import KpiId, Signal
from retention_coach.knowledge.lexicon import singular, words
from retention_coach.knowledge.provenance import Entry
from retention_coach.knowledge.search import NOT_FOUND, SearchableEntry
from retention_coach.knowledge.speech import Speech

GENERAL_SECTOR = "sector.general"


class Knowledge(BaseModel):
    """Every entry, by kind, in the order of the sources.

    `version` is a short hash of the content: two values with the same version say the same.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: str
    plays: tuple[Play, ...]
    approaches: tuple[Approach, ...]
    advocacy: tuple[AdvocacyPlay, ...]
    sectors: tuple[Sector, ...]
    lessons: tuple[Lesson, ...]
    questions: tuple[Question, ...]
    figures: tuple[FigureSpec, ...]
    kpis: tuple[KpiDefinition, ...]
    benchmarks: tuple[Benchmark, ...]
    no_benchmarks: tuple[NoBenchmark, ...]
    legal: tuple[LegalLimit, ...]
    customs: tuple[Custom, ...]
    signals: tuple[SignalEntry, ...]
    readings: tuple[Reading, ...]
    health: tuple[HealthIndicator, ...]
    health_levels: tuple[HealthLevel, ...]
    contradictions: tuple[Contradiction, ...]
    synonyms: tuple[SynonymSet, ...]
    verbs: tuple[VerbModel, ...]
    calendar: CalendarData

    def __hash__(self) -> int:
        # The version stands for the content; hashing every entry would cost more than what is looked up by it.
        return hash(self.version)

    def entries(self) -> Iterator[Entry]:
        """Every entry of every kind, the calendar's last."""
        for name in type(self).model_fields:
            value = getattr(self, name)
            if isinstance(value, tuple):
                yield from value
        yield from self.calendar.entries

    def entry(self, entry_id: str) -> Entry:
        """The entry with this id.

        Raises:
            KnowledgeError: there is none.
        """
        try:
            return self._by_id[entry_id]
        except KeyError:
            raise KnowledgeError(
                f"La base de conocimiento no tiene ninguna entrada «{entry_id}».",
                hint="Busque el identificador con «retention-coach knowledge search».",
            ) from None

    def has(self, entry_id: str) -> bool:
        """Whether an entry has this id."""
        return entry_id in self._by_id

    def find(self, text: str) -> tuple[Entry, ...]:
        """Entries that hold every word of the text, whatever its accents, case and number, the closest first.

        What is called so comes before what has the words in its name, and that before what mentions them.
        """
        wanted = [singular(word) for word in words(text)]
        if not wanted:
            return ()
        ranked = [(found.distance(wanted), found.entry) for found in self._searchable]
        return tuple(entry for distance, entry in sorted(ranked, key=lambda pair: pair[0]) if distance < NOT_FOUND)

    def expiring(self, before: date) -> tuple[Entry, ...]:
        """Entries that cease to hold before this date, the first to cease first."""
        ends = [(entry.valid_until, entry) for entry in self.entries() if entry.valid_until is not None]
        return tuple(entry for end, entry in sorted(ends, key=lambda pair: pair[0]) if end < before)

    def sectors_in(self, text: str) -> tuple[Sector, ...]:
        """The sectors that a person named («transporte de flores»), in the order named, each once."""
        spoken = tuple(singular(word) for word in words(text))
        found: dict[str, Sector] = {}
        position = 0
        while position < len(spoken):
            length, sector = self._sector_at(spoken, position)
            if sector is not None:
                found.setdefault(sector.id, sector)
            position += length
        return tuple(found.values())

    def sector_for(self, text: str) -> Sector:
        """The sector that a person named first, or the general one."""
        return next(iter(self.sectors_in(text)), self.sector("general"))

    def sector(self, key: str) -> Sector:
        """The sector with this key (`flores`).

        Raises:
            KnowledgeError: there is none.
        """
        entry = self.entry(f"sector.{key}")
        if not isinstance(entry, Sector):
            raise KnowledgeError(f"«sector.{key}» no es un sector.")
        return entry

    def signal(self, code: Signal) -> SignalEntry:
        """The entry that names this signal and holds its patterns."""
        return next(entry for entry in self.signals if entry.code == code)

    def reading(self, code: Signal) -> Reading:
        """How this signal is told in a diagnosis."""
        return next(entry for entry in self.readings if entry.code == code)

    def kpi(self, code: KpiId) -> KpiDefinition:
        """The definition of this indicator."""
        return next(entry for entry in self.kpis if entry.kpi == code)

    @cached_property
    def working_calendar(self) -> WorkingCalendar:
        """Working days and seasons, computed from the calendar's entries when first asked for."""
        return WorkingCalendar.from_entries(self.calendar)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The cantons by whatever people call them."""
        return Gazetteer.from_entries(self.calendar)

    @cached_property
    def speech(self) -> Speech:
        """What the words that people type stand for, compiled when first asked for."""
        return Speech.of(self.verbs, self.synonyms, self.signals)

    @cached_property
    def _by_id(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in self.entries()}

    @cached_property
    def _searchable(self) -> tuple[SearchableEntry, ...]:
        return tuple(SearchableEntry.of(entry) for entry in self.entries())

    @cached_property
    def _aliases(self) -> dict[tuple[str, ...], Sector]:
        return {
            tuple(singular(word) for word in words(alias)): sector
            for sector in self.sectors
            for alias in (sector.name, *sector.aliases)
        }

    @cached_property
    def _longest_alias(self) -> int:
        return max((len(alias) for alias in self._aliases), default=0)

    def _sector_at(self, spoken: tuple[str, ...], position: int) -> tuple[int, Sector | None]:
        """The sector whose longest alias begins here, with the number of words to step over."""
        for length in range(min(self._longest_alias, len(spoken) - position), 0, -1):
            sector = self._aliases.get(spoken[position : position + length])
            if sector is not None:
                return length, sector
        return 1, None
