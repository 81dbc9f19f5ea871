"""Reads session files, and nothing else that may lie under their name.

Links are not followed (a replace would break them, and they may lead out of the folder), and a pipe or a device would
block the reader: only regular files are read.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from retention_coach.storage.refusals import reason_and_advice, unreadable

LEADING_BYTES = 2048
"""How much of a file a listing reads; what it shows lies within, whatever the company is called."""

_TRAILING_BYTES = 16

# Flags that a platform lacks do not apply to it.
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Ends:
    """The first bytes of a file and its last ones; a file that fits in `head` is `whole`."""

    head: bytes
    tail: bytes
    whole: bool


def read_whole(path: Path) -> bytes:
    """All bytes of the file.

    Raises:
        FileNotFoundError: there is none.
        SessionUnreadableError: it is not a regular file, or the system refuses.
    """
    with _opened(path) as (descriptor, _), open(descriptor, "rb", closefd=False) as stream:
        return stream.read()


def read_ends(path: Path) -> Ends:
    """The beginning and the end of the file, for a price that does not depend on its size.

    Raises:
        FileNotFoundError: there is none.
        SessionUnreadableError: it is not a regular file, or the system refuses.
    """
    with _opened(path) as (descriptor, size):
        head = os.read(descriptor, LEADING_BYTES)
        if size <= LEADING_BYTES:
            return Ends(head=head, tail=head[-_TRAILING_BYTES:], whole=True)
        os.lseek(descriptor, size - _TRAILING_BYTES, os.SEEK_SET)
        return Ends(head=head, tail=os.read(descriptor, _TRAILING_BYTES), whole=False)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[int, int]]:
    """The descriptor and the size of a regular file."""
    try:
        descriptor = os.open(path, _FLAGS)
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise unreadable(path, "no es un archivo común")
            yield descriptor, status.st_size
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise unreadable(path, reason_and_advice(error)[0]) from error
