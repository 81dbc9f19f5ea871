"""The session document: from a session to bytes and back, never to bytes that could not be read back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from retention_coach.domain.refusals import placed_phrases
from retention_coach.domain.session import Session
from retention_coach.errors import SaveFailedError, SessionTooNewError, SessionUnreadableError
from retention_coach.spanish.formats import plural
from retention_coach.storage.migrations import MIGRATIONS, Migration, migrate, target_version
from retention_coach.storage.parsing import parse
from retention_coach.storage.refusals import unreadable

Validate = Callable[[Session], None]
"""Looks deeper than the model does, for instance into the steps' outputs; a `ValueError` says that it does not fit."""


def accept(_session: Session) -> None:
    """Finds nothing wrong beyond what the model checks."""


@dataclass(frozen=True, slots=True)
class DocumentFormat:
    """How sessions are written and read: with which further validation and which migrations."""

    validate: Validate = accept
    migrations: Sequence[Migration] = MIGRATIONS

    @property
    def version(self) -> int:
        """The `schema_version` of what is written."""
        return target_version(self.migrations)

    def encode(self, session: Session, path: Path) -> tuple[bytes, Session]:
        """The bytes for `path`, and the session that reading them gives: proof that they can be read.

        Raises:
            SaveFailedError: the session would not come back as it is.
        """
        try:
            data = session.model_dump_json(indent=1, warnings="error").encode() + b"\n"
            again = self.decode(data, path)
            # Compared as JSON values, where a tuple and a list are the same.
            unchanged = again.model_dump(mode="json") == session.model_dump(mode="json")
        except (PydanticSerializationError, SessionUnreadableError, SessionTooNewError) as error:
            raise _unfit(path, str(error)) from error
        if not unchanged or not _finite(session.model_dump()):
            raise _unfit(path, "Al leerla de nuevo no sería la misma.")
        return data, again

    def decode(self, data: bytes, path: Path) -> Session:
        """The session in `data`, which was read from `path`.

        Raises:
            SessionUnreadableError: the bytes are damaged, or not the session that the name says.
            SessionTooNewError: written by a newer version.
        """
        document = migrate(parse(data, path), path, self.migrations)
        try:
            session = Session.model_validate(document)
            self.validate(session)
        except ValidationError as error:
            raise unreadable(path, _shape_problem(error)) from error
        except ValueError as error:
            raise unreadable(path, f"su contenido no es coherente ({error})") from error
        if session.id != path.stem:
            raise unreadable(path, f"por dentro es la sesión «{session.id}»; parece una copia con otro nombre")
        return session


def _unfit(path: Path, detail: str) -> SaveFailedError:
    return SaveFailedError(
        f"No se guardó «{path}» porque no se podría volver a leer. {detail}",
        hint="Lo guardado antes está intacto. Es una falla del programa: repórtela con este mensaje.",
    )


def _finite(value: object) -> bool:
    """Whether all numbers are such that JSON has them: it writes the others as null, without a word."""
    if isinstance(value, dict):
        return all(map(_finite, value.values()))
    if isinstance(value, list | tuple):
        return all(map(_finite, value))
    return not isinstance(value, float) or isfinite(value)


def _shape_problem(error: ValidationError) -> str:
    """The first problem, by its place in the document; the rest as a number."""
    first, *others = placed_phrases(error)
    more = f", y {plural(len(others), 'problema', 'problemas')} más" if others else ""
    return f"no tiene la forma de una sesión ({first}{more})"
