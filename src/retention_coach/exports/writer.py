"""Writes documents into a folder of the company's.

Names are stable, so that exporting again replaces the earlier documents: edit a copy, or the session, not these files.
The consultant's version has names of its own and never takes the place of what the company receives. A session forked
from another has a folder of its own beside it.
"""

import errno
import os
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from retention_coach.errors import InvalidInputError, RetentionCoachError, SaveFailedError
from retention_coach.exports import json, markdown
from retention_coach.report import Report
from retention_coach.spanish.words import fold

Render = Callable[[Report], str]

EXPORTERS: Mapping[str, Render] = MappingProxyType({"md": markdown.render, "json": json.render})
"""How to render each format, by the ending of its files."""

_CLIENT_DATA_MODE = 0o600


@dataclass(frozen=True, slots=True)
class Exported:
    """The files written, and what went wrong with the others; a failure of one format does not stop the rest."""

    paths: tuple[Path, ...]
    problems: tuple[RetentionCoachError, ...]


def export(report: Report, formats: Sequence[str], folder: Path) -> Exported:
    """Write the report in these formats into `<folder>/<company>/`, each file whole or not at all.

    Raises:
        InvalidInputError: a format is not known; nothing is written.
        SaveFailedError: the folder is not there and cannot be created.
    """
    _refuse_unknown(formats)
    _prepare(folder / folder_name(report))
    paths: list[Path] = []
    problems: list[RetentionCoachError] = []
    for form in dict.fromkeys(formats):
        path = folder / folder_name(report) / file_name(report, form)
        try:
            _replace(path, EXPORTERS[form](report).encode("utf-8"))
        except OSError as error:
            problems.append(_refused(path, error))
        except RetentionCoachError as error:
            problems.append(error)
        else:
            paths.append(path)
    return Exported(tuple(paths), tuple(problems))


def folder_name(report: Report) -> str:
    """The company's name as a folder: lower case, digits and hyphens; a fork says its alternative."""
    slug = re.sub(r"[^a-z0-9]+", "-", fold(report.cover.company)).strip("-")[:60].strip("-") or "empresa"
    choice = report.session.choice
    forked = report.session.forked_from is not None and choice is not None
    return f"{slug}-alternativa-{choice.label.lower()}" if choice and forked else slug


def file_name(report: Report, form: str) -> str:
    """`plan-de-retencion.md`; the consultant's version says so."""
    suffix = "-consultor" if report.audience == "consultant" else ""
    return f"plan-de-retencion{suffix}.{form}"


def _refuse_unknown(formats: Sequence[str]) -> None:
    unknown = [form for form in formats if form not in EXPORTERS]
    if unknown:
        raise InvalidInputError(f"No hay un formato «{unknown[0]}».", hint=f"Los formatos son: {', '.join(EXPORTERS)}.")


def _prepare(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason, hint = _explained(error)
        raise SaveFailedError(f"No se pudo crear la carpeta «{folder}»: {reason}.", hint=hint) from error


def _replace(path: Path, data: bytes) -> None:
    """Put the data at the path through a temporary file beside it, so that a reader never sees half a document."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as file:
            temporary.chmod(_CLIENT_DATA_MODE)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):  # the first error is the one to tell
            temporary.unlink(missing_ok=True)
        raise


def _refused(path: Path, error: OSError) -> SaveFailedError:
    reason, hint = _explained(error)
    return SaveFailedError(f"No se pudo escribir «{path}»: {reason}.", hint=hint)


def _explained(error: OSError) -> tuple[str, str]:
    """Why the system refused, and what to do."""
    match error:
        case PermissionError():
            return "no hay permiso para escribir ahí", "Elija otra carpeta con «--to»."
        case NotADirectoryError() | FileExistsError():
            return "en esa ruta hay un archivo y no una carpeta", "Elija otra carpeta con «--to»."
        case IsADirectoryError():
            return "en su lugar hay una carpeta con el mismo nombre", "Muévala o elija otra carpeta con «--to»."
        case OSError(errno=errno.ENOSPC):
            return "el disco está lleno", "Libere espacio o elija otra carpeta con «--to»."
        case FileNotFoundError():
            return "el sistema no admite archivos en esa ruta", "Elija otra carpeta con «--to»."
        case _:
            code = errno.errorcode.get(error.errno or 0, "sin código")
            return f"el sistema no lo permitió ({code})", "Revise la carpeta o elija otra con «--to»."
