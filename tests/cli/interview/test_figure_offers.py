"""Which figures of an answer are offered for the profile."""

import pytest

from retention_coach.cli.interview.figure_offers import offers
from retention_coach.domain.figures import CompanyFigures, Measure
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.domain.profile import Profile
from retention_coach.knowledge.loader import load
from retention_coach.report.readings import reading_of


def _profile(budget: float | None = None, **figures: float | None) -> Profile:
    return Profile.model_validate(
        {
            "company": "Acme",
            "services": "Transporte",
            "main_benefit": "Puntualidad",
            "customer_profile": "Fincas",
            "industry": "Transporte",
            "canton": "Quito",
            "customer_industries": ["Florícolas"],
            "customer_cantons": ["Cayambe"],
            "relationship_model": "recurring",
            "start_month": "2027-01",
            "budget_usd": budget,
            "figures": CompanyFigures(**{name: Measure(value=value) for name, value in figures.items()}),
        }
    )


@pytest.mark.parametrize(
    ("question", "text", "offered"),
    [
        ("Q1", "Perdimos 8 de 120 clientes el año pasado.", ["8 de 120 al año"]),
        ("Q1", "Creo que el año pasado perdimos 8 de 120 clientes.", ["unos 8 de 120 al año"]),
        ("Q1", "El año pasado visitamos 8 de 120 clientes.", []),
        ("Q1", "Perdimos 8 de 120 clientes.", []),
        ("Q1", "El año pasado perdimos 8 clientes.", []),
        ("Q7", "Contestamos en 4 horas.", ["4 horas"]),
        ("Q7", "Contestamos en unas 4 horas.", ["unos 4 horas"]),
        ("Q7", "En 4 horas, y los reclamos en 30 horas.", []),
        ("Q7", "En 4 horas, y los reclamos en 3 días.", []),
        ("Q6", "Contestamos en 4 horas.", []),
        ("Q22", "Unos USD 1.500 en total.", ["USD 1.500,00"]),
        ("Q22", "USD 200 al mes.", ["USD 200,00 al mes"]),
        ("Q22", "USD 1.500, y USD 500 más si sale bien.", []),
        ("Q22", "Nada por ahora.", []),
    ],
)
def test_only_what_clearly_fills_a_figure_is_offered(question: str, text: str, offered: list[str]) -> None:
    """As the form would read it; guesses as estimates."""
    answer = AnsweredQuestion(id=question, topic="risks", question="¿?", text=text, consultant_only=False)
    assert [offer.text for offer in offers(reading_of(answer, load()), _profile())] == offered


def test_nothing_is_offered_that_the_profile_knows() -> None:
    """Nor a part of a portfolio that it holds otherwise."""
    known = _profile(budget=900, customers_start=100, response_hours_median=3)
    for question, text in (
        ("Q1", "Perdimos 8 de 120 clientes el año pasado."),
        ("Q7", "Contestamos en 4 horas."),
        ("Q22", "USD 1.500 en total."),
    ):
        answer = AnsweredQuestion(id=question, topic="risks", question="¿?", text=text, consultant_only=False)
        assert list(offers(reading_of(answer, load()), known)) == []
    lost = AnsweredQuestion(
        id="Q1", topic="risks", question="¿?", text="El año pasado perdimos 8 clientes.", consultant_only=False
    )
    assert [offer.text for offer in offers(reading_of(lost, load()), known)] == ["8 al año"]
