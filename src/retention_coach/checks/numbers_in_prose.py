"""Prose mentions only figures that are cited in the same item (rule "Evidence")."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from pydantic import BaseModel

from retention_coach.checks.context import CheckContext
from retention_coach.checks.walk import Item, items, join, nodes
from retention_coach.domain.base import KpiId, Unit
from retention_coach.domain.capacity import HORIZON_MONTHS
from retention_coach.domain.figures import CompanyFigures
from retention_coach.domain.finding import Finding
from retention_coach.domain.kpi_set import Kpi
from retention_coach.domain.profile import Profile
from retention_coach.domain.sector_plan import PHASE_TITLES
from retention_coach.metrics.registry import FORMULAS
from retention_coach.spanish.numerals import Mention, mentioned_numbers

_UNITS: Mapping[str, Unit] = {"%": "percent", "USD": "usd"}
_DECIMALS = re.compile(r"[,.](\d{1,2}|\d{4,})(?!\d)")
_SCALES = ((re.compile(r"mill"), 1e6), (re.compile(r"mil\b"), 1e3))
_MONTHS_FOLLOW = re.compile(r"\s*mes(es)?\b", re.IGNORECASE)


def numbers_are_cited(output: BaseModel, context: CheckContext) -> Iterator[Finding]:
    """PROSE_NUMBER_UNCITED: every number in an item's prose is one of its figures, hours, costs or limits.

    Compared as it is written: «8,3 %» stands for 8.333, «USD 1.200» for 1200. A number with «%» or «USD» stands for a
    figure in that unit. No source is needed for numbers inside the names of the profile, for the plan's own «6 meses»,
    nor, where an indicator is defined, for those of the library's own formulas («× 100», «respuestas de 9 o 10»).
    """
    names = _names(context.profile)
    constants = dict(_constants(output))
    for item in items(output):
        for path, text in item.prose:
            for mention in mentioned_numbers(text):
                is_constant = any(_stands_for(mention, value) for value in constants.get(path, ()))
                is_own = is_constant or _is_in_name(mention, names, text) or _is_horizon(mention, text)
                if not is_own and not _is_cited(mention, item):
                    yield context.finding("PROSE_NUMBER_UNCITED", path, found=mention.text)


def mentions(text: str, value: float) -> bool:
    """Whether a text says this number, rounded as it is written there."""
    return any(_stands_for(mention, value) for mention in mentioned_numbers(text))


def _is_cited(mention: Mention, item: Item) -> bool:
    unit = _UNITS.get(mention.unit or "")
    values = (figure.value for figure in item.figures if unit in {None, figure.unit})
    return any(_stands_for(mention, value) for value in (*values, *item.numbers))


def _stands_for(mention: Mention, value: float) -> bool:
    """Whether rounding the value gives what is written; a fall of 5 may be written with or without its sign."""
    half_a_digit = 0.5 * _last_digit(mention.text)
    return abs(abs(mention.value) - abs(value)) <= half_a_digit * (1 + 1e-9)


def _last_digit(written: str) -> float:
    """What one unit of the last digit is worth: 0.1 in «8,3», 1 in «1.200», 100 in «1,2 mil» (of thousands, tenths)."""
    decimals = _DECIMALS.search(written)
    scale = next((worth for word, worth in _SCALES if word.search(written.casefold())), 1.0)
    return float(scale * 10.0 ** -(len(decimals.group(1)) if decimals else 0))


def _constants(output: BaseModel) -> Iterator[tuple[str, frozenset[float]]]:
    """The places where indicators are defined, each with the numbers of that indicator's formulas."""
    for path, model in nodes(output):
        if isinstance(model, Kpi):
            for field in ("definition", "formula_text"):
                yield join(path, field), _numbers_of_formulas(model.kpi)


@cache
def _numbers_of_formulas(kpi: KpiId) -> frozenset[float]:
    """The numbers in the library's formulas of an indicator and in the descriptions of what they read."""
    formulas = [formula for formula in FORMULAS.values() if formula.kpi == kpi]
    read = {name for formula in formulas for name in formula.inputs} & CompanyFigures.model_fields.keys()
    texts = (
        *(formula.formula_text for formula in formulas),
        *(CompanyFigures.model_fields[name].description or "" for name in read),
    )
    return frozenset(mention.value for text in texts for mention in mentioned_numbers(text))


def _is_horizon(mention: Mention, text: str) -> bool:
    return mention.value == HORIZON_MONTHS and _MONTHS_FOLLOW.match(text, mention.end) is not None


def _names(profile: Profile) -> tuple[str, ...]:
    """Names that hold a digit."""
    names = (
        *PHASE_TITLES,
        profile.company,
        *(member.role for member in profile.team),
        *(account.customer for account in profile.accounts),
        *(segment.name for segment in profile.segments),
        *(contact.name for contact in profile.contacts),
    )
    return tuple(name for name in names if any(char.isdigit() for char in name))


def _is_in_name(mention: Mention, names: Iterable[str], text: str) -> bool:
    """Whether the number is part of a name where it stands («3M del Ecuador»)."""
    for name in names:
        start = text.find(name)
        while start >= 0:
            if start <= mention.start and mention.end <= start + len(name):
                return True
            start = text.find(name, start + 1)
    return False
