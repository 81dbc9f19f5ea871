"""Signals in everyday sentences: shown, denied, or neither."""

import pytest

from retention_coach.knowledge.entries.vocabulary import Signal
from retention_coach.knowledge.loader import load
from retention_coach.understanding.found import Understanding
from retention_coach.understanding.understand import understand


def read(text: str) -> Understanding:
    """What the shipped knowledge base understands."""
    return understand(text, load())


def shown(text: str) -> set[Signal]:
    """The signals that a text shows."""
    return {found.code for found in read(text).signals}


def denied(text: str) -> set[Signal]:
    """The signals that a text denies."""
    return {found.code for found in read(text).denied}


SEEN: list[tuple[Signal, str]] = [
    ("slow_response", "La gente dice que demoramos en responder los whatsapp"),
    ("service_delays", "se quejan por demora en las entregas"),
    ("unresolved_complaints", "tenemos como 5 reclamos sin cerrar"),
    ("quality_failures", "nos rechazaron fruta por mal estado"),
    ("billing_errors", "las facturas salen mal cada mes"),
    ("price_pressure", "nos piden descuento en cada pedido"),
    ("active_competition", "se fueron con otro proveedor de Guayaquil"),
    ("low_usage", "la constructora bajó los pedidos"),
    ("reduced_contact", "casi no los visitamos"),
    ("key_contact_change", "Cambió el gerente de la clínica"),
    ("concentration", "el 60% de la facturación viene de dos clientes"),
    ("renewals_due", "se vencen los contratos en marzo"),
    ("late_payment", "Nos deben 18 mil y pagan tarde"),
    ("scope_disputes", "cambian los planos a media obra"),
    ("unseen_value", "nos ven como un gasto"),
    ("team_turnover", "se fue la vendedora y se llevó clientes"),
    ("dormant_customers", "hay unos 12 que ya no compran"),
    ("seasonal_demand", "en temporada no damos abasto"),
    ("weak_onboarding", "a los nuevos no los capacitamos"),
    ("no_followup", "después de la venta nadie los llama"),
    ("no_crm", "No tenemos CRM, todo en un excel"),
    ("no_metrics", "eso no lo medimos"),
    ("unknown_satisfaction", "nunca les preguntamos si están contentos"),
    ("unknown_loss_reasons", "se fueron sin decir nada"),
    ("satisfied_customers", "los antiguos están contentos con nosotros"),
    ("expansion_potential", "podríamos venderles también la nómina"),
    ("referral_potential", "casi todos llegan por recomendación"),
]
UNSEEN: list[tuple[Signal, str]] = [
    ("unresolved_complaints", "casi nadie se queja"),
    ("price_pressure", "no es por precio"),
    ("late_payment", "todos pagan puntual"),
    ("concentration", "las ventas están bien repartidas entre todos"),
    ("concentration", "perdimos tres clientes en marzo"),
    ("satisfied_customers", "están descontentos"),
    ("late_payment", "vendemos mora de castilla"),
    ("referral_potential", "tienen una cámara de frío"),
]


DENIED: list[tuple[Signal, str]] = [
    ("unresolved_complaints", "casi nadie se queja"),
    ("unresolved_complaints", "quejas no tenemos"),
    ("unresolved_complaints", "dejaron de quejarse"),
    ("price_pressure", "nunca nos han pedido descuento"),
    ("late_payment", "todos pagan puntual"),
    ("no_crm", "tenemos CRM desde el año pasado"),
    ("no_metrics", "medimos todo cada semana"),
    ("satisfied_customers", "no están contentos"),
    ("service_delays", "siempre entregamos a tiempo"),
    ("referral_potential", "recomendados casi ninguno"),
]


@pytest.mark.parametrize(("signal", "sentence"), SEEN)
def test_a_signal_shows_in_what_people_type(signal: Signal, sentence: str) -> None:
    """One everyday sentence for every signal."""
    assert signal in shown(sentence)


@pytest.mark.parametrize(("signal", "sentence"), UNSEEN)
def test_a_signal_does_not_show_where_it_is_denied(signal: Signal, sentence: str) -> None:
    """Denials, and words that only look alike."""
    assert signal not in shown(sentence)


@pytest.mark.parametrize(("signal", "sentence"), DENIED)
def test_a_denied_signal_is_told_apart_from_one_that_is_not_mentioned(signal: Signal, sentence: str) -> None:
    """What is said not to be so is reported as such."""
    assert signal in denied(sentence)


def test_the_sample_covers_every_signal() -> None:
    """A new signal comes with its sentence."""
    assert {signal for signal, _ in SEEN} == {entry.code for entry in load().signals}


@pytest.mark.parametrize("typed", ["SE QUEJAN", "se quejan", "Se kejan", "nos reclamann", "nos recalman"])
def test_capitals_accents_and_spelling_do_not_count(typed: str) -> None:
    """The same complaint however it is typed."""
    assert "unresolved_complaints" in shown(typed)


@pytest.mark.parametrize("form", ["queja", "quejan", "quejó", "quejaron", "quejaban", "han quejado", "están quejando"])
def test_every_form_of_a_verb_is_the_same_verb(form: str) -> None:
    """Stem changes and endings: no pattern lists them."""
    assert shown(f"los de Manta se {form} del chofer") == {"unresolved_complaints"}


@pytest.mark.parametrize(
    ("form", "is_due"), [("renueva", True), ("renovará", True), ("renovó", False), ("renovaba", False)]
)
def test_what_was_renewed_is_not_due(form: str, is_due: bool) -> None:
    """The same verb in another tense tells something else."""
    assert ("renewals_due" in shown(f"el contrato se {form}")) is is_due


def test_who_does_it_matters() -> None:
    """We answer late, or they do not answer any more: the same verb, another signal."""
    assert shown("no les contestamos") == {"slow_response"}
    assert shown("ya no nos contestan") == {"reduced_contact"}


def test_a_perfect_speaks_of_whom_its_auxiliary_does() -> None:
    """«Hemos mostrado» is of us, as «mostramos» is."""
    assert shown("nunca les hemos mostrado cuánto ahorran") == {"unseen_value"}


def test_other_peoples_affairs_are_set_aside() -> None:
    """The bank that answers late is no customer's complaint about us."""
    assert shown("el SRI se demora en contestar") == set()
    assert shown("se demora en contestar mi vendedor") == {"slow_response"}


def test_what_was_solved_is_denied() -> None:
    """A complaint that is closed is no open one."""
    text = "hubo un reclamo de marzo pero ya se resolvió"
    assert "unresolved_complaints" in denied(text)
    assert "unresolved_complaints" not in shown(text)


def test_what_was_so_before_is_denied_now() -> None:
    """«Antes …, ahora ya no»."""
    assert denied("antes se quejaban siempre, ahora ya no") == {"unresolved_complaints"}
    assert denied("antes teníamos reclamos, pero desde que abrimos la bodega ya no") == {"unresolved_complaints"}


def test_what_is_shown_anywhere_is_not_denied() -> None:
    """A text that says both shows it."""
    text = "En Quito no se quejan. En Guayaquil se quejan todos los días."
    assert "unresolved_complaints" in shown(text)
    assert "unresolved_complaints" not in denied(text)


def test_a_guess_is_marked_sentence_by_sentence() -> None:
    """Only what stands in the sentence of the hedge is a guess."""
    found = {item.code: item.hedged for item in read("Creo que se van por precio. Nos deben tres facturas.").signals}
    assert found["price_pressure"]
    assert not found["late_payment"]
    assert read("Creo que sí").hedged
    assert not read("Perdimos 8").hedged
