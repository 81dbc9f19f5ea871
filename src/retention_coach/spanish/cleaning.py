"""Text made safe for every output: documents, spreadsheets, calendars, terminals.

What is removed either breaks a writer (control characters, lone surrogates, non-characters) or shows something other
than what the text says (terminal sequences, direction marks, invisible characters). Joined emoji come apart into their
pieces, because the joiner and the variation selectors are invisible too. Letters, signs and spaces stay.
"""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")

_TERMINAL_SEQUENCES = re.compile(
    r"""
    (?:\x1b\[|\x9b) [0-?]*+ [\x20-/]*+ [@-~]                               # colours, cursor, erasing
  | (?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f]) [^\x07\x1b\x90-\x9f\n]*+ (?:\x07|\x1b\\|\x9c)  # titles, links, clipboard
  | \x1b [\x20-/]*+ [0-~]                                                  # two-character commands
    """,
    re.VERBOSE,
)

_BANNED = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, except tab and new line
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # invisible
    "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # zero width and direction
    "\ufe00-\ufe0f\ufff0-\ufffb"  # variation selectors, annotations
    "\ud800-\udfff"  # lone surrogates
    "\ufdd0-\ufdef\ufffe\uffff"  # non-characters
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # invisible signs of shorthand and music
    "\U000e0000-\U000e0fff"  # invisible tags
    + "".join(f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)

_BREAKABLE_SPACE = re.compile(r"[^\S\u00a0\u202f]+")  # every white space except the no-break ones


def clean(text: str) -> str:
    r"""The text fit for any output: NFC, lines ended by \n, nothing invisible except \n and tab. Idempotent."""
    lines = _LINE_ENDS.sub("\n", text)
    return unicodedata.normalize("NFC", _BANNED.sub("", _TERMINAL_SEQUENCES.sub("", lines)))


def one_line(text: str) -> str:
    """The clean text in one line: runs of white space become one space; no-break spaces stay."""
    return _BREAKABLE_SPACE.sub(" ", clean(text)).strip()


def shorten(text: str, max_words: int) -> str:
    """The clean text in one line, cut after `max_words` words (see `count_words`) with «…» if it was longer.

    Raises:
        ValueError: `max_words` is less than 1.
    """
    if max_words < 1:
        raise ValueError(f"at least one word must remain: {max_words}")
    line = one_line(text)
    words = list(re.finditer(r"\S+", line))
    if len(words) <= max_words:
        return line
    return line[: words[max_words - 1].end()].rstrip(",;:.") + "…"
