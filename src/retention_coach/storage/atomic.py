"""Replaces a file so that a reader sees the old content or the new one, whole, whatever happens to the writer.

The order is what makes it safe: write a temporary file beside the target, flush it to the disk, rename it over the
target, flush the folder. Before the rename the old file is intact; after it the new one is complete.
"""

import errno
import os
import re
import secrets
import sys
from contextlib import suppress
from pathlib import Path

from retention_coach.errors import SaveFailedError
from retention_coach.storage.refusals import reason_and_advice

TEMPORARY_NAME = re.compile(r"\.(?P<stem>[a-z0-9-]+)\.json\.[0-9a-f]{16}\.tmp")
"""The name of the temporary file for `<stem>.json`."""

_CLIENT_DATA_MODE = 0o600

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)

# Some network file systems cannot flush a folder, or let nobody open it; the rename is then as durable as it gets.
_CANNOT_FLUSH_FOLDER = {errno.EACCES, errno.EBADF, errno.EINVAL, errno.ENOTSUP}


def replace_file(path: Path, data: bytes) -> None:
    """Make `data` the content of `path`, readable by its owner only.

    Raises:
        OSError: the system refused; the earlier file is intact and nothing is left behind.
        SaveFailedError: the file was replaced, but the disk did not confirm that the change will last.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}.tmp")
    try:
        _write_durably(temporary, data)
        os.replace(temporary, path)  # noqa: PTH105 - the calls of this function are read, and tested, as a sequence
    except BaseException:
        # The first error is the one to tell; a leftover is removed by a later save.
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    try:
        flush_folder(path.parent)
    except OSError as error:
        raise SaveFailedError(
            f"Se guardó «{path}», pero el disco no confirmó que el cambio sobreviva a un corte de luz: "
            f"{reason_and_advice(error)[0]}.",
            hint="Copie el archivo a otro disco y vuelva a abrir la sesión.",
        ) from error


def flush_folder(folder: Path) -> None:
    """Make renames and removals in the folder last.

    Raises:
        OSError: the disk failed.
    """
    if sys.platform == "win32":
        return  # Windows has no way to flush a folder
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_FLUSH_FOLDER:
            raise


def _write_durably(path: Path, data: bytes) -> None:
    descriptor = os.open(path, _FLAGS, _CLIENT_DATA_MODE)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
