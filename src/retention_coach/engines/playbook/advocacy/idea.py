"""A strategy before it has an owner and a month."""

from collections.abc import Callable
from dataclasses import dataclass

from retention_coach.domain.evidence import Evidence, Figure


@dataclass(frozen=True, slots=True)
class Slot:
    """An owner, a month (1 to 6) and hours."""

    owner: str
    month: int
    hours: float


@dataclass(frozen=True, slots=True)
class Metric:
    """What is counted: its name, how many are wanted with the reason, and how the count is had."""

    name: str
    wanted: Figure
    how: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a strategy says, in the words of prompt 65; figures are those that its texts mention."""

    name: str
    action: str
    objective: str
    steps: tuple[str, ...]
    application: str
    consent: str
    message: str
    metric: Metric
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Idea:
    """Something that could be done with an experience.

    Attributes:
        source: the experience it starts from; two ideas with the same source are two uses of one experience.
        play: id of the entry that says what it takes.
        whom: the account or group that it asks, so that nobody is asked twice in a row.
        evidence: the experience; an assumption where it must be found first.
        write: the texts, given who does it, when and with how many hours.
        is_own: whether the company has the experience already.
        earliest: the first month (1 to 6) in which it may be asked.
        sectors: keys of the sectors of those asked, whose demanding months are avoided.
    """

    source: str
    play: str
    whom: str
    evidence: tuple[Evidence, ...]
    write: Callable[[Slot], Sheet]
    is_own: bool = True
    earliest: int = 1
    sectors: tuple[str, ...] = ()
