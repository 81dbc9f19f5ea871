"""How each signal is named, and the words by which it shows in an answer."""

from pydantic import Field

from retention_coach.knowledge.entries.vocabulary import Signal, SignalKind, Topic
from retention_coach.knowledge.provenance import Entry


class SignalEntry(Entry):
    """A signal with its trigger patterns, written without accents (see `lexicon`).

    It shows in a sentence that holds a pattern of `any_of` and none of `none_of`. What else denies the words of a
    sentence is the business of whoever reads it.
    """

    code: Signal
    kind: SignalKind
    label: str
    description: str
    to_confirm: str = Field(description="Qué haría falta saber para estar seguros.")
    topics: tuple[Topic, ...] = Field(min_length=1, description="Temas en los que suele aparecer.")
    any_of: tuple[str, ...] = Field(min_length=5)
    none_of: tuple[str, ...] = ()
