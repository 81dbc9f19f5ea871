"""Files are replaced whole, in an order that survives a crash at any point."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from retention_coach.errors import SaveFailedError
from retention_coach.storage import atomic
from retention_coach.storage.atomic import replace_file


class WatchedOs:
    """Stands in for `os` inside one module: records the calls, and fails where told."""

    def __init__(self, failures: dict[str, int] | None = None) -> None:
        self.calls: list[str] = []
        self._failures = failures or {}
        self._folders: set[int] = set()

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return self._watched(name, real) if name in {"open", "write", "fsync", "replace", "close"} else real

    def _watched(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            on_folder = (name == "open" and os.path.isdir(arguments[0])) or arguments[0] in self._folders  # noqa: PTH112
            label = f"{name} folder" if on_folder else name
            self.calls.append(label)
            if label in self._failures:
                raise OSError(self._failures[label], os.strerror(self._failures[label]))
            result = real(*arguments)
            if label == "open folder":
                self._folders.add(result)
            elif label == "close folder":
                self._folders.discard(arguments[0])
            return result

        return call


def test_steps_come_in_the_order_that_makes_them_safe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is flushed before the rename, and the folder after it."""
    watched = WatchedOs()
    monkeypatch.setattr(atomic, "os", watched)
    replace_file(tmp_path / "a.json", b"{}")
    assert watched.calls == [
        "open",
        "write",
        "fsync",
        "close",
        "replace",
        "open folder",
        "fsync folder",
        "close folder",
    ]


def test_short_writes_are_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that takes a few bytes at a time gets them all."""

    class ShortOs(WatchedOs):
        def write(self, descriptor: int, data: memoryview) -> int:
            return os.write(descriptor, data[:3])

    monkeypatch.setattr(atomic, "os", ShortOs())
    replace_file(tmp_path / "a.json", b"0123456789")
    assert (tmp_path / "a.json").read_bytes() == b"0123456789"


@pytest.mark.parametrize("step", ["open", "write", "fsync", "replace"])
def test_failure_before_the_rename_leaves_the_earlier_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """And no temporary file beside it."""
    path = tmp_path / "a.json"
    path.write_bytes(b"before")
    monkeypatch.setattr(atomic, "os", WatchedOs({step: errno.ENOSPC}))
    with pytest.raises(OSError, match="No space"):
        replace_file(path, b"after")
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_unconfirmed_rename_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the folder cannot be flushed, the message does not claim that the earlier version is intact."""
    path = tmp_path / "a.json"
    path.write_bytes(b"before")
    monkeypatch.setattr(atomic, "os", WatchedOs({"fsync folder": errno.EIO}))
    with pytest.raises(SaveFailedError, match="corte de luz"):
        replace_file(path, b"after")
    assert path.read_bytes() == b"after"


@pytest.mark.parametrize("step", ["open folder", "fsync folder"])
def test_folder_that_cannot_be_flushed_by_nature_is_accepted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Some network file systems offer no such call; a save does not fail for it."""
    monkeypatch.setattr(atomic, "os", WatchedOs({step: errno.EINVAL}))
    replace_file(tmp_path / "a.json", b"after")
    assert (tmp_path / "a.json").read_bytes() == b"after"


def test_file_is_for_its_owner_only(tmp_path: Path) -> None:
    """Also where an earlier file was open to all."""
    path = tmp_path / "a.json"
    path.write_bytes(b"before")
    path.chmod(0o666)
    replace_file(path, b"after")
    assert path.stat().st_mode & 0o777 == 0o600
