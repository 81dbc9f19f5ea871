"""A strategy before it has an owner and a month."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from retention_coach.domain.evidence import Evidence, Figure
from retention_coach.domain.profile import Contact


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
    """What a strategy says, in the words of prompt 65; figures are those that its texts mention.

    `message` is the body of a letter to `contact`: who is greeted and who writes is added to it.
    """

    name: str
    action: str
    objective: str
    steps: tuple[str, ...]
    application: str
    consent: str
    message: str
    metric: Metric
    contact: Contact | None = None
    figures: tuple[Figure, ...] = ()


Kind = Literal["story", "asset", "praise", "referral", "promoters", "relation", "search"]
"""What an idea makes use of; «search» where it must be found first."""


@dataclass(frozen=True, slots=True)
class Idea:
    """Something that could be done with an experience.

    Attributes:
        kind: what kind of experience that is.
        source: the experience it starts from; two ideas with the same source are two uses of one experience.
        play: id of the entry that says what it takes.
        whom: the account or group that it asks, so that nobody is asked twice in a row.
        evidence: the experience; an assumption where it must be found first.
        write: the texts, given who does it, when and with how many hours.
        earliest: the first month (1 to 6) in which it may be asked.
        sectors: keys of the sectors of those asked, whose demanding months are avoided.
    """

    kind: Kind
    source: str
    play: str
    whom: str
    evidence: tuple[Evidence, ...]
    write: Callable[[Slot], Sheet]
    earliest: int = 1
    sectors: tuple[str, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether the company has the experience already."""
        return self.kind != "search"
