"""Runs blocking work in a thread, and never leaves it running behind the caller's back."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

Result = TypeVar("Result")


async def in_thread(work: Callable[[], Result]) -> Result:
    """What `work` returns, done in a thread.

    A thread cannot be stopped. A caller that is cancelled therefore gets its `CancelledError` once the work has
    ended, so that whatever lock it holds covers all of it and a later write cannot be overtaken by this one.

    Raises:
        CancelledError: with the error of the work as its cause, if it had one.
    """
    task = asyncio.create_task(asyncio.to_thread(work))
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError as cancelled:
        while not task.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait({task})
        raise cancelled from (None if task.cancelled() else task.exception())
