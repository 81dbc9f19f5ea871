import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.knowledge.entries.vocabulary import Signal
from retention_coach.knowledge.lexicon import GAP, holds, singular, words
from retention_coach.knowledge.loader import load


def shows(signal: Signal, sentence: str) -> bool:
    """Whether a signal's own patterns find it in the sentence."""
    entry, said = load().signal(signal), words(sentence)
    return any(holds(pattern, said) for pattern in entry.any_of) and not any(
        holds(pattern, said) for pattern in entry.none_of
    )


def test_words_are_folded() -> None:
    """Capitals, accents and punctuation do not count."""
    assert words("¡Más QUEJAS, señor Núñez!") == ("mas", "quejas", "senor", "nunez")


def test_a_star_stands_for_any_ending() -> None:
    """A stem with a star matches its family, and without it only the word."""
    assert holds("demor*", words("se demoraron ayer"))
    assert not holds("demor", words("se demoraron ayer"))


def test_the_words_of_a_pattern_come_in_order_with_small_gaps() -> None:
    """Order counts, and so does distance."""
    assert holds("facturas mal", words("las facturas nos llegan mal"))
    assert not holds("mal facturas", words("las facturas nos llegan mal"))
    assert not holds("facturas mal", words("facturas " + "muy " * (GAP + 1) + "mal"))


@given(st.lists(st.sampled_from(["no", "hay", "quejas", "de", "clientes"]), min_size=1, max_size=6))
def test_a_sentence_holds_itself(sentence: list[str]) -> None:
    """A pattern equal to the sentence is always found in it, wherever the words repeat."""
    assert holds(" ".join(sentence), tuple(sentence))


@pytest.mark.parametrize(
    ("one", "many"), [("flor", "flores"), ("viaje", "viajes"), ("camaron", "camarones"), ("hotel", "hoteles")]
)
def test_singular_and_plural_share_a_key(one: str, many: str) -> None:
    """The key need not be a word, only the same."""
    assert singular(one) == singular(many)


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


@pytest.mark.parametrize(("signal", "sentence"), SEEN)
def test_a_signal_shows_in_what_people_type(signal: Signal, sentence: str) -> None:
    """One everyday sentence for every signal."""
    assert shows(signal, sentence)


@pytest.mark.parametrize(("signal", "sentence"), UNSEEN)
def test_a_signal_does_not_show_where_it_is_denied(signal: Signal, sentence: str) -> None:
    """What the exclusions are for, and words that only look alike."""
    assert not shows(signal, sentence)


def test_the_sample_covers_every_signal() -> None:
    """A new signal comes with its sentence."""
    assert {signal for signal, _ in SEEN} == {entry.code for entry in load().signals}
