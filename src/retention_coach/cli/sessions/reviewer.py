"""Whose name goes under a review: what was typed, or the user's own, but never that of an account for everybody."""

import sys

from retention_coach.errors import UserError
from retention_coach.spanish.cleaning import one_line
from retention_coach.spanish.words import fold

_SHARED = frozenset(
    {"root", "admin", "administrator", "administrador", "user", "usuario", "guest", "invitado", "ubuntu"}
)
_HINT = 'Escriba su nombre, por ejemplo: --by "Ana Vera"'


def reviewer(given: str | None) -> str:
    """The name of whoever answers for the documents.

    Args:
        given: what was typed with `--by`; None to use the user's real name or, at a terminal, to ask for it.

    Raises:
        UserError: the name given is none, or there is none and nobody to ask.
    """
    name = given if given is not None else _real_name() or _asked()
    if not any(char.isalpha() for char in name):
        raise UserError("Falta el nombre de quien responde por los documentos.", hint=_HINT)
    return one_line(name)


def _real_name() -> str:
    """The real name of the user's account; empty if it says none, or if it is nobody's in particular."""
    try:
        import os
        import pwd

        name = pwd.getpwuid(os.getuid()).pw_gecos.partition(",")[0].strip()
    except (ImportError, KeyError):  # Windows, or a container's user without an account
        return ""
    return "" if fold(name) in _SHARED else name


def _asked() -> str:
    """What somebody at the terminal types; empty where there is none."""
    if sys.stdin is None or not sys.stdin.isatty():
        return ""
    print("¿Quién responde por los documentos? Nombre y apellido: ", end="")
    sys.stdout.flush()
    return sys.stdin.readline().strip()
