"""Documents of earlier versions come forward; those of later ones are left to a later program."""

import asyncio
from pathlib import Path

import pytest
from stored_sessions import as_written, put

from retention_coach.domain.session import SCHEMA_VERSION
from retention_coach.errors import SessionTooNewError, SessionUnreadableError
from retention_coach.storage.json_folder import JsonFolderStore
from retention_coach.storage.migrations import MIGRATIONS, Document, migrate, target_version
from retention_coach.testing.sample_session import sample_session

PATH = Path("acme-1.json")


def rename_firm(document: Document) -> Document:
    """Version 1 called the company of the summary a firm."""
    summary = dict(document["summary"])
    summary["company"] = summary.pop("firm")
    return {**document, "summary": summary}


def add_stale(document: Document) -> Document:
    """Version 2 did not count what is out of date."""
    return {**document, "summary": {**document["summary"], "stale": 0}}


def version_one(revision: int = 4) -> Document:
    """A document as version 1 would have written it."""
    document = as_written("acme-1", revision=revision)
    document["summary"]["firm"] = document["summary"].pop("company")
    del document["summary"]["stale"]
    return document


def test_program_writes_the_version_its_migrations_end_at() -> None:
    """Raising the version without a migration, or the other way round, is noticed here."""
    assert target_version(MIGRATIONS) == SCHEMA_VERSION


def test_migrations_apply_in_order_from_the_version_found() -> None:
    """Each one once, and those of earlier versions not at all."""
    trace = [lambda document, n=n: {**document, "trace": [*document.get("trace", []), n]} for n in (1, 2, 3)]
    assert migrate({"schema_version": 1}, PATH, trace) == {"schema_version": 4, "trace": [1, 2, 3]}
    assert migrate({"schema_version": 3}, PATH, trace) == {"schema_version": 4, "trace": [3]}
    assert migrate({"schema_version": 4}, PATH, trace) == {"schema_version": 4}


def test_earlier_session_is_loaded_listed_and_saved(tmp_path: Path) -> None:
    """Reading leaves the file as it was; the next save brings it to today's version."""
    path = put(tmp_path, "acme-1.json", version_one())
    before = path.read_bytes()
    store = JsonFolderStore(tmp_path, migrations=[rename_firm, add_stale])
    session = asyncio.run(store.load("acme-1"))
    assert (session.schema_version, session.revision, session.summary.stale) == (3, 4, 0)
    (entry,) = asyncio.run(store.entries())
    assert entry.summary == session.summary
    assert path.read_bytes() == before
    assert asyncio.run(store.save(session, expected_revision=4)).revision == 5
    assert b'"schema_version": 3' in path.read_bytes()


def test_migration_that_does_not_fit_is_an_unreadable_file(tmp_path: Path) -> None:
    """It names the step that failed, and the file stays."""
    document = version_one()
    del document["summary"]["firm"]
    path = put(tmp_path, "acme-1.json", document)
    before = path.read_bytes()
    with pytest.raises(SessionUnreadableError, match="del formato 1 al 2"):
        asyncio.run(JsonFolderStore(tmp_path, migrations=[rename_firm, add_stale]).load("acme-1"))
    assert path.read_bytes() == before


def test_later_session_is_neither_read_nor_overwritten(tmp_path: Path) -> None:
    """A listing shows it with its problem."""
    document = {**as_written("acme-1"), "schema_version": SCHEMA_VERSION + 1, "novelty": True}
    path = put(tmp_path, "acme-1.json", document)
    before = path.read_bytes()
    store = JsonFolderStore(tmp_path)
    with pytest.raises(SessionTooNewError, match="versión más nueva"):
        asyncio.run(store.load("acme-1"))
    with pytest.raises(SessionTooNewError):
        asyncio.run(store.save(sample_session("acme-1"), expected_revision=1))
    (entry,) = asyncio.run(store.entries())
    assert "versión más nueva" in entry.problem
    assert path.read_bytes() == before
