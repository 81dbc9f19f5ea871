"""Copies of the shipped knowledge base with something changed, for tests that corrupt it in one place."""

from typing import TypeVar

from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.loader import load
from retention_coach.knowledge.provenance import Entry

E = TypeVar("E", bound=Entry)


def changed(**collections: object) -> Knowledge:
    """The shipped base with these collections in place of its own, unvalidated and with no cached index."""
    base = load()
    fields = {name: getattr(base, name) for name in Knowledge.model_fields}
    return Knowledge.model_construct(**{**fields, **collections})


def with_entry(collection: tuple[E, ...], entry_id: str, **fields: object) -> tuple[E, ...]:
    """The collection with some fields of one entry replaced, unvalidated."""
    assert any(entry.id == entry_id for entry in collection)
    return tuple(entry.model_copy(update=fields) if entry.id == entry_id else entry for entry in collection)
