"""A typed answer as folded words, numerals and marks, read from left to right."""

import re
from collections.abc import Collection, Sequence

from retention_coach.spanish.notation import NUMERAL
from retention_coach.spanish.number_words import CARDINALS, HALVES, SCALES
from retention_coach.spanish.words import fold

_TOKEN = re.compile(rf"[0-9]{{1,3}}(?:\ [0-9]{{3}})++(?![0-9.,])|{NUMERAL}|[a-z]+|\S")
_BULLET = re.compile(r"[-–•*] ")
_SILENT = frozenset(".,;!¡()\"'`“”:=")


class Cursor:
    """A position among the tokens of one line. Past the end every token is an empty string.

    «1 234» is one numeral. A bullet at the start and loose punctuation are left out; a colon stays between numerals.
    """

    def __init__(self, line: str) -> None:
        self.tokens, self._written = _tokenise(_BULLET.sub("", line, count=1) if _BULLET.match(line) else line)
        self.position = 0

    def token(self, ahead: int = 0) -> str:
        """The folded token `ahead` places from here."""
        index = self.position + ahead
        return self.tokens[index] if index < len(self.tokens) else ""

    def written(self) -> str:
        """The token here as the person wrote it."""
        return self._written[self.position] if self.position < len(self._written) else ""

    def take(self, words: Collection[str]) -> bool:
        """Steps over one token if it is one of the words."""
        if self.token() not in words:
            return False
        self.position += 1
        return True

    def take_phrase(self, phrase: Sequence[str]) -> bool:
        """Steps over several tokens if they are exactly these."""
        if not self.sees(phrase):
            return False
        self.position += len(phrase)
        return True

    def sees(self, phrase: Sequence[str]) -> bool:
        """Whether the next tokens are exactly these."""
        return self.tokens[self.position : self.position + len(phrase)] == list(phrase)

    def amount_begins(self, ahead: int = 0) -> bool:
        """Whether a numeral, number word, scale or «medio» stands `ahead` places from here."""
        token = self.token(ahead)
        return token[:1].isdigit() or token in CARDINALS or token in SCALES or token in HALVES


def _tokenise(line: str) -> tuple[list[str], list[str]]:
    """The tokens folded, and the same as written."""
    folded: list[str] = []
    origins: list[int] = []
    for index, char in enumerate(line):
        piece = fold(" " if char.isspace() else char)
        folded.append(piece)
        origins.extend([index] * len(piece))
    found = list(_TOKEN.finditer("".join(folded)))
    spoken = [match for index, match in enumerate(found) if not _is_silent(found, index)]
    written = [line[origins[match.start()] : origins[match.end() - 1] + 1] for match in spoken]
    return [match.group() for match in spoken], written


def _is_silent(found: Sequence[re.Match[str]], index: int) -> bool:
    mark = found[index].group()
    if mark == ":" and 0 < index < len(found) - 1:
        return not (found[index - 1].group()[0].isdigit() and found[index + 1].group()[0].isdigit())
    return mark in _SILENT
