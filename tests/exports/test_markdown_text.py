"""Foreign text in Markdown stands for itself, whatever it says."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from retention_coach.exports.markdown.text import (
    bullets,
    capitalised,
    heading,
    labelled,
    linked,
    literal,
    numbered,
    quoted,
    sentence,
    table,
)
from retention_coach.spanish.cleaning import clean, one_line

READER = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
"""A reader that obeys markup, HTML included: what survives it is text."""

HOSTILE = [
    "# título",
    "**negrita** y _cursiva_",
    "<script>alert(1)</script>",
    "<!-- comentario -->",
    "[aquí](javascript:alert(1))",
    "![foto](https://example.org/x.png)",
    "<https://example.org>",
    "[ref]: https://example.org",
    "a | b | c",
    "`código`",
    "```\ncerca\n```",
    "> cita",
    "- punto",
    "+ punto",
    "1. uno",
    "12) doce",
    "---",
    "===",
    "| --- |",
    "~~tachado~~",
    "&lt;b&gt; &amp; &#35;",
    "fin con barra \\",
    "\\*escapado\\*",
    "    cuatro espacios",
    "\ttabulación",
    "línea uno\nlínea dos\r\nlínea tres",
    "\x1b[31mrojo\x1b[0m",
    "$x^2$ y H~2~O",
    "{{ 7*7 }} {% raw %}",
    "[x] tarea",
    "a\u202eb",
]

ANY_TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from("#*_`[]()<>!|~&\\-+=.:/@$^{}\"' \n\t1aé«»"), st.characters(exclude_characters="\0")
    ),
    max_size=60,
)


def _text(source: str) -> str:
    """The text that a reader of the Markdown sees; fails if there is any tag but those of the block itself."""
    rendered = READER.render(source).strip()
    found = re.fullmatch(r"<p>(.*)</p>", rendered, re.DOTALL)
    assert found, rendered
    assert "<" not in found[1], rendered
    return html.unescape(found[1])


def _same(shown: str, text: str) -> bool:
    """Readers trim white space that the text had at its ends, no-break spaces included."""
    return shown.split() == one_line(text).split()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_literal(text: str) -> None:
    """The reader sees exactly what was typed, in one line."""
    assert _same(_text(literal(text)), text)


@given(text=ANY_TEXT)
def test_any_text_is_literal(text: str) -> None:
    """No text becomes markup, at the beginning of a block or inside it."""
    if one_line(text):
        assert _same(_text(literal(text)), text)
        assert _same(_text(f"Dice {literal(text)} y ya."), f"Dice {one_line(text)} y ya.")


@given(cells=st.lists(st.lists(ANY_TEXT, min_size=2, max_size=2), min_size=1, max_size=3))
def test_any_text_stays_in_its_cell(cells: list[list[str]]) -> None:
    """A table has as many rows and columns as it was given, and each cell its own text."""
    (source,) = table(("Uno", "Dos"), cells)
    assert len(source.split("\n")) == len(cells) + 2
    shown = re.findall(r"<td>(.*?)</td>", READER.render(source), re.DOTALL)
    assert [html.unescape(cell).split() for cell in shown] == [one_line(cell).split() for row in cells for cell in row]


@given(text=ANY_TEXT)
def test_any_text_stays_in_its_quotation(text: str) -> None:
    """A quotation holds nothing but paragraphs of the text."""
    source = "\n".join(quoted(text))
    rendered = READER.render(source)
    assert set(re.findall(r"</?(\w+)", rendered)) <= {"blockquote", "p"}
    assert _same(html.unescape(re.sub(r"<[^>]+>", " ", rendered)), clean(text))


def test_addresses_are_not_linked() -> None:
    """What GitHub would turn into links by itself is broken up; it still reads the same."""
    assert literal("vea https://example.org y www.example.org") == "vea https\\://example.org y www\\.example.org"


def test_only_our_own_sources_are_linked() -> None:
    """A whole address is a link; anything more than an address is text."""
    assert linked("https://example.org/a?b=1") == "<https://example.org/a?b=1>"
    assert linked("criterio profesional") == "criterio profesional"
    assert linked("https://example.org/ <b>") == "https\\://example.org/ \\<b\\>"
    assert linked("javascript:alert(1)") == "javascript:alert(1)"


def test_heading_marks_and_full_stop() -> None:
    """A heading has no full stop, and may have a mark."""
    assert heading(2, "Qué hacer.", "desactualizado") == "## Qué hacer (desactualizado)"
    assert heading(1, "C# y más") == "# C\\# y más"


def test_sentences_end_once() -> None:
    """A full stop is added where there is none, also after a parenthesis."""
    assert [sentence(text) for text in ("Hola", "¿Hola?", "Hola (así)", "Hola (así.)", "")] == [
        "Hola.",
        "¿Hola?",
        "Hola (así).",
        "Hola (así.)",
        "",
    ]


def test_blocks_without_content_are_left_out() -> None:
    """No label without text, no list without items, no table without rows."""
    assert [*labelled("Meta", "  "), *bullets(["", " "]), *numbered([]), *table(("A",), []), *quoted(" \n")] == []


def test_quotation_keeps_paragraphs() -> None:
    """Each line typed is a paragraph of its own."""
    assert list(quoted("Uno\nDos\n\nTres")) == ["> Uno\n>\n> Dos\n>\n> Tres"]


def test_capital_only_at_the_beginning() -> None:
    """Capitals further on are left alone."""
    assert [capitalised("cifra: NPS"), capitalised("")] == ["Cifra: NPS", ""]
