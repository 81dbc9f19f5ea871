"""A text as folded words, numbers and marks, each with its exact place in the text."""

import re
from dataclasses import dataclass
from unicodedata import normalize

from retention_coach.spanish.words import fold, word_set

_TOKEN = re.compile(
    r"[0-9]{1,3}(?:\ [0-9]{3})++(?![0-9.,])"  # «1 234»
    r"|[0-9]++(?:[.,'’][0-9]++)*+"
    r"|(?:[^\W\d_][\u0300-\u036f]*+)++"
    r"|[^\S\n]*\n\s*"
    r"|[^\s\w]|_"
)
_ENDS = frozenset(".;:!?¡¿…\n")
_ABBREVIATIONS = word_set("""
    ing dr dra lic lcdo lcda av sr sra srta arq econ abg etc tel telf cia ltda no num aprox dto gte art prof
    """)
_SHORTENED = {
    "q": "que", "k": "que", "ke": "que", "xq": "porque", "pq": "porque", "porq": "porque", "xk": "porque",
    "x": "por", "tb": "tambien", "tmb": "tambien", "tbn": "tambien", "d": "de", "pa": "para", "bn": "bien",
    "msj": "mensaje", "msjs": "mensajes", "wsp": "whatsapp", "wasap": "whatsapp", "ws": "whatsapp",
    "whats": "whatsapp", "guasap": "whatsapp", "cel": "celular", "tlf": "telefono", "fono": "telefono",
    "info": "informacion", "ctas": "cuentas", "fact": "facturas", "aki": "aqui", "ai": "hay", "ase": "hace",
    "an": "han", "nd": "nada", "ning1": "ninguno",
}  # fmt: skip
"""How people shorten words in a chat, and the word that is meant."""

_YES = "sí"
"""Keeps its accent, so that it is no «si», if."""

_SEVERAL = {"nose": ("no", "se"), "osea": ("o", "sea"), "nosabemos": ("no", "sabemos")}
"""Words run together."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark.

    Attributes:
        word: folded, and in full where the person shortened it («q» is «que»); «sí» keeps its accent.
        start: where it begins in the text.
        end: where it ends.
    """

    word: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, not a mark."""
        return self.word[0].isalnum()


def sentences(text: str) -> list[list[Token]]:
    """The sentences of a text that have a word, in order; the mark that ends one is its last token."""
    found: list[list[Token]] = [[]]
    for match in _TOKEN.finditer(text):
        folded = _folded(match.group())
        is_scale = folded == "k" and match.start() > 0 and text[match.start() - 1].isdigit()  # «15k»
        meant = (folded,) if is_scale else _SEVERAL.get(folded, (_SHORTENED.get(folded, folded),))
        for word in meant:
            found[-1].append(Token(word, *match.span()))
        if _ends_sentence(found[-1], text):
            found.append([])
    return [sentence for sentence in found if any(token.is_word for token in sentence)]


def _folded(typed: str) -> str:
    if "\n" in typed:
        return "\n"
    return _YES if normalize("NFC", typed).lower() == _YES else fold(typed) or typed


def _ends_sentence(sentence: list[Token], text: str) -> bool:
    """Whether the last token does; the point of «el ing. de compras» does not."""
    last = sentence[-1]
    if last.word != ".":
        return last.word in _ENDS
    is_short = len(sentence) > 1 and sentence[-2].word in _ABBREVIATIONS
    return not (is_short and text[last.end : last.end + 2].strip())
