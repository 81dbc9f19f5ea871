"""Which words name an account or a segment, and what they must look like where they stand.

«Rosas del Cayambe S.A.» is also «Rosas», with its capital, and «Importadora Herrera Hermanos» is «Herrera». What
several customers share, a legal form, a place or the name of a segment tells no customer from another.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from retention_coach.assessment.subjects import Subject, subjects
from retention_coach.domain.profile import Contact, Profile
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.lexicon import singular, words
from retention_coach.spanish.words import word_set

_LINKS = word_set("a al con de del e el en la las los para por sin y un una")
_LEGAL = word_set("""
    s a c l r n u sa sas cia ltda ltd llc inc corp srl spa gmbh ag bv sl cem ep scc oy ab kg plc nv ticaret limited
    """)
_GENERIC = word_set("""
    agricola agricolas alimentos andina andino andinas andinos asociacion asociados austral centro comercial compania
    compradores clientes corporacion costa ecuador ecuatoriana ecuatoriano empresa empresas general global group grupo
    hermanas hermanos hijos industria industrial industrias internacional inversiones locales nacional negocios norte
    oriente otros pacifico productos representaciones servicios sierra sociedad soluciones sur
    """)
_COMMON = word_set("""
    aguila alegria bandera barrera blanca blanco bravo cabezas calle campo campos casa casas castillo cielo condor
    confianza corona cruz cuero delgado dorado esperanza estrella feliz fe fiesta firme flor flores fuente gloria
    guerra herrero iglesias leon luna luz mar mesa monte montes moreno nieve norte nuevo oro paredes parra paz peña
    petalos pinto piedra primavera principal progreso puente ramos rey reyes rio rios roca rojas rosa rosas rosario
    sala salas segundo serrano silva sol suela toro torre torres tornillo union valle vega verde vera victoria vida
    villa vivo crocante ruta
    """)
"""Words of names that are also words of every day: in lower case they name nobody."""

_SHORTEST = 4
_SHORTEST_STEM = 5
_LONGEST_RUN = 6
_FOUR_NAMES = 4
"""With two given names and two surnames, the first surname is the last but one."""


@dataclass(frozen=True, slots=True)
class Call:
    """Words that name a subject, and what they must look like.

    Attributes:
        words: folded.
        subject: whom they name.
        needs_capital: whether they name nobody in lower case.
        within: whether a capital only counts inside a sentence, where it is no mere beginning.
        needs_title: whether a title must stand before.
        is_place: whether it names nobody after «en» or «de».
        is_stem: whether the word may end otherwise («Europa», «europeos»).
    """

    words: tuple[str, ...]
    subject: Subject
    needs_capital: bool = False
    within: bool = False
    needs_title: bool = False
    is_place: bool = False
    is_stem: bool = False


def calls(profile: Profile, knowledge: Knowledge) -> tuple[Call, ...]:
    """Every way of naming the accounts, their contacts and the segments that names only one of them."""
    found = (*_of_accounts(profile, _Telling(profile, knowledge)), *_of_contacts(profile), *_of_segments(profile))
    listed = list(dict.fromkeys(found))
    owners: dict[tuple[str, ...], set[Subject]] = {}
    for call in listed:
        owners.setdefault(call.words, set()).add(call.subject)
    return tuple(call for call in listed if len(owners[call.words]) == 1)


class _Telling:
    """Which words of the accounts' names tell one customer from another."""

    def __init__(self, profile: Profile, knowledge: Knowledge) -> None:
        self._places = _places(knowledge)
        self._trades = _trades(knowledge)
        self._taken = {word for text in (profile.company, profile.canton) for word in words(text)}
        self._of_segments = {singular(word) for segment in profile.segments for word in words(segment.name)}
        self._counts = Counter(word for account in profile.accounts for word in set(core(account.customer)))

    def proper(self, word: str) -> bool:
        """«Nordfrucht», «Herrera», «Chasquis»."""
        return (
            self._is_free(word)
            and len(word) >= _SHORTEST
            and word not in self._places
            and singular(word) not in self._trades | self._of_segments
        )

    def trade(self, word: str) -> bool:
        """«Curtiduría», where no other account is one."""
        return self._is_free(word) and singular(word) in self._trades

    def place(self, word: str) -> bool:
        """«Tabacundo», where no other account is from there."""
        return self._counts[word] == 1 and word in self._places and word not in self._taken | _LINKS

    def _is_free(self, word: str) -> bool:
        return self._counts[word] == 1 and word not in _LINKS | _GENERIC | self._taken


def core(name: str) -> tuple[str, ...]:
    """The words of a name without the legal form at its end."""
    said = list(words(name))
    while said and said[-1] in _LEGAL:
        said.pop()
    return tuple(said)


def _of_accounts(profile: Profile, telling: _Telling) -> Iterator[Call]:
    for account in subjects(profile):
        if account.kind != "account":
            continue
        said = core(account.name)
        proper = [word for word in said if telling.proper(word)]
        places = [word for word in said if telling.place(word)]
        yield from (Call((word,), account, needs_capital=word in _COMMON) for word in proper)
        yield from (Call((word,), account, needs_capital=True, within=True) for word in said if telling.trade(word))
        if not proper:
            yield from (Call((word,), account, needs_capital=True, is_place=True) for word in places)
        yield from (Call(run, account) for run in _runs(said) if not proper or not {*proper, *places}.isdisjoint(run))


def _runs(said: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The parts of a name with two telling words or more, which name it whatever their case."""
    for start in range(len(said)):
        for end in range(start + 2, min(start + _LONGEST_RUN, len(said)) + 1):
            run = said[start:end]
            if sum(word not in _LINKS for word in run) > 1 and run[-1] not in _LINKS:
                yield tuple(run)


@lru_cache(maxsize=2)
def _places(knowledge: Knowledge) -> frozenset[str]:
    """The words of which the names of cantons are made."""
    names = (name for canton in knowledge.calendar.cantons for name in (canton.name, *canton.aliases))
    return frozenset(word for name in names for word in words(name))


@lru_cache(maxsize=2)
def _trades(knowledge: Knowledge) -> frozenset[str]:
    """The words by which sectors are called, as keys that they share with their plurals."""
    return frozenset(
        singular(word)
        for sector in knowledge.sectors
        for alias in (sector.name, *sector.aliases)
        for word in words(alias)
        if word not in _LINKS
    )


def _of_contacts(profile: Profile) -> Iterator[Call]:
    accounts = {item.id: item for item in subjects(profile) if item.kind == "account"}
    for contact in profile.contacts:
        subject = accounts.get(contact.account_id or "")
        if subject is not None:
            yield from _of_contact(contact, subject)


def _of_contact(contact: Contact, subject: Subject) -> Iterator[Call]:
    """The whole name; the first surname; after a title, also the given name: «doña Rosario»."""
    said = words(contact.name)
    if len(said) > 1:
        surname = said[-2] if len(said) >= _FOUR_NAMES else said[1]
        yield Call(said, subject)
        yield Call((surname,), subject, needs_capital=True)
        yield Call((surname,), subject, needs_title=True)
    if said:
        yield Call((said[0],), subject, needs_title=True)


def _of_segments(profile: Profile) -> Iterator[Call]:
    """The whole name, and the forms of its first noun: of «Talleres de cuero», «taller»; of «Europa», «europeos»."""
    own = {singular(word) for text in (profile.company, profile.industry) for word in words(text)}
    for segment in subjects(profile):
        said = words(segment.name)
        if segment.kind != "segment" or not said:
            continue
        if len(said) > 1:
            yield Call(said, segment)
        stem = said[0].removesuffix("s").rstrip("aeo")
        if said[0] not in _LINKS | _GENERIC and singular(said[0]) not in own and len(stem) >= _SHORTEST_STEM:
            yield Call((stem,), segment, is_stem=True)
