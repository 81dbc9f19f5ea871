"""How each customer is, what it calls for, and what is to be cleared up with the company.

Computed when the document is made, from the session as its audience may see it.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from retention_coach.assessment.contradictions import ContradictionFound, contradictions
from retention_coach.assessment.health import Health, IndicatorSeen, health_of
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.health import FULL_SCORE, HealthLevelCode
from retention_coach.ports import StepInputs
from retention_coach.report.case import Case
from retention_coach.report.evidence_wording import lower_first
from retention_coach.report.labels import RISK
from retention_coach.spanish.formats import join_words, number, percent, plural, short_date

_ORDER: tuple[HealthLevelCode, ...] = ("at_risk", "watch", "healthy", "no_data")
_IN_CONFIDENCE = "dicho en confianza"


@dataclass(frozen=True, slots=True)
class HealthRow:
    """One account or segment.

    Attributes:
        name: as the company calls it.
        kind: «cuenta» or «segmento».
        score: 0 to 100.
        level: in a word.
        why: one line for each indicator, with the company's words.
        action: the preventive action it calls for.
        renewal: the date within the plan, and its share of the revenue; empty if neither is known.
    """

    name: str
    kind: str
    score: int
    level: str
    why: tuple[str, ...]
    action: str
    renewal: str


@dataclass(frozen=True, slots=True)
class ContradictionLine:
    """What does not go together, and the question that settles it."""

    statement: str
    question: str


@dataclass(frozen=True, slots=True)
class HealthSection:
    """The customers, the worst first.

    Attributes:
        title: how many are at risk.
        rows: those of whom something is known.
        unknown: those of whom nothing is, and what to do about it; may be empty.
        weights: how the score is made.
        to_ask: what is not known of the accounts that matter now; empty for the company.
        contradictions: what is to be cleared up.
    """

    title: str
    rows: tuple[HealthRow, ...]
    unknown: str
    weights: str
    to_ask: tuple[str, ...]
    contradictions: tuple[ContradictionLine, ...]


def health_section_of(case: Case) -> HealthSection | None:
    """The health of the customers; None before the first answer, and without customers or contradictions to show."""
    inputs = inputs_of(case)
    if inputs is None:
        return None
    found = health_of(inputs, case.knowledge)
    clashes = contradictions(inputs, case.knowledge)
    if not found and not clashes:
        return None
    return HealthSection(
        title=f"Salud de los clientes: {_claim(found)}" if found else "Por aclarar con la empresa",
        rows=tuple(_row(item, case) for item in in_order(found) if item.score is not None),
        unknown=_unknown(found),
        weights=_weights(case.knowledge) if found else "",
        to_ask=tuple(_questions(found)) if case.is_for_consultant else (),
        contradictions=tuple(ContradictionLine(_clash(item, case), item.entry.question) for item in clashes),
    )


def inputs_of(case: Case) -> StepInputs | None:
    """What the customers' health is judged from; None before the first answer."""
    return StepInputs(profile=case.profile, answers=case.answers) if case.profile and case.answers else None


def in_order(found: Collection[Health]) -> list[Health]:
    """The worst first, accounts before segments, those without data at the end."""
    return sorted(found, key=lambda item: (_ORDER.index(item.level.code), item.subject.kind, item.score or 0))


def reason(seen: IndicatorSeen, item: Health, case: Case) -> str:
    """An indicator in one line: «Competencia activa (−20): «…»»; for the consultant with the answers it shows in."""
    told = f"{seen.indicator.name} (−{number(seen.points)})"
    words = "; ".join(f"«{quote}»" for quote in seen.quotes)
    perceived = _perceived(item, case) if not seen.indicator.signals else ""
    words = words or ("" if perceived else _IN_CONFIDENCE)
    answers = [piece.ref for piece in seen.evidence if piece.kind == "answer"]
    where = f" ({', '.join(answers)})" if answers and case.is_for_consultant else ""
    said = ": ".join(filter(None, (perceived, words)))
    return f"{told}: {said}{where}"


def _row(item: Health, case: Case) -> HealthRow:
    return HealthRow(
        name=item.subject.name,
        kind="cuenta" if item.subject.kind == "account" else "segmento",
        score=item.score or 0,
        level=item.level.name,
        why=tuple(_why(item, case)),
        action=item.action,
        renewal=_renewal(item, case),
    )


def _why(item: Health, case: Case) -> Iterator[str]:
    yield from (reason(seen, item, case) for seen in item.indicators)
    yield from (f"A favor: «{quote}»" for quote in item.reassurance)
    perceived = _perceived(item, case)
    if not item.indicators and perceived:
        yield f"La empresa le ve {perceived}; no consta ninguna señal en contra."


def _perceived(item: Health, case: Case) -> str:
    accounts = case.profile.accounts if case.profile else ()
    risk = next((account.risk for account in accounts if account.id == item.subject.id), None)
    return RISK[risk] if risk and item.subject.kind == "account" else ""


def _renewal(item: Health, case: Case) -> str:
    segments = case.profile.segments if case.profile and item.subject.kind == "segment" else ()
    customers = next((segment.customers for segment in segments if segment.name == item.subject.id), None)
    facts = [
        f"renueva el {short_date(item.renewal)}" if item.renewal else "",
        f"{percent(item.revenue_share)} de los ingresos" if item.revenue_share is not None else "",
        plural(customers, "cliente", "clientes") if customers is not None else "",
    ]
    return "; ".join(filter(None, facts))


def _unknown(found: Sequence[Health]) -> str:
    """Those of whom nothing is known, in one sentence, with what to do about it."""
    silent = [item for item in found if item.score is None]
    if not silent:
        return ""
    level = silent[0].level
    names = join_words([item.subject.name for item in silent])
    return f"{level.name.capitalize()}: {names}. {level.meaning} {level.action}"


def _claim(found: Sequence[Health]) -> str:
    """«2 cuentas en riesgo y 3 por vigilar»."""
    accounts = [item for item in found if item.subject.kind == "account"]
    judged, noun = (accounts, ("cuenta", "cuentas")) if accounts else (found, ("segmento", "segmentos"))
    counts = {code: sum(item.level.code == code for item in judged) for code in _ORDER}
    if counts["no_data"] == len(judged):
        return "todavía sin datos"
    at_risk = f"{plural(counts['at_risk'], *noun)} en riesgo"
    if not counts["at_risk"]:
        at_risk = f"ninguna {noun[0]} en riesgo" if accounts else f"ningún {noun[0]} en riesgo"
    return f"{at_risk} y {number(counts['watch'])} por vigilar" if counts["watch"] else at_risk


def _weights(knowledge: Knowledge) -> str:
    parts = "; ".join(f"{lower_first(item.name)}, {item.weight}" for item in knowledge.health)
    named = [f"{level.name} desde {level.from_score}" for level in knowledge.health_levels if level.from_score]
    lowest = next(level.name for level in knowledge.health_levels if level.from_score == 0)
    return (
        f"De {FULL_SCORE} puntos se restan: {parts}. Se resta la mitad si se dice con duda o si el riesgo es medio. "
        f"Niveles: {join_words([*named, f'{lowest} por debajo'])}. Los pesos son criterio profesional; la renovación "
        "y los ingresos no entran en el puntaje."
    )


def _questions(found: Sequence[Health]) -> Iterator[str]:
    """The questions still to be asked of accounts that matter now, each with those it is to be asked of."""
    wanted: dict[str, list[str]] = {}
    for item in in_order(found):
        if item.subject.kind == "account" and item.level.code in {"at_risk", "watch"}:
            for question in item.to_ask:
                wanted.setdefault(question, []).append(item.subject.name)
    yield from (f"{question} ({join_words(names)})" for question, names in wanted.items())


def _clash(item: ContradictionFound, case: Case) -> str:
    return item.cited if case.is_for_consultant else item.statement
