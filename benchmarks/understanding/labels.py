"""Sentences and answers labelled by people: what each shows, denies and counts, and whether it is a guess."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from retention_coach.understanding.found import Understanding

DEVELOPMENT = "sentences"
"""The set that the patterns were written with."""

ANSWERS = "answers"
"""Whole answers: those of the sample companies. The patterns were written with them too, the labels before."""

UNSEEN = "unseen"
"""The set that was written without sight of the rules; it is only reported on, never used to improve them."""

KINDS = ("signals", "denied", "quantities", "hedges")

Parts = dict[str, Counter[Any]]
"""What is labelled or found in a sentence: by kind, each item with how often."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence, or an answer, with what a careful reader concludes from it."""

    text: str
    parts: Parts


def labelled(name: str) -> tuple[Labelled, ...]:
    """The sentences of a set, in the order of its file."""
    import yaml

    rows = yaml.safe_load((Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8"))
    return tuple(Labelled(row["text"], _labels(row)) for row in rows)


def parts(understood: Understanding) -> Parts:
    """What was understood of a sentence, to compare with its labels: a signal counts once, however often it shows."""
    return {
        "signals": Counter({found.code for found in understood.signals}),
        "denied": Counter({found.code for found in understood.denied}),
        "quantities": Counter(
            (round(found.value, 2), found.whole, found.unit, found.period) for found in understood.quantities
        ),
        "hedges": Counter(["hedged"] * understood.hedged),
    }


def _labels(row: dict[str, Any]) -> Parts:
    return {
        "signals": Counter(set(row["signals"])),
        "denied": Counter(set(row["denied"])),
        "quantities": Counter(
            (round(item["value"], 2), item.get("whole"), item.get("unit"), item.get("period"))
            for item in row["quantities"]
        ),
        "hedges": Counter(["hedged"] * row["hedged"]),
    }
