"""What a user can set, whatever way it was set."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Where sessions live and where prompts come from; `prompts_dir` None means the ones shipped."""

    sessions_dir: Path = Path("sessions")
    prompts_dir: Path | None = None
