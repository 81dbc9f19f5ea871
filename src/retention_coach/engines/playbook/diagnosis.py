"""What was seen in the company, topic by topic, and what is not known yet."""

import re
from collections.abc import Iterator, Sequence

from retention_coach.assessment import cite
from retention_coach.assessment.sightings import Sighting
from retention_coach.domain.base import TOPICS, Topic
from retention_coach.domain.evidence import Figure
from retention_coach.domain.strategy import ObservationDraft, Unknown
from retention_coach.engines.playbook import diagnosis_customers as of_customers
from retention_coach.engines.playbook import diagnosis_figures as of_figures
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.observing import observation
from retention_coach.knowledge.entries.vocabulary import Signal
from retention_coach.spanish import formats
from retention_coach.spanish.absence import is_unknown

_MOST = 16
"""More than a manager reads in one sitting is not a diagnosis; a topic that nothing speaks of adds one."""

_FEWEST_SIGHTINGS = 4
_MOST_NAMES = 6

_WISHES = re.compile(r",\s+(?:y\s+)?|\s+y\s+(?=que\b)|\.\s+(?:Y\s+)?")
"""Where one thing that is asked for ends and the next begins."""
_MOST_WISHES = 3

_TOPIC_NAMES: dict[Topic, str] = {
    "situation": "la relación con sus clientes",
    "risks": "los riesgos de pérdida",
    "opportunities": "las oportunidades con sus clientes",
    "resources": "los recursos para retener",
    "objectives": "los objetivos de retención",
}

_LEADS: dict[Topic, str] = {
    "situation": "De la relación con sus clientes, la empresa dice {said}; no se aprecia en ello una señal de alarma.",
    "risks": "De los riesgos, la empresa dice {said}; no se aprecia en ello una señal de alarma.",
    "opportunities": "De lo que se puede aprovechar, la empresa dice {said}.",
    "resources": "De lo que tiene para retener, la empresa dice {said}.",
    "objectives": "Lo que la empresa espera en seis meses: {said}.",
}
_UNQUOTED = "Sobre {topic}, la empresa respondió y la respuesta queda en la sesión."


def observations(case: Case) -> tuple[ObservationDraft, ...]:
    """What figures, accounts and answers show: the most telling, in the order of the five topics.

    What was said openly is told as if nothing else had been said; what only confidential answers show comes besides.
    """
    openly = _observed(case.in_the_open)
    private = {answer.id for answer in case.inputs.answers if answer.consultant_only}
    said = {item.statement for item in openly}
    besides = [
        item
        for item in (_observed(case) if private else ())
        if item.statement not in said and {each.ref for each in item.evidence if each.kind == "answer"} & private
    ]
    return tuple(sorted([*openly, *besides], key=lambda item: TOPICS.index(item.topic)))


def _observed(case: Case) -> list[ObservationDraft]:
    losses, renewals = list(of_figures.losses(case)), list(of_figures.renewals(case))
    concentration = list(of_figures.concentration(case))
    found = [*losses, *of_figures.satisfaction(case), *renewals, *concentration, *of_figures.costs(case)]
    found += [*of_customers.at_risk(case), *of_customers.clashes(case)]
    told: dict[Signal, Sequence[ObservationDraft]] = {
        "dormant_customers": losses,
        "renewals_due": renewals,
        "concentration": concentration,
    }
    seen = [item for item in case.seen if not told.get(item.signal.code)]
    found += _from_signals(case, seen[: max(_MOST - len(found) - len(TOPICS), _FEWEST_SIGHTINGS)])
    covered = {item.topic for item in found}
    found += [item for topic in TOPICS if topic not in covered for item in _from_plain_answers(case, topic)]
    return found


def unknowns(case: Case, seen: tuple[ObservationDraft, ...]) -> tuple[Unknown, ...]:
    """Topics and customers about which nothing is known, then the figures that the indicators need."""
    private = {answer.id for answer in case.inputs.answers if answer.consultant_only}
    usable = [item for item in seen if not private & {each.ref for each in item.evidence if each.kind == "answer"}]
    silent = [topic for topic in TOPICS if topic not in {item.topic for item in usable}]
    found = [
        Unknown(
            topic=topic,
            what=f"No hay respuestas que el plan pueda usar sobre {_TOPIC_NAMES[topic]}.",
            how_to_know="Retome esas preguntas con quien atiende a los clientes a diario, no solo con gerencia.",
        )
        for topic in silent
    ]
    found += _unknown_customers(case)
    for spec in case.knowledge.figures:
        if spec.needed_for and case.profile.figures.value(spec.key) is None:
            what = f"Falta una cifra: {_lower(spec.name)}."
            found.append(Unknown(topic="situation", what=what, how_to_know=spec.if_unknown))
    return tuple(found[: len(silent) + 6])


def _unknown_customers(case: Case) -> Iterator[Unknown]:
    """The customers of whom nothing was said by which their health could be judged."""
    silent = [item for item in case.told_health if item.score is None]
    for kind, whom in (("account", ""), ("segment", "los clientes de ")):
        names = [name for item in silent if item.subject.kind == kind and (name := case.quote(item.subject.name))]
        if names:
            what = f"Falta saber cómo están {whom}{formats.join_words(names[:_MOST_NAMES])}."
            yield Unknown(topic="situation", what=what, how_to_know=silent[0].level.action)


def _from_signals(case: Case, seen: Sequence[Sighting]) -> Iterator[ObservationDraft]:
    quoted: set[str] = set()
    for sighting in seen:
        reading = case.knowledge.reading(sighting.signal.code)
        statement = reading.unsaid
        if sighting.quote and sighting.quote not in quoted:
            statement = reading.said.format(quote=f"«{sighting.quote}»")
            quoted.add(sighting.quote)
        elif sighting.weight == 1:
            statement += f" Por confirmar: {_lower(sighting.signal.to_confirm)}"
        measured, figures = _measured(case, sighting)
        yield observation(_topic(case, sighting), statement + measured, sighting.weight, sighting.evidence, figures)


def _measured(case: Case, sighting: Sighting) -> tuple[str, list[Figure]]:
    """The company's own response time, where that is what shows the signal."""
    name = "response_hours_median"
    if not any(item.kind == "figure" and item.ref == name for item in sighting.evidence):
        return "", []
    median = cite.company_figure(case.profile.figures, name, "mediana de la primera respuesta")
    return f" La mediana de la primera respuesta es de {formats.plural(median.value, 'hora', 'horas')}.", [median]


def _topic(case: Case, sighting: Sighting) -> Topic:
    """The topic of the answer it was seen in; a signal of figures or accounts stands where it usually shows."""
    topics = {answer.id: answer.topic for answer in case.inputs.answers}
    return next((topics[item.ref] for item in sighting.evidence if item.kind == "answer"), sighting.signal.topics[0])


def _from_plain_answers(case: Case, topic: Topic) -> Iterator[ObservationDraft]:
    """A topic that was answered but shows no signal: what was said, without reading more into it."""
    told = [item for item in case.inputs.answers if item.topic == topic and item.text and not is_unknown(item.text)]
    said = {item.id: "" if item.consultant_only else _said(case, topic, item.text or "") for item in told}
    best = next((item for item in told if said[item.id]), next(iter(told), None))
    if best is not None:
        words = said[best.id]
        statement = _LEADS[topic].format(said=words) if words else _UNQUOTED.format(topic=_TOPIC_NAMES[topic])
        yield observation(topic, statement, 1, (cite.answer(best.id),), [])


def _said(case: Case, topic: Topic, text: str) -> str:
    """The beginning of an answer in quotation marks; of what the company wants, each thing that it asks for."""
    if topic != "objectives":
        return case.quote(text.rstrip(" ."))
    quoted = [words for piece in _WISHES.split(text) if (words := case.quote(piece.strip(" .")))]
    return formats.join_words(quoted[:_MOST_WISHES])


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
