"""Whatever is typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retention_coach.knowledge.loader import load
from retention_coach.spanish.words import word_set
from retention_coach.understanding.hearing import Heard
from retention_coach.understanding.understand import understand

_PIECES = st.sampled_from(
    sorted(
        word_set("""
            no nos se quejan quejas 8 de 120 clientes y pero , . ? unos mil año pasado el al mes ya nadie que dejaron
            contestan precio creo antes ahora $ % a o entre 1.234,5 media hora «»
            """)
    )
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=40).map(" ".join))


@settings(deadline=None)
@given(TEXTS)
def test_every_finding_is_an_exact_slice(text: str) -> None:
    """No text is refused, and what was found stands in it as it is, in order."""
    understood = understand(text, load())
    for group in (understood.signals, understood.denied, understood.quantities):
        assert all(item.words == text[item.start : item.end] != "" for item in group)
        assert [item.start for item in group] == sorted(item.start for item in group)
    assert not {item.code for item in understood.signals} & {item.code for item in understood.denied}


@settings(deadline=None)
@given(TEXTS)
def test_the_same_text_is_understood_alike(text: str) -> None:
    """Nothing is remembered from one text to the next."""
    first = understand(text, load())
    understand("no tenemos quejas", load())
    assert understand(text, load()) == first


@pytest.mark.parametrize(
    "piece", ["no ", "se nos van ", "no les contestamos rápido y ", "de 40 pedidos ", "que no ", "a, ", "1 de ", "«"]
)
def test_the_work_grows_with_the_length(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty thousand characters without a full stop take twice the searching of ten thousand, not four times."""
    searched: list[int] = []
    find = Heard.find

    def counted(self: Heard, *arguments: object) -> tuple[int, ...]:
        searched[-1] += 1
        return find(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Heard, "find", counted)
    for length in (10_000, 20_000):
        searched.append(0)
        understand((piece * length)[:length], load())
    assert searched[1] <= 2.2 * searched[0] + 100
