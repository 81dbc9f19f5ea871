"""The two locks of a session, both on sidecar files: a lock on the session file itself is void after its replacement.

- `writing` is held only while a save reads, checks and writes.
- `Claim` is held for as long as somebody works on the session, so that two people do not type into the same one.

The operating system releases both when the process ends, however it ends. The files stay when the lock is released:
removing one that another process already waits on would leave two processes each holding "the" lock, on different
files of the same name. Only deleting the session removes them; a writer that still waits then finds no session of the
revision that it read, and is refused.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from retention_coach.errors import SessionLockedError

PATIENCE_SECONDS = 5.0
"""How long a save waits for another process's save. One takes milliseconds, on a slow disk tenths of a second."""

_POLL_SECONDS = 0.01
_CLIENT_DATA_MODE = 0o600


def lock_file(folder: Path, session_id: str) -> Path:
    """The sidecar file of the writing lock."""
    return folder / f".{session_id}.lock"


def claim_file(folder: Path, session_id: str) -> Path:
    """The sidecar file of the claim; it holds the number of the process that claimed last."""
    return folder / f".{session_id}.claim"


@contextmanager
def writing(folder: Path, session_id: str, *, patience: float | None = None) -> Iterator[None]:
    """Hold the session's writing lock.

    Args:
        folder: where the sessions are; it exists.
        session_id: the session.
        patience: seconds to wait for another holder; None is `PATIENCE_SECONDS`.

    Raises:
        SessionLockedError: another process holds it for too long.
        OSError: the sidecar file cannot be opened.
    """
    lock = FileLock(
        lock_file(folder, session_id),
        timeout=PATIENCE_SECONDS if patience is None else patience,
        poll_interval=_POLL_SECONDS,
        mode=_CLIENT_DATA_MODE,
        thread_local=False,
    )
    try:
        lock.acquire()
    except Timeout as error:
        raise SessionLockedError(
            f"Otro proceso está escribiendo la sesión «{session_id}» y no termina.",
            hint="Espere un momento y repita; si sigue igual, cierre la otra ventana de retention-coach.",
        ) from error
    try:
        yield
    finally:
        lock.release()


class Claim:
    """The mark that somebody is working on a session, until released or until the process ends."""

    def __init__(self, folder: Path, session_id: str) -> None:
        self.session_id = session_id
        self._file = claim_file(folder, session_id)
        # Taken and released in different threads, hence not local to one.
        self._lock = FileLock(
            self._file,
            timeout=0,
            mode=_CLIENT_DATA_MODE,
            thread_local=False,
            on_acquired=_write_process_number,
        )

    def take(self) -> None:
        """Claim the session, at once or not at all.

        Raises:
            SessionLockedError: it is claimed, by another process or by this one.
            OSError: the sidecar file cannot be opened.
        """
        try:
            self._lock.acquire()
        except Timeout as error:
            raise SessionLockedError(
                f"La sesión «{self.session_id}» ya está abierta en otra ventana{self._holder()}.",
                hint="Siga en esa ventana, o ciérrela y repita.",
            ) from error

    def release(self) -> None:
        """Give the session back; without effect where it is not held."""
        self._lock.release()

    def _holder(self) -> str:
        """Who holds it, where that can be read: on Windows a locked file cannot."""
        with suppress(OSError, ValueError):
            return f" (proceso {int(self._file.read_bytes())})"
        return ""


def _write_process_number(descriptor: int) -> None:
    os.ftruncate(descriptor, 0)
    os.write(descriptor, f"{os.getpid()}\n".encode())
