"""The company's own words: how much of a sentence is repeated, and what never is."""

import re
from dataclasses import replace

from retention_coach.assessment.permissions import permission_in
from retention_coach.assessment.spoken import STORY, spoken
from retention_coach.knowledge.lexicon import words
from retention_coach.ports import StepInputs

_MOST = 18
_LEAST = 5
_LEAK = 6
"""As many consecutive words of a confidential answer would give it away."""

_WORD = re.compile(r"\S+")
_JOINED = re.compile(r"^\s*(?:y|pero)\s+", re.IGNORECASE)
"""What joins a sentence to the one before it, and says nothing where it stands alone."""

_LOOSE_ENDS = frozenset(
    words("a al ante con cuando de del el en entre es esta hasta la las le les lo los mi muy ni no nos o para pero por")
    + words(
        "porque que se si sin son su sus tambien un una uno y ya nunca aunque sino donde cada todo toda todos todas"
    )
)
"""Words with which no quotation should end: the sense is in what follows."""


def quotable(text: str, private: frozenset[tuple[str, ...]]) -> str:
    """The beginning of a sentence, exactly as said; empty if it holds quotation marks or confidential words.

    A long sentence is cut where it pauses, or before the words that would leave it hanging.
    """
    said = _cut(_JOINED.sub("", text)).strip(" ,()-")
    if "«" in said or "»" in said or _runs(said) & private:
        return ""
    return said


def confidential_runs(inputs: StepInputs) -> frozenset[tuple[str, ...]]:
    """Every run of words that only the consultant may see, or that a customer asked to keep out of its story."""
    texts = (answer.text for answer in inputs.answers if answer.consultant_only and answer.text)
    return frozenset(run for text in texts for run in _runs(text)) | _reserved(inputs)


def _reserved(inputs: StepInputs) -> frozenset[tuple[str, ...]]:
    """The runs of the best case with the price or amount that its customer reserved («sin decir cuánto debe»)."""
    told = tuple(spoken(inputs, STORY))
    permission = permission_in(told)
    texts = (sentence.text for sentence in told if sentence.text != permission.words)
    return frozenset(run for text in texts for run in _runs(text) if permission.keeps_out(" ".join(run)))


def openly(inputs: StepInputs) -> StepInputs:
    """The inputs without the answers that only the consultant may see."""
    return replace(inputs, answers=tuple(answer for answer in inputs.answers if not answer.consultant_only))


def _cut(text: str) -> str:
    spans = [match.span() for match in _WORD.finditer(text)]
    if len(spans) <= _MOST:
        return text
    for start, end in reversed(spans[_LEAST - 1 : _MOST]):
        if text[start:end].endswith(","):
            return text[:end]
    kept = spans[:_MOST]
    while len(kept) > 1 and set(words(text[slice(*kept[-1])])) <= _LOOSE_ENDS:
        kept.pop()
    return text[: kept[-1][1]]


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    said = words(text)
    return frozenset(said[start : start + _LEAK] for start in range(max(len(said) - _LEAK + 1, 0)))
