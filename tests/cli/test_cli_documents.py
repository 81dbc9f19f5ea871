"""`check`, `export`, `prompts`, `knowledge` and `doctor`."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command_runs import Finished, Program

from retention_coach.cli.knowledge_labels import LABELS
from retention_coach.knowledge.loader import load
from retention_coach.prompting import locate_prompts

pytest_plugins = ("command_fixtures",)


def _change(finished: Finished, step: str, path: tuple[str | int, ...], value: object) -> None:
    """Change the kept output of a step, as a program that edits the file would."""
    file = finished.folder / f"{finished.id}.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    target: Any = document["steps"][step]["current"]
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = value
    file.write_text(json.dumps(document, ensure_ascii=False, indent=2), encoding="utf-8")


def _keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for item in value.values():
            yield from _keys(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _keys(item)


FINDING = {
    "code": "ACTION_TOO_LONG",
    "severity": "error",
    "step": "62-action-plan",
    "path": "months.2.actions.1.activity",
    "parameters": {"words": 31, "most": 25},
}


def test_check_tells_errors_in_words(program: Program, finished: Finished) -> None:
    """Step, place and what is wrong; exit code 1."""
    _change(finished, "62-action-plan", ("findings",), [FINDING])
    ran = program("check", finished.id)
    assert ran.code == 1
    assert "Plan de acción de seis meses\n─" in ran.out
    said = " ".join(ran.out.split())
    assert "Error: Mes 3, acción 2, actividad: tiene 31 palabras y el máximo es 25; acórtela." in said


def test_check_json_gives_codes_and_sentences(program: Program, finished: Finished) -> None:
    """Codes and parameters for a program, with the sentence that people read."""
    for step in ("61-strategy", "62-action-plan", "63-kpis", "64-sector-plan", "65-advocacy"):
        _change(finished, step, ("findings",), [{**FINDING, "severity": "warning"}] if step[:2] == "62" else [])
    ran = program("check", finished.id, "--json")
    (found,) = json.loads(ran.out)["findings"]
    assert ran.code == 0
    assert (found["code"], found["parameters"]) == ("ACTION_TOO_LONG", {"words": 31, "most": 25})
    assert found["sentence"].startswith("Mes 3, acción 2")


def test_export_writes_the_formats_asked_for(program: Program, finished: Finished, home: Path) -> None:
    """Files under the folder given, one for each format, told one by one with the status."""
    ran = program("export", finished.id, "--to", "salida", "--format", "md,json")
    names = sorted(path.name for path in (home / "salida").rglob("*") if path.is_file())
    assert (ran.code, names) == (0, ["plan-de-retencion.json", "plan-de-retencion.md"])
    assert all(name in ran.out for name in names)
    assert "BORRADOR" in ran.out


def test_export_for_the_consultant(program: Program, finished: Finished) -> None:
    """The other reader's file has a name of its own."""
    told = json.loads(program("export", finished.id, "--for", "consultant", "--json").out)
    assert [Path(path).name for path in told["paths"]] == ["plan-de-retencion-consultor.md"]
    assert told["audience"] == "consultant"
    assert told["problems"] == []


@pytest.mark.parametrize("formats", ["pdf", "md,odt", "", ","])
def test_export_refuses_unknown_formats(program: Program, finished: Finished, home: Path, formats: str) -> None:
    """Nothing is written."""
    ran = program("export", finished.id, "--format", formats)
    assert (ran.code, ran.out) == (2, "")
    assert "Error: " in ran.err
    assert not (home / "entregables").exists()


def test_export_to_a_place_that_cannot_be_written(program: Program, finished: Finished, home: Path) -> None:
    """A file where the folder should be: told where errors are told, exit code 2."""
    (home / "ocupado").write_text("", encoding="utf-8")
    ran = program("export", finished.id, "--to", "ocupado")
    assert (ran.code, ran.out) == (2, "")
    assert "No se pudo crear la carpeta" in ran.err
    assert "en esa ruta hay un archivo y no una carpeta" in ran.err


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no such file system here")
def test_export_to_a_place_that_takes_no_folders(program: Program, finished: Finished) -> None:
    """What the system says in English is said in Spanish."""
    ran = program("export", finished.id, "--to", "/proc/x")
    assert (ran.code, ran.out) == (2, "")
    assert "el sistema no admite archivos en esa ruta" in ran.err
    assert "No such file" not in ran.err


def test_export_of_which_a_part_fails(program: Program, finished: Finished, home: Path) -> None:
    """What was written is told; what was not goes to standard error, exit code 1."""
    folder = home / "salida" / "balanza-norte-contadores-cia-ltda"
    (folder / "plan-de-retencion.md").mkdir(parents=True)
    ran = program("export", finished.id, "--to", "salida", "--format", "md,json")
    assert ran.code == 1
    assert "plan-de-retencion.json" in ran.out
    assert "Error: No se pudo escribir" in ran.err
    (folder / "plan-de-retencion.json").unlink()
    alone = program("export", finished.id, "--to", "salida")
    assert (alone.code, alone.out) == (2, "")


def test_check_of_an_unfinished_session_says_what_is_missing(program: Program, home: Path) -> None:
    """«Sin observaciones» alone would say that all is well."""
    program("interview", "--company", "Acme", stdin="Camiones.")
    ran = program("check", "acme")
    said = " ".join(ran.out.split())
    assert ran.code == 0
    assert "Sin observaciones. Solo se comprobó lo que hay. Todavía no está todo:" in said
    assert "Falta el perfil de la empresa." in said
    assert "«Plan de acción de seis meses»" in said
    assert "62-action-plan" in json.loads(program("check", "acme", "--json").out)["unfinished"]
    assert home.is_dir()


def test_prompts_list(program: Program) -> None:
    """The six templates with their versions."""
    found = json.loads(program("prompts", "list", "--json").out)
    assert [item["name"][:2] for item in found] == ["61", "61", "62", "63", "64", "65"]
    assert all(item["name"] in program("prompts", "list").out for item in found)


def test_prompts_show_is_the_file_as_written(program: Program) -> None:
    """Not a character is added or lost."""
    written = locate_prompts().joinpath("62-action-plan.md.j2").read_text(encoding="utf-8")
    assert program("prompts", "show", "62").out == written
    assert json.loads(program("prompts", "show", "62", "--json").out)["text"] == written


def test_prompts_show_stats(program: Program) -> None:
    """How much of it is the same for every company."""
    sizes = json.loads(program("prompts", "show", "63", "--stats", "--json").out)
    assert sizes["template"] == "63-kpis"
    assert sizes["fixed"] > 1000
    assert "caracteres" in program("prompts", "show", "63", "--stats").out


def test_prompts_render(program: Program, finished: Finished) -> None:
    """Both roles of the prompt, with this company's words in the user's."""
    prompt = json.loads(program("prompts", "render", finished.id, "64", "--json").out)
    assert "Rosas del Cayambe" in prompt["user"]
    assert "Rosas del Cayambe" not in prompt["system"]
    assert (
        program("prompts", "render", finished.id, "64").out
        == f"# system\n\n{prompt['system']}\n# user\n\n{prompt['user']}"
    )


def test_prompts_of_ones_own(program: Program, finished: Finished, home: Path) -> None:
    """`--prompts-dir` after the command, and its variable: the consultant's own words are rendered."""
    own = home / "mias"
    own.mkdir()
    for template in locate_prompts().iterdir():
        if template.name.endswith(".j2"):
            (own / template.name).write_bytes(template.read_bytes())
    path = own / "62-action-plan.md.j2"
    path.write_text(path.read_text(encoding="utf-8").replace("25 palabras", "20 palabras"), encoding="utf-8")
    assert "20 palabras" in program("prompts", "render", finished.id, "62", "--prompts-dir", "mias").out
    path.unlink()
    ran = program("--prompts-dir", "mias", "prompts", "list")
    assert ran.code == 2
    assert "62-action-plan.md.j2" in ran.err


def test_knowledge_list_and_show(program: Program) -> None:
    """Every entry by id; one of them whole, with its source and date."""
    entries = json.loads(program("knowledge", "list", "--json").out)
    assert len(entries) > 100
    assert "sector.flores" in {entry["id"] for entry in entries}
    ran = program("knowledge", "show", "sector.flores")
    assert ran.code == 0
    assert "Por qué se pierden clientes:" in ran.out
    assert "Verificada el:" in ran.out
    assert json.loads(program("knowledge", "show", "sector.flores", "--json").out)["id"] == "sector.flores"


def test_every_field_of_every_entry_has_a_spanish_name() -> None:
    """No field of any kind of entry, at any depth, is shown by its name in the code."""
    unnamed = {key for entry in load().entries() for key in _keys(entry.model_dump()) if key not in LABELS}
    assert unnamed <= {"id", "source", "professional_judgement", "verified_on", "valid_until"}


def test_knowledge_search(program: Program) -> None:
    """Accents and case aside; nothing found is exit code 1."""
    found = json.loads(program("knowledge", "search", "SAN VALENTIN", "--json").out)
    assert any("valentin" in entry["id"] for entry in found)
    ran = program("knowledge", "search", "zzzz")
    assert (ran.code, ran.out) == (1, "Ninguna entrada tiene «zzzz».\n")
    assert (
        program("knowledge", "search", "zzzz", "--json").code,
        program("knowledge", "search", "zzzz", "--json").out,
    ) == (1, "[]\n")


def test_knowledge_show_unknown(program: Program) -> None:
    """The refusal says how to find ids."""
    ran = program("knowledge", "show", "nada.de.nada")
    assert ran.code == 2
    assert "knowledge search" in ran.err


def test_doctor_when_all_is_well(program: Program, home: Path) -> None:
    """Each part in a line, and nothing created by looking."""
    ran = program("doctor")
    assert ran.code == 0
    for part in ("Programa", "Motor", "Plantillas", "Carpeta de sesiones", "Conocimiento"):
        assert f"✓ {part}: " in " ".join(ran.out.split())
    assert list(home.iterdir()) == []


def test_doctor_names_every_problem(program: Program, home: Path) -> None:
    """A prompts folder that is not there and a file for sessions: both told, exit code 1."""
    (home / "sessions").write_text("", encoding="utf-8")
    ran = program("doctor", "--prompts-dir", "no-esta")
    states = {
        item["what"]: item["state"] for item in json.loads(program("doctor", "--prompts-dir", "no-esta", "--json").out)
    }
    assert ran.code == 1
    assert "✗ Plantillas: No existe la carpeta de plantillas «no-esta»." in ran.out
    assert states["Carpeta de sesiones"] == "problem"
    assert states["Conocimiento"] != "problem"


def test_doctor_says_what_has_expired(program: Program) -> None:
    """Entries that ceased to hold, or will within ninety days, are notices and not problems."""
    found = json.loads(program("doctor", "--json").out)
    assert all(item["state"] == "notice" for item in found if "venc" in item["said"])


def test_sessions_folder_from_the_environment(
    program: Program, finished: Finished, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The variable names the folder; the option, before or after the command, wins over it."""
    shutil.move(finished.folder, home / "otra")
    monkeypatch.setenv("RETENTION_COACH_SESSIONS_DIR", "otra")
    assert finished.id in program("sessions", "list").out
    for words in (("--sessions-dir", "vacia", "sessions", "list"), ("sessions", "list", "--sessions-dir", "vacia")):
        assert "No hay sesiones en «vacia»." in program(*words).out
    before_and_after = program("--sessions-dir", "vacia", "sessions", "list", "--sessions-dir", "otra")
    assert finished.id in before_and_after.out


@pytest.mark.parametrize(
    "words", [("--json", "sessions", "list"), ("sessions", "--json", "list"), ("sessions", "list", "--json")]
)
def test_json_stands_anywhere(program: Program, words: tuple[str, ...]) -> None:
    """Before the command, inside its group, or after it."""
    assert program(*words).out == "[]\n"
