"""What can happen to a session. Each event carries its time: the machine has no clock."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from retention_coach.domain.base import AlternativeLabel, StepId, Topic, Wire
from retention_coach.domain.interview import Corrections
from retention_coach.domain.profile import Profile
from retention_coach.domain.session import Attempt, MadeBy


@dataclass(frozen=True, slots=True)
class FieldGiven:
    """A field of the profile was filled in, as typed; None for «no sé». The profile itself is set when it is whole."""

    name: str
    text: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class ProfileSet:
    """The company's profile was given or corrected."""

    profile: Profile
    at: datetime


@dataclass(frozen=True, slots=True)
class Answered:
    """A question was answered; `text` is None for «no sé»."""

    question: str
    text: str | None
    at: datetime
    consultant_only: bool = False


@dataclass(frozen=True, slots=True)
class UnderstandingCorrected:
    """A person said what of an answer's understanding is not so, and what it lacks; replaces what was said before."""

    question: str
    corrections: Corrections
    at: datetime


@dataclass(frozen=True, slots=True)
class UnderstandingAccepted:
    """A person saw what was understood of these answers and goes on with it."""

    questions: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class DraftKept:
    """An answer was interrupted while being typed; empty text forgets the draft."""

    question: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TopicClosed:
    """The rest of a topic was declared unknown."""

    topic: Topic
    at: datetime


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of the two alternatives was selected."""

    label: AlternativeLabel
    by: Literal["consultant", "recommended"]
    at: datetime


@dataclass(frozen=True, slots=True)
class Replied:
    """An engine filled a step. `max_repairs` is how many times it may still be asked to mend it."""

    step: StepId
    content: Wire
    made_by: MadeBy
    attempts: tuple[Attempt, ...]
    max_repairs: int
    at: datetime


@dataclass(frozen=True, slots=True)
class EngineFailed:
    """An engine could not fill a step; the attempt is kept."""

    step: StepId
    attempt: Attempt
    at: datetime


@dataclass(frozen=True, slots=True)
class Edited:
    """Somebody changed a value of an output by hand; `path` such as `months.0.actions.2.owner`."""

    step: StepId
    path: str
    value: object
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RedoAsked:
    """These steps are to be done again; their outputs stay until the new ones arrive."""

    steps: tuple[StepId, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The consultant says that the documents, as they are now, may be shown."""

    by: str
    at: datetime


Event = (
    FieldGiven
    | ProfileSet
    | Answered
    | UnderstandingCorrected
    | UnderstandingAccepted
    | DraftKept
    | TopicClosed
    | Chosen
    | Replied
    | EngineFailed
    | Edited
    | RedoAsked
    | Reviewed
)
