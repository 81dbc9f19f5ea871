"""By which words of an answer a named account or a segment is recognised.

«Rosas del Cayambe S.A.» is also «Rosas», with its capital, and «Importadora Herrera Hermanos» is «Herrera». What
several customers share, a legal form, a place or the name of a segment tells no customer from another.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from retention_coach.assessment.subjects import Subject, subjects
from retention_coach.domain.profile import Contact, Profile, Segment
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.lexicon import singular, words
from retention_coach.spanish.words import word_set
from retention_coach.understanding.tokens import Token

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

_TITLES = word_set("""
    don dona senor senora sr sra ing ingeniero ingeniera lic lcdo lcda licenciado licenciada dr dra doctor doctora
    econ economista arq arquitecto arquitecta abg abogado abogada
    """)
_STANDING_IN = word_set("en de desde hasta hacia por para a del")
_SHORTEST = 4
_LONGEST_ENDING = 3
_SHORTEST_STEM = 5


@dataclass(frozen=True, slots=True)
class Naming:
    """The words of a sentence that name a subject.

    Attributes:
        subject: whom they name.
        first: index of the first of them among the sentence's tokens.
        after: index after the last.
    """

    subject: Subject
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class _Call:
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


class Names:
    """The names of one company's accounts, contacts and segments, ready to be looked for."""

    def __init__(self, profile: Profile, knowledge: Knowledge) -> None:
        self._trades = _trades(knowledge)
        self._places = {word for canton in knowledge.calendar.cantons for word in words(canton.name)}
        self._places |= {
            word for canton in knowledge.calendar.cantons for alias in canton.aliases for word in words(alias)
        }
        own = {word for text in (profile.company, profile.canton) for word in words(text)}
        of_segments = {singular(word) for segment in profile.segments for word in words(segment.name)}
        self._taken = own
        self._of_segments = of_segments
        calls = [*self._of_accounts(profile), *_of_contacts(profile), *self._of_segment_names(profile)]
        self._calls = _unambiguous(calls)

    def namings(self, text: str, tokens: Sequence[Token]) -> tuple[Naming, ...]:
        """Who is named in a sentence of a text, in order; of words that overlap the longest name holds."""
        found = [
            Naming(call.subject, start, start + len(call.words))
            for start in range(len(tokens))
            for call in self._calls
            if _stands(call, text, tokens, start)
        ]
        kept: list[Naming] = []
        for naming in sorted(found, key=lambda item: (item.first - item.after, item.first, item.subject.kind)):
            if all(naming.after <= other.first or other.after <= naming.first for other in kept):
                kept.append(naming)
        return tuple(sorted(kept, key=lambda item: item.first))

    def _of_accounts(self, profile: Profile) -> Iterator[_Call]:
        accounts = [item for item in subjects(profile) if item.kind == "account"]
        cores = {account: _core(account.name) for account in accounts}
        counts = Counter(word for core in cores.values() for word in set(core))
        for account, core in cores.items():
            telling = [word for word in core if self._tells(word, counts)]
            trades = [word for word in core if counts[word] == 1 and singular(word) in self._trades]
            places = [word for word in core if counts[word] == 1 and word in self._places]
            for word in telling:
                yield _Call((word,), account, needs_capital=word in _COMMON)
            for word in trades:
                if word not in telling and word not in _GENERIC | self._taken:
                    yield _Call((word,), account, needs_capital=True, within=True)
            if not telling:
                yield from (_Call((word,), account, needs_capital=True, is_place=True) for word in places)
            yield from (_Call(run, account) for run in _runs(core) if {*run} & {*telling, *places} or len(telling) == 0)

    def _tells(self, word: str, counts: Counter[str]) -> bool:
        """Whether the word by itself tells one customer from another."""
        return (
            counts[word] == 1
            and len(word) >= _SHORTEST
            and word not in _LINKS | _GENERIC | self._taken | self._places
            and singular(word) not in self._trades | self._of_segments
        )

    def _of_segment_names(self, profile: Profile) -> Iterator[_Call]:
        own = {singular(word) for text in (profile.company, profile.industry) for word in words(text)}
        for subject, segment in _with_segments(profile):
            said = words(segment.name)
            if len(said) > 1:
                yield _Call(said, subject)
            if not said or said[0] in _LINKS:
                continue
            for word in _nouns(said):
                stem = _stem(word)
                if len(stem) >= _SHORTEST_STEM and singular(word) not in own and word not in _GENERIC:
                    yield _Call((stem,), subject, is_stem=True)


def _trades(knowledge: Knowledge) -> frozenset[str]:
    """The words by which sectors are called, as keys that they share with their plurals."""
    return frozenset(
        singular(word)
        for sector in knowledge.sectors
        for alias in (sector.name, *sector.aliases)
        for word in words(alias)
        if word not in _LINKS
    )


def _core(name: str) -> tuple[str, ...]:
    """The words of a name without the legal form at its end."""
    said = list(words(name))
    while said and said[-1] in _LEGAL:
        said.pop()
    return tuple(said)


def _runs(core: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The parts of a name with two words or more that say something, which name it whatever their case."""
    for start in range(len(core)):
        for end in range(start + 2, len(core) + 1):
            run = core[start:end]
            telling = [word for word in run if word not in _LINKS]
            if len(telling) > 1 and {run[0], run[-1]}.isdisjoint(_LINKS - {"la", "las", "los", "el", "al"}):
                yield tuple(run)


def _nouns(said: Sequence[str]) -> tuple[str, ...]:
    """Of «Talleres de cuero y calzado» the talleres; of «Turquía y Medio Oriente» Turquía."""
    return (said[0],)


def _stem(word: str) -> str:
    """What the forms of a word have in common: «importador», «florícol», «europ»."""
    return word.removesuffix("s").rstrip("aeo") if len(word) > _SHORTEST else word


def _with_segments(profile: Profile) -> Iterator[tuple[Subject, Segment]]:
    by_name = {segment.name: segment for segment in profile.segments}
    yield from ((item, by_name[item.id]) for item in subjects(profile) if item.kind == "segment")


def _of_contacts(profile: Profile) -> Iterator[_Call]:
    accounts = {item.id: item for item in subjects(profile) if item.kind == "account"}
    for contact in profile.contacts:
        subject = accounts.get(contact.account_id or "")
        if subject is not None:
            yield from _of_contact(contact, subject)


def _of_contact(contact: Contact, subject: Subject) -> Iterator[_Call]:
    said = words(contact.name)
    if len(said) > 1:
        yield _Call(said, subject)
        surname = said[-2] if len(said) > 3 else said[1]  # noqa: PLR2004 - two given names and two surnames
        yield _Call((surname,), subject, needs_capital=True)
        yield _Call((surname,), subject, needs_title=True)
    if said:
        yield _Call((said[0],), subject, needs_title=True)


def _unambiguous(calls: Iterable[_Call]) -> tuple[_Call, ...]:
    """Without the words that would name two subjects."""
    listed = list(dict.fromkeys(calls))
    owners: dict[tuple[str, ...], set[Subject]] = {}
    for call in listed:
        owners.setdefault(call.words, set()).add(call.subject)
    return tuple(call for call in listed if len(owners[call.words]) == 1)


def _stands(call: _Call, text: str, tokens: Sequence[Token], start: int) -> bool:
    """Whether the words of a call stand at a token, and look as they must."""
    said = tokens[start : start + len(call.words)]
    if len(said) < len(call.words):
        return False
    if call.is_stem:
        return _is_form(said[0].word, call.words[0])
    if any(token.word != word for token, word in zip(said, call.words, strict=True)):
        return False
    before = tokens[start - 1].word if start else ""
    if call.is_place and before in _STANDING_IN:
        return False
    if call.needs_title and not _has_title(tokens, start):
        return False
    if call.needs_capital and not _has_capitals(text, said):
        return False
    return not (call.within and not any(token.is_word for token in tokens[:start]))


def _is_form(word: str, stem: str) -> bool:
    return word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING


def _has_title(tokens: Sequence[Token], start: int) -> bool:
    """«La licenciada Quishpe», «el ing. Cabezas», «doña Rosario»."""
    before = [token.word for token in tokens[max(0, start - 2) : start] if token.is_word]
    return bool(before) and before[-1] in _TITLES


def _has_capitals(text: str, said: Collection[Token]) -> bool:
    return all(text[token.start].isupper() for token in said)
