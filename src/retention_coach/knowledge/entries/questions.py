"""The question bank of the interview."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from retention_coach.knowledge.entries.vocabulary import RelationshipModel, Signal, Topic
from retention_coach.knowledge.provenance import Entry

Priority = Literal["core", "useful"]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class FollowUp(_Part):
    """A further question, for when the answer mentions one of these words.

    They are without accents; «demor*» stands for every word that begins so.
    """

    code: str = Field(pattern=r"^Q\d+\.\d+$")
    when: tuple[str, ...] = Field(min_length=1)
    text: str


class SkipWhen(_Part):
    """When the question has no sense: any of the conditions is enough."""

    relationship_models: tuple[RelationshipModel, ...] = ()
    sectors: tuple[str, ...] = ()

    def applies(self, model: RelationshipModel, sector_key: str) -> bool:
        """Whether a company with this relationship model and own sector is spared the question."""
        return model in self.relationship_models or sector_key in self.sectors


class Question(Entry):
    """One open, consultative question; its code (`Q7`) is permanent, because answers are cited by it."""

    topic: Topic
    priority: Priority
    text: str
    why: str = Field(description="Por qué se pregunta.")
    examples: tuple[str, str]
    follow_ups: tuple[FollowUp, ...] = ()
    skip_when: SkipWhen = SkipWhen()
    informs: tuple[Signal, ...] = Field(default=(), description="Señales que la respuesta suele revelar.")
    private: bool = Field(default=False, description="Conviene marcar la respuesta «solo consultor».")

    @property
    def code(self) -> str:
        """`Q7` for the id `question.q7`."""
        return self.id.removeprefix("question.").upper()
