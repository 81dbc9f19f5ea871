"""The labelled sentences, and how what is found is compared with them."""

from collections import Counter
from typing import get_args

import pytest
from benchmarks.understanding.labels import ANSWERS, DEVELOPMENT, UNSEEN, Parts, labelled, parts
from benchmarks.understanding.scores import Score, scores

from retention_coach.knowledge.entries.vocabulary import SIGNALS
from retention_coach.knowledge.loader import load
from retention_coach.understanding.found import Period, Unit
from retention_coach.understanding.understand import understand

FLOOR = 0.9
"""Below this on the development set a change has broken something; the benchmark gives the figures."""


@pytest.mark.parametrize(("name", "least"), [(DEVELOPMENT, 1000), (ANSWERS, 75), (UNSEEN, 100)])
def test_labels_are_known_codes(name: str, least: int) -> None:
    """Enough sentences, every code, unit and period a known one, no sentence twice."""
    sentences = labelled(name)
    assert len(sentences) >= least
    assert len({item.text for item in sentences}) == len(sentences)
    for item in sentences:
        assert {*item.parts["signals"], *item.parts["denied"]} <= {*SIGNALS}
        assert {quantity[2] for quantity in item.parts["quantities"]} <= {None, *get_args(Unit)}
        assert {quantity[3] for quantity in item.parts["quantities"]} <= {None, *get_args(Period)}


def test_no_sentence_is_in_both_sets() -> None:
    """What is reported on was not worked with."""
    worked_with = {item.text for name in (DEVELOPMENT, ANSWERS) for item in labelled(name)}
    assert not worked_with & {item.text for item in labelled(UNSEEN)}


def test_what_is_found_is_compared_item_by_item() -> None:
    """Right, wrong and missed, each kind by itself; nothing found is nothing wrong."""
    empty: Counter[str] = Counter()
    label: Parts = {
        "signals": Counter({"no_crm": 1, "no_metrics": 1}),
        "denied": empty,
        "quantities": empty,
        "hedges": empty,
    }
    found: Parts = {**label, "signals": Counter({"no_crm": 1, "low_usage": 1})}
    result = scores([(found, label)])
    assert result["signals"] == Score(1, 1, 1)
    assert (result["signals"].precision, result["signals"].recall) == (0.5, 0.5)
    assert (result["denied"].precision, result["denied"].recall) == (1.0, 1.0)


@pytest.mark.parametrize("name", [DEVELOPMENT, ANSWERS])
def test_what_was_worked_with_is_understood(name: str) -> None:
    """A guard against a change that spoils the patterns."""
    found = scores((parts(understand(item.text, load())), item.parts) for item in labelled(name))
    assert all(min(score.precision, score.recall) >= FLOOR for score in found.values()), found
