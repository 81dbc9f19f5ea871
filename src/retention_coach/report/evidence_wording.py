"""Evidence in words: «respuesta Q3 («¿Quiénes…»)», «cifra: clientes perdidos», «cálculo: 8 ÷ 120 × 100»."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from retention_coach.domain.base import KPI_IDS, KpiId
from retention_coach.domain.evidence import Evidence, Figure
from retention_coach.domain.figures import CompanyFigures
from retention_coach.knowledge.base import Knowledge
from retention_coach.report.case import Case
from retention_coach.report.entry_names import name_of
from retention_coach.report.figure_wording import ShownFigure, amount, kpi_amount
from retention_coach.report.labels import KPI, PROFILE_FIELD, TOPIC
from retention_coach.spanish.cleaning import one_line, shorten
from retention_coach.spanish.formats import join_words, plural

_QUESTION_WORDS = 8
_MOST_DECIMALS = 4
_LONG_NUMBER = re.compile(rf"\d+\.\d{{{_MOST_DECIMALS + 1},}}")
_DECIMAL_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_SIGNS = {"**": " ^ ", "*": " × ", "/": " ÷ ", "+": " + ", "-": " − "}


def evidence_words(evidence: Evidence, case: Case) -> str:  # noqa: PLR0911 - a table
    """Where a claim comes from, in a few words; the company's version names no internal code but short action ids."""
    match evidence.kind:
        case "answer":
            return _answer(evidence.ref, case)
        case "figure":
            return f"cifra: {lower_first(figure_name(evidence.ref, case.knowledge))}"
        case "account":
            return f"cuenta: {_account(evidence.ref, case)}"
        case "profile":
            return f"perfil: {PROFILE_FIELD.get(evidence.ref, 'dato del perfil')}"
        case "plan":
            return plan_reference(evidence.ref, case)
        case "knowledge":
            return f"conocimiento: {name_of(evidence.ref, case.knowledge)}"
        case "calculation":
            return f"cálculo: {arithmetic(evidence.detail)}"
        case "assumption":
            return f"supuesto: {evidence.detail}"


def all_words(evidence: Iterable[Evidence], case: Case) -> tuple[str, ...]:
    """The evidence in words, each piece once; several answers are told together, where the first of them stands."""
    pieces = list(evidence)
    answers = list(dict.fromkeys(item.ref for item in pieces if item.kind == "answer"))
    found = (
        _answers(answers, case) if item.kind == "answer" and len(answers) > 1 else evidence_words(item, case)
        for item in pieces
    )
    return tuple(dict.fromkeys(found))


def is_pace(start: Figure, kpi: KpiId) -> bool:
    """Whether where a goal starts is no count but what would be lost by its date at today's pace."""
    return kpi == "churn" and start.unit == "customers" and start.basis.kind == "calculation"


def shown_start(start: Figure, case: Case, kpi: KpiId) -> ShownFigure:
    """Where an indicator is today, in words; a pace says that it is one."""
    shown = shown_figure(start, case, kpi)
    text = f"{amount(start.value, start.unit)} al ritmo actual"
    return replace(shown, text=text) if is_pace(start, kpi) else shown


def shown_figure(figure: Figure, case: Case, kpi: KpiId | None = None) -> ShownFigure:
    """The figure in words; as the value of an indicator where one is given."""
    text = kpi_amount(figure.value, figure.unit, kpi, case.profile) if kpi else amount(figure.value, figure.unit)
    return ShownFigure(figure.label, figure.value, figure.unit, text, evidence_words(figure.basis, case))


def figure_name(figure_id: str, knowledge: Knowledge) -> str:
    """The name of one of the company's figures."""
    if knowledge.has(f"figure.{figure_id}"):
        return name_of(f"figure.{figure_id}", knowledge)
    field = CompanyFigures.model_fields.get(figure_id)
    return (field.description or figure_id).rstrip(".") if field else "cifra de la empresa"


def arithmetic(operation: str) -> str:
    """An operation as people write it: «(120 − 8) ÷ 120 × 100», decimals with a comma and at most four."""
    rounded = _LONG_NUMBER.sub(lambda digits: str(round(float(digits.group()), _MOST_DECIMALS)), operation)
    signed = re.sub(r"\*\*|[*/+-]", lambda sign: _SIGNS[sign.group()], rounded)
    joined = one_line(_DECIMAL_POINT.sub(",", signed)).replace("( ", "(").replace(" )", ")")
    return re.sub(r"(^|\(|[×÷+^] )− ", r"\1−", joined)


def plan_reference(ref: str, case: Case) -> str:
    """What an id of an earlier output stands for."""
    if ref in KPI_IDS:
        return f"indicador: {lower_first(KPI[ref])}"
    if ref in {"A", "B"}:
        return f"alternativa {ref}"
    kind = {"A": "acción", "S": "acción sectorial", "E": "estrategia"}.get(ref[:1])
    if kind:
        return f"{kind} {ref}"
    return _observation(ref, case)


def lower_first(text: str) -> str:
    """The text as the middle of a sentence; names that begin with capitals («NPS», «Net Promoter Score») stay."""
    words = text.split()
    is_name = len(words) > 1 and words[1][:1].isupper()
    return text if not words or words[0].isupper() or is_name else text[0].lower() + text[1:]


def _answer(question_id: str, case: Case) -> str:
    question = next((item.question for item in case.answers if item.id == question_id), None)
    if question is None:
        return f"respuesta {question_id}" if case.is_for_consultant else "respuesta de la entrevista"
    asked = shorten(question, _QUESTION_WORDS)
    return f"respuesta {question_id} («{asked}»)" if case.is_for_consultant else f"respuesta a «{asked}»"


def _answers(questions: Sequence[str], case: Case) -> str:
    if case.is_for_consultant:
        return f"respuestas {join_words(questions)}"
    return f"{_answer(questions[0], case)} y a {plural(len(questions) - 1, 'pregunta', 'preguntas')} más"


def _account(account_id: str, case: Case) -> str:
    accounts = case.profile.accounts if case.profile else ()
    return next((item.customer for item in accounts if item.id == account_id), "una cuenta que ya no consta")


def _observation(ref: str, case: Case) -> str:
    found = next((item for item in case.strategy.diagnosis if item.id == ref), None) if case.strategy else None
    if found is None:
        return f"plan: {ref}" if case.is_for_consultant else "plan anterior"
    topic = lower_first(TOPIC[found.topic])
    return f"observación {ref} ({topic})" if case.is_for_consultant else f"diagnóstico ({topic})"
