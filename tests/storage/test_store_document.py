"""The document: readable by people, whole, and never written where it could not be read back."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stored_sessions import full_session, large_session

from retention_coach.domain.interview import Answer, Interview
from retention_coach.domain.session import Session
from retention_coach.errors import SaveFailedError, SessionUnreadableError
from retention_coach.storage.document import DocumentFormat
from retention_coach.storage.json_folder import JsonFolderStore
from retention_coach.testing.sample_session import NOON, sample_session

PATH = Path("acme-1.json")

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(output=st.dictionaries(st.text(max_size=8), json_values, max_size=4), draft=st.text())
def test_any_content_comes_back_unchanged(output: dict[str, Any], draft: str) -> None:
    """Whatever characters, numbers and nesting an engine or a person produces."""
    session = full_session("acme-1", output=output)
    interview = session.interview.model_copy(update={"drafts": {"Q2": draft}})
    session = session.model_copy(update={"interview": interview})
    data, again = DocumentFormat().encode(session, PATH)
    assert again == session
    assert DocumentFormat().decode(data, PATH) == session


def test_document_is_readable_and_begins_with_its_summary(tmp_path: Path) -> None:
    """Accents as they are, one member a line, the members of a listing first."""
    asyncio.run(JsonFolderStore(tmp_path).save(full_session("acme-1"), expected_revision=0))
    text = (tmp_path / "acme-1.json").read_text(encoding="utf-8")
    assert list(json.loads(text))[:5] == ["schema_version", "id", "revision", "updated_at", "summary"]
    assert '\n  "company": "Florícola Ñandú & Cía.",\n' in text
    assert text.endswith("\n}\n")


def test_tuples_of_an_output_are_lists_on_disk() -> None:
    """An output taken from a model may hold them; they are no reason to refuse a save."""
    _, again = DocumentFormat().encode(full_session("acme-1", output={"months": (1, 2)}), PATH)
    assert again.steps["61-strategy"].current is not None
    assert again.steps["61-strategy"].current.output == {"months": [1, 2]}


UNCLEANED = Answer(text="x", answered_at=NOON).model_copy(update={"text": "timbre\a"})


def with_update(**changes: object) -> Session:
    """A session changed without validation, as a copy is."""
    return full_session("acme-1").model_copy(update=changes)


@pytest.mark.parametrize(
    "spoiled",
    [
        with_update(created_at=None),
        with_update(language="en"),
        with_update(schema_version=2),
        with_update(interview=Interview(answers={"Q1": UNCLEANED})),
        with_update(forked_from="\ud800"),
        full_session("acme-1", output={"share": float("nan")}),
        full_session("acme-1", output={"share": [(float("-inf"),)]}),
        full_session("acme-1", output={"share": object()}),
    ],
    ids=["no date", "language", "version", "uncleaned text", "half a character", "nan", "infinity", "object"],
)
def test_session_that_could_not_be_read_back_is_not_written(tmp_path: Path, spoiled: Session) -> None:
    """The earlier one stays, and the message says what would be wrong."""
    store = JsonFolderStore(tmp_path)
    first = asyncio.run(store.save(full_session("acme-1"), expected_revision=0))
    with pytest.raises(SaveFailedError, match="no se podría volver a leer"):
        asyncio.run(store.save(spoiled, expected_revision=1))
    assert asyncio.run(store.load("acme-1")) == first


def test_further_validation_guards_both_ways(tmp_path: Path) -> None:
    """Outputs that their step would not accept are neither written nor read, and say why."""

    def two_alternatives(session: Session) -> None:
        for record in session.steps.values():
            if record.current is not None and len(record.current.output["alternatives"]) != 2:
                raise ValueError("61: se esperaban dos alternativas")

    strict, lenient = JsonFolderStore(tmp_path, validate=two_alternatives), JsonFolderStore(tmp_path)
    first = asyncio.run(strict.save(full_session("acme-1"), expected_revision=0))
    spoiled = full_session("acme-1", output={"alternatives": []})
    with pytest.raises(SaveFailedError, match="se esperaban dos alternativas"):
        asyncio.run(strict.save(spoiled, expected_revision=1))
    assert asyncio.run(strict.load("acme-1")) == first
    asyncio.run(lenient.save(spoiled, expected_revision=1))
    with pytest.raises(SessionUnreadableError, match="se esperaban dos alternativas"):
        asyncio.run(strict.load("acme-1"))


def test_large_session_is_saved_and_loaded(tmp_path: Path) -> None:
    """Five megabytes, many pages of history."""
    store = JsonFolderStore(tmp_path)
    saved = asyncio.run(store.save(large_session("acme-1", megabytes=5), expected_revision=0))
    assert (tmp_path / "acme-1.json").stat().st_size > 5_000_000
    assert asyncio.run(store.load("acme-1")) == saved


def test_relative_folder_is_fixed_when_the_store_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A later change of the working directory does not scatter sessions."""
    monkeypatch.chdir(tmp_path)
    store = JsonFolderStore(Path("sesiones"))
    (tmp_path / "otra").mkdir()
    monkeypatch.chdir(tmp_path / "otra")
    asyncio.run(store.save(sample_session("acme-1"), expected_revision=0))
    assert (tmp_path / "sesiones" / "acme-1.json").is_file()
