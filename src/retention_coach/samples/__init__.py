"""Company files that the program carries, for its demonstration and for tests."""

from datetime import date
from importlib.resources import files

DEMO = "contadores-quito.yaml"
"""An invented accounting firm of Quito that serves flower farms and small importers."""


WRITTEN_ON = date(2026, 11, 20)
"""The day as of which the samples are read: their plans begin soon after it, whatever the year they are shown in."""


def sample_text(name: str = DEMO) -> str:
    """The text of a sample company file, also from an installed package."""
    return files(__name__).joinpath(name).read_text(encoding="utf-8")
