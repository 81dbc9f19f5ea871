"""The way that a plan goes: an approach with its methods, and the signals that are its work."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from retention_coach.assessment.approaches import Fit
from retention_coach.assessment.sightings import Sighting
from retention_coach.domain.base import AlternativeLabel, Method
from retention_coach.domain.strategy import Alternative, Strategy
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.play_kinds import is_renewal
from retention_coach.knowledge.entries.approaches import Approach
from retention_coach.knowledge.entries.plays import Play
from retention_coach.knowledge.entries.vocabulary import METHODS, SIGNALS, Signal

_MAIN_THEME, _OTHER_THEME = 3.0, 1.5
"""How many times the weight of a signal counts where the approach is about it, or where it speaks for it."""

_SECOND_THEME = 0.5
"""What a signal counts that a play answers besides its first."""

_SECTOR_WEIGHT = 2.0
"""What being made for the sector counts: as much as something said once."""

_MOST_LEVERS = 4


@dataclass(frozen=True)
class Course:
    """How plays rank for one alternative.

    Attributes:
        case: the company.
        approach: what the alternative is about.
        methods: those of its methods that the plan uses.
        signals: those whose plays are its work; the rest is left to the other alternative, for later.
    """

    case: Case
    approach: Approach
    methods: tuple[Method, ...]
    signals: frozenset[Signal]

    def with_methods(self, methods: Collection[Method]) -> "Course":
        """The same course by some of its methods only, in its own order."""
        return replace(self, methods=tuple(method for method in self.methods if method in methods))

    def with_every_method(self) -> "Course":
        """The same course by its own methods and then any other, where its own do not fit in the hours."""
        others = (method for method in METHODS if method not in self.approach.methods)
        return replace(self, methods=(*self.approach.methods, *others)[:_MOST_LEVERS])

    def ranked(self, plays: Sequence[Play]) -> tuple[Play, ...]:
        """The plays that may be played, the best first: its own, and those that serve any course."""
        mine = (play for play in plays if self.owns(play) or _serves_any(play))
        return tuple(sorted(mine, key=lambda play: (-self._score(play), play.id)))

    def owns(self, play: Play) -> bool:
        """Whether the play is work of this course and not of the other."""
        if _serves_any(play):
            return play.themes[0] in self.approach.main_themes
        return self._home(play) in self.signals

    def follows(self, play: Play) -> bool:
        """Whether the play answers first a signal of the approach that was seen."""
        home = self._home(play)
        return self.owns(play) and home in self.approach.themes and home in self.case.weights

    def cause(self, play: Play) -> Sighting | None:
        """What calls for a play: the strongest signal that it answers, else what calls for the approach."""
        seen = [item for item in self.case.told if item.signal.code in play.themes]
        if seen:
            return max(seen, key=lambda item: (item.weight, -play.themes.index(item.signal.code)))
        causes = next(fit.causes for fit in self.case.fits if fit.approach.id == self.approach.id)
        return causes[0] if causes and self.owns(play) else None

    def answers(self, play: Play) -> bool:
        """Whether the play answers something that was seen."""
        return not self.case.weights.keys().isdisjoint(play.themes)

    def _home(self, play: Play) -> Signal:
        """The signal by which a play belongs to a course: its first that was seen, else its first."""
        return next((theme for theme in play.themes if theme in self.case.weights), play.themes[0])

    def _score(self, play: Play) -> float:
        """How well a play answers what was seen, the signals of the approach before all others."""
        score = sum(
            self.case.weights.get(theme, 0) * self._factor(theme) * (1.0 if position == 0 else _SECOND_THEME)
            for position, theme in enumerate(play.themes)
        )
        return score + (_SECTOR_WEIGHT if play.only_sectors or play.customer_sectors else 0.0)

    def _factor(self, theme: Signal) -> float:
        if theme in self.approach.main_themes:
            return _MAIN_THEME
        return _OTHER_THEME if theme in self.approach.other_themes else 1.0


def _serves_any(play: Play) -> bool:
    """Whether it gives a baseline or keeps a date, which any plan needs."""
    return play.gives_baseline or is_renewal(play)


def course_of(case: Case, approach: Approach, other: Approach) -> Course:
    """The course of an approach, offered beside another."""
    return Course(case, approach, approach.methods, _share(case, approach, other))


def chosen_course(case: Case, strategy: Strategy, label: AlternativeLabel) -> Course:
    """The course of a stored alternative: its levers name the approach and hold the methods that are used."""
    approaches = {item.label: _approach_of(case, item) for item in strategy.alternatives}
    other = next((found for key, found in approaches.items() if key != label), approaches[label])
    used = tuple(dict.fromkeys(lever.method for lever in strategy.alternative(label).levers))
    return replace(course_of(case, approaches[label], other), methods=used)


def _share(case: Case, approach: Approach, other: Approach) -> frozenset[Signal]:
    """Every signal is the work of one of the two: so their plans have little in common.

    To each its own main signals, then the others that speak for it; what speaks for neither is dealt out by turns,
    whatever was seen, so that one more answer does not move the rest.
    """
    order = [fit.approach.id for fit in case.fits]
    first, second = sorted((approach, other), key=lambda found: order.index(found.id))
    taken: dict[Signal, str] = {}
    for themes, owner in (
        (first.main_themes, first),
        (second.main_themes, second),
        (first.other_themes, first),
        (second.other_themes, second),
    ):
        for code in themes:
            taken.setdefault(code, owner.id)
    free = [code for code in SIGNALS if code not in taken]
    taken.update((code, (first, second)[turn % 2].id) for turn, code in enumerate(free))
    return frozenset(code for code, name in taken.items() if name == approach.id)


def _approach_of(case: Case, alternative: Alternative) -> Approach:
    """The approach that its levers cite; for an alternative of other hands, the fittest with most of its methods."""
    cited = {item.ref for lever in alternative.levers for item in lever.evidence if item.kind == "knowledge"}
    methods = {lever.method for lever in alternative.levers}

    def likeness(fit: Fit) -> tuple[bool, int]:
        return fit.approach.id in cited, len(methods & {*fit.approach.methods})

    return max(case.fits, key=likeness).approach
