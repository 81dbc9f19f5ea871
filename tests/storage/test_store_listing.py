"""Listing, finding and deleting in a real folder."""

import asyncio
from pathlib import Path

import pytest
from stored_sessions import as_written, large_session, put

from retention_coach.errors import AmbiguousSessionError, SessionNotFoundError, StorageError
from retention_coach.storage import listing
from retention_coach.storage.json_folder import JsonFolderStore
from retention_coach.storage.leading import parse_leading
from retention_coach.storage.locks import writing
from retention_coach.storage.regular_file import LEADING_BYTES, read_ends
from retention_coach.testing.sample_session import sample_session


def test_missing_folder_is_empty_and_stays_missing(tmp_path: Path) -> None:
    """Looking creates nothing."""
    folder = tmp_path / "sesiones"
    store = JsonFolderStore(folder)
    assert asyncio.run(store.entries()) == ()
    for use in (store.find, store.load, store.delete):
        with pytest.raises(SessionNotFoundError):
            asyncio.run(use("acme-1"))
    assert not folder.exists()


def test_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    """It is not the same as an empty one."""
    (tmp_path / "sesiones").write_text("x")
    with pytest.raises(StorageError, match="es un archivo"):
        asyncio.run(JsonFolderStore(tmp_path / "sesiones").entries())


def test_folder_behind_a_link_is_used(tmp_path: Path) -> None:
    """A consultant may keep the sessions on another disk."""
    (tmp_path / "otro-disco").mkdir()
    (tmp_path / "sesiones").symlink_to(tmp_path / "otro-disco")
    asyncio.run(JsonFolderStore(tmp_path / "sesiones").save(sample_session("acme-1"), expected_revision=0))
    assert (tmp_path / "otro-disco" / "acme-1.json").is_file()


def test_foreign_files_do_not_disturb(tmp_path: Path) -> None:
    """What is not JSON is passed over; what is JSON but no session is listed last, with its problem."""
    store = JsonFolderStore(tmp_path)
    asyncio.run(store.save(sample_session("acme-1"), expected_revision=0))
    for name in ("notas.txt", ".DS_Store", ".oculto.json", "acme-1.json.bak"):
        (tmp_path / name).write_text("x")
    put(tmp_path, "Mi lista.json", {"empresas": []})
    put(tmp_path, "copia de acme-1.json", as_written("acme-1"))
    first, *others = asyncio.run(store.entries())
    assert (first.id, first.problem) == ("acme-1", "")
    assert [entry.id for entry in others] == ["Mi lista", "copia de acme-1"]
    assert all(entry.problem for entry in others)


def test_listing_reads_the_leading_part_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of megabytes costs no more than a small one: it is never read whole."""
    store = JsonFolderStore(tmp_path)
    asyncio.run(store.save(large_session("acme-1", megabytes=5), expected_revision=0))

    def read_whole(path: Path) -> bytes:
        raise AssertionError(path)

    monkeypatch.setattr(listing, "read_whole", read_whole)
    (entry,) = asyncio.run(store.entries())
    assert not entry.problem


def test_longest_summary_lies_within_the_leading_part(tmp_path: Path) -> None:
    """Also for a company of 160 characters of four bytes each."""
    store = JsonFolderStore(tmp_path)
    session = large_session("a" * 80, megabytes=1)
    summary = session.summary.model_copy(update={"company": "🌹" * 160, "engine": "openai · gpt-x" * 4})
    asyncio.run(store.save(session.model_copy(update={"summary": summary}), expected_revision=0))
    ends = read_ends(tmp_path / f"{session.id}.json")
    assert len(ends.head) == LEADING_BYTES
    leading = parse_leading(ends)
    assert leading is not None
    assert leading.summary == summary


def test_document_with_its_parts_in_another_order_is_listed(tmp_path: Path) -> None:
    """An editor may have sorted them; then the whole file is read."""
    document = as_written("acme-1")
    document["steps"]["61-strategy"]["current"]["output"] = {"text": ["x" * 100] * 100}
    put(tmp_path, "acme-1.json", dict(reversed(document.items())))
    (entry,) = asyncio.run(JsonFolderStore(tmp_path).entries())
    assert entry.problem == ""
    assert entry.summary is not None


def test_ambiguous_prefix_names_five_candidates(tmp_path: Path) -> None:
    """And how many more there are."""
    for number in range(7):
        put(tmp_path, f"acme-{number}.json", {})
    with pytest.raises(AmbiguousSessionError, match="acme-0, acme-1, acme-2, acme-3, acme-4 y 2 más"):
        asyncio.run(JsonFolderStore(tmp_path).find("acme"))


def test_delete_removes_everything_of_one_session(tmp_path: Path) -> None:
    """The document, the sidecars and what killed writers left; nothing of another session."""
    store = JsonFolderStore(tmp_path)

    async def scenario() -> None:
        for each in ("acme-1", "acme-12"):
            async with store.claim(each):
                await store.save(sample_session(each), expected_revision=0)
        (tmp_path / ".acme-1.json.0123456789abcdef.tmp").touch()
        (tmp_path / ".acme-12.json.0123456789abcdef.tmp").touch()
        await store.delete("acme-1")

    asyncio.run(scenario())
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".acme-12.claim",
        ".acme-12.json.0123456789abcdef.tmp",
        ".acme-12.lock",
        "acme-12.json",
    ]


def test_unreadable_session_can_be_deleted(tmp_path: Path) -> None:
    """Whoever asks for it by its id means it; a link goes, not what it points to."""
    (tmp_path / "acme-1.json").write_bytes(b"")
    (tmp_path / "fuera.txt").write_text("x")
    (tmp_path / "zeta-9.json").symlink_to(tmp_path / "fuera.txt")
    store = JsonFolderStore(tmp_path)
    asyncio.run(store.delete("acme-1"))
    asyncio.run(store.delete("zeta-9"))
    assert [path.name for path in tmp_path.iterdir()] == ["fuera.txt"]


def test_leftovers_of_dead_writers_are_cleared_by_the_first_save(tmp_path: Path) -> None:
    """Those of a writer that lives, and files of others, are not touched."""
    dead = tmp_path / ".acme-1.json.0123456789abcdef.tmp"
    alive = tmp_path / ".zeta-9.json.0123456789abcdef.tmp"
    foreign = tmp_path / ".otra cosa.json.tmp"
    for path in (dead, alive, foreign):
        path.touch()
    with writing(tmp_path, "zeta-9"):
        asyncio.run(JsonFolderStore(tmp_path).save(sample_session("beta-5"), expected_revision=0))
    assert not dead.exists()
    assert alive.exists()
    assert foreign.exists()
