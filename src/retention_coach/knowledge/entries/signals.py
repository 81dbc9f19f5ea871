"""How each signal is named, and the words by which it shows in an answer."""

from pydantic import Field

from retention_coach.knowledge.entries.vocabulary import Signal, SignalKind, Topic
from retention_coach.knowledge.provenance import Entry


class SignalEntry(Entry):
    """A signal with the patterns by which it shows (see `knowledge.patterns`).

    It shows where a pattern of `any_of` is affirmed or one of `lack_of` denied, and is denied the other way round:
    «no tenemos CRM» denies the CRM and so shows `no_crm`. Where a pattern of `none_of` stands in the same clause, the
    words mean something else.
    """

    code: Signal
    kind: SignalKind
    label: str
    description: str
    to_confirm: str = Field(description="Qué haría falta saber para estar seguros.")
    topics: tuple[Topic, ...] = Field(min_length=1, description="Temas en los que suele aparecer.")
    any_of: tuple[str, ...] = Field(min_length=5)
    lack_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
