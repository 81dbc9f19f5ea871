"""What the class teaches about keeping customers: definitions, lists and steps, tied to the plays that apply them."""

from pydantic import BaseModel, ConfigDict, Field

from retention_coach.knowledge.entries.vocabulary import Segment, Stage
from retention_coach.knowledge.provenance import Entry


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class LessonItem(_Part):
    """One thing taught; `plays` are the ids of those that put it into practice."""

    name: str
    text: str
    plays: tuple[str, ...] = ()


class LessonPart(_Part):
    """A titled list of the lesson: its objectives, its activities, its steps."""

    title: str
    items: tuple[LessonItem, ...] = Field(min_length=2)


class Lesson(Entry):
    """One subject of the class; `stage` and `segment` say whom it is about, where it is about one."""

    name: str
    summary: str
    parts: tuple[LessonPart, ...] = Field(min_length=1)
    stage: Stage | None = None
    segment: Segment | None = None

    def items(self) -> tuple[LessonItem, ...]:
        """Everything that it teaches, in order."""
        return tuple(item for part in self.parts for item in part.items)
