"""A real terminal window with the interview in it."""

import os
import sys
from pathlib import Path

import pexpect
import pyte

import retention_coach

CTRL_C, CTRL_D, ESC_ENTER, TWICE = "\x03", "\x04", "\x1b\r", "\r\r"
_ROWS = 120
_PATIENCE = 40
_SOURCE = str(Path(retention_coach.__file__).parents[1])
"""Where the package under test is."""


class Window:
    """Runs `retention-coach` in a pseudo-terminal and looks at its screen.

    Args:
        folder: the working folder; sessions are kept in its `sessions`.
        arguments: what follows the program's name.
        columns: the window's width.
        settings: further environment variables.
    """

    def __init__(self, folder: Path, *arguments: str, columns: int = 80, **settings: str) -> None:
        self._screen = pyte.Screen(columns, _ROWS)
        self._stream = pyte.Stream(self._screen)
        self.raw = ""
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "retention_coach", *arguments],
            cwd=str(folder),
            dimensions=(_ROWS, columns),
            encoding="utf-8",
            timeout=_PATIENCE,
            env={
                "PATH": os.defpath,
                "PYTHONPATH": _SOURCE,
                "TERM": "xterm-256color",
                "LANG": "C.UTF-8",
                "HOME": str(folder),
                **settings,
            },
        )
        self.child.logfile_read = self
        self.child.delaybeforesend = None

    def write(self, text: str) -> None:
        """Take what the program writes."""
        self.raw += text
        self._stream.feed(text)

    def flush(self) -> None:
        """Nothing is held back."""

    @property
    def screen(self) -> str:
        """What a person sees now."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    def wait(self, text: str) -> None:
        """Read until this text has been written."""
        self.child.expect_exact(text)

    def at(self, text: str) -> None:
        """Read until this text has been written and an answer is awaited."""
        self.wait(text)
        self.wait("›")

    def type(self, text: str) -> None:
        """Press these keys."""
        self.child.send(text)

    def paste(self, text: str) -> None:
        """Paste, as a terminal that marks a paste does."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    def end(self) -> int:
        """Read to the end, and give the exit code."""
        self.child.expect_exact(pexpect.EOF)
        self.child.close()
        assert self.child.exitstatus is not None, self.child.signalstatus
        return self.child.exitstatus

    def kill(self) -> None:
        """End the program at once, as a power cut would."""
        self.child.kill(9)
        self.child.wait()

    @property
    def session(self) -> str:
        """The session's id, as the screen says it."""
        return self.screen.partition("Sesión: ")[2].split()[0].rstrip(".;")


FIELDS: tuple[tuple[str, str], ...] = (
    ("¿Cómo se llama la empresa?", "Transandina Carga S.A.\r"),
    ("¿Qué servicios ofrece?", f"Transporte refrigerado de flores.{TWICE}"),
    ("principal beneficio", f"La flor llega fría al avión.{TWICE}"),
    ("¿A qué clase de clientes", f"Fincas medianas de Cayambe.{TWICE}"),
    ("¿De qué industria es la empresa?", "Transporte y logística\r"),
    ("¿En qué cantón trabaja", "Quito\r"),
    ("¿De qué industrias son", "Florícolas\r"),
    ("¿En qué cantones están", "Cayambe\r"),
    ("¿Cómo le compran", "2\r"),
    ("¿Cuántos días sin comprar", "90\r"),
    ("¿En qué mes empieza", "enero 2027\r"),
    ("¿Quiénes pueden trabajar", f"Gerente 20 h; Asesora 40 h{TWICE}"),
    ("¿Qué presupuesto", "USD 3 mil\r"),
    ("¿Cuántos clientes activos tenía", "42\r"),
    ("dejaron de comprar o no renovaron", "6 de 42\r"),
)
"""The first fields of the form, each with what a consultant types, Enter included."""
