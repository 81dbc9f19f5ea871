"""An edited template that could mislead a model or lose text is refused, in Spanish, with file and line."""

import re
import shutil
from pathlib import Path

import pytest
from prompting_cases import PROMPTS, REPLIES, STRATEGY, inputs, profile, select

from retention_coach.errors import PromptError
from retention_coach.ports import StepInputs
from retention_coach.prompting import TemplateRenderer

PLAN = "62-action-plan"
PLAN_FILE = "62-action-plan.md.j2"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the templates that a consultant may edit."""
    return shutil.copytree(PROMPTS, tmp_path / "prompts")


def _edit(folder: Path, old: str, new: str, file: str = PLAN_FILE) -> int:
    """Replace the first occurrence, which must exist, and give the line where it begins."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def _refusal(folder: Path) -> str:
    with pytest.raises(PromptError) as caught:
        TemplateRenderer(folder, select=select).render(PLAN, inputs(PLAN), REPLIES[PLAN])
    assert caught.value.exit_code == 2
    return str(caught.value)


def test_edited_template_is_used(folder: Path) -> None:
    """Editing a copy is how a consultant changes the prompts; the hash tells the difference."""
    before = TemplateRenderer(folder, select=select).render(PLAN, inputs(PLAN), REPLIES[PLAN])
    _edit(folder, "# Paso 62", "# Nuestro paso 62")
    after = TemplateRenderer(folder, select=select).render(PLAN, inputs(PLAN), REPLIES[PLAN])
    assert "# Nuestro paso 62" in after.system
    assert after.hash != before.hash


def test_editing_the_base_changes_every_hash(folder: Path) -> None:
    """The base is part of each prompt."""
    old, new = TemplateRenderer(folder, select=select), folder / "base.md.j2"
    new.write_text(new.read_text(encoding="utf-8").replace("15 años", "20 años"), encoding="utf-8")
    edited = TemplateRenderer(folder, select=select)
    for template, reply in REPLIES.items():
        hashes = {r.render(template, inputs(template), reply).hash for r in (old, edited)}
        assert len(hashes) == 2


def test_line_ends_and_mark_of_windows_change_nothing(folder: Path) -> None:
    """A copy saved by Notepad is the same template."""
    before = TemplateRenderer(folder, select=select).render(PLAN, inputs(PLAN), REPLIES[PLAN])
    for path in folder.iterdir():
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert TemplateRenderer(folder, select=select).render(PLAN, inputs(PLAN), REPLIES[PLAN]) == before


@pytest.mark.parametrize(
    "attack",
    [
        "{{ ''.__class__ | json }}",
        "{{ profile.__class__ | json }}",
        "{{ (''.__class__.__mro__)[1].__subclasses__() | json }}",
        "{{ profile.update({'canton': 'Loja'}) | json }}",
        "{{ answers.append(1) | json }}",
        "{{ ''.format.__globals__ | json }}",
    ],
)
def test_what_the_sandbox_forbids_is_refused(folder: Path, attack: str) -> None:
    """A template reads data; it reaches no Python and changes nothing."""
    _edit(folder, "Diagnóstico: ", f"{attack}\nDiagnóstico: ")
    assert "no puede tocar" in _refusal(folder)


@pytest.mark.parametrize("expression", ["''.__class__", "choice", "profile.services", "7", "super()", "choice ~ 'x'"])
def test_data_without_the_json_filter_is_refused(folder: Path, expression: str) -> None:
    """Whatever is printed goes through the filter, also where the branch never runs."""
    line = _edit(folder, "Diagnóstico: ", f"{{% if false %}}{{{{ {expression} }}}}{{% endif %}}\nDiagnóstico: ")
    assert f"{PLAN_FILE}, línea {line}: los datos se escriben solo con {{{{ … | json }}}}" in _refusal(folder)


@pytest.mark.parametrize("name", ["safe", "upper", "tojson"])
def test_other_filters_do_not_exist(folder: Path, name: str) -> None:
    """No filter can undo what the one filter does."""
    line = _edit(folder, "Diagnóstico: ", f"{{{{ choice | {name} | json }}}}\nDiagnóstico: ")
    assert f"{PLAN_FILE}, línea {line}: el único filtro es «json»; «{name}» no existe." in _refusal(folder)


def test_unknown_variable_is_named(folder: Path) -> None:
    """A misspelt name is told before any interview begins."""
    _edit(folder, "{{ choice | json }}", "{{ eleccion | json }}")
    message = _refusal(folder)
    assert "usa la variable «eleccion», que no existe" in message
    assert "choice" in message


def test_company_data_in_the_system_role_is_refused(folder: Path) -> None:
    """Otherwise no two companies would share a prefix."""
    _edit(folder, "# Paso 62", "# Paso 62 de {{ profile.company | json }}")
    assert "el bloque «system» usa «profile»" in _refusal(folder)


def test_attribute_that_the_data_lacks_is_named(folder: Path) -> None:
    """Nothing is left blank in silence."""
    _edit(folder, "outputs.strategy.diagnosis", "outputs.strategy.diagnostico")
    assert "el bloque «user» pide «diagnostico», que este paso no tiene" in _refusal(folder)


def test_output_that_the_step_was_not_given_is_named() -> None:
    """The step's declaration and its template disagree."""
    bare = StepInputs(profile=profile(), choice="A")
    with pytest.raises(PromptError, match="«strategy», que este paso no tiene"):
        TemplateRenderer(PROMPTS, select=select).render(PLAN, bare, REPLIES[PLAN])


@pytest.mark.parametrize("broken", ["{{ choice | json", "{% for x in answers %}", "{% endblok %}", "{{ 5 + }}"])
def test_syntax_error_has_its_line(folder: Path, broken: str) -> None:
    """The line is the file's, heading included, or the last one for what is never closed."""
    line = _edit(folder, "# Paso 62", f"{broken}\n# Paso 62")
    match = re.search(rf"{re.escape(PLAN_FILE)}, línea (\d+): la plantilla está mal escrita", _refusal(folder))
    assert match is not None
    assert int(match[1]) >= line


def test_syntax_error_on_its_own_line(folder: Path) -> None:
    """An error that shows at once is told at its line."""
    line = _edit(folder, "# Paso 62", "{% endblok %}\n# Paso 62")
    assert f"línea {line}:" in _refusal(folder)


def test_unknown_test_is_refused(folder: Path) -> None:
    """Also what only shows when the template is compiled."""
    _edit(folder, "Diagnóstico: ", "{% if choice is alternative_a %}x{% endif %}\nDiagnóstico: ")
    assert "alternative_a" in _refusal(folder)


def test_text_outside_the_blocks_is_refused(folder: Path) -> None:
    """A sentence added at the end of the file would be lost in silence."""
    path = folder / PLAN_FILE
    path.write_text(path.read_text(encoding="utf-8") + "\n\nSea breve.\n", encoding="utf-8")
    line = path.read_text(encoding="utf-8").split("\n").index("Sea breve.") + 1
    assert f"{PLAN_FILE}, línea {line}: hay contenido fuera de los bloques" in _refusal(folder)


def test_misspelt_block_is_refused(folder: Path) -> None:
    """Its content would be lost in silence."""
    line = _edit(folder, "{% block earlier %}", "{% block earliest %}")
    assert f"línea {line}: la base no tiene un bloque «earliest»" in _refusal(folder)


def test_missing_task_is_refused(folder: Path) -> None:
    """A prompt without its instructions is no prompt."""
    path = folder / PLAN_FILE
    text = path.read_text(encoding="utf-8")
    start, end = text.index("{% block task %}"), text.index("{% endblock %}") + len("{% endblock %}")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    assert "falta el bloque «task»" in _refusal(folder)


@pytest.mark.parametrize("role", ["system", "user"])
def test_base_without_a_role_is_refused(folder: Path, role: str) -> None:
    """Both roles must exist."""
    _edit(folder, f"{{% block {role} %}}", "{% block otra %}", "base.md.j2")
    assert f"base.md.j2: falta el bloque «{role}»" in _refusal(folder)


@pytest.mark.parametrize(
    "line", ['{% extends "otra.md.j2" %}', "", '{% extends "base.md.j2" %}{% extends "base.md.j2" %}']
)
def test_template_must_extend_the_base_once(folder: Path, line: str) -> None:
    """The rules of the base hold in every step."""
    _edit(folder, '{% extends "base.md.j2" %}', line)
    assert "la plantilla debe tener una línea {% extends" in _refusal(folder)


@pytest.mark.parametrize(
    "line", ['{% include "base.md.j2" %}', '{% import "base.md.j2" as b %}', '{% from "x" import y %}']
)
def test_other_files_are_out_of_reach(folder: Path, line: str) -> None:
    """What a template says is what its file and the base say, and what the hash covers."""
    _edit(folder, "# Paso 62", f"{line}\n# Paso 62")
    assert "no puede leer otros archivos" in _refusal(folder)


def test_base_that_extends_is_refused(folder: Path) -> None:
    """The base is the bottom."""
    _edit(folder, "{% block system %}", '{% extends "62-action-plan.md.j2" %}{% block system %}', "base.md.j2")
    assert "la base no puede extender otra plantilla" in _refusal(folder)


@pytest.mark.parametrize("wrong", ["{{ (choice + 1) | json }}", "{{ (1 // 0) | json }}", "{{ '{}'.format() | json }}"])
def test_calculation_that_fails_is_a_refusal(folder: Path, wrong: str) -> None:
    """No template makes the program crash."""
    _edit(folder, "Diagnóstico: ", f"{wrong}\nDiagnóstico: ")
    assert "hace con un dato algo que no se puede" in _refusal(folder)


def test_unknown_template_lists_those_there_are() -> None:
    """A wrong name is told with the right ones."""
    shared = TemplateRenderer(PROMPTS, select=select)
    for call in (shared.text, shared.declared_variables):
        with pytest.raises(PromptError, match="66-otra") as caught:
            call("66-otra")
        assert "65-advocacy" in caught.value.hint


def test_strategy_of_the_case_has_both_alternatives() -> None:
    """The case is worth its tests: there is an alternative to leave out."""
    assert [alternative.label for alternative in STRATEGY.alternatives] == ["A", "B"]
