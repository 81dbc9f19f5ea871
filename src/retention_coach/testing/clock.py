"""A clock that a test moves."""

from datetime import UTC, datetime, timedelta


class ManualClock:
    """Says the same moment until it is moved.

    Args:
        start: the first moment, aware.
    """

    def __init__(self, start: datetime = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)) -> None:
        self._now = start

    def now(self) -> datetime:
        """The moment it stands at."""
        return self._now

    def move(self, step: timedelta = timedelta(minutes=1)) -> None:
        """Go on by this much."""
        self._now += step
