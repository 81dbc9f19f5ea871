"""What is understood of a text. Every `words` is the slice of the text from `start` to `end`."""

from dataclasses import dataclass
from typing import Literal

from retention_coach.knowledge.entries.vocabulary import Signal

Unit = Literal["customers", "usd", "percent", "hours", "days", "weeks", "months", "people", "count"]
Period = Literal["day", "week", "month", "quarter", "semester", "year"]


@dataclass(frozen=True, slots=True)
class SignalFound:
    """A signal that a sentence shows, or denies.

    Attributes:
        code: the signal.
        words: the words that say so.
        start: where they begin in the text.
        end: where they end.
        hedged: whether the sentence says it as a guess.
    """

    code: Signal
    words: str
    start: int
    end: int
    hedged: bool


@dataclass(frozen=True, slots=True)
class QuantityFound:
    """A figure said in a sentence.

    Attributes:
        value: the figure; the midpoint of a range («entre 10 y 15»), the part of a whole («8 de 120»).
        whole: the whole, or None.
        unit: what it counts; `count` for things of any other name; None where nothing is said. Minutes are given in
            hours and years in months.
        period: what it is counted by or in («al mes», «el año pasado»), or None.
        words: the figure with its unit, as typed.
        start: where they begin in the text.
        end: where they end.
        approximate: whether it is a range, or «unos», «más de», «casi» says so.
    """

    value: float
    whole: float | None
    unit: Unit | None
    period: Period | None
    words: str
    start: int
    end: int
    approximate: bool


@dataclass(frozen=True, slots=True)
class Understanding:
    """Everything that is understood of a text, in the order of the text.

    Attributes:
        signals: what it shows.
        denied: what it says is not so, and does not show anywhere else.
        quantities: the figures in it.
        hedged: whether any of it is said as a guess.
    """

    signals: tuple[SignalFound, ...]
    denied: tuple[SignalFound, ...]
    quantities: tuple[QuantityFound, ...]
    hedged: bool
