"""The heading of a template is read strictly."""

import pytest

from retention_coach.errors import PromptError
from retention_coach.prompting.front_matter import FrontMatter, split

GOOD = "---\nname: 62-x\nversion: 1.10\ndescription: 'Plan: de seis meses'\nstep: 62\n---\ncuerpo\n"


def _message(text: str) -> str:
    with pytest.raises(PromptError) as caught:
        split(text, "62-x.md.j2")
    return str(caught.value)


def test_values_are_texts_as_written() -> None:
    """`1.10` is not 1.1, and `62` is a name."""
    front_matter, _ = split(GOOD, "62-x.md.j2")
    assert front_matter == FrontMatter("62-x", "1.10", "Plan: de seis meses", "62")


def test_body_keeps_its_line_numbers() -> None:
    """Errors in the body are told at the file's lines."""
    _, body = split(GOOD, "62-x.md.j2")
    assert body.split("\n")[6] == GOOD.split("\n")[6] == "cuerpo"
    assert not body[: body.index("cuerpo")].strip()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("---\nname", "name", "línea 1: falta el encabezado"),
        ("\n---\ncuerpo", "\ncuerpo", "no termina con otra línea «---»"),
        ("step: 62\n", "", "le falta «step»"),
        ("name: 62-x\nversion: 1.10\n", "", "le falta «name», «version»"),
        ("step: 62", "step: 62\nmodel: x", "línea 6: el encabezado no admite la clave «model»"),
        ("step: 62", "step: 62\nstep: 63", "línea 6: la clave «step» está repetida"),
        ("step: 62", "step:", "línea 5: «step» está vacía"),
        ("step: 62", "step: [62]", "línea 5: cada clave del encabezado lleva un solo texto"),
        ("name: 62-x", "name: [62-x", "el encabezado no es YAML válido"),
        ("name: 62-x\n", "name: 62-x\n\tversion: 2\n", "línea 3: el encabezado no es YAML válido"),
    ],
)
def test_bad_heading_is_refused_with_its_place(old: str, new: str, expected: str) -> None:
    """File, line and what was expected."""
    assert old in GOOD
    message = _message(GOOD.replace(old, new))
    assert message.startswith("62-x.md.j2")
    assert expected in message
    assert "«name», «version», «description», «step»" in message


@pytest.mark.parametrize("heading", ["", "solo texto\n", "- a\n- b\n"])
def test_heading_that_is_no_mapping_is_refused(heading: str) -> None:
    """A list, a sentence or nothing."""
    assert "«clave: valor»" in _message(f"---\n{heading}---\n")
