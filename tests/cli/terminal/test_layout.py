"""Text in columns."""

from hypothesis import given
from hypothesis import strategies as st

from retention_coach.cli.terminal.layout import display_width, pad, side_by_side, table, wrap
from retention_coach.spanish.cleaning import clean

_TEXTS = st.text(max_size=200).map(lambda text: clean(text).replace("\t", " "))


def test_display_width_counts_columns() -> None:
    """An accent takes none, a wide character two."""
    assert display_width("año") == 3
    assert display_width("e\u0301") == 1
    assert display_width("漢字😀") == 6


@given(_TEXTS, st.integers(2, 60))
def test_wrapped_lines_fit(text: str, width: int) -> None:
    """No line is wider than asked for."""
    assert all(display_width(line) <= width for line in wrap(text, width))


@given(_TEXTS, st.integers(2, 60))
def test_wrapping_loses_no_letter(text: str, width: int) -> None:
    """Only white space moves."""
    assert "".join("".join(wrap(text, width)).split()) == "".join(text.split())


def test_no_break_spaces_hold() -> None:
    """«15 %» is never torn apart."""
    assert wrap("sube un 15\u00a0% ahora", 10) == ["sube un", "15\u00a0% ahora"]


def test_line_breaks_and_hanging_lines() -> None:
    """A text's own lines stay; the hanging comes before every line but the first."""
    assert wrap("• uno dos\ntres", 6, hanging="  ") == ["• uno", "  dos", "  tres"]
    assert wrap("", 10) == [""]


def test_side_by_side_aligns_rows() -> None:
    """The second items begin on the same line, whatever the first ones take."""
    assert side_by_side(["a b c", "x"], ["d", "y"], 9) == ["a b   d", "c", "x     y"]


def test_table_fits_or_wraps() -> None:
    """Natural widths where they fit; else the widest column gives way."""
    assert table(["A", "B"], [["1", "dos"]], 40) == ["A   B", "─   ───", "1   dos"]
    assert table(["A", "B"], [["uno", "dos tres cuatro"]], 12) == [
        "A     B",
        "───   ──────",
        "uno   dos",
        "      tres",
        "      cuatro",
    ]


def test_pad_never_cuts() -> None:
    """Longer text stays whole."""
    assert pad("abc", 2) == "abc"
    assert pad("漢", 4) == "漢  "
