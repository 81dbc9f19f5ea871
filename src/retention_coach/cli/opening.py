"""Opens the session that a command is about."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Literal

from retention_coach.chain.coach import Coach
from retention_coach.cli.invocation import Invocation
from retention_coach.domain.base import AlternativeLabel
from retention_coach.domain.session import Session
from retention_coach.errors import InvalidInputError


async def opened(call: Invocation, wanted: str) -> tuple[Coach, Session]:
    """A coach, and the session whose id begins like this, to be looked at.

    Raises:
        SessionNotFoundError, AmbiguousSessionError, SessionUnreadableError, SessionTooNewError.
    """
    coach = call.coach()
    return coach, await coach.store.load(await coach.store.find(wanted.strip()))


@asynccontextmanager
async def held(call: Invocation, wanted: str) -> AsyncIterator[tuple[Coach, Session]]:
    """A coach, and the session whose id begins like this, to be changed: other windows are kept out meanwhile.

    Raises:
        SessionNotFoundError, AmbiguousSessionError, SessionUnreadableError, SessionTooNewError.
        SessionLockedError: another window is in it.
    """
    coach = call.coach()
    session_id = await coach.store.find(wanted.strip())
    async with coach.store.claim(session_id):
        call.follow(session_id)
        yield coach, await coach.store.load(session_id)


def label_of(text: str) -> AlternativeLabel:
    """A or B, in any case.

    Raises:
        InvalidInputError: neither.
    """
    match text.strip().upper():
        case "A":
            return "A"
        case "B":
            return "B"
        case _:
            raise InvalidInputError(f"«{text}» no es una alternativa.", hint="Escriba A o B.")


def choice_rule(text: str) -> AlternativeLabel | Literal["recommended"]:
    """Which alternative to take when nobody is there to choose.

    Raises:
        InvalidInputError: it is none of the three.
    """
    if text.strip().casefold() == "recommended":
        return "recommended"
    try:
        return label_of(text)
    except InvalidInputError as error:
        raise InvalidInputError(
            f"«{text}» no sirve para --choose.", hint="Escriba recommended (la recomendada), A o B."
        ) from error


async def loaded(call: Invocation, *wanted: str) -> list[Session]:
    """Sessions alone, for commands that need no chain.

    Raises:
        SessionNotFoundError, AmbiguousSessionError, SessionUnreadableError, SessionTooNewError.
    """
    store = call.store()
    return [await store.load(await store.find(item.strip())) for item in wanted]
