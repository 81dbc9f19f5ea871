"""A session store in memory, for tests: the same contract as on disk, without the disk."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from retention_coach.domain.session import Session
from retention_coach.domain.session_ids import only_match
from retention_coach.errors import SessionLockedError, SessionNotFoundError, StaleRevisionError
from retention_coach.ports import SessionEntry


class MemoryStore:
    """Keeps sessions as JSON text, so that what comes back went through the same door as on disk.

    `documents` holds the text by session id, for a test to look at.
    """

    def __init__(self) -> None:
        self.documents: dict[str, str] = {}
        self._claimed: set[str] = set()

    async def save(self, session: Session, *, expected_revision: int) -> Session:
        """Keep the session and return it with its new revision.

        Raises:
            StaleRevisionError: the revision kept is not the expected one.
        """
        found = (await self.load(session.id)).revision if session.id in self.documents else 0
        if found != expected_revision:
            raise StaleRevisionError(
                f"La sesión «{session.id}» está en la revisión {found}; aquí se partió de la {expected_revision}.",
                hint="Vuelva a abrirla para seguir desde lo guardado.",
            )
        document = session.model_copy(update={"revision": found + 1}).model_dump_json(warnings="error")
        saved = Session.model_validate_json(document)
        self.documents[session.id] = document
        return saved

    async def load(self, session_id: str) -> Session:
        """The session with this id.

        Raises:
            SessionNotFoundError: there is none.
        """
        if session_id not in self.documents:
            raise SessionNotFoundError(f"No hay ninguna sesión «{session_id}».")
        return Session.model_validate_json(self.documents[session_id])

    async def find(self, prefix: str) -> str:
        """The only id that begins with `prefix`; an exact id always wins.

        Raises:
            SessionNotFoundError, AmbiguousSessionError.
        """
        found = only_match(prefix, self.documents)
        if found is None:
            raise SessionNotFoundError(f"No hay ninguna sesión que comience con «{prefix}».")
        return found

    async def entries(self) -> Sequence[SessionEntry]:
        """Every session, latest first."""
        sessions = [Session.model_validate_json(document) for document in self.documents.values()]
        sessions.sort(key=lambda session: (-session.updated_at.timestamp(), session.id))
        return tuple(SessionEntry(id=each.id, updated_at=each.updated_at, summary=each.summary) for each in sessions)

    async def delete(self, session_id: str) -> None:
        """Forget the session.

        Raises:
            SessionNotFoundError: there is none.
            SessionLockedError: it is claimed.
        """
        await self.load(session_id)
        self._refuse_claimed(session_id)
        del self.documents[session_id]

    @asynccontextmanager
    async def claim(self, session_id: str) -> AsyncIterator[None]:
        """Be the only one who works on this session, saved already or not.

        Raises:
            SessionLockedError: it is claimed.
        """
        self._refuse_claimed(session_id)
        self._claimed.add(session_id)
        try:
            yield
        finally:
            self._claimed.discard(session_id)

    def _refuse_claimed(self, session_id: str) -> None:
        if session_id in self._claimed:
            raise SessionLockedError(f"La sesión «{session_id}» ya está abierta en otra ventana.")
