"""Both stores keep the contract that the package ships."""

import subprocess
import sys
from pathlib import Path

import pytest

from retention_coach.ports import SessionStore
from retention_coach.storage.json_folder import JsonFolderStore
from retention_coach.testing.store import MemoryStore
from retention_coach.testing.store_contract import SessionStoreContract


class TestJsonFolderStore(SessionStoreContract):
    """The contract on disk, in a folder that the first save creates."""

    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path) -> None:
        self._path = tmp_path / "sesiones"

    def make_store(self) -> SessionStore:
        """A store over a folder that does not exist yet."""
        return JsonFolderStore(self._path)


class TestMemoryStore(SessionStoreContract):
    """The contract in memory."""

    def make_store(self) -> SessionStore:
        """An empty store."""
        return MemoryStore()


def test_contract_is_importable_without_pytest() -> None:
    """Whoever ships a store of their own needs no particular test runner."""
    check = "import sys, retention_coach.testing.store_contract; sys.exit('pytest' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
