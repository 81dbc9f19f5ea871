"""What a run of the program leaves, and what it is run on."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import retention_coach

SAMPLE = Path(retention_coach.__file__).parent / "samples" / "contadores-quito.yaml"


@dataclass(frozen=True)
class Ran:
    """What a run of the program left."""

    code: int
    out: str
    err: str


Program = Callable[..., Ran]


@dataclass(frozen=True)
class Finished:
    """A folder with the finished session of the sample company, and its id."""

    folder: Path
    id: str
