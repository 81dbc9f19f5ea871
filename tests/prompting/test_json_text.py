"""Data enters a prompt as JSON that decodes to itself and forges nothing."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retention_coach.prompting.json_text import json_text

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(PLAIN)
@settings(deadline=None)
def test_json_decodes_to_what_was_given(value: object) -> None:
    """Nothing is lost or changed on the way."""
    assert json.loads(json_text(value)) == value


@given(st.text())
@settings(deadline=None)
def test_text_stays_on_one_line_and_opens_no_tag(text: str) -> None:
    """Whatever is typed, the literal is one printable line without markup characters."""
    literal = json_text(text)
    assert literal.isprintable()
    assert not set("<>&[]") & set(literal)


def test_spanish_stays_readable() -> None:
    """Accents cost no escapes: people read these files and tokens are paid for."""
    assert json_text({"año": "«Sí», señor: ¿5 %?"}) == '{"año":"«Sí», señor: ¿5 %?"}'


def test_whole_floats_have_no_fraction() -> None:
    """Forty hours are 40, not 40.0."""
    assert json_text([40.0, 40.5, -0.25]) == "[40,40.5,-0.25]"


def test_text_outside_unicode_is_escaped_in_pairs() -> None:
    """An invisible tag character and a lone surrogate are valid JSON escapes."""
    assert json_text("\U000e0041\ud800") == '"\\udb40\\udc41\\ud800"'


@pytest.mark.parametrize("value", [float("nan"), float("inf"), object(), {"a": {1}}])
def test_what_is_not_plain_data_is_refused(value: object) -> None:
    """JSON has no word for it."""
    with pytest.raises((TypeError, ValueError)):
        json_text(value)
