"""What a customer already agreed to, as the company tells it: nothing that was not said is taken for granted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from retention_coach.assessment.spoken import Sentence
from retention_coach.spanish.words import fold

Use = Literal["name", "story", "letter", "call"]

_AGREES = r"(?:si\b|podemos|pueden|acepta\w*|autoriza\w*|permit\w*|de acuerdo|dispuest\w*|se ofrec\w*)"
_GIVEN: tuple[tuple[Use, re.Pattern[str]], ...] = (
    (
        "name",
        re.compile(rf"{_AGREES}.{{0,40}}\b(?:nombr(?:ar|emos|e)\w*|mencion\w*|dar su nombre|usar (?:su|el) nombre)"),
    ),
    (
        "story",
        re.compile(rf"{_AGREES}.{{0,60}}\b(?:cont(?:ar|emos|arlo|arla|arlos)|public\w*|mostr\w*|us(?:ar|emos))\b"),
    ),
    (
        "letter",
        re.compile(
            r"\b(?:recomendacion|carta)\b.{0,30}\b(?:escrit[oa]|membretad\w*|firmad[oa])|\bcarta de recomendacion"
        ),
    ),
    ("call", re.compile(rf"{_AGREES}.{{0,40}}\bllam(?:ar|en|ada)\w*")),
)
_EXCEPT = re.compile(
    r"\bsin\s+(?:decir|mostrar|dar|mencionar|poner|nombrar|precio|monto|nombre|cifra|valor|foto|logo)[^,.;]*"
)
_REFUSES = re.compile(
    r"\bno (?:quier|acept|autoriz|permit|le gust|les gust|podemos|deja)\w*|\bprefier\w* (?:que )?no\b"
    r"|\breserv(?:ad|a)\w*"
)
_NAMELESS = re.compile(r"\b(?:no quier\w*|prefier\w*).{0,30}\bnombr|\bsin (?:decir |dar |el |su |su )?nombr|\banonim")
_PRICE = re.compile(r"\b(?:precio|tarifa|honorario|cobra)")
_AMOUNT = re.compile(r"(?:usd|\$)\s*\d|\d\s*mil\b|\bmil\b|dolares|\bcreditos?\b|\bdeud|\bdeb[ea]")
_RESERVED: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (_PRICE, _PRICE),
    (re.compile(r"\b(?:monto|deb[ea]|deuda|valor|plata|dinero|cuanto|cifra|dolares|factur)"), _AMOUNT),
)
"""What an exception may name, and the signs of it in a text."""

_PERMITS = re.compile(
    r"\b(?:acept|autoriz|podemos contar|podemos nombrar|dice que|dijo que|dijeron que|nos escribi|no quier|prefier"
    r"|estaria dispuest|se ofrec)"
)
_TURN = re.compile(r",?\s+(?:y|pero|e|ademas)\s+|,\s+")


@dataclass(frozen=True, slots=True)
class Permission:
    """What may be done with an experience.

    Attributes:
        words: the sentence in which the company tells it, exactly; empty where nothing was said.
        question: where it was said.
        given: the uses agreed to.
        excluded: what must stay out, exactly as said («sin precios»); empty if nothing.
        is_nameless: whether the customer wants its name kept out.
        is_refused: whether it wants nothing told at all.
    """

    words: str = ""
    question: str = ""
    given: frozenset[Use] = frozenset()
    excluded: str = ""
    is_nameless: bool = False
    is_refused: bool = False

    def keeps_out(self, text: str) -> bool:
        """Whether a text says what must stay out: a price, a debt or any amount, as the exception names them."""
        exception, said = fold(self.excluded), fold(text)
        return any(named.search(exception) and sign.search(said) for named, sign in _RESERVED)


def permission_in(sentences: Iterable[Sentence]) -> Permission:
    """The permission that these sentences tell of; the first that tells of one counts."""
    for sentence in sentences:
        said = fold(sentence.text)
        nameless = _NAMELESS.search(said) is not None
        refused = _REFUSES.search(said) is not None and not nameless
        given = frozenset() if refused else frozenset(use for use, sign in _GIVEN if sign.search(said))
        if given or nameless or refused:
            if nameless:
                given -= {"name", "letter", "call"}
            return Permission(sentence.text, sentence.question, given, _exception(sentence.text), nameless, refused)
    return Permission()


def permission_start(text: str) -> int | None:
    """Where a sentence turns from what happened to what is permitted; None if it does not speak of permission."""
    said = _aligned(text)
    found = _PERMITS.search(said)
    if found is None:
        return None
    turns = [turn.start() for turn in _TURN.finditer(said, 0, found.start())]
    return turns[-1] if turns else 0


def _exception(text: str) -> str:
    """«sin precios», exactly as said."""
    found = _EXCEPT.search(_aligned(text))
    return "" if found is None else text[found.start() : found.end()].strip()


def _aligned(text: str) -> str:
    """The folded text with every position kept."""
    return "".join(fold(char)[:1] or char for char in text)
