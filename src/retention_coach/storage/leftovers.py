"""Clears away the temporary files of writers that were killed."""

import os
from contextlib import suppress
from pathlib import Path

from retention_coach.errors import SessionLockedError
from retention_coach.storage.atomic import TEMPORARY_NAME
from retention_coach.storage.locks import writing


def leftovers(folder: Path) -> list[tuple[str, Path]]:
    """Every temporary file in the folder, with the id of the session it was meant for.

    Raises:
        OSError: the folder cannot be listed.
    """
    with os.scandir(folder) as found:
        matches = [TEMPORARY_NAME.fullmatch(entry.name) for entry in found]
    return [(match["stem"], folder / match[0]) for match in matches if match]


def sweep(folder: Path) -> None:
    """Remove the temporary files whose writer is gone.

    A writer holds its session's lock for as long as its temporary file exists: where the lock is free, the writer is
    gone. Unlike a look at process numbers, this holds as well when a number is used again, and across computers that
    share the folder.

    Raises:
        OSError: the folder cannot be listed.
    """
    for session_id, leftover in leftovers(folder):
        # One that cannot be removed costs some disk; it must not cost the save that came by.
        with suppress(SessionLockedError, OSError), writing(folder, session_id, patience=0):
            leftover.unlink(missing_ok=True)
