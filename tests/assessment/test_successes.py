"""What a company can build its reputation on is read from its own words, and only from those."""

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from retention_coach.assessment.successes import Successes, successes
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.domain.profile import Profile
from retention_coach.knowledge.loader import load
from retention_coach.ports import StepInputs

KNOWLEDGE = load()
PROFILE = Profile.model_validate(
    {
        "company": "Cuentas Claras",
        "services": "Contabilidad mensual",
        "main_benefit": "Sin multas",
        "customer_profile": "Fincas de Cayambe",
        "industry": "contabilidad",
        "canton": "Quito",
        "customer_cantons": ["Cayambe"],
        "relationship_model": "contract",
        "start_month": "2027-01",
        "accounts": [
            {"id": "C1", "customer": "Rosas del Cayambe S.A.", "risk": "high"},
            {"id": "C2", "customer": "Inversiones La Esperanza", "risk": "low"},
            {"id": "C3", "customer": "Ferretería El Tornillo", "risk": "medium"},
            {"id": "C4", "customer": "Pétalos Andinos S.A.", "risk": "low"},
        ],
        "contacts": [
            {"id": "P1", "title": "Ing.", "name": "Lucía Andrango", "account_id": "C2"},
            {"id": "P2", "name": "Rosario Masaquiza", "role": "propietaria", "account_id": "C3"},
        ],
    }
)
TOPICS = {"Q3": "situation", "Q6": "situation", "Q10": "risks", "Q24": "resources"}


def read(*private: str, **answers: str) -> Successes:
    """What is found in these answers; those named in `private` are «solo consultor»."""
    return successes(inputs(answers, private), KNOWLEDGE)


def inputs(answers: dict[str, str], private: tuple[str, ...] = ()) -> StepInputs:
    """The company with these answers."""
    asked = tuple(
        AnsweredQuestion(
            id=key,
            topic=TOPICS.get(key, "opportunities"),
            question="¿Qué pasó?",
            text=text,
            consultant_only=key in private,
        )
        for key, text in answers.items()
    )
    return StepInputs(profile=PROFILE, answers=asked)


BEST_CASE = (
    "La Esperanza: les recuperamos 84 mil dólares de IVA en cinco meses. "
    "La ingeniera Andrango dijo que sí nos da una recomendación por escrito, y que la pueden llamar."
)


def test_the_best_case_has_its_account_its_witness_its_result_and_its_permission() -> None:
    """Who, what, who vouches, and what was permitted, each in the company's own words."""
    (story,) = read(Q16=BEST_CASE).stories
    assert story.account == "C2"
    assert story.contact is not None
    assert story.contact.id == "P1"
    assert story.result == "les recuperamos 84 mil dólares de IVA en cinco meses"
    assert story.permission.given == {"letter", "call"}
    assert "name" not in story.permission.given


@pytest.mark.parametrize(
    ("text", "given", "excluded", "nameless"),
    [
        ("Bajamos la merma a la mitad. Nos escribió que podemos nombrarlos y contarlo, pero sin precios.",
         {"name", "story"}, "sin precios", False),
        ("Subió su rendimiento, pero no quieren que salga el nombre.", set(), "", True),
        ("Duplicó sus ventas y acepta que contemos su caso.", {"story"}, "", False),
        ("Ahorraron un mes de trabajo.", set(), "", False),
    ],
)  # fmt: skip
def test_nothing_is_permitted_that_was_not_said(text: str, given: set[str], excluded: str, nameless: bool) -> None:
    """Names, stories, letters and calls only where somebody agreed; what must stay out is kept."""
    (story,) = read(Q16=text).stories
    assert story.permission.given == given
    assert story.permission.excluded == excluded
    assert story.permission.is_nameless == nameless


def test_what_must_stay_out_is_not_in_the_result() -> None:
    """The amount of the loan is what the customer keeps to herself."""
    text = (
        "Con un crédito de 18 mil doña Rosario compró dos máquinas y pasó de 40 a 65 chompas por semana. "
        "Dice que si podemos contar, pero sin decir el monto que debe."
    )
    (story,) = read(Q16=text).stories
    assert story.result == "pasó de 40 a 65 chompas por semana"
    assert story.contact is not None
    assert story.contact.id == "P2"


@pytest.mark.parametrize("text", ["No sé", "Ninguno todavía", "Perdimos dos por demora en las entregas", "Todo normal"])
def test_no_success_is_read_where_none_is_told(text: str) -> None:
    """A denial, a loss and small talk are no story."""
    assert read(Q16=text).stories == ()


def test_a_story_of_an_account_at_risk_is_held_back() -> None:
    """High risk, a grievance beside its name, or a place among those that may be lost."""
    story = "La ferretería duplicó sus ventas y acepta que contemos su caso."
    assert read(Q16=story).stories
    for question, grievance in (
        ("Q6", "La Ferretería está molesta, tiene un reclamo abierto."),
        ("Q10", "El Tornillo, porque el dueño pregunta precios."),
    ):
        found = read(Q16=story, **{question: grievance})
        assert found.stories == ()
        assert [each.account for each in found.held_back] == ["C3"]


def test_a_refusal_is_respected() -> None:
    """Who wants nothing told is not told of."""
    assert read(Q16="Duplicó sus ventas, pero no quieren que se sepa nada, no aceptan.").stories == ()


def test_referrals_have_their_count_and_their_names() -> None:
    """«Cuatro de los seis, dos por la ingeniera Andrango»."""
    found = read(Q19="Cuatro de los seis nuevos vinieron recomendados, dos por la ingeniera Andrango.").referrals
    assert found is not None
    assert (found.recommended, found.new) == (4, 6)
    assert [(each.account, each.brought) for each in found.by] == [("C2", 2)]


@pytest.mark.parametrize("text", ["no sé", "Por redes, recomendados casi nadie", "Por el vendedor"])
def test_without_recommendations_there_are_none(text: str) -> None:
    """Silence and denial give nothing to thank for."""
    assert read(Q19=text).referrals is None


def test_guesses_are_no_praise() -> None:
    """What the company supposes was not said by any customer."""
    assert read(Q18="No les hemos preguntado, creo que por costumbre.").praise == ()
    (praise,) = read(Q18="Dicen que porque siempre les contestamos, aunque sea domingo.").praise
    assert praise.words == "siempre les contestamos, aunque sea domingo"


def test_good_accounts_are_those_without_a_grievance() -> None:
    """Low risk and no complaint; who was said to be well comes first."""
    found = read(Q3="Con Pétalos estamos muy bien.")
    assert [each.account for each in found.relations] == ["C4", "C2"]
    assert "C2" not in {each.account for each in read(Q6="La Esperanza tiene una queja sin resolver.").relations}


def test_places_are_no_customers() -> None:
    """Cayambe is where the farms are, not the account that carries its name."""
    assert "C1" not in {each.account for each in read(Q16="En Cayambe una finca duplicó sus ventas.").stories}


def test_confidential_answers_are_not_read() -> None:
    """Said in confidence, the same words show nothing."""
    found = read(
        "Q16", "Q19", "Q20", Q16=BEST_CASE, Q19="Cinco de seis vinieron recomendados.", Q20="Vemos sus costos."
    )
    assert (found.stories, found.referrals, found.asset) == ((), None, None)


TYPED = """
    les bajamos la merma Esperanza Andrango subió podemos contar sin precios recomendaron 4 % mil dólares y, pero.
    molesta porque bien «así» ingeniera doña Rosario nos dice que no quieren nombre Tornillo cinco de seis
"""
WORDS = st.sampled_from(sorted(set(TYPED.split())))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.dictionaries(
        st.sampled_from(["Q16", "Q18", "Q19", "Q20", "Q24", "Q3"]), st.lists(WORDS, min_size=1).map(" ".join)
    )
)
def test_every_quotation_is_an_exact_piece_of_an_answer(answers: dict[str, str]) -> None:
    """Whatever is typed, nothing is put into anybody's mouth."""
    found = read(**answers)
    quoted = [each.result for each in (*found.stories, *found.held_back)]
    quoted += [part for each in found.stories for part in (each.permission.words, each.permission.excluded)]
    quoted += [each.words for each in found.praise]
    quoted += [each.words for each in found.relations]
    quoted += [each.words for each in found.failures]
    quoted += [found.asset.words, found.asset.could] if found.asset else []
    quoted += [found.referrals.words, found.referrals.neglected] if found.referrals else []
    assert all(any(piece in text for text in answers.values()) for piece in quoted if piece)
