"""Signals that end the program: Ctrl-C between two prompts, a closed window, a shutdown."""

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager


class Interruption:
    """Turns SIGINT, SIGTERM and SIGHUP into a cancellation of the interview, which then keeps what was typed.

    Only for a person at a terminal: whoever reads from a pipe may be blocked there, where no cancellation arrives.
    """

    def __init__(self) -> None:
        self._number: int | None = None

    @contextmanager
    def watch(self) -> Iterator[None]:
        """Catch the signals while the context lasts, where the system and the thread allow it."""
        loop = asyncio.get_running_loop()
        task = asyncio.current_task()
        caught: list[int] = []
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is None or task is None:
                continue
            try:
                loop.add_signal_handler(number, self._receive, number, task)
            except (NotImplementedError, RuntimeError, ValueError):
                continue  # Windows, or not the main thread: the signal ends the program as it always did
            caught.append(number)
        try:
            yield
        finally:
            for number in caught:
                loop.remove_signal_handler(number)

    def acknowledge(self) -> int | None:
        """The exit code for the signal that cancelled the current task, which goes on; None if none did."""
        task = asyncio.current_task()
        if self._number is None or task is None:
            return None
        task.uncancel()
        return 128 + self._number

    def _receive(self, number: int, task: "asyncio.Task[object]") -> None:
        self._number = number
        task.cancel()
