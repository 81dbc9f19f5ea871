"""Files that are no sessions are named with their problem, and left exactly as they are."""

import asyncio
import errno
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stored_sessions import as_written, full_session, put

from retention_coach.errors import SessionUnreadableError, StorageError
from retention_coach.storage import regular_file
from retention_coach.storage.document import DocumentFormat
from retention_coach.storage.json_folder import JsonFolderStore
from retention_coach.storage.listing import list_folder
from retention_coach.testing.sample_session import sample_session

GOOD, _ = DocumentFormat().encode(full_session("acme-1"), Path("acme-1.json"))

DAMAGES: list[tuple[bytes, str]] = [
    (b"", "está vacío"),
    (b" \n", "está vacío"),
    (bytes(5000), "todo el archivo son ceros"),
    (GOOD[:900] + bytes(len(GOOD) - 900), "desde el byte 900 hay ceros"),
    (GOOD[:900], "está incompleto"),
    (GOOD[:-3], "está incompleto"),
    (GOOD.decode().encode("cp1252"), "no es texto UTF-8"),
    (b"hola", "no es JSON válido"),
    (b"[1, 2]", "no es un objeto"),
    (b'{"name": "paquete", "version": "1.0"}', "falta «schema_version»"),
    (GOOD.replace(b'"schema_version": 1', b'"schema_version": true'), "falta «schema_version»"),
    (GOOD.replace(b'"revision"', b'"revisi\\u00f3n"'), "(revisión: no existe en ese lugar)"),
    (GOOD.replace(b'"id": "acme-1"', b'"id": "zeta-9"'), "por dentro es la sesión «zeta-9»"),
]


@pytest.mark.parametrize(("content", "words"), DAMAGES, ids=[words for _, words in DAMAGES])
def test_damaged_file_is_named_and_left_alone(tmp_path: Path, content: bytes, words: str) -> None:
    """Loading, listing and saving all refuse it, say why, and change no byte."""
    path = tmp_path / "acme-1.json"
    path.write_bytes(content)
    store = JsonFolderStore(tmp_path)
    with pytest.raises(SessionUnreadableError, match=re.escape(words)) as caught:
        asyncio.run(store.load("acme-1"))
    assert str(path) in caught.value.message
    assert asyncio.run(store.find("ac")) == "acme-1"
    (entry,) = asyncio.run(store.entries())
    assert (entry.id, entry.updated_at, entry.summary) == ("acme-1", None, None)
    assert words in entry.problem
    for expected in (0, 1):
        with pytest.raises(SessionUnreadableError, match=words):
            asyncio.run(store.save(sample_session("acme-1"), expected_revision=expected))
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (GOOD + b"}", "no es JSON válido"),
        (GOOD.replace(b"0.25", b"NaN"), "no es JSON válido"),
        (GOOD.replace(b"0.25", b"\0\0\0\0"), "hay ceros"),
    ],
    ids=["one brace more", "not a number", "a hole"],
)
def test_damage_between_the_ends_is_found_by_loading(tmp_path: Path, content: bytes, words: str) -> None:
    """A listing, which does not read that far, is not held up by it."""
    path = tmp_path / "acme-1.json"
    path.write_bytes(content)
    store = JsonFolderStore(tmp_path)
    with pytest.raises(SessionUnreadableError, match=words):
        asyncio.run(store.load("acme-1"))
    assert path.read_bytes() == content


def test_missing_part_is_named_by_its_place(tmp_path: Path) -> None:
    """The first one, with the number of the others."""
    document = as_written("acme-1")
    del document["profile"]["company"]
    document["choice"]["label"] = "C"
    document["review"] = {}
    put(tmp_path, "acme-1.json", document)
    with pytest.raises(SessionUnreadableError, match=r"\(profile\.company: falta, y 4 problemas más\)"):
        asyncio.run(JsonFolderStore(tmp_path).load("acme-1"))


def test_every_truncation_shows_in_the_listing(tmp_path: Path) -> None:
    """Wherever a document is cut, or turned to zeros from there on, the listing says so without reading all of it."""
    document, _ = DocumentFormat().encode(full_session("acme-1", output={"a": [{"b": 1}] * 200}), Path("acme-1.json"))
    path = tmp_path / "acme-1.json"
    for length in range(0, len(document) - 2, 43):
        for content in (document[:length], document[:length] + bytes(len(document) - length)):
            path.write_bytes(content)
            (entry,) = list_folder(tmp_path, DocumentFormat())
            assert entry.problem, length


@given(
    st.binary(max_size=3000)
    | st.builds(lambda at, byte: GOOD[:at] + byte + GOOD[at + 1 :], st.integers(0, len(GOOD)), st.binary(max_size=2))
)
def test_any_bytes_are_a_session_or_an_unreadable_one(content: bytes) -> None:
    """No damage gives any other error."""
    try:
        session = DocumentFormat().decode(content, Path("acme-1.json"))
    except StorageError:
        return
    assert session.id == "acme-1"


def test_byte_order_mark_of_an_editor_is_accepted(tmp_path: Path) -> None:
    """A consultant may open the file in an editor that adds one."""
    path = tmp_path / "acme-1.json"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace(b"\n", b"\r\n"))
    store = JsonFolderStore(tmp_path)
    assert asyncio.run(store.load("acme-1")) == full_session("acme-1")
    (entry,) = asyncio.run(store.entries())
    assert not entry.problem


def _as_link(path: Path) -> None:
    target = path.with_name("fuera.txt")
    target.write_bytes(GOOD)
    path.symlink_to(target)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (_as_link, "hay un enlace"),
        (lambda path: path.symlink_to("en-ninguna-parte"), "hay un enlace"),
        (lambda path: path.mkdir(), "no es un archivo común"),
        (os.mkfifo, "no es un archivo común"),
    ],
    ids=["link", "dangling link", "folder", "pipe"],
)
def test_what_is_no_regular_file_is_not_read(tmp_path: Path, make: Callable[[Path], None], words: str) -> None:
    """Neither followed, nor waited for, nor replaced."""
    make(tmp_path / "acme-1.json")
    store = JsonFolderStore(tmp_path)
    with pytest.raises(SessionUnreadableError, match=words):
        asyncio.run(store.load("acme-1"))
    with pytest.raises(SessionUnreadableError, match=words):
        asyncio.run(store.save(sample_session("acme-1"), expected_revision=0))
    (entry,) = asyncio.run(store.entries())
    assert words in entry.problem
    assert not (tmp_path / "acme-1.json").is_file() or (tmp_path / "acme-1.json").is_symlink()


def test_file_without_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The listing goes on with the others."""

    class GuardedOs:
        def __getattr__(self, name: str) -> Any:
            return getattr(os, name)

        def open(self, path: Path, flags: int) -> int:
            if path.name == "acme-1.json":
                raise PermissionError(errno.EACCES, "Permission denied")
            return os.open(path, flags)

    store = JsonFolderStore(tmp_path)
    asyncio.run(store.save(sample_session("acme-1"), expected_revision=0))
    asyncio.run(store.save(sample_session("zeta-9"), expected_revision=0))
    monkeypatch.setattr(regular_file, "os", GuardedOs())
    with pytest.raises(SessionUnreadableError, match="no hay permiso"):
        asyncio.run(store.load("acme-1"))
    assert [(entry.id, bool(entry.problem)) for entry in asyncio.run(store.entries())] == [
        ("zeta-9", False),
        ("acme-1", True),
    ]
