"""Where and when a run took place: figures mean nothing without it."""

import os
import platform
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The machine and the moment.

    Attributes:
        at: date and time in UTC, to the minute.
        cpus: processors that the system has.
        load: processes that wanted one, as a mean of the last minute; near `cpus` or above it, wall times are inflated.
        python: version of the interpreter.
        system: operating system and architecture.
    """

    at: str
    cpus: int
    load: float
    python: str
    system: str

    @classmethod
    def now(cls) -> "Surroundings":
        """Those of this process."""
        return cls(
            at=datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
            cpus=os.cpu_count() or 1,
            load=round(os.getloadavg()[0], 2),
            python=platform.python_version(),
            system=f"{platform.system()} {platform.machine()}",
        )

    def __str__(self) -> str:
        return f"{self.at}, Python {self.python}, {self.system}, {self.cpus} CPUs, load {self.load:g}"

    def as_json(self) -> dict[str, Any]:
        """The same as plain data."""
        return asdict(self)
