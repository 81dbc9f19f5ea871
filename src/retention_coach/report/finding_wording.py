"""Findings in words: where it is, what is wrong, what was expected."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import zip_longest
from math import isfinite
from string import Formatter
from typing import Any, get_args

from retention_coach.domain.base import Unit
from retention_coach.domain.figures import CompanyFigures
from retention_coach.domain.finding import Finding
from retention_coach.report.figure_wording import amount
from retention_coach.report.finding_place import place
from retention_coach.report.finding_sentences import SENTENCES
from retention_coach.report.labels import CONSIDERATION, DIRECTION, EVIDENCE, KPI, METHOD, PROFILE_FIELD, TOPIC
from retention_coach.spanish.cleaning import shorten
from retention_coach.spanish.formats import join_words, month_name, number, short_date

Value = str | float

MOST_WORDS = 20
"""A longer text of the output is cut where a sentence shows it."""

_BLANK = "(vacío)"
_OF_ANOTHER_VERSION = ("observación de otra versión del programa ({code}); revise el paso de nuevo.",)
_UNITS: Mapping[str, Unit] = {unit: unit for unit in get_args(Unit)}
_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_PERIOD = re.compile(r"\d{4}-(0[1-9]|1[0-2])")

_LABELS: tuple[Mapping[Any, str], ...] = (PROFILE_FIELD, KPI, CONSIDERATION, METHOD, TOPIC, EVIDENCE, DIRECTION)

_WORDS: Mapping[str, str] = {
    **{code: (field.description or code).rstrip(".") for code, field in CompanyFigures.model_fields.items()},
    **{code: words for labels in _LABELS for code, words in labels.items()},
    "hours": "horas",
    "cost_usd": "costo",
    "deadline": "fecha límite",
    "owner": "responsable",
    "kpi": "indicador",
    "focus": "el enfoque",
    "must_be_true": "lo que debe cumplirse",
    "how_it_can_fail": "cómo puede fallar",
    "early_sign": "la primera señal de fallo",
}
"""What a parameter names by code, in words."""


def sentence(finding: Finding) -> str:
    """One Spanish sentence about a finding: «Mes 3, acción 2, actividad: tiene 31 palabras y el máximo es 25…».

    Sessions keep their findings, so that a code of another version of the program gets a sentence too.
    """
    told = _told(SENTENCES.get(finding.code, _OF_ANOTHER_VERSION), {"code": finding.code, **finding.parameters})
    where = place(finding.path)
    whole = f"{where}: {told}" if where else told
    return whole[0].upper() + whole[1:]


def _told(templates: Sequence[str], parameters: Mapping[str, Value]) -> str:
    """The first template whose slots all have something to say, or the last with what it has."""
    *specific, plainest = templates
    for template in specific:
        slots = _slots(template, parameters)
        if all(slots):
            return _filled(template, slots)
    return _filled(plainest, [shown or _BLANK for shown in _slots(plainest, parameters)])


def _slots(template: str, parameters: Mapping[str, Value]) -> list[str]:
    """What goes into each slot of a template, in order; empty where there is nothing to say."""
    named = [(name, how or "") for _text, name, how, _conversion in Formatter().parse(template) if name is not None]
    values = [(parameters.get(name, ""), how) for name, how in named]
    return [
        _number(value, how, parameters) if isinstance(value, int | float) else _text(value, how)
        for value, how in values
    ]


def _filled(template: str, slots: Sequence[str]) -> str:
    texts = [text for text, _name, _how, _conversion in Formatter().parse(template)]
    return "".join(text + shown for text, shown in zip_longest(texts, slots, fillvalue=""))


def _number(value: float, how: str, parameters: Mapping[str, Value]) -> str:
    unit = _UNITS.get(str(parameters.get(how, how)))
    if unit is not None:
        return amount(value, unit)
    return number(value) if isfinite(value) else str(value)


def _text(value: str, how: str) -> str:
    match how:
        case "words":
            return join_words(
                [_WORDS.get(code) or shorten(code, MOST_WORDS) for code in value.split(", ") if code.strip()]
            )
        case "day" if _DAY.fullmatch(value):
            return short_date(date.fromisoformat(value))
        case "month" if _PERIOD.fullmatch(value):
            return month_name(value)
        case _:
            return shorten(value, MOST_WORDS)
