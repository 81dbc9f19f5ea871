"""The Markdown document, as a general manager would receive it."""

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from report_samples import ANSWERS, OUTPUTS, PROFILE, STRATEGY_OUTPUT, report_of, session_until

from retention_coach.chain.steps import STEPS
from retention_coach.domain.finding import Finding
from retention_coach.domain.session import Session
from retention_coach.exports.markdown import render
from retention_coach.report import Audience

READER = MarkdownIt("commonmark", {"html": True}).enable("table")

HOSTILE = "<b>Ñandú</b> | & [x](http://e.ec) ![y](z) *q* # `c`"


def _headings(document: str, level: int) -> list[str]:
    return re.findall(rf"^{'#' * level} (.+)$", document, re.MULTILINE)


def test_sections_come_in_the_order_of_a_decision() -> None:
    """Answer first; annexes last."""
    titles = _headings(render(report_of()), 2)
    starts = (
        "En resumen",
        "Qué encontramos",
        "Salud de los clientes",
        "Dos caminos",
        "Qué se hará",
        "Lo que el plan pide",
        "La cuenta",
        "Las fechas",
        "Cómo sabremos",
        "El plan visto desde el sector",
        "De clientes satisfechos",
        "Datos personales",
        "En qué se apoya",
        "Para quién",
    )
    assert len(titles) == len(starts)
    assert all(title.startswith(start) for title, start in zip(titles, starts, strict=True))


def test_document_begins_with_status_and_date() -> None:
    """Title, status and day come first, with the reasons of a draft."""
    lines = render(report_of()).split("\n")
    assert lines[0] == "# Plan de retención de clientes: Contadores del Valle 24 Horas"
    assert lines[2] == "**BORRADOR** · 12/07/2027"
    assert lines[4] == "Es un borrador por lo siguiente:"


def test_every_action_is_in_its_month() -> None:
    """The table of each month has its actions with owner, resources, hours, money, deadline and indicator."""
    document = render(report_of())
    assert (
        "| A1 | Llame a cada cliente y escuche. | Asistente contable | Lista de clientes | 4 | USD 20,00 "
        "| 20/08/2027 | Tasa de churn o deserción: Clientes atendidos |"
    ) in document
    assert len(_headings(document, 3)) >= 6 + 6 + 3 + 5
    assert "### Mes 2, septiembre de 2027: Responder en 9,5 horas" in document


def test_the_title_keeps_the_dot_of_the_company() -> None:
    """«S.A.» is part of the name, in the title too, and gets no second full stop."""
    session = session_until(profile=PROFILE.model_copy(update={"company": "Transandina Carga S.A."}))
    document = render(report_of(session))
    assert document.startswith("# Plan de retención de clientes: Transandina Carga S.A.\n")
    assert ".." not in document


def test_who_made_it_and_who_measures_it() -> None:
    """In words that read well."""
    document = render(report_of())
    assert "\n\n**Elaborado con:** " in document
    assert re.search(r"\*\*Medición\.\*\* Cada [a-z]+, a cargo de [A-ZÁ]", document)


def test_phases_keep_the_titles_of_the_method() -> None:
    """Word for word, as prompt 64 fixes them."""
    titles = _headings(render(report_of()), 3)
    assert "Mes 1-2: Fortalecimiento de relación inicial" in titles
    assert "Mes 5-6: Fidelización y expansión" in titles


def test_company_reads_no_internal_code() -> None:
    """No ids of questions, observations, entries, formulas or steps; only the short ids of actions."""
    document = render(report_of())
    codes = r"\b(Q\d+|D\d+|[a-z]+\.[a-z_]+_[a-z_]+|plan_arithmetic|logo_churn|\d\d-[a-z]+-[a-z]+|season\.\w+)\b"
    assert re.findall(codes, document) == []
    assert "Versión del consultor" not in document


@pytest.mark.parametrize("audience", ["company", "consultant"])
@pytest.mark.parametrize("last", [step.id for step in STEPS])
def test_any_stage_reads_well(audience: Audience, last: str) -> None:
    """No empty headings, no holes left by what is missing, no code words, whole tables."""
    document = render(report_of(session_until(last), audience))
    assert not re.search(r"None|True|False|\{|\}|\bnan\b|\binf\b", document)
    assert not re.search(r"\n\n\n", document)
    assert not re.search(r"\*\*\s*\*\*|: \.|\(\)|  \.", document)
    assert document.endswith("\n")
    for block in re.findall(r"(?:^\|.*\|$\n?)+", document, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in block.strip().split("\n")}) == 1


def test_singular_and_plural_agree() -> None:
    """One of something is not said in plural."""
    document = render(report_of(audience="consultant"))
    assert not re.search(
        r"(?<![\d.,])1 (clientes|horas|semanas|respuestas|preguntas|acciones|observaciones)\b", document
    )


def test_consultant_reads_everything() -> None:
    """Answers with their ids, the confidential one marked, and what the checks found."""
    finding = Finding(code="DEADLINE_IN_BLACKOUT", severity="warning", step="62-action-plan", path="months.0.actions.0")
    report = report_of(session_until(findings={"62-action-plan": (finding,)}), "consultant")
    document = render(report)
    assert "Versión del consultor: no entregar" in document
    assert f"**Q3. {ANSWERS[2].question}** *(solo consultor)*" in document
    assert f"> {ANSWERS[2].text}" in document
    assert "| Plan de acción de seis meses | Advertencia | " in document
    assert "D2: Quienes se fueron" in document


def test_out_of_date_parts_say_so() -> None:
    """In the heading of each part."""
    changed = session_until().model_copy(update={"profile": PROFILE.model_copy(update={"budget_usd": 50})})
    titles = _headings(render(report_of(changed)), 2)
    assert sum(title.endswith("(desactualizado)") for title in titles) == 8


def test_hostile_names_come_out_literally() -> None:
    """A company, a customer, an owner, a goal, a step and an answer full of markup change nothing but themselves."""
    plain, hostile = (READER.render(render(report_of(_named(text), "consultant"))) for text in ("Nadie", HOSTILE))
    assert re.findall(r"<[^>]+>", hostile) == re.findall(r"<[^>]+>", plain)
    assert html.unescape(hostile).count(HOSTILE) == html.unescape(plain).count("Nadie")
    assert html.unescape(hostile).count(HOSTILE) >= 10


def _named(text: str) -> Session:
    """The finished session with a text in places that companies and models fill."""
    account = PROFILE.accounts[0].model_copy(update={"customer": text})
    answers = (ANSWERS[0].model_copy(update={"text": text, "question": text}), *ANSWERS[1:])
    first = STRATEGY_OUTPUT.diagnosis[0].model_copy(update={"statement": text})
    strategy = STRATEGY_OUTPUT.model_copy(update={"diagnosis": (first, *STRATEGY_OUTPUT.diagnosis[1:])})
    plan = OUTPUTS["plan"].model_dump(mode="json")
    plan["months"][0]["actions"][0] |= {"activity": text, "owner": text, "resources": (text, text), "metric": text}
    plan["months"][1]["goal"]["statement"] = text
    advocacy = OUTPUTS["advocacy"].model_dump(mode="json")
    advocacy["strategies"][0] |= {"name": text, "steps": (text, text), "message": text, "consent_text": text}
    outputs = {
        **OUTPUTS,
        "strategy": strategy,
        "plan": type(OUTPUTS["plan"]).model_validate(plan),
        "advocacy": type(OUTPUTS["advocacy"]).model_validate(advocacy),
    }
    return session_until(
        profile=PROFILE.model_copy(update={"accounts": (account,), "services": text}), answers=answers, outputs=outputs
    )


SECRETS = st.lists(st.text(alphabet="bcdfghjklmnñ", min_size=5, max_size=9), min_size=6, max_size=10, unique=True)


@settings(max_examples=25, deadline=None)
@given(secret=SECRETS)
def test_confidences_never_reach_the_company(secret: list[str]) -> None:
    """A confidential answer, quoted in the plan and cited as evidence, is nowhere in the company's document."""
    said = " ".join(secret)
    answers = (*ANSWERS[:2], ANSWERS[2].model_copy(update={"text": said}), *ANSWERS[3:])
    first, *others = STRATEGY_OUTPUT.diagnosis
    told = first.model_copy(
        update={
            "statement": f"Nos contaron algo de {secret[0]}.",
            "evidence": (first.evidence[0].model_copy(update={"ref": "Q3", "detail": said}),),
        }
    )
    advice = STRATEGY_OUTPUT.recommendation.model_copy(update={"reason": f"Porque «{secret[1]} {secret[2]}»."})
    strategy = STRATEGY_OUTPUT.model_copy(update={"diagnosis": (told, *others), "recommendation": advice})
    session = session_until(answers=answers, outputs={**OUTPUTS, "strategy": strategy})
    document = render(report_of(session))
    assert not any(word in document for word in secret)
    assert ANSWERS[2].question not in document
    assert said in render(report_of(session, "consultant"))
