"""What is type-checked also runs."""

import asyncio
import importlib.util
from pathlib import Path

import pytest
import typed_usage


def test_typed_usage_runs(tmp_path: Path) -> None:
    """With an engine that has nothing to say: the failed attempt is in the session."""
    session = asyncio.run(typed_usage.use(tmp_path))
    assert [attempt.error for attempt in session.steps["61-interview"].attempts] == ["no_script"]
    with pytest.raises(AttributeError):
        typed_usage.unknown_names_are_errors()


def test_package_is_marked_as_typed() -> None:
    """Without the marker, type checkers of other programs ignore the types."""
    spec = importlib.util.find_spec("retention_coach")
    assert spec is not None
    assert spec.origin is not None
    assert (Path(spec.origin).parent / "py.typed").is_file()
