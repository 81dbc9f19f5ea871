"""A disk that refuses costs the save, never what was saved before."""

import asyncio
import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from retention_coach.errors import SaveFailedError
from retention_coach.storage import atomic
from retention_coach.storage.json_folder import JsonFolderStore
from retention_coach.testing.sample_session import sample_session

LIMITED = """
import asyncio, resource, sys
from pathlib import Path
from retention_coach.errors import SaveFailedError
from retention_coach.storage.json_folder import JsonFolderStore
from stored_sessions import large_session

store = JsonFolderStore(Path(sys.argv[1]))
small = asyncio.run(store.load("acme-1"))
resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
try:
    asyncio.run(store.save(large_session("acme-1", megabytes=1), expected_revision=1))
except SaveFailedError as error:
    assert asyncio.run(store.load("acme-1")) == small
    print(error)
"""


class FailingOs:
    """Stands in for `os` inside one module, with one call that fails."""

    def __init__(self, call: str, number: int) -> None:
        self._call = call
        self._number = number

    def __getattr__(self, name: str) -> Any:
        return self._fail if name == self._call else getattr(os, name)

    def _fail(self, *_arguments: object) -> None:
        raise OSError(self._number, os.strerror(self._number))


@pytest.mark.parametrize(
    ("call", "number", "words"),
    [
        ("write", errno.ENOSPC, "el disco está lleno"),
        ("fsync", errno.ENOSPC, "el disco está lleno"),
        ("write", errno.EDQUOT, "cuota"),
        ("fsync", errno.EIO, "el disco falló"),
        ("open", errno.EROFS, "solo lectura"),
        ("open", errno.EACCES, "no hay permiso"),
        ("replace", errno.EPERM, "no hay permiso"),
        ("write", errno.EBUSY, "el sistema respondió «Device or resource busy»"),
    ],
)
def test_refused_save_says_why_and_keeps_the_earlier_session(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, words: str
) -> None:
    """What, where, that the earlier version is intact, and what to do; and the next save succeeds."""
    store = JsonFolderStore(tmp_path)
    first = asyncio.run(store.save(sample_session("acme-1"), expected_revision=0))
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "os", FailingOs(call, number))
        with pytest.raises(SaveFailedError, match=words) as caught:
            asyncio.run(store.save(first, expected_revision=1))
    assert str(tmp_path / "acme-1.json") in caught.value.message
    assert "Lo guardado antes está intacto." in caught.value.message
    assert caught.value.hint.endswith(".")
    assert asyncio.run(store.load("acme-1")) == first
    assert not list(tmp_path.glob(".*.tmp"))
    assert asyncio.run(store.save(first, expected_revision=1)).revision == 2


def test_file_size_limit_of_the_system_is_a_refused_save(tmp_path: Path) -> None:
    """A real refusal by the kernel in the middle of a write."""
    asyncio.run(JsonFolderStore(tmp_path).save(sample_session("acme-1"), expected_revision=0))
    finished = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=Path(__file__).parent,
    )
    assert finished.returncode == 0, finished.stderr
    assert "supera el tamaño permitido" in finished.stdout
    assert not list(tmp_path.glob(".*.tmp"))


def test_folder_that_is_a_file_is_a_refused_save(tmp_path: Path) -> None:
    """Also where the file stands in the way further up."""
    (tmp_path / "sesiones").write_text("x")
    for folder in (tmp_path / "sesiones", tmp_path / "sesiones" / "dentro"):
        with pytest.raises(SaveFailedError, match="es un archivo"):
            asyncio.run(JsonFolderStore(folder).save(sample_session("acme-1"), expected_revision=0))
    assert (tmp_path / "sesiones").read_text() == "x"


def test_new_folder_is_for_its_owner_only(tmp_path: Path) -> None:
    """The files as well, sidecars included."""
    folder = tmp_path / "clientes" / "sesiones"

    async def scenario() -> None:
        store = JsonFolderStore(folder)
        async with store.claim("acme-1"):
            await store.save(sample_session("acme-1"), expected_revision=0)

    asyncio.run(scenario())
    assert folder.stat().st_mode & 0o777 == 0o700
    modes = {file.name: file.stat().st_mode & 0o777 for file in folder.iterdir()}
    assert modes == {"acme-1.json": 0o600, ".acme-1.lock": 0o600, ".acme-1.claim": 0o600}
