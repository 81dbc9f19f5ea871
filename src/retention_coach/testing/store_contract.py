"""What every session store must do, as a test-suite: subclass it, say how a store is made, and let pytest collect it.

    class TestMyStore(SessionStoreContract):
        def make_store(self) -> SessionStore:
            return MyStore(...)

Each test asks for one store, empty. Nothing here imports pytest: the methods are plain functions that raise.
"""
# ruff: noqa: S101 - a test-suite asserts

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, suppress
from datetime import timedelta
from typing import TypeVar

from retention_coach.domain.session import Session
from retention_coach.errors import (
    AmbiguousSessionError,
    SessionLockedError,
    SessionNotFoundError,
    StaleRevisionError,
    StorageError,
)
from retention_coach.ports import SessionStore
from retention_coach.testing.sample_session import NOON, sample_session

Refusal = TypeVar("Refusal", bound=StorageError)


class SessionStoreContract(ABC):
    """The tests. `make_store` is called once in each of them."""

    @abstractmethod
    def make_store(self) -> SessionStore:
        """An empty store."""

    def test_saved_session_is_loaded_unchanged(self) -> None:
        """What comes back is what went in, one revision further."""

        async def scenario(store: SessionStore) -> None:
            session = sample_session("acme-1")
            saved = await store.save(session, expected_revision=0)
            assert saved == session.model_copy(update={"revision": 1})
            assert await store.load("acme-1") == saved

        self._run(scenario)

    def test_each_save_is_one_revision_further(self) -> None:
        """The new revision follows the expected one, whatever number the session itself carries."""

        async def scenario(store: SessionStore) -> None:
            session = sample_session("acme-1")
            revisions = [(await store.save(session, expected_revision=number)).revision for number in range(4)]
            assert revisions == [1, 2, 3, 4]

        self._run(scenario)

    def test_stale_writer_is_refused(self) -> None:
        """Who read an earlier revision changes nothing."""

        async def scenario(store: SessionStore) -> None:
            first = await store.save(sample_session("acme-1"), expected_revision=0)
            second = await store.save(first, expected_revision=1)
            late = sample_session("acme-1", company="Otra")
            await _refused(StaleRevisionError, store.save(late, expected_revision=1))
            assert await store.load("acme-1") == second

        self._run(scenario)

    def test_creating_twice_is_refused(self) -> None:
        """Expecting no session, where there is one, is stale."""

        async def scenario(store: SessionStore) -> None:
            await store.save(sample_session("acme-1"), expected_revision=0)
            await _refused(StaleRevisionError, store.save(sample_session("acme-1"), expected_revision=0))

        self._run(scenario)

    def test_saving_a_deleted_session_is_refused(self) -> None:
        """A deleted session does not come back through a window that still shows it."""

        async def scenario(store: SessionStore) -> None:
            saved = await store.save(sample_session("acme-1"), expected_revision=0)
            await store.delete("acme-1")
            await _refused(StaleRevisionError, store.save(saved, expected_revision=1))
            assert await store.entries() == ()

        self._run(scenario)

    def test_concurrent_saves_have_one_winner(self) -> None:
        """Of many writers who start from the same revision, exactly one is kept, and it is the one that is loaded."""

        async def scenario(store: SessionStore) -> None:
            rivals = [sample_session("acme-1", company=f"Empresa {number}") for number in range(8)]
            saves = (store.save(rival, expected_revision=0) for rival in rivals)
            results = await asyncio.gather(*saves, return_exceptions=True)
            winners = [result for result in results if isinstance(result, Session)]
            assert [type(result) for result in results].count(StaleRevisionError) == len(rivals) - 1
            assert winners == [await store.load("acme-1")]

        self._run(scenario)

    def test_sessions_do_not_disturb_each_other(self) -> None:
        """Many sessions saved at the same time are all there."""

        async def scenario(store: SessionStore) -> None:
            ids = [f"empresa-{number}" for number in range(12)]
            await asyncio.gather(*(store.save(sample_session(each), expected_revision=0) for each in ids))
            assert sorted(entry.id for entry in await store.entries()) == sorted(ids)

        self._run(scenario)

    def test_unknown_session_is_not_found(self) -> None:
        """Neither loaded, found nor deleted."""

        async def scenario(store: SessionStore) -> None:
            await store.save(sample_session("acme-1"), expected_revision=0)
            await _refused(SessionNotFoundError, store.load("acme-2"))
            await _refused(SessionNotFoundError, store.load("acme"))
            await _refused(SessionNotFoundError, store.find("zeta"))
            await _refused(SessionNotFoundError, store.delete("acme-2"))

        self._run(scenario)

    def test_odd_names_are_not_found(self) -> None:
        """What cannot be an id leads nowhere, least of all out of the store."""

        async def scenario(store: SessionStore) -> None:
            await store.save(sample_session("acme-1"), expected_revision=0)
            for odd in ("", ".", "..", "../acme-1", "/acme-1", "acme-1/", "acme-1.json", "*", "ACME-1", "acme-1\0"):
                for use in (store.load, store.find, store.delete):
                    await _refused(SessionNotFoundError, use(odd))

        self._run(scenario)

    def test_prefix_finds_the_only_match(self) -> None:
        """An unambiguous beginning is enough; an ambiguous one names the candidates; an exact id always wins."""

        async def scenario(store: SessionStore) -> None:
            for each in ("acme-1", "acme-12", "zeta-9"):
                await store.save(sample_session(each), expected_revision=0)
            assert await store.find("z") == "zeta-9"
            assert await store.find("acme-12") == "acme-12"
            assert await store.find("acme-1") == "acme-1"
            error = await _refused(AmbiguousSessionError, store.find("acme-"))
            assert "acme-1, acme-12" in error.message

        self._run(scenario)

    def test_entries_come_latest_first(self) -> None:
        """With the summary, and by id where the time is the same."""

        async def scenario(store: SessionStore) -> None:
            assert await store.entries() == ()
            for each, hours in (("b-1", 1), ("c-1", 3), ("d-1", 1), ("a-1", 2)):
                await store.save(sample_session(each, company=each, hours=hours), expected_revision=0)
            entries = await store.entries()
            assert [entry.id for entry in entries] == ["c-1", "a-1", "b-1", "d-1"]
            assert [entry.summary.company for entry in entries if entry.summary] == ["c-1", "a-1", "b-1", "d-1"]
            assert entries[0].updated_at == NOON + timedelta(hours=3)
            assert not any(entry.problem for entry in entries)

        self._run(scenario)

    def test_deleted_session_is_gone(self) -> None:
        """And its id may be used again."""

        async def scenario(store: SessionStore) -> None:
            await store.save(sample_session("acme-1"), expected_revision=0)
            await store.save(sample_session("zeta-9"), expected_revision=0)
            await store.delete("acme-1")
            await _refused(SessionNotFoundError, store.load("acme-1"))
            assert [entry.id for entry in await store.entries()] == ["zeta-9"]
            assert (await store.save(sample_session("acme-1"), expected_revision=0)).revision == 1

        self._run(scenario)

    def test_claim_keeps_others_out(self) -> None:
        """One at a time for each session, until it is given back, also through an error."""

        async def scenario(store: SessionStore) -> None:
            await store.save(sample_session("acme-1"), expected_revision=0)
            async with store.claim("acme-1"), store.claim("zeta-9"):
                error = await _refused(SessionLockedError, _enter(store.claim("acme-1")))
                assert "otra ventana" in error.message
                await _refused(SessionLockedError, store.delete("acme-1"))
            with suppress(LookupError):
                async with store.claim("acme-1"):
                    raise LookupError
            await _enter(store.claim("acme-1"))
            await store.delete("acme-1")

        self._run(scenario)

    def test_claim_does_not_keep_saves_out(self) -> None:
        """The holder saves; others are told by the revision."""

        async def scenario(store: SessionStore) -> None:
            async with store.claim("acme-1"):
                saved = await store.save(sample_session("acme-1"), expected_revision=0)
            assert await store.load("acme-1") == saved

        self._run(scenario)

    def _run(self, scenario: Callable[[SessionStore], Awaitable[None]]) -> None:
        async def whole() -> None:
            await scenario(self.make_store())

        asyncio.run(whole())


async def _enter(context: AbstractAsyncContextManager[None]) -> None:
    async with context:
        pass


async def _refused(expected: type[Refusal], attempt: Awaitable[object]) -> Refusal:
    try:
        await attempt
    except expected as error:
        return error
    raise AssertionError(f"{expected.__name__} was expected")
