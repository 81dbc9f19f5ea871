"""Brings documents of earlier versions forward, one version at a time.

`MIGRATIONS[n - 1]` turns a document of version n into one of version n + 1, so the list only grows and its length says
which version this program writes. A migration is a named function from one plain dictionary to another; it sets no
version number itself and never reads today's models, which will have moved on.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from retention_coach.errors import SessionTooNewError
from retention_coach.storage.refusals import unreadable

Document = dict[str, Any]
Migration = Callable[[Document], Document]

MIGRATIONS: tuple[Migration, ...] = ()


def target_version(migrations: Sequence[Migration]) -> int:
    """The version at which these migrations end."""
    return len(migrations) + 1


def migrate(document: Document, path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> Document:
    """The document in the version at which `migrations` end. `path` is named in errors.

    Raises:
        SessionTooNewError: the document is of a later version.
        SessionUnreadableError: it says no version, or a migration does not fit it.
    """
    version = _version_of(document, path)
    target = target_version(migrations)
    if version > target:
        raise SessionTooNewError(
            f"La sesión «{path}» es de una versión más nueva del programa (formato {version}; aquí se lee hasta el "
            f"{target}).",
            hint="Actualice retention-coach para abrirla; el archivo se dejó como está.",
        )
    for number, step in enumerate(migrations[version - 1 :], start=version):
        try:
            document = {**step(document), "schema_version": number + 1}
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise unreadable(path, f"no se pudo pasar del formato {number} al {number + 1}") from error
    return document


def _version_of(document: Mapping[str, object], path: Path) -> int:
    version = document.get("schema_version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise unreadable(path, "no es una sesión de este programa: le falta «schema_version»")
    return version
