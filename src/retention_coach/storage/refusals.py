"""What a person is told when the operating system or a file says no: what, where, and what to do."""

import errno
from pathlib import Path

from retention_coach.errors import SaveFailedError, SessionNotFoundError, SessionUnreadableError, StorageError

_REASONS = {
    errno.ENOSPC: ("el disco está lleno", "Libere espacio en el disco y vuelva a intentarlo."),
    errno.EDQUOT: ("se agotó su cuota de disco", "Libere espacio en su cuota y vuelva a intentarlo."),
    errno.EFBIG: ("el archivo supera el tamaño permitido", "Guarde en otro disco o pida que le amplíen el límite."),
    errno.EROFS: ("el disco es de solo lectura", "Elija otra carpeta con --sessions-dir."),
    errno.EACCES: ("no hay permiso", "Revise los permisos de la carpeta o elija otra con --sessions-dir."),
    errno.EPERM: ("no hay permiso", "Revise los permisos de la carpeta o elija otra con --sessions-dir."),
    errno.ENOTDIR: ("la carpeta de sesiones es un archivo", "Elija otra carpeta con --sessions-dir."),
    errno.EEXIST: ("la carpeta de sesiones es un archivo", "Elija otra carpeta con --sessions-dir."),
    errno.ELOOP: ("en su lugar hay un enlace", "Quite el enlace; una sesión es un archivo propio."),
    errno.EIO: ("el disco falló", "Copie sus sesiones a otro disco y revise este."),
}


def reason_and_advice(error: OSError) -> tuple[str, str]:
    """Two Spanish texts: why the system refused (a clause) and what to do (a sentence)."""
    known = _REASONS.get(error.errno or 0)
    return known or (f"el sistema respondió «{error.strerror or error}»", "Revise el disco y vuelva a intentarlo.")


def change_refused(doing: str, path: Path, error: OSError) -> SaveFailedError:
    """The error for a change that the system refused; `doing` is a Spanish infinitive, such as `guardar`."""
    reason, advice = reason_and_advice(error)
    intact = " Lo guardado antes está intacto." if doing == "guardar" else ""
    return SaveFailedError(f"No se pudo {doing} la sesión «{path}»: {reason}.{intact}", hint=advice)


def folder_refused(folder: Path, error: OSError) -> StorageError:
    """The error for a sessions folder that cannot be listed."""
    reason, advice = reason_and_advice(error)
    return StorageError(f"No se puede leer la carpeta de sesiones «{folder}»: {reason}.", hint=advice)


def unreadable(path: Path, reason: str) -> SessionUnreadableError:
    """The error for a file that cannot be read as a session; `reason` is a Spanish clause."""
    return SessionUnreadableError(
        f"No se puede leer la sesión «{path}»: {reason}.",
        hint="El archivo se dejó como está; recupérelo de un respaldo o muévalo a otra carpeta.",
    )


def not_found(wanted: str, folder: Path) -> SessionNotFoundError:
    """The error for an id or prefix without a session."""
    return SessionNotFoundError(
        f"No hay ninguna sesión «{wanted}» en «{folder}».",
        hint="Vea las que hay con: retention-coach sessions list",
    )
