"""Nothing hostile or invisible reaches an output."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.spanish.cleaning import clean, one_line, shorten
from retention_coach.spanish.words import count_words

# Format characters that print a sign of their own (Arabic, Syriac, Kaithi, Egyptian).
VISIBLE_FORMAT = {
    *range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, *range(0x13430, 0x13440)
}  # fmt: skip

any_text = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
hostile_text = st.lists(
    st.sampled_from(
        ["hola", " ", "\n", "\r\n", "\r", "\x1b[31m", "\x1b]0;título\x07", "\x1b", "[", "]", "\x9b", "2J", "\x9d",
         "\x9c", "\u202e", "\u200b", "\u200d", "\ufe0f", "\ud83d", "\ude00", "e", "\u0301", "\u2028", "\x00", "\u00a0",
         "👩\u200d💻"]
    )
).map("".join)  # fmt: skip


def _is_banned(char: str) -> bool:
    return (
        unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        and char not in "\n\t"
        and ord(char) not in VISIBLE_FORMAT
    )


def test_every_invisible_character_of_unicode_is_removed() -> None:
    """The ranges in the module are held against the Unicode data of this Python."""
    everything = "".join(chr(code) for code in range(sys.maxunicode + 1))
    left = [hex(ord(char)) for char in clean(everything) if _is_banned(char)]
    assert left == []


def test_letters_signs_and_spaces_stay() -> None:
    """Only what harms is removed."""
    text = "Año 2026: «café» — 3,8\u00a0% de ñandúes, ¿sí? ¡ya! €$ 日本 ع 😀\tfin\nlínea"
    assert clean(text) == text


@pytest.mark.parametrize(
    ("hostile", "expected"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u2028b\u2029c\x85d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
        ("\x1b[1;31mrojo\x1b[0m", "rojo"),
        ("\x1b]0;título\x07texto", "texto"),
        ("\x1b]8;;http://x\x1b\\enlace\x1b]8;;\x1b\\", "enlace"),
        ("\x1bP1;2q~\x1b\\texto", "texto"),
        ("\x9b31mrojo", "rojo"),
        ("\x1b]52;sin final y\nmás texto", "52;sin final y\nmás texto"),
        ("\x1b\x1b[31m[31m", "[31m"),
        ("a\x00b\x07c", "abc"),
        ("lone \ud83d surrogate", "lone  surrogate"),
        ("abc\u202etxt.exe\u2066", "abctxt.exe"),
        ("ze\u200bro\ufeff\u00ad", "zero"),
        ("👩\u200d💻 ❤\ufe0f", "👩💻 ❤"),
        ("cafe\u0301", "café"),
        ("e\u200b\u0301", "é"),
        ("x\U000e0041\U000e0042y", "xy"),
        ("a\ufffe\uffffb", "ab"),
    ],
)
def test_hostile_text_is_disarmed(hostile: str, expected: str) -> None:
    """Each kind of harm is removed as a whole, and no more."""
    assert clean(hostile) == expected


@given(any_text | hostile_text)
def test_clean_text_is_idempotent_safe_and_encodable(text: str) -> None:
    """What is clean stays as it is, in NFC, and every writer can encode it."""
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not any(_is_banned(char) for char in cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode().decode() == cleaned


@given(any_text | hostile_text)
def test_one_line_has_no_line_ends_nor_loose_spaces(text: str) -> None:
    """One space between words at most, none at the ends."""
    line = one_line(text)
    assert "\n" not in line
    assert "\t" not in line
    assert "  " not in line
    assert line == line.strip()
    assert one_line(line) == line


def test_one_line_keeps_figures_together() -> None:
    """A no-break space is not turned into one that breaks."""
    assert one_line("  sube\n\t a 3,8\u00a0%  ") == "sube a 3,8\u00a0%"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("uno dos tres", 3, "uno dos tres"),
        ("uno dos tres", 2, "uno dos…"),
        ("uno,\ndos; tres.", 1, "uno…"),
        ("uno dos, tres", 2, "uno dos…"),
        ("   ", 2, ""),
        ("a" * 5000, 1, "a" * 5000),
    ],
)
def test_long_text_is_cut_between_words(text: str, words: int, expected: str) -> None:
    """The mark «…» stands only where something was left out."""
    assert shorten(text, words) == expected


@given(any_text, st.integers(min_value=1, max_value=10))
def test_shortened_text_has_no_more_words_than_asked(text: str, words: int) -> None:
    """By the same count that limits actions to 25 words."""
    assert count_words(shorten(text, words)) <= words


def test_shortening_to_nothing_is_a_mistake() -> None:
    """At least one word must remain."""
    with pytest.raises(ValueError, match="at least one word"):
        shorten("uno", 0)


@pytest.mark.parametrize("piece", ["\x1b]", "\x1b[", "\x9d", "\u202e", "e\u0301", "\r", "a "])
def test_cleaning_takes_linear_time(piece: str) -> None:
    """A quarter of a million characters of the worst kind are no burden."""
    assert len(clean(piece * 100_000)) <= 200_000
