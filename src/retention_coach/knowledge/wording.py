"""Rules for the words of entries: *usted*, no figure where none can be cited, actions that are short enough."""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.plays import ACTION_WORDS
from retention_coach.knowledge.entries.vocabulary import SEGMENTS
from retention_coach.spanish.register import has_question, informal_forms
from retention_coach.spanish.words import count_words

TEMPLATE_WORDS = 22
"""The most words of an action's template; filling its slots adds at most three."""

ADJECTIVE_WORDS = 3
"""The most words of a sector's adjective, so that no filled action grows too long."""

_NOT_PROSE = frozenset(
    {"id", "source", "also", "facts", "aliases", "any_of", "lack_of", "none_of", "phrases", "when"}
    | {"code", "kpi", "stage", "plays", "asked_in", "signals", "with_words", "measure", "comparison"}
    | {"verbs", "stressed", "weak", "first", "present", "subjunctive", "preterite", "imperfect", "future"}
    | {"participle", "gerund"}
)
"""Fields that are addresses, codes, patterns or forms of verbs, and `facts`, which carry their own address."""

_MAY_HOLD_FIGURES = ("questions", "figures", "benchmarks", "legal", "customs")
"""Collections whose figures are cited by the entry itself, or are examples of what a person answers."""

_BOUND_TO_ONE = re.compile(r"\{reach\} (?:conforme|satisfecho|(?:que|quien) (?:ya )?\w+[óae])\b|\buno de \{reach\}")
"""Words that agree with one customer and not with six: «6 clientes conforme»."""

_DIGIT = re.compile(r"\d")


def problems(knowledge: Knowledge) -> list[str]:
    """Every breach of the rules, as Spanish sentences."""
    return [
        *_informal(knowledge),
        *_uncited_figures(knowledge),
        *_sector_words(knowledge),
        *_actions(knowledge),
        *_long_actions(knowledge),
        *_questions(knowledge),
    ]


def prose(value: object) -> Iterator[str]:
    """The sentences people read in an entry, a part of one, or a collection of them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in _NOT_PROSE:
                yield from prose(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from prose(item)


def _collections(knowledge: Knowledge) -> Iterator[tuple[str, tuple[BaseModel, ...]]]:
    for name in Knowledge.model_fields:
        value = getattr(knowledge, name)
        if isinstance(value, tuple):
            yield name, value


def _informal(knowledge: Knowledge) -> Iterator[str]:
    for _, entries in _collections(knowledge):
        for entry in entries:
            found = [word for text in prose(entry) for word in informal_forms(text)]
            if found:
                yield f"«{_id(entry)}» no trata de usted: {', '.join(found)}"


def _uncited_figures(knowledge: Knowledge) -> Iterator[str]:
    for name, entries in _collections(knowledge):
        if name in _MAY_HOLD_FIGURES:
            continue
        for entry in entries:
            yield from (
                f"«{_id(entry)}» lleva una cifra sin fuente: {text}" for text in prose(entry) if _DIGIT.search(text)
            )


def _sector_words(knowledge: Knowledge) -> Iterator[str]:
    for sector in knowledge.sectors:
        if count_words(sector.adjective) > ADJECTIVE_WORDS:
            yield f"«{sector.id}»: «{sector.adjective}» pasa de {ADJECTIVE_WORDS} palabras"
        if count_words(sector.unit) > 1 or count_words(sector.units) > 1:
            yield f"«{sector.id}»: «{sector.unit}» y «{sector.units}» deben ser una sola palabra"


def _actions(knowledge: Knowledge) -> Iterator[str]:
    longest = max(knowledge.sectors, key=lambda sector: count_words(sector.adjective))
    for play in knowledge.plays:
        if count_words(play.action) > TEMPLATE_WORDS:
            yield f"«{play.id}»: la acción tiene {count_words(play.action)} palabras y admite {TEMPLATE_WORDS}"
        if bound := _BOUND_TO_ONE.search(play.action):
            yield f"«{play.id}»: «{bound.group()}» no concuerda con uno y con varios"
        filled = (
            play.render_action(reach=12, sector=longest.adjective, segment=segment, own=longest) for segment in SEGMENTS
        )
        if max(count_words(action) for action in filled) > ACTION_WORDS:
            yield f"«{play.id}»: la acción pasa de {ACTION_WORDS} palabras al llenar sus casillas"


def _long_actions(knowledge: Knowledge) -> Iterator[str]:
    for strategy in knowledge.advocacy:
        if count_words(strategy.action) > ACTION_WORDS:
            yield f"«{strategy.id}»: la acción pasa de {ACTION_WORDS} palabras"
    preventive = [(item.id, action) for item in knowledge.health for action in prose(item.actions)]
    preventive += [(level.id, level.action) for level in knowledge.health_levels]
    for entry_id, action in preventive:
        if count_words(action) > ACTION_WORDS:
            yield f"«{entry_id}»: «{action}» pasa de {ACTION_WORDS} palabras"


def _questions(knowledge: Knowledge) -> Iterator[str]:
    asked = [
        *((question.id, question.text) for question in knowledge.questions),
        *((item.code, item.text) for question in knowledge.questions for item in question.follow_ups),
        *((figure.id, figure.question) for figure in knowledge.figures),
        *((sector.id, sector.confirm_question) for sector in knowledge.sectors),
        *((indicator.id, indicator.ask) for indicator in knowledge.health),
        *((contradiction.id, contradiction.question) for contradiction in knowledge.contradictions),
    ]
    yield from (f"«{entry_id}» no pregunta nada: {text}" for entry_id, text in asked if not has_question(text))


def _id(entry: BaseModel) -> str:
    return str(getattr(entry, "id", ""))
