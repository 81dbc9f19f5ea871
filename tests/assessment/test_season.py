"""What the company says when it is asked whether its sector's season is right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playbook_cases import KNOWLEDGE

from retention_coach.assessment.season import season_said
from retention_coach.domain.interview import AnsweredQuestion


def _said(text: str | None, question: str = "Q0") -> AnsweredQuestion:
    return AnsweredQuestion(id=question, topic="situation", question="¿?", text=text, consultant_only=False)


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("Sí, así es, aunque a nosotros nos empieza una semana antes.", ""),
        ("No tanto; nuestros meses fuertes son otros.", "no es la usual del sector"),
        (
            "No tanto, nuestros meses fuertes son otros: mayo y junio",
            "no es la usual del sector; meses fuertes: mayo y junio",
        ),
        ("marzo y abril son TERRIBLES", "meses fuertes: marzo y abril"),
        (
            "De noviembre a enero fuerte, de julio a septiembre flojo.",
            "meses fuertes: enero, noviembre y diciembre; meses tranquilos: julio, agosto y septiembre",
        ),
        ("Es al revés, en diciembre estamos parados", "no es la usual del sector; meses tranquilos: diciembre"),
        ("Sí, aunque enero no es fuerte", ""),
        ("No sé bien", ""),
        ("No sabemos cómo les va", ""),
        (None, ""),
    ],
)
def test_what_is_understood_of_the_answer(text: str | None, understood: str) -> None:
    """Whether the season is another one, and the months named with how they are."""
    assert season_said([_said(text)]).sentence == understood


def test_only_the_answer_to_that_question_counts() -> None:
    """Another question may name months for another reason."""
    assert season_said([_said("mayo es fuerte", "Q9")]).sentence == ""


def test_what_is_said_of_the_customers_months_counts_too() -> None:
    """In the answer on the year, a sentence on the customers; not one on the company, nor on one trade."""
    said = "Nosotros y ellos casi igual: enero a abril fuerte, de julio a septiembre flojo."
    understood = season_said([_said(said, "Q9")])
    assert understood.high == (1, 2, 3, 4)
    assert understood.low == (7, 8, 9)
    assert season_said([_said("Marzo y abril son terribles. Los talleres se llenan en abril.", "Q9")]).sentence == ""
    both = season_said([_said("Abril es flojo"), _said(said, "Q9")])
    assert 4 in both.low


def test_a_month_is_as_the_company_says() -> None:
    """Else as usual, unless the usual season was refused as a whole."""
    sector = KNOWLEDGE.sector("banano")
    said, refused = season_said([_said("mayo es flojo")]), season_said([_said("No, son otros: mayo es fuerte")])
    assert said.note(sector.in_month(5)).activity == "low"
    assert said.note(sector.in_month(1)) == sector.in_month(1)
    assert refused.note(sector.in_month(5)).activity == "high"
    for month in (1, 2, 8):
        note = refused.note(sector.in_month(month))
        assert (note.month, note.activity) == (month, "normal")
        assert note.text != sector.in_month(month).text


@given(st.text(st.sampled_from("enro mayjul aiftdcb,;.xñ"), max_size=60) | st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    """No month is both demanding and quiet."""
    said = season_said([_said(text)])
    assert not set(said.high) & set(said.low)
    assert all(1 <= month <= 12 for month in (*said.high, *said.low))
