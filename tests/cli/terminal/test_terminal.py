"""What the terminal writes: colour and moving lines only for people, clean text for everybody."""

import io

import pytest

from retention_coach.cli.terminal.terminal import Terminal


class _Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def _live(*, colour: bool = True, width: int = 40) -> tuple[Terminal, io.StringIO]:
    out = io.StringIO()
    return Terminal(out, live=True, colour=colour, width=width), out


def _piped() -> tuple[Terminal, io.StringIO]:
    out = io.StringIO()
    return Terminal.attached(out, {}), out


@pytest.mark.parametrize(
    ("out", "environ", "live", "colour"),
    [
        (io.StringIO(), {}, False, False),
        (_Screen(), {}, True, True),
        (_Screen(), {"NO_COLOR": "1"}, True, False),
        (_Screen(), {"NO_COLOR": ""}, True, True),
        (_Screen(), {"TERM": "dumb"}, False, False),
    ],
)
def test_colour_only_on_a_screen_that_wants_it(
    out: io.StringIO, environ: dict[str, str], live: bool, colour: bool
) -> None:
    """A pipe, NO_COLOR and a dumb terminal have none; an empty NO_COLOR says nothing."""
    terminal = Terminal.attached(out, environ)
    assert (terminal.live, terminal.colour) == (live, colour)


def test_a_pipe_gets_plain_lines() -> None:
    """Every kind of line, without one escape or carriage return."""
    terminal, out = _piped()
    terminal.heading("Título")
    terminal.say("Texto", "good")
    terminal.bullets(["uno", "dos"], "warning")
    terminal.pair("Clave", "valor")
    terminal.begin("Trabajando…")
    terminal.done("Hecho")
    terminal.command("retention-coach export x")
    assert out.getvalue() == (
        "\nTítulo\n──────\nTexto\n  • uno\n  • dos\nClave: valor\n  ✓ Hecho\n  retention-coach export x\n"
    )


def test_styles_are_closed_on_every_line() -> None:
    """A wrapped paragraph never leaves the screen coloured."""
    terminal, out = _live()
    terminal.say("palabra " * 12, "bad")
    lines = out.getvalue().splitlines()
    assert len(lines) > 1
    assert all(line.startswith("\x1b[31m") and line.endswith("\x1b[0m") for line in lines)


def test_progress_replaces_its_own_line() -> None:
    """What was begun is erased by what is done, or by anything else that is said."""
    terminal, out = _live(colour=False)
    terminal.begin("Uno…")
    terminal.done("Uno")
    terminal.begin("Dos…")
    terminal.say("Otra cosa")
    assert out.getvalue() == "  … Uno…\r\x1b[K  ✓ Uno\n  … Dos…\r\x1b[KOtra cosa\n"


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\x1b]0;título\x07", "\x07", "\r", "\u202e", "\x9b31m"])
def test_foreign_text_cannot_command_the_screen(hostile: str) -> None:
    """Whatever a company, a model or a file says reaches the screen without control characters."""
    terminal, out = _piped()
    text = f"antes{hostile}después"
    terminal.heading(text)
    terminal.say(text)
    terminal.bullets([text])
    terminal.pair(text, text)
    terminal.columns([text], [text])
    terminal.table(["columna", "otra"], [[text, text]])
    terminal.command(text)
    terminal.done(text)
    assert all(char.isprintable() or char == "\n" for char in out.getvalue())


def test_columns_and_tables_keep_to_the_width() -> None:
    """Two texts side by side, and a table too wide for the screen, wrap within it."""
    terminal, out = _live(colour=False, width=60)
    terminal.columns(["• " + "palabra " * 20], ["corta"])
    terminal.table(["Indicador", "Se mide"], [["Tasa de retención de clientes " * 3, "cada semestre " * 4]])
    lines = out.getvalue().splitlines()
    assert max(map(len, lines)) <= 60
    assert "corta" in lines[0]
    assert lines[1].startswith("  palabra")


def test_a_command_is_never_broken() -> None:
    """What is to be copied stays on one line, however narrow the window."""
    terminal, out = _live(colour=False, width=40)
    command = "retention-coach interview --session una-empresa-de-nombre-largo-1a2b3c --sessions-dir casos"
    terminal.command(command)
    assert out.getvalue() == f"  {command}\n"


def test_a_letter_that_the_encoding_lacks_does_not_end_the_program() -> None:
    """A terminal that cannot show «✓» shows something else."""
    raw = io.BytesIO()
    terminal = Terminal.attached(io.TextIOWrapper(raw, encoding="ascii", errors="strict"), {})
    terminal.done("Año")
    assert raw.getvalue() == b"  ? A?o\n"


def test_width_is_bounded() -> None:
    """Neither unreadably long lines nor no room at all."""
    assert _live(width=400)[0].width == 160
    assert _live(width=5)[0].width == 40
