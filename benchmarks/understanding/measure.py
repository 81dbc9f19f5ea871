"""`understanding`: precision and recall on every set, and what a sentence costs."""

from collections.abc import Iterator
from functools import partial

from benchmarks.cost import cost_of, interleaved
from benchmarks.record import Comparison, Fact, Record
from benchmarks.understanding.labels import ANSWERS, DEVELOPMENT, UNSEEN, Labelled, labelled, parts
from benchmarks.understanding.scores import scores
from retention_coach.knowledge.lexicon import words
from retention_coach.knowledge.loader import load
from retention_coach.understanding.understand import understand

SENTENCE = (
    "La verdad no medimos nada, pero creo que el año pasado perdimos 8 de 120 clientes porque nos demoramos en "
    "contestar y dos nos deben 3 mil dólares desde el mes de mayo"
)
"""Thirty words."""

_WORDS = "fold and split a sentence of 30 words"
_UNDERSTAND = "understand a sentence of 30 words"


def understanding(*, rounds: int = 15, times: int = 50) -> Iterator[Record]:
    """One record for each set; its costs are those of one sentence, the patterns compiled and nothing remembered."""
    knowledge = load()
    understand(SENTENCE, knowledge)
    measures = {
        _WORDS: partial(cost_of, partial(words, SENTENCE), times=times),
        _UNDERSTAND: partial(cost_of, partial(understand.__wrapped__, SENTENCE, knowledge), times=times),
    }
    for name in (DEVELOPMENT, ANSWERS, UNSEEN):
        sentences = labelled(name)
        yield Record(
            name=f"understanding {name}",
            title=f"{len(sentences)} labelled texts",
            costs=interleaved(measures, rounds=rounds),
            comparisons=(Comparison(_UNDERSTAND, _WORDS),),
            facts=tuple(_facts(sentences)),
        )


def _facts(sentences: tuple[Labelled, ...]) -> Iterator[Fact]:
    knowledge = load()
    found = scores((parts(understand(item.text, knowledge)), item.parts) for item in sentences)
    for kind, score in found.items():
        yield Fact(f"{kind}: precision", round(score.precision, 3), f"of {score.right + score.wrong} found")
        yield Fact(f"{kind}: recall", round(score.recall, 3), f"of {score.right + score.missed} labelled")
