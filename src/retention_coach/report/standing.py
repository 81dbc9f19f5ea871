"""BORRADOR or REVISADO, and in words everything that the reader should know about it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Literal

from retention_coach.chain import outputs
from retention_coach.chain.staleness import Stale
from retention_coach.chain.status import Status, status_of
from retention_coach.chain.steps import BY_ID, INTERVIEW, PROFILE
from retention_coach.domain.base import StepId
from retention_coach.domain.session import Session
from retention_coach.knowledge.base import Knowledge
from retention_coach.report.case import Audience, step_title
from retention_coach.report.evidence_wording import figure_name, lower_first
from retention_coach.report.labels import PROFILE_FIELD, STATUS, TOPIC
from retention_coach.spanish.formats import join_words, plural, short_date

ECUADOR = timezone(timedelta(hours=-5), "America/Guayaquil")
"""Mainland Ecuador keeps UTC−5 all year; a fixed offset needs no time-zone data on the machine."""


@dataclass(frozen=True, slots=True)
class StaleStep:
    """An out-of-date step, and in words what changed."""

    step: StepId
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of the documents.

    Attributes:
        status: code.
        label: BORRADOR or REVISADO.
        reviewed: who reviewed it and when; empty for a draft.
        reasons: one sentence for each thing that is missing, out of date or open; never empty for a draft.
        stale: the out-of-date steps.
    """

    status: Literal["draft", "reviewed"]
    label: str
    reviewed: str
    reasons: tuple[str, ...]
    stale: tuple[StaleStep, ...]


def standing_of(session: Session, knowledge: Knowledge, audience: Audience) -> Standing:
    """The standing of a whole session; the company is not told what was said or found in confidence."""
    status = status_of(session)
    stale = tuple(
        StaleStep(step, step_title(step), _why_stale(session, reason, knowledge, audience))
        for step, reason in status.stale.items()
    )
    reasons = (
        *_missing(session, status),
        *(f"«{item.title}» está desactualizado: {item.reason}." for item in stale),
        *_findings(status, audience),
        *_unknown(status),
    )
    if status.status == "draft" and not reasons:
        reasons = ("Falta el visto bueno del consultor.",)
    return Standing(status.status, STATUS[status.status], _reviewed(session, status), reasons, stale)


def missing_of(session: Session) -> tuple[str, ...]:
    """What is not there yet, one sentence for each thing; empty for a finished session."""
    return tuple(_missing(session, status_of(session)))


def local_date(moment: datetime) -> date:
    """The day in mainland Ecuador."""
    return moment.astimezone(ECUADOR).date()


def _missing(session: Session, status: Status) -> Iterator[str]:
    absent: list[str] = []
    for step in status.unfinished:
        record = session.steps.get(step)
        version = record.current if record else None
        if step == PROFILE.id:
            yield "Falta el perfil de la empresa."
        elif step == INTERVIEW.id and version is not None and outputs.pending(session):
            yield _pending(session)
        elif version is not None and version.output.get("infeasible") is not None:
            yield f"«{step_title(step)}» no puede hacerse con los recursos que hay."
        elif version is not None:
            yield f"«{step_title(step)}» está por rehacerse."
        else:
            absent.append(f"«{BY_ID[step].title}»")
    if absent:
        yield f"Falta por hacer: {join_words(absent)}."


def _pending(session: Session) -> str:
    count = len(outputs.pending(session))
    verb = "Falta" if count == 1 else "Faltan"
    return f"{verb} {plural(count, 'pregunta', 'preguntas')} de la entrevista por responder."


def _findings(status: Status, audience: Audience) -> Iterator[str]:
    open_findings = [item for item in status.findings if item.severity != "notice"]
    if not open_findings:
        return
    if audience == "company":
        yield "El consultor tiene observaciones por resolver."
        return
    errors = sum(item.severity == "error" for item in open_findings)
    warnings = len(open_findings) - errors
    counts = [plural(errors, "error", "errores")] if errors else []
    counts += [plural(warnings, "advertencia", "advertencias")] if warnings else []
    yield f"Las comprobaciones dejaron {join_words(counts)}: véase «Observaciones»."


def _unknown(status: Status) -> Iterator[str]:
    if status.unknown_topics and INTERVIEW.id not in status.unfinished:
        topics = join_words([lower_first(TOPIC[topic]) for topic in status.unknown_topics])
        yield f"No se obtuvo información sobre: {topics}."


def _reviewed(session: Session, status: Status) -> str:
    if status.status != "reviewed" or session.review is None:
        return ""
    return f"Revisado por {session.review.by} el {short_date(local_date(session.review.at))}"


def _why_stale(session: Session, stale: Stale, knowledge: Knowledge, audience: Audience) -> str:
    """The changed inputs and the out-of-date steps below it, in words."""
    upstream = {f"steps.{step}" for step in stale.upstream}
    parts = sorted(stale.changed, key=_by_number)
    changed = [words for name in parts if (words := _part_words(session, name, knowledge, audience))]
    earlier = [f"«{step_title(step)}»" for step in stale.upstream]
    reasons = []
    if changed:
        reasons.append(f"cambió lo siguiente: {join_words(list(dict.fromkeys(changed)))}")
    if earlier and not upstream & set(stale.changed):
        reasons.append(f"se apoya en {join_words(earlier)}, que también lo está")
    return "; ".join(reasons) or "cambiaron los datos de partida"


def _by_number(name: str) -> list[tuple[int, str]]:
    """Sorts «Q2» before «Q10»: digits count as numbers."""
    return [(int(piece), "") if piece.isdecimal() else (-1, piece) for piece in re.split(r"(\d+)", name)]


def _part_words(session: Session, name: str, knowledge: Knowledge, audience: Audience) -> str:
    kind, _, ref = name.partition(".")
    match kind:
        case "profile":
            return PROFILE_FIELD.get(ref, "el perfil")
        case "figures":
            return f"la cifra «{lower_first(figure_name(ref, knowledge))}»"
        case "answers":
            return _answer_words(session, ref, audience)
        case "choice":
            return "la alternativa elegida"
        case _:
            return f"el resultado de «{step_title(ref)}»"


def _answer_words(session: Session, ref: str, audience: Audience) -> str:
    if audience == "consultant":
        return f"la respuesta {ref}"
    answer = session.interview.answers.get(ref)
    return "" if answer is None or answer.consultant_only else "una respuesta de la entrevista"
