"""The session store: one readable JSON file for each session, in one folder."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from weakref import WeakValueDictionary

from retention_coach.domain.session import Session
from retention_coach.ports import SessionEntry
from retention_coach.storage.document import DocumentFormat, Validate, accept
from retention_coach.storage.folder import SessionFolder
from retention_coach.storage.migrations import MIGRATIONS, Migration
from retention_coach.storage.uninterrupted import in_thread


class JsonFolderStore:
    """Keeps sessions as `<folder>/<session id>.json`.

    Every save is durable when it returns. Writers are told apart three times: in this process they queue up for
    each session, between processes they take the session's lock, and whoever started from an older revision is
    refused.

    Args:
        folder: where the sessions are; the first save creates it.
        validate: looks deeper than the model does, before each write and after each read; raises `ValueError`.
        migrations: how documents of earlier versions are brought forward.
    """

    def __init__(
        self, folder: Path, *, validate: Validate = accept, migrations: Sequence[Migration] = MIGRATIONS
    ) -> None:
        self._folder = SessionFolder(folder.absolute(), DocumentFormat(validate, tuple(migrations)))
        # An entry lives as long as somebody holds or awaits it: a batch of thousands leaves nothing behind.
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def save(self, session: Session, *, expected_revision: int) -> Session:
        """Write the session durably and return it as it would be loaded, with its new revision.

        A save that is cancelled while it waits for its turn does not take place; one that is under way is finished
        before the cancellation goes on.

        Raises:
            StaleRevisionError: another writer was first, or the session is gone.
            SessionLockedError: another process holds the lock.
            SessionUnreadableError, SessionTooNewError: the file that is there is not one to be overwritten.
            SaveFailedError: the disk refuses, or the session could not be read back; the earlier version is intact.
        """
        async with self._turn(session.id):
            return await in_thread(lambda: self._folder.save(session, expected_revision))

    async def load(self, session_id: str) -> Session:
        """The session with this id, migrated and validated; the file is never changed by reading.

        Raises:
            SessionNotFoundError, SessionUnreadableError, SessionTooNewError.
        """
        return await in_thread(lambda: self._folder.load(session_id))

    async def find(self, prefix: str) -> str:
        """The only id that begins with `prefix`; an exact id always wins.

        Raises:
            SessionNotFoundError, AmbiguousSessionError.
        """
        return await in_thread(lambda: self._folder.find(prefix))

    async def entries(self) -> Sequence[SessionEntry]:
        """Every session, latest first, then the unreadable files with their problem.

        Raises:
            StorageError: the folder cannot be listed. A missing folder is an empty one.
        """
        return await in_thread(self._folder.entries)

    async def delete(self, session_id: str) -> None:
        """Remove the session and what belongs to it.

        Raises:
            SessionNotFoundError: there is none.
            SessionLockedError: somebody is working on it, this process included.
            SaveFailedError: the disk refuses.
        """
        async with self._turn(session_id):
            await in_thread(lambda: self._folder.delete(session_id))

    @asynccontextmanager
    async def claim(self, session_id: str) -> AsyncIterator[None]:
        """Be the only one who works on this session, for as long as the context lasts or the process lives.

        A claim keeps other claims and `delete` out. It does not keep out `save`, which has its own guard.

        Raises:
            SessionLockedError: it is open in another window, of this process or another; the message says which.
            SessionNotFoundError: this cannot be an id.
            SaveFailedError: the disk refuses.
        """
        claim = self._folder.claim(session_id)
        try:
            await in_thread(lambda: self._folder.take(claim))
            yield
        finally:
            claim.release()

    def _turn(self, session_id: str) -> asyncio.Lock:
        return self._turns.setdefault(session_id, asyncio.Lock())
