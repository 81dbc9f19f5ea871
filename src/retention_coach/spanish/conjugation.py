"""The forms of a Spanish verb as people type them: folded, without accents.

Rules of the regular conjugations, of spelling (pagar: pague) and of the regular departures (conocer: conozco, incluir:
incluye, creer: creyeron) are here; how one verb departs from them is data, a `Departure`. Forms of *usted*, *yo*,
*nosotros*, *ellos* and the *tú* of the present are given; *vosotros* and *vos* are not used in business in Ecuador.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

Speaker = Literal["we", "they", "nobody"]
"""Who a form speaks of: *yo* or *nosotros*; anybody else; or nobody, as in «perder»."""

Mood = Literal["fact", "past", "was", "wish", "would"]
"""How a form tells it: as it is or will be, as it happened, as it used to be («renovaban»), in the subjunctive
(«renueven»), or in the conditional («renovarían»)."""

Reading = tuple[Speaker, Mood]

CLITICS = ("se", "nos", "me", "le", "les", "lo", "la", "los", "las", "sela", "selo", "selas", "selos", "noslo")
"""Pronouns written together with an infinitive or a gerund."""

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Departure:
    """Where a verb leaves the regular pattern. All is folded, and empty where the verb is regular.

    Attributes:
        stressed: change of the stem's last vowel where it is stressed: «e>ie» (pierde), «o>ue», «e>i».
        weak: change before -ió, -ieron and -iendo: «e>i» (pidieron), «o>u» (murieron).
        first: the present of *yo*, where the subjunctive comes from: «tengo».
        present: its five forms, *yo*, *tú*, *usted*, *nosotros*, *ustedes*: «soy eres es somos son».
        subjunctive: the stem of the present subjunctive, where `first` does not give it: «sep».
        preterite: the stem of the strong preterite, «tuv», or its five forms.
        imperfect: *yo* in the imperfect: «era».
        future: the stem of future and conditional: «tendr».
        participle: «hecho».
        gerund: «yendo».
        also: further forms of *usted* and *ustedes*, with spaces between: «hay».
    """

    stressed: str = ""
    weak: str = ""
    first: str = ""
    present: str = ""
    subjunctive: str = ""
    preterite: str = ""
    imperfect: str = ""
    future: str = ""
    participle: str = ""
    gerund: str = ""
    also: str = ""


REGULAR = Departure()


_SINGLE: dict[Reading, frozenset[Reading]] = {
    (speaker, mood): frozenset({(speaker, mood)}) for speaker in get_args(Speaker) for mood in get_args(Mood)
}
"""Each reading as a set: most forms have one, and there are tens of thousands."""


def conjugate(verb: str, departure: Departure = REGULAR) -> dict[str, frozenset[Reading]]:
    """Every form of a verb, given as its folded infinitive, with whom it may speak of and how.

    «pago» speaks of *yo* (pago) and of others (pagó): without accents both are one form. A form without a person
    («perder», «perdido») tells a fact of nobody.
    """
    found: dict[str, frozenset[Reading]] = {}
    for form, speaker, mood in _Verb(verb, departure).forms():
        reading = _SINGLE[speaker, mood]
        found[form] = found[form] | reading if form in found else reading
    return found


class _Verb:
    def __init__(self, infinitive: str, departure: Departure) -> None:
        self._infinitive = infinitive
        self._departure = departure
        self._stem, self._ending = infinitive[:-2], infinitive[-2:]
        self._takes_y = self._ending == "ir" and self._stem[-1:] == "u" and self._stem[-2:] not in {"gu", "qu"}
        self._theme = "a" if self._ending == "ar" else "e"

    def forms(self) -> Iterator[tuple[str, Speaker, Mood]]:
        """Each form with its speaker and mood; a form may come several times."""
        yield from self._finite()
        for form in (self._infinitive, self._gerund()):
            yield form, "nobody", "fact"
            yield from ((form + clitic, "nobody", "fact") for clitic in CLITICS)
        participle = self._departure.participle or self._stem + ("ado" if self._theme == "a" else "ido")
        yield from ((participle[:-1] + ending, "nobody", "fact") for ending in ("o", "a", "os", "as"))
        yield from ((form, "they", "fact") for form in self._departure.also.split())

    def _finite(self) -> Iterator[tuple[str, Speaker, Mood]]:
        future, conditional = self._future()
        tenses: tuple[tuple[Mood, tuple[str, ...]], ...] = (
            ("fact", self._present()),
            ("wish", self._subjunctive()),
            ("past", self._preterite()),
            ("wish", self._past_subjunctive("ra")),
            ("wish", self._past_subjunctive("se")),
            ("was", self._imperfect()),
            ("fact", future),
            ("would", conditional),
        )
        for mood, (singular, second, other, plural, others) in tenses:
            yield from ((singular, "we", mood), (plural, "we", mood), (second, "nobody", mood))
            yield from ((other, "they", mood), (others, "they", mood))

    def _present(self) -> tuple[str, ...]:
        if self._departure.present:
            return tuple(self._departure.present.split())
        stressed = self._stressed()
        plural = "i" if self._ending == "ir" else self._theme
        return (
            self._first(),
            *(stressed + self._theme + ending for ending in ("s", "")),
            self._stem + plural + "mos",
            stressed + self._theme + "n",
        )

    def _subjunctive(self) -> tuple[str, ...]:
        theme = "e" if self._theme == "a" else "a"
        irregular = self._departure.subjunctive or self._irregular_first().removesuffix("o")
        base = irregular or self._spelt(self._stressed(), theme)[:-1]
        plural = irregular or self._spelt(self._stressed() if self._takes_y else self._weak(), theme)[:-1]
        if self._departure.stressed == self._departure.weak:
            plural = base
        return (base + theme, base + theme + "s", base + theme, plural + theme + "mos", base + theme + "n")

    def _preterite(self) -> tuple[str, ...]:
        strong = self._departure.preterite
        if " " in strong:
            return tuple(strong.split())
        if strong:
            others = "eron" if strong.endswith("j") else "ieron"
            return tuple(strong + ending for ending in ("e", "iste", "o", "imos", others))
        if self._theme == "a":
            first = self._spelt(self._stem, "e")
            return (first, *(self._stem + ending for ending in ("aste", "o", "amos", "aron")))
        weak, soft = self._softened()
        return (self._stem + "i", self._stem + "iste", weak + soft + "o", self._stem + "imos", weak + soft + "eron")

    def _past_subjunctive(self, mark: str) -> tuple[str, ...]:
        base = self._preterite()[-1].removesuffix("ron") + mark
        return (base, base + "s", base, base + "mos", base + "n")

    def _imperfect(self) -> tuple[str, ...]:
        base = self._departure.imperfect or self._stem + ("aba" if self._theme == "a" else "ia")
        return (base, base + "s", base, base + "mos", base + "n")

    def _future(self) -> Iterator[tuple[str, ...]]:
        stem = self._departure.future or self._infinitive
        yield tuple(stem + ending for ending in ("e", "as", "a", "emos", "an"))
        yield tuple(stem + ending for ending in ("ia", "ias", "ia", "iamos", "ian"))

    def _gerund(self) -> str:
        if self._theme == "a" or self._departure.gerund:
            return self._departure.gerund or self._stem + "ando"
        weak, soft = self._softened()
        return weak + soft + "endo"

    def _first(self) -> str:
        return self._irregular_first() or self._spelt(self._stressed(), "o")

    def _irregular_first(self) -> str:
        """«tengo», «conozco», or nothing."""
        is_zco = self._theme == "e" and self._stem[-1:] == "c" and self._stem[-2:-1] in _VOWELS
        return self._departure.first or (self._stem[:-1] + "zco" if is_zco else "")

    def _softened(self) -> tuple[str, str]:
        """The stem before -ió and -iendo with its «i», which is «y» after a vowel: «creyo», «incluyendo»."""
        weak = self._weak()
        after_vowel = weak[-1:] in _VOWELS and weak[-2:] not in {"gu", "qu"} and not weak.endswith("i")
        return weak.removesuffix("i"), "y" if after_vowel else "i"

    def _stressed(self) -> str:
        return self._stem + "y" if self._takes_y else _changed(self._stem, self._departure.stressed)

    def _weak(self) -> str:
        return _changed(self._stem, self._departure.weak)

    def _spelt(self, stem: str, ending: str) -> str:
        """Stem and ending with the sound of the stem kept: «pague», «saque», «alcance», «exija», «sigo», «venza»."""
        if self._theme == "a" and ending[0] == "e":
            for written, spelt in (("c", "qu"), ("g", "gu"), ("z", "c")):
                if stem.endswith(written):
                    return stem[:-1] + spelt + ending
        if self._theme == "e" and ending[0] in "ao":
            for written, spelt in (("gu", "g"), ("g", "j"), ("c", "z")):
                if stem.endswith(written):
                    return stem.removesuffix(written) + spelt + ending
        return stem + ending


def _changed(stem: str, change: str) -> str:
    """The stem with its last «e» as «ie», as the change says («e>ie»)."""
    if not change:
        return stem
    old, new = change.split(">")
    before, _, after = stem.rpartition(old)
    return before + new + after
