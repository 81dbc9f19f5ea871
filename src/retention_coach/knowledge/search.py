"""How close an entry is to the words that a person searches for."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from retention_coach.knowledge.lexicon import singular, words
from retention_coach.knowledge.provenance import Entry

NOT_FOUND = 5
"""The distance of an entry that lacks one of the words."""

_SHORT = 3
"""Words of so few letters count only whole: «iva» is not in «privada»."""

_TITLES = ("name", "label", "text", "word")
"""Fields that an entry may be called by."""


@dataclass(frozen=True, slots=True)
class SearchableEntry:
    """An entry with its title and its whole content as singular words."""

    entry: Entry
    title: tuple[str, ...]
    key: tuple[str, ...]
    content: frozenset[str]

    @classmethod
    def of(cls, entry: Entry) -> "SearchableEntry":
        """The words of an entry: those it is called by, those of its id, and all that it says."""
        title = next((str(value) for name in _TITLES if (value := getattr(entry, name, ""))), "")
        said = " ".join(_texts(entry.model_dump(mode="json")))
        return cls(entry, _keys(title), _keys(entry.id), frozenset(_keys(said)))

    def distance(self, wanted: Collection[str]) -> int:
        """From 0, it is called so, to `NOT_FOUND`; 1 and 2 have the words in the name or id, 3 and 4 mention them."""
        if tuple(wanted) in {self.title, self.key, self.key[1:]}:
            return 0
        name = {*self.title, *self.key}
        for near, far, found in ((1, 2, name), (3, 4, self.content)):
            if all(word in found for word in wanted):
                return near
            if all(_is_part(word, found) for word in wanted):
                return far
        return NOT_FOUND


def _is_part(word: str, found: Collection[str]) -> bool:
    return word in found or (len(word) > _SHORT and any(word in other for other in found))


def _keys(text: str) -> tuple[str, ...]:
    return tuple(singular(word) for word in words(text))


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for item in value.values():
                yield from _texts(item)
        case list():
            for item in value:
                yield from _texts(item)
