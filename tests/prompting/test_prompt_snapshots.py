"""The rendered prompts of one company, compared as a whole with files that people can read.

To accept a change: UPDATE_SNAPSHOTS=1 pytest tests/prompting/test_prompt_snapshots.py
"""

import os
from pathlib import Path

import pytest
from prompting_cases import REPLIES, fresh_renderer, inputs, profile, renderer

SNAPSHOTS = Path(__file__).parent / "snapshots"


def _rendered(template: str) -> str:
    prompt = renderer().render(template, inputs(template), REPLIES[template])
    return f"<<< system >>>\n{prompt.system}\n<<< user >>>\n{prompt.user}"


@pytest.mark.parametrize("template", REPLIES)
def test_prompt_is_as_in_its_snapshot(template: str) -> None:
    """Nothing in a prompt changes unnoticed."""
    path = SNAPSHOTS / f"{template}.txt"
    if os.environ.get("UPDATE_SNAPSHOTS") == "1":
        path.write_text(_rendered(template), encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == _rendered(template)


@pytest.mark.parametrize("template", REPLIES)
def test_two_renderers_give_the_same_bytes(template: str) -> None:
    """Rendering depends on nothing but its inputs, so that a provider's cache is hit."""
    prompts = [fresh_renderer().render(template, inputs(template), REPLIES[template]) for _ in range(2)]
    assert prompts[0] == prompts[1]


@pytest.mark.parametrize("template", REPLIES)
def test_system_role_is_the_same_for_every_company(template: str) -> None:
    """What differs between companies is in the user role only."""
    shared = renderer()
    other = profile(company="Otra", services="Riego", canton="Machala", relationship_model="project", team=())
    one = shared.render(template, inputs(template), REPLIES[template])
    two = shared.render(template, inputs(template, other), REPLIES[template])
    assert one.system == two.system
    assert one.user != two.user


def test_user_role_goes_from_the_general_to_the_particular() -> None:
    """Knowledge, calendar, company, figures, answers, earlier outputs: in the order in which they repeat."""
    user = renderer().render("64-sector-plan", inputs("64-sector-plan"), REPLIES["64-sector-plan"]).user
    titles = [line for line in user.splitlines() if line.startswith("# ")]
    assert titles == [
        "# Conocimiento seleccionado (una entrada por línea)",
        "# Calendario de los seis meses (un mes por línea)",
        "# Contexto de la empresa",
        "# Cifras de la empresa (una por línea)",
        "# Respuestas de la entrevista (una por línea)",
        "# Para quién es el plan sectorial",
        "# Paso 61: estrategia seleccionada",
        "# Paso 62: plan de acción",
        "# Paso 63: KPIs",
    ]


def test_only_the_selected_alternative_goes_on() -> None:
    """From step 62 on, the alternative that was not chosen is out of sight."""
    for template in ("62-action-plan", "63-kpis", "64-sector-plan"):
        user = renderer().render(template, inputs(template), REPLIES[template]).user
        assert "Responder a tiempo" in user
        assert "Crecer con las fincas satisfechas" not in user


def test_prompts_carry_neither_ruc_nor_names_of_people() -> None:
    """No step needs them, so they do not leave for an engine."""
    for template in REPLIES:
        prompt = renderer().render(template, inputs(template), REPLIES[template])
        assert "1791234567001" not in prompt.user
        assert "Paredes" not in prompt.user


def test_prompt_says_what_it_was_made_from() -> None:
    """Template, version and hash travel with the prompt."""
    prompt = renderer().render("62-action-plan", inputs("62-action-plan"), REPLIES["62-action-plan"])
    assert (prompt.template, prompt.version) == ("62-action-plan", "1.0.0")
    assert len(prompt.hash) == 16
