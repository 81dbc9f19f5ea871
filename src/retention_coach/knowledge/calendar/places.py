"""Finding a canton by what a person types."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Self

from pydantic import BaseModel, ConfigDict

from retention_coach.knowledge.calendar.calendar_data import CalendarData
from retention_coach.knowledge.calendar.entries import Canton, Province, Region
from retention_coach.knowledge.lexicon import words

_ABBREVIATIONS = {
    "sto": "santo",
    "sta": "santa",
    "sn": "san",
    "gral": "general",
    "cnel": "coronel",
    "crnel": "coronel",
    "pto": "puerto",
}
# Words around a name that do not tell places apart.
_PREFIX = re.compile(r"^(canton|ciudad|provincia) (de |del )?")
_SUFFIX = re.compile(r" ecuador$")
_CLOSE_ENOUGH = 0.7


class Place(BaseModel):
    """A canton with its province."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    canton: Canton
    province: Province

    @property
    def region(self) -> Region:
        """The natural region of the province."""
        return self.province.region

    @property
    def label(self) -> str:
        """The name as shown to people: «Quito (Pichincha)»."""
        return f"{self.canton.name} ({self.province.name})"


class Gazetteer:
    """The cantons by name, alias, and name with province, whatever the case, accents and punctuation.

    A bare name shared by two cantons, or by a canton and another province («Pichincha»), finds nothing:
    `suggestions` then lists the candidates.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = {place.canton.id: place for place in places}
        self._ids_by_key: dict[str, set[str]] = defaultdict(set)
        self._ids_by_province: dict[str, list[str]] = defaultdict(list)
        for place in self._places.values():
            self._ids_by_province[_fold(place.province.name)].append(place.canton.id)
            for key in _keys(place):
                self._ids_by_key[key].add(place.canton.id)

    @classmethod
    def from_entries(cls, raw: CalendarData) -> Self:
        """All cantons of the knowledge base, a province's capital first as the source file lists them."""
        provinces = {province.id: province for province in raw.provinces}
        return cls(Place(canton=canton, province=provinces[canton.province]) for canton in raw.cantons)

    def by_id(self, canton: str) -> Place | None:
        """The place with this canton id, or None."""
        return self._places.get(canton)

    def find(self, text: str) -> Place | None:
        """The one place this text names, or None if it names none or more than one."""
        key = _fold(text)
        found = self._ids_by_key.get(key, set())
        if len(found) != 1:
            return None
        place = self._places[next(iter(found))]
        names_other_province = key in self._ids_by_province and key != _fold(place.province.name)
        return None if names_other_province else place

    def suggestions(self, text: str, limit: int = 3) -> tuple[Place, ...]:
        """The places this text may mean, best first: namesakes, cantons of that province, then close spellings."""
        key = _fold(text)
        close = get_close_matches(key, self._ids_by_key, n=limit * 3, cutoff=_CLOSE_ENOUGH)
        candidates = [
            *sorted(self._ids_by_key.get(key, set())),
            *self._ids_by_province.get(key, []),
            *(canton for match in close for canton in sorted(self._ids_by_key[match])),
        ]
        return tuple(self._places[canton] for canton in list(dict.fromkeys(candidates))[:limit])


def _keys(place: Place) -> Iterator[str]:
    for name in (place.canton.name, *place.canton.aliases):
        yield _fold(name)
        yield _fold(f"{name} {place.province.name}")


def _fold(text: str) -> str:
    """Lower case without accents or punctuation, with abbreviations written out."""
    spelled = " ".join(_ABBREVIATIONS.get(word, word) for word in words(text))
    return _SUFFIX.sub("", _PREFIX.sub("", spelled))
