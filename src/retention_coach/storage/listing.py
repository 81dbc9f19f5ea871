"""Lists the sessions of a folder from the leading part of each file."""

import os
from collections.abc import Iterator
from pathlib import Path

from retention_coach.errors import SessionTooNewError, SessionUnreadableError
from retention_coach.ports import SessionEntry
from retention_coach.storage.document import DocumentFormat
from retention_coach.storage.leading import parse_leading
from retention_coach.storage.refusals import folder_refused
from retention_coach.storage.regular_file import read_ends, read_whole

SUFFIX = ".json"


def session_files(folder: Path) -> list[Path]:
    """Every file whose name could be a session's, in no order; none where there is no folder yet.

    Raises:
        StorageError: the folder cannot be listed.
    """
    try:
        with os.scandir(folder) as found:
            names = [entry.name for entry in found if entry.name.endswith(SUFFIX) and not entry.name.startswith(".")]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise folder_refused(folder, error) from error
    return [folder / name for name in names]


def list_folder(folder: Path, form: DocumentFormat) -> tuple[SessionEntry, ...]:
    """Every session, latest first; then, by name, what cannot be read.

    Raises:
        StorageError: the folder cannot be listed.
    """
    return tuple(sorted(_entries(folder, form), key=_latest_first))


def _entries(folder: Path, form: DocumentFormat) -> Iterator[SessionEntry]:
    for path in session_files(folder):
        try:
            yield _entry(path, form)
        except FileNotFoundError:  # deleted since the folder was listed
            continue
        except (SessionUnreadableError, SessionTooNewError) as error:
            yield SessionEntry(id=path.stem, updated_at=None, summary=None, problem=error.message)


def _entry(path: Path, form: DocumentFormat) -> SessionEntry:
    leading = parse_leading(read_ends(path))
    if leading is not None and leading.id == path.stem and leading.schema_version == form.version:
        return SessionEntry(id=leading.id, updated_at=leading.updated_at, summary=leading.summary)
    # An earlier version, or something odd: the whole file gives the summary of today, or the exact problem.
    session = form.decode(read_whole(path), path)
    return SessionEntry(id=session.id, updated_at=session.updated_at, summary=session.summary)


def _latest_first(entry: SessionEntry) -> tuple[float, str]:
    return (-entry.updated_at.timestamp() if entry.updated_at else float("inf"), entry.id)
