"""«Retener cuesta cinco veces menos»: only with the company's own costs.

The sources of that slogan contradict each other, so that the one ratio that may be stated is the company's own.
"""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from retention_coach.checks.closeness import agrees
from retention_coach.checks.context import CheckContext
from retention_coach.checks.walk import items, prose
from retention_coach.domain.finding import Finding
from retention_coach.metrics.registry import FORMULAS
from retention_coach.metrics.result import Computed
from retention_coach.spanish.quotes import strip_quotes
from retention_coach.spanish.words import fold

RATIO = "acquisition_to_retention"
"""The formula of the company's own ratio."""

_TIMES = re.compile(r"\bveces\b")
_COSTS = re.compile(r"\b(cuest\w*|cost\w*|barat\w*|car[oa]s?|retener\w*|captar\w*|adquirir\w*|conservar\w*)\b")
_SENTENCE = re.compile(r"[.;!?\n]+")


def cost_claims_are_own(output: BaseModel, context: CheckContext) -> Iterator[Finding]:
    """CLAIM_WITHOUT_OWN_FIGURES: «cuesta N veces menos» stands only beside the company's own computed ratio."""
    claims = [path for path, content in prose(output) if _claims_a_ratio(content)]
    proven = _beside_own_ratio(output, context) if claims else frozenset()
    for path in claims:
        if path not in proven:
            yield context.finding("CLAIM_WITHOUT_OWN_FIGURES", path)


def _beside_own_ratio(output: BaseModel, context: CheckContext) -> frozenset[str]:
    """The places of all texts whose item has the company's own ratio among its figures."""
    computed = FORMULAS[RATIO].compute(dict(context.profile.figures.known()))
    if not isinstance(computed, Computed):
        return frozenset()
    return frozenset(
        text.path
        for item in items(output)
        if any(figure.basis.ref == RATIO and agrees(figure.value, computed.value) for figure in item.figures)
        for text in item.prose
    )


def _claims_a_ratio(text: str) -> bool:
    if "veces" not in text.casefold():
        return False
    sentences = _SENTENCE.split(fold(strip_quotes(text)))
    return any(_TIMES.search(sentence) and _COSTS.search(sentence) for sentence in sentences)
