"""What the budget is already meant for."""

import pytest

from retention_coach.assessment.earmarks import earmarks
from retention_coach.domain.interview import AnsweredQuestion


def said(text: str, *, consultant_only: bool = False) -> tuple[AnsweredQuestion, ...]:
    """One answer on the budget."""
    return (AnsweredQuestion(id="Q22", topic="resources", question="¿?", text=text, consultant_only=consultant_only),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Unos 9 mil para los seis meses, ahí tiene que entrar un viaje a Hamburgo.",
            "ahí tiene que entrar un viaje a Hamburgo",
        ),
        ("Son USD 3.000. De ahí hay que pagar la feria de octubre", None),
        ("Tres mil dólares, de ahí hay que pagar la feria de octubre", "de ahí hay que pagar la feria de octubre"),
        ("2.400 y si veo que renuevan podría poner mil más", None),
    ],
)
def test_an_earmark_stands_with_its_money(text: str, words: str | None) -> None:
    """Only what the sentence of the money puts into it, in its exact words."""
    assert [item.words for item in earmarks(said(text))] == ([] if words is None else [words])


def test_confidential_earmarks_are_not_shown() -> None:
    """What only the consultant may know is no reason in the company's report."""
    assert earmarks(said("9 mil, ahí tiene que entrar un viaje a Hamburgo", consultant_only=True)) == ()
