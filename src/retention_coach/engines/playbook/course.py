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

_MAIN_THEME, _OTHER_THEME = 2.0, 1.5
"""How many times a signal counts that the approach or a goal is about; that speaks for it or threatens an account."""

_SECOND_THEME = 0.4
"""What a signal counts that a play answers besides its first."""

_MADE_FOR_OWN, _MADE_FOR_CUSTOMERS = 2.0, 1.25
"""How many times a play counts that is made for the company's own sector or offer, or for its customers' sector."""

_HOMES_OF_OWN = 2
"""By how many of its signals a play of the company's own trade may belong to a course; any other, by one."""

_ASKED = 3
"""What a signal counts that the company's own goals are about, besides what was seen: as much as what is strong."""

_LATER_PHASE, _EARLIER_PHASE = 0.4, 0.9
"""What a play counts before its phase of the plan has begun, and after it: a strong answer may still be the first."""

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
        mine = (play for play in plays if self.owns(play) or _serves_any(play) or self._guards(play))
        return tuple(sorted(mine, key=lambda play: (-self._score(play), play.id)))

    def in_phase(self, plays: Sequence[Play], phase: int) -> list[Play]:
        """Ranked plays in the order in which a phase of the plan (1 to 3) takes them.

        Those of the phase come first, unless one of another answers so much better.
        """

        def place(play: Play) -> float:
            if play.horizon_phase == phase:
                return -self._score(play)
            return -self._score(play) * (_LATER_PHASE if play.horizon_phase > phase else _EARLIER_PHASE)

        return sorted(plays, key=place)

    def owns(self, play: Play) -> bool:
        """Whether the play is work of this course and not of the other."""
        if _serves_any(play):
            return play.themes[0] in self.approach.main_themes
        if _is_made_for_own(play) and self.answers(play):
            return any(theme in self.signals for theme in play.themes[:_HOMES_OF_OWN] if theme in self._called)
        return self._home(play) in self.signals

    def follows(self, play: Play) -> bool:
        """Whether the play answers first a signal of the approach that was seen."""
        home = self._home(play)
        return home in self.signals and home in self.approach.themes and home in self._called

    def cause(self, play: Play) -> Sighting | None:
        """What calls for a play: the strongest signal that it answers, else what calls for the approach."""
        seen = [item for item in self.case.told if item.signal.code in play.themes]
        if seen:
            return max(seen, key=lambda item: (item.weight, -play.themes.index(item.signal.code)))
        causes = next(fit.causes for fit in self.case.fits if fit.approach.id == self.approach.id)
        return causes[0] if causes and self.owns(play) else None

    def answers(self, play: Play) -> bool:
        """Whether the play answers something that was seen."""
        return not self._called.isdisjoint(play.themes)

    @property
    def _called(self) -> frozenset[Signal]:
        """What was seen or is asked for."""
        return self.case.asked | self.case.weights.keys()

    def _weight(self, theme: Signal) -> float:
        seen = self.case.weights.get(theme, 0) * self.case.pulls.get(theme, 1.0)
        return seen + _ASKED * (theme in self.case.asked)

    def _home(self, play: Play) -> Signal:
        """The signal by which a play belongs to a course: its first that was seen or is asked for, else its first."""
        return next((theme for theme in play.themes if theme in self._called), play.themes[0])

    def _guards(self, play: Play) -> bool:
        """Whether it is made for the company's trade and answers what was told of a customer that it may lose.

        That is done whichever way the company goes.
        """
        return _is_made_for_own(play) and self._home(play) in self.case.told_of_accounts_at_risk

    def _score(self, play: Play) -> float:
        """How well a play answers what was seen: the signals of the approach and the causes of losses before others."""
        score = sum(
            self._weight(theme) * self._factor(theme) * (1.0 if position == 0 else _SECOND_THEME)
            for position, theme in enumerate(play.themes)
        )
        if _is_made_for_own(play):
            return score * _MADE_FOR_OWN
        return score * (_MADE_FOR_CUSTOMERS if play.customer_sectors else 1.0)

    def _factor(self, theme: Signal) -> float:
        if theme in self.approach.main_themes or theme in self.case.asked:
            return _MAIN_THEME
        is_near = theme in self.approach.other_themes or theme in self.case.told_of_accounts_at_risk
        return _OTHER_THEME if is_near else 1.0


def _serves_any(play: Play) -> bool:
    """Whether it gives a baseline or keeps a date, which any plan needs."""
    return play.gives_baseline or is_renewal(play)


def _is_made_for_own(play: Play) -> bool:
    """Whether it is made for the company's own sector, or for the one kind of offer that it sells."""
    return bool(play.only_sectors) or len(play.offers) == 1


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

    To each its own main signals, then the others that speak for it; what the company asks for is work of the fitter one
    where it speaks for it at all. What speaks for neither is work of the fitter one where it was seen; the rest is
    dealt out by turns, whatever was seen, so that one more answer does not move it.
    """
    order = [fit.approach.id for fit in case.fits]
    first, second = sorted((approach, other), key=lambda found: order.index(found.id))
    taken: dict[Signal, str] = {}
    for themes, owner in (
        (first.main_themes, first),
        ([code for code in first.other_themes if code in case.asked], first),
        (second.main_themes, second),
        (first.other_themes, first),
        (second.other_themes, second),
    ):
        for code in themes:
            taken.setdefault(code, owner.id)
    free = [code for code in SIGNALS if code not in taken]
    dealt = ((code, second if turn % 2 and code not in case.weights else first) for turn, code in enumerate(free))
    taken.update((code, owner.id) for code, owner in dealt)
    return frozenset(code for code, name in taken.items() if name == approach.id)


def _approach_of(case: Case, alternative: Alternative) -> Approach:
    """The approach that its levers cite; for an alternative of other hands, the fittest with most of its methods."""
    cited = {item.ref for lever in alternative.levers for item in lever.evidence if item.kind == "knowledge"}
    methods = {lever.method for lever in alternative.levers}

    def likeness(fit: Fit) -> tuple[bool, int]:
        return fit.approach.id in cited, len(methods & {*fit.approach.methods})

    return max(case.fits, key=likeness).approach
