"""Two windows: the second one is told, and a killed one holds nobody up."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from retention_coach.errors import SaveFailedError, SessionLockedError, SessionNotFoundError, StaleRevisionError
from retention_coach.storage import locks
from retention_coach.storage.json_folder import JsonFolderStore
from retention_coach.storage.locks import claim_file, writing
from retention_coach.testing.sample_session import sample_session

HOLDER = """
import asyncio, sys
from pathlib import Path
from retention_coach.storage.json_folder import JsonFolderStore

async def hold():
    async with JsonFolderStore(Path(sys.argv[1])).claim("acme-1"):
        print("held", flush=True)
        sys.stdin.readline()

asyncio.run(hold())
"""


async def claim_once(store: JsonFolderStore) -> None:
    """Take the claim and give it back."""
    async with store.claim("acme-1"):
        pass


def test_second_window_is_told_which_process_has_the_session(tmp_path: Path) -> None:
    """Until that process ends, by whatever death."""
    store = JsonFolderStore(tmp_path)
    asyncio.run(store.save(sample_session("acme-1"), expected_revision=0))
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(SessionLockedError, match=rf"ya está abierta en otra ventana \(proceso {holder.pid}\)"):
            asyncio.run(claim_once(store))
        with pytest.raises(SessionLockedError, match="otra ventana"):
            asyncio.run(store.delete("acme-1"))
        holder.kill()
    asyncio.run(claim_once(store))
    asyncio.run(store.delete("acme-1"))


def test_claim_within_one_process_names_it(tmp_path: Path) -> None:
    """Two pages of one program are two windows as well; so are two stores."""

    async def scenario() -> None:
        async with JsonFolderStore(tmp_path).claim("acme-1"):
            with pytest.raises(SessionLockedError, match=str(os.getpid())):
                await claim_once(JsonFolderStore(tmp_path))

    asyncio.run(scenario())


def test_claim_without_a_readable_number_is_told_without_it(tmp_path: Path) -> None:
    """The number is a courtesy; the refusal does not depend on it."""

    async def scenario() -> None:
        store = JsonFolderStore(tmp_path)
        async with store.claim("acme-1"):
            claim_file(tmp_path, "acme-1").write_text("")
            with pytest.raises(SessionLockedError, match=r"ya está abierta en otra ventana\. "):
                await claim_once(store)

    asyncio.run(scenario())


def test_claim_of_an_odd_name_is_refused(tmp_path: Path) -> None:
    """And creates nothing, inside the folder or out of it."""
    folder = tmp_path / "sesiones"

    async def scenario() -> None:
        for odd in ("../acme-1", "", "a/b"):
            with pytest.raises(SessionNotFoundError):
                async with JsonFolderStore(folder).claim(odd):
                    pass

    asyncio.run(scenario())
    assert list(tmp_path.iterdir()) == []


def test_claim_in_an_impossible_folder_is_a_refused_save(tmp_path: Path) -> None:
    """Whoever could not save is told before the first question."""
    (tmp_path / "sesiones").write_text("x")
    with pytest.raises(SaveFailedError, match=r"No se pudo reservar la sesión .*es un archivo"):
        asyncio.run(claim_once(JsonFolderStore(tmp_path / "sesiones")))


def test_save_gives_up_on_a_writer_that_does_not_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what to do, and succeeds once the other has ended."""
    monkeypatch.setattr(locks, "PATIENCE_SECONDS", 0.05)
    store = JsonFolderStore(tmp_path)
    first = asyncio.run(store.save(sample_session("acme-1"), expected_revision=0))
    with (
        writing(tmp_path, "acme-1"),
        pytest.raises(SessionLockedError, match="Otro proceso está escribiendo la sesión «acme-1»") as caught,
    ):
        asyncio.run(store.save(first, expected_revision=1))
    assert "cierre la otra ventana" in caught.value.hint
    assert asyncio.run(store.save(first, expected_revision=1)).revision == 2


def test_stale_window_is_told_what_happened(tmp_path: Path) -> None:
    """Who saved first, whether the session is gone, or that it exists already."""
    one, other = JsonFolderStore(tmp_path), JsonFolderStore(tmp_path)
    first = asyncio.run(one.save(sample_session("acme-1"), expected_revision=0))
    asyncio.run(other.save(first, expected_revision=1))
    with pytest.raises(StaleRevisionError, match=r"Otra ventana guardó antes .*revisión 2 y aquí se partió de la 1"):
        asyncio.run(one.save(first, expected_revision=1))
    with pytest.raises(StaleRevisionError, match="Ya existe una sesión «acme-1»"):
        asyncio.run(one.save(first, expected_revision=0))
    asyncio.run(other.delete("acme-1"))
    with pytest.raises(StaleRevisionError, match="ya no está") as caught:
        asyncio.run(one.save(first, expected_revision=2))
    assert "Vuelva a abrirla" in caught.value.hint
