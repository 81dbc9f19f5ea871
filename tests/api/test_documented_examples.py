"""The examples of the documentation run as they are written, and do what the text around them says."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from retention_coach.ports import SessionStore
from retention_coach.testing.store_contract import SessionStoreContract

DOCUMENT = Path(__file__).parents[2] / "docs" / "python-api.md"
_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples() -> Iterator[tuple[int, str]]:
    """Each example with the line of the document at which it begins."""
    text = DOCUMENT.read_text(encoding="utf-8")
    for found in _BLOCK.finditer(text):
        yield text.count("\n", 0, found.start(1)), found.group(1)


def run_examples() -> dict[str, Any]:
    """Run all of them, one after the other, as one program; its names are returned."""
    names: dict[str, Any] = {"__name__": "documented"}
    for line, source in examples():
        # The empty lines make a traceback point into the document.
        exec(compile("\n" * line + source, str(DOCUMENT), "exec"), names)  # noqa: S102 - our own text
    return names


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the examples run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_documented_examples_do_what_they_say(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Sessions, documents, staleness, progress, both engines, the failure in the ledger."""
    names = run_examples()
    said = capsys.readouterr().out
    session = names["session"]
    assert (session.summary.steps_done, session.summary.status) == (8, "reviewed")
    assert f"{session.id} 8 / 8" in said
    assert (folder / "sessions" / f"{session.id}.json").is_file()
    assert list((folder / "entregables").rglob("*.md"))
    assert "stale: ['61-strategy', '62-action-plan', '63-kpis', '64-sector-plan', '65-advocacy']" in said
    assert "reviewed 2" in said
    assert said.index("64 Plan sectorial …") < said.index("64 Plan sectorial ✓") < said.index("65 Experiencias")
    assert "62-action-plan my-model connection" in said
    assert "\nplaybook\n" in said
    assert (folder / "sessions.sqlite3").is_file()
    assert "['connection']" in said


def test_document_has_examples_of_everything_promised() -> None:
    """Its sections each have one."""
    sections = DOCUMENT.read_text(encoding="utf-8").split("\n## ")[1:]
    assert len(sections) == 8
    assert all("```python" in section for section in sections)


class TestDocumentedStore(SessionStoreContract):
    """The store of the documentation keeps the contract that the document says it keeps."""

    @pytest.fixture(autouse=True)
    def _database(self, tmp_path: Path) -> None:
        self._path = tmp_path / "contract.sqlite3"

    def make_store(self) -> SessionStore:
        """The documented store, over an empty file."""
        source = next(source for _line, source in examples() if "class SqliteStore" in source)
        names: dict[str, Any] = {"__name__": "documented"}
        definition = source.partition("\nother = ")[0]
        exec("import retention_coach as rc\n" + definition, names)  # noqa: S102 - our own text
        store: SessionStore = names["SqliteStore"](self._path)
        return store
