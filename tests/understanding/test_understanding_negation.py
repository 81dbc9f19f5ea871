"""How far a «no» reaches."""

import pytest

from retention_coach.knowledge.loader import load
from retention_coach.understanding.hearing import Heard
from retention_coach.understanding.negation import Denials, negations
from retention_coach.understanding.tokens import sentences


def heard(text: str) -> Heard:
    """The only sentence of a text."""
    (tokens,) = sentences(text)
    return Heard(tokens, load().speech)


def is_denied(text: str, word: str) -> bool:
    """Whether a word of the text, folded, is denied."""
    sentence = heard(text)
    return Denials(sentence).deny([[token.word for token in sentence.words].index(word)])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("no se quejan", "quejan"),
        ("nunca se han quejado", "quejado"),
        ("nadie se queja", "queja"),
        ("casi nadie se queja", "queja"),
        ("no nos ha llegado ningún reclamo", "reclamo"),
        ("sin quejas", "quejas"),
        ("todavía no se quejan", "quejan"),
        ("cero reclamos", "reclamos"),
        ("falta seguimiento", "seguimiento"),
        ("poco seguimiento", "seguimiento"),
        ("dejaron de quejarse", "quejarse"),
        ("no se queja nunca nadie", "queja"),
        ("no creo que se quejen", "quejen"),
        ("no es que estén felices", "felices"),
        ("quejas no hay", "quejas"),
        ("encuestas no hacemos", "encuestas"),
        ("cartera vencida cero", "cartera"),
        ("ni se quejan ni reclaman", "reclaman"),
    ],
)
def test_a_negation_reaches(text: str, word: str) -> None:
    """Whatever says «no», before what it denies or after it."""
    assert is_denied(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("no por precio sino por demora", "demora"),
        ("no llaman, se quejan", "quejan"),
        ("no llaman pero se quejan", "quejan"),
        ("no llaman y se quejan", "quejan"),
        ("no llaman porque se quejan", "quejan"),
        ("no solo se quejan", "quejan"),
        ("los visito sin falta y reclaman", "reclaman"),
        ("no es que no se quejen", "quejen"),
        ("no hay semana que no tengamos un reclamo", "reclamo"),
        ("no dejan de quejarse", "quejarse"),
        ("no nos faltan referidos", "referidos"),
        ("los clientes que reclaman no pagan", "reclaman"),
        ("no llamamos a los clientes que se quejan", "quejan"),
    ],
)
def test_a_negation_does_not_reach(text: str, word: str) -> None:
    """It ends where the sentence turns, and a second one takes it back."""
    assert not is_denied(text, word)


def test_a_pattern_that_names_the_negation_is_not_denied_by_it() -> None:
    """«Ya no compran» has its «no» in the pattern."""
    sentence = heard("ya no compran")
    assert Denials(sentence).deny([2])
    assert not Denials(sentence).deny([1, 2])


def test_negative_words_in_a_row_are_one_negation() -> None:
    """«No … nunca … nadie» is said once, «no … que no» twice."""
    assert len(negations(heard("no se queja nunca nadie"))) == 1
    assert len(negations(heard("no es que no se quejen"))) == 2


def test_denials_of_different_words_say_the_same() -> None:
    """«No se asoma ningún competidor, no les ofrece nadie»: neither takes the other back."""
    sentence = heard("no se asoma ningún competidor, no les ofrece nadie")
    words = [token.word for token in sentence.words]
    assert Denials(sentence).deny([words.index("competidor"), words.index("ofrece")])
