"""A folder of sessions, one file each: what the store does, as blocking calls to be made in a thread."""

import sys
from collections.abc import Sequence
from pathlib import Path

from retention_coach.domain.session import Session
from retention_coach.domain.session_ids import checked, only_match
from retention_coach.errors import StaleRevisionError
from retention_coach.ports import SessionEntry
from retention_coach.storage.atomic import flush_folder, replace_file
from retention_coach.storage.document import DocumentFormat
from retention_coach.storage.leading import parse_leading
from retention_coach.storage.leftovers import leftovers, sweep
from retention_coach.storage.listing import SUFFIX, list_folder, session_files
from retention_coach.storage.locks import Claim, claim_file, lock_file, writing
from retention_coach.storage.refusals import change_refused, not_found
from retention_coach.storage.regular_file import read_ends, read_whole

_CLIENT_DATA_MODE = 0o700


class SessionFolder:
    """The sessions under `path`; the folder is created, for its owner only, by the first save or claim."""

    def __init__(self, path: Path, form: DocumentFormat) -> None:
        self.path = path
        self._form = form
        self._swept = False

    def save(self, session: Session, expected_revision: int) -> Session:
        """Write the session as revision `expected_revision + 1` and return what was written.

        Raises:
            StaleRevisionError, SessionLockedError, SaveFailedError: nothing was changed.
            SessionUnreadableError, SessionTooNewError: the file that is there is not overwritten.
        """
        file = self._file(session.id)
        data, saved = self._form.encode(session.model_copy(update={"revision": expected_revision + 1}), file)
        try:
            self._prepare()
            with writing(self.path, session.id):
                self._refuse_stale(file, expected_revision)
                replace_file(file, data)
        except OSError as error:
            raise change_refused("guardar", file, error) from error
        return saved

    def load(self, session_id: str) -> Session:
        """The session with this id.

        Raises:
            SessionNotFoundError, SessionUnreadableError, SessionTooNewError.
        """
        file = self._file(session_id)
        try:
            return self._form.decode(read_whole(file), file)
        except FileNotFoundError as error:
            raise not_found(session_id, self.path) from error

    def find(self, prefix: str) -> str:
        """The only id that begins with `prefix`.

        Raises:
            SessionNotFoundError, AmbiguousSessionError.
        """
        found = only_match(prefix, {file.stem for file in session_files(self.path)})
        if found is None:
            raise not_found(prefix, self.path)
        return found

    def entries(self) -> Sequence[SessionEntry]:
        """Every session, latest first; then what cannot be read, with its problem."""
        return list_folder(self.path, self._form)

    def delete(self, session_id: str) -> None:
        """Remove the session with all its files, unless somebody is working on it.

        Raises:
            SessionNotFoundError: there is none.
            SessionLockedError: it is claimed, or being written.
            SaveFailedError: the disk refuses.
        """
        file = self._file(session_id)
        if not file.is_symlink() and not file.exists():
            raise not_found(session_id, self.path)
        claim = Claim(self.path, session_id)
        try:
            claim.take()
            with writing(self.path, session_id):
                file.unlink(missing_ok=True)
                for owner, leftover in leftovers(self.path):
                    if owner == session_id:
                        leftover.unlink(missing_ok=True)
                if sys.platform != "win32":  # there the lock removes its own file when it is released
                    lock_file(self.path, session_id).unlink(missing_ok=True)
                    claim_file(self.path, session_id).unlink(missing_ok=True)
                flush_folder(self.path)
        except OSError as error:
            raise change_refused("eliminar", file, error) from error
        finally:
            claim.release()

    def claim(self, session_id: str) -> Claim:
        """The claim on a session, which may not have been saved yet; still to be taken."""
        return Claim(self.path, checked(session_id))

    def take(self, claim: Claim) -> None:
        """Take a claim, creating the folder if need be.

        Raises:
            SessionLockedError: somebody else has it.
            SaveFailedError: the disk refuses.
        """
        try:
            self._prepare()
            claim.take()
        except OSError as error:
            raise change_refused("reservar", self._file(claim.session_id), error) from error

    def _file(self, session_id: str) -> Path:
        return self.path / f"{checked(session_id)}{SUFFIX}"

    def _prepare(self) -> None:
        """Create the folder; once per process, clear away what writers that were killed left behind."""
        if not self.path.is_dir():
            self.path.mkdir(mode=_CLIENT_DATA_MODE, parents=True, exist_ok=True)
            flush_folder(self.path.parent)
        if not self._swept:
            self._swept = True
            sweep(self.path)

    def _refuse_stale(self, file: Path, expected_revision: int) -> None:
        found = self._revision_on_disk(file)
        if found == expected_revision:
            return
        if found == 0:
            what = f"La sesión «{file.stem}» ya no está en «{self.path}»: otra ventana la eliminó o alguien la movió."
        elif expected_revision == 0:
            what = f"Ya existe una sesión «{file.stem}» en «{self.path}»."
        else:
            what = (
                f"Otra ventana guardó antes la sesión «{file.stem}»: en el disco está la revisión {found} y aquí se "
                f"partió de la {expected_revision}."
            )
        raise StaleRevisionError(what, hint="No se sobrescribió nada. Vuelva a abrirla para seguir desde lo guardado.")

    def _revision_on_disk(self, file: Path) -> int:
        """The revision in the file, 0 without a file.

        Raises:
            SessionUnreadableError, SessionTooNewError: what is there is no session that could be replaced.
        """
        try:
            leading = parse_leading(read_ends(file))
            if leading is not None and leading.id == file.stem and leading.schema_version == self._form.version:
                return leading.revision
            return self._form.decode(read_whole(file), file).revision
        except FileNotFoundError:
            return 0
