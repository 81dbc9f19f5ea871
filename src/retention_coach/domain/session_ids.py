"""Which session a person means by the beginning of its id."""

import re
from collections.abc import Collection

from retention_coach.errors import AmbiguousSessionError, SessionNotFoundError

_SHOWN = 5

# Wider than a session's id, because a beginning may end in a hyphen; safe as part of a file name all the same.
_BEGINNING = re.compile(r"[a-z0-9-]{1,80}")


def checked(wanted: str) -> str:
    """`wanted`, if it can be an id or the beginning of one: it never leads out of a store.

    Raises:
        SessionNotFoundError: it cannot.
    """
    if not _BEGINNING.fullmatch(wanted):
        raise SessionNotFoundError(
            f"«{wanted}» no puede ser el identificador de una sesión.",
            hint="Escriba el identificador, o su comienzo: minúsculas, cifras y guiones, sin carpeta ni «.json».",
        )
    return wanted


def only_match(prefix: str, ids: Collection[str]) -> str | None:
    """The only one of `ids` that begins with `prefix`, or None; an exact one always wins.

    Raises:
        SessionNotFoundError: it cannot be the beginning of an id.
        AmbiguousSessionError: several begin so; the message lists the first of them.
    """
    checked(prefix)
    if prefix in ids:
        return prefix
    matches = sorted(known for known in ids if known.startswith(prefix))
    if len(matches) > 1:
        listed = ", ".join(matches[:_SHOWN]) + (f" y {len(matches) - _SHOWN} más" if len(matches) > _SHOWN else "")
        raise AmbiguousSessionError(
            f"«{prefix}» puede ser cualquiera de {len(matches)} sesiones: {listed}.",
            hint="Escriba una parte más larga del identificador.",
        )
    return matches[0] if matches else None
