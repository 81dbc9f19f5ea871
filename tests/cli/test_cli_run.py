"""`run`, `demo` and `choose`: a company from a file to its documents, with nobody there."""

import json
from pathlib import Path
from typing import Any

from command_runs import SAMPLE, Finished, Program

pytest_plugins = ("command_fixtures",)


def _document(folder: Path) -> dict[str, Any]:
    (path,) = folder.glob("*.json")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _versions(document: dict[str, Any]) -> dict[str, int]:
    return {step: record["current"]["number"] for step, record in document["steps"].items()}


def test_run_finishes_every_step_and_tells_each(program: Program, home: Path) -> None:
    """A file becomes a finished session; each step is told with its title, then what to do next."""
    ran = program("run", str(SAMPLE))
    document = _document(home / "sessions")
    assert ran.code == (1 if document["summary"]["errors"] else 0)
    assert document["summary"]["steps_done"] == document["summary"]["steps_total"] == 8
    assert document["choice"]["by"] == "recommended"
    for title in ("Estrategia de retención", "Plan de acción de seis meses", "Indicadores de retención"):
        assert ran.out.count(f"\n✓ {title}\n─") == 1
    assert ran.out.index("\nAlternativa A, tomada por ser la recomendada\n") < ran.out.index("✓ Plan de acción")
    assert f"retention-coach export {document['id']}" in ran.out
    assert ran.err == ""


def test_run_keeps_what_the_file_says_and_marks(program: Program, home: Path) -> None:
    """Answers, «no sé» and *solo consultor* arrive as written; the unanswered is unknown."""
    program("run", str(SAMPLE))
    answers = _document(home / "sessions")["interview"]["answers"]
    assert answers["Q26"]["text"] is None
    assert answers["Q11"]["consultant_only"] is True
    assert answers["Q7"]["text"].startswith("Como un día laborable")
    assert answers["Q7"]["consultant_only"] is False


def test_run_with_a_choice(program: Program, home: Path) -> None:
    """`--choose B` is the consultant's word, in any case of the letter."""
    program("run", str(SAMPLE), "--choose", "b")
    choice = _document(home / "sessions")["choice"]
    assert (choice["label"], choice["by"]) == ("B", "consultant")


def test_run_again_changes_nothing(program: Program, finished: Finished) -> None:
    """The same file on its own session: not even a new revision."""
    before = (finished.folder / f"{finished.id}.json").read_bytes()
    program("run", str(SAMPLE), "--session", finished.id[:12])
    assert (finished.folder / f"{finished.id}.json").read_bytes() == before


def test_run_redoes_only_what_a_changed_file_leaves_stale(program: Program, finished: Finished, home: Path) -> None:
    """Contacts are read by the last step alone: only that one gets a second version, and the first is kept."""
    text = SAMPLE.read_text(encoding="utf-8")
    changed = home / "changed.yaml"
    changed.write_text(text.replace("cargo: jefa administrativa", "cargo: gerente de operaciones"), encoding="utf-8")
    assert changed.read_text(encoding="utf-8") != text
    program("run", str(changed), "--session", finished.id)
    document = _document(finished.folder)
    versions = _versions(document)
    assert versions.pop("65-advocacy") == 2
    assert set(versions.values()) == {1}
    assert len(document["steps"]["65-advocacy"]["history"]) == 1
    assert document["summary"]["stale"] == 0


def test_run_with_a_changed_answer_brings_everything_up_to_date(
    program: Program, finished: Finished, home: Path
) -> None:
    """A changed answer reaches the strategy and all that rests on it; the guide does not read answers."""
    changed = home / "changed.yaml"
    text = SAMPLE.read_text(encoding="utf-8")
    changed.write_text(text.replace("  Q26: no sé", "  Q26: la cartera vencida de cada cliente"), encoding="utf-8")
    program("run", str(changed), "--session", finished.id)
    document = _document(finished.folder)
    assert _versions(document)["61-interview"] == 1
    assert _versions(document)["61-strategy"] == 2
    assert document["summary"]["stale"] == 0
    assert document["summary"]["next_step"] is None


def test_run_keeps_answers_that_the_file_does_not_give(program: Program, finished: Finished, home: Path) -> None:
    """What was answered by hand is not turned into «no sé» by a file without it."""
    shorter = home / "shorter.yaml"
    text = SAMPLE.read_text(encoding="utf-8")
    shorter.write_text(text[: text.index("  Q25:")], encoding="utf-8")
    program("run", str(shorter), "--session", finished.id)
    assert _document(finished.folder)["interview"]["answers"]["Q25"]["text"].startswith("Que las dos")


def test_a_topic_answers_its_first_free_question(program: Program, home: Path) -> None:
    """Text for a topic goes to its first question that the file does not answer; the rest are unknown."""
    text = SAMPLE.read_text(encoding="utf-8")
    short = home / "short.yaml"
    short.write_text(
        text[: text.index("respuestas:")]
        + "respuestas:\n  Q25: Renovar las dos grandes.\ntemas:\n  objetivos: Enterarnos antes de las quejas.\n",
        encoding="utf-8",
    )
    program("run", str(short))
    answers = _document(home / "sessions")["interview"]["answers"]
    assert answers["Q25"]["text"] == "Renovar las dos grandes."
    assert answers["Q26"]["text"] == "Enterarnos antes de las quejas."
    assert answers["Q1"]["text"] is None


def test_an_answer_that_nobody_asks_for_is_told(program: Program, home: Path) -> None:
    """A question that this interview does not have is not dropped in silence."""
    odd = home / "odd.yaml"
    odd.write_text(SAMPLE.read_text(encoding="utf-8") + "  Q99: algo\n", encoding="utf-8")
    told = program("run", str(odd)).out
    assert "no preguntó: Q99; no se usó" in " ".join(told.split())
    assert json.loads(program("run", str(odd), "--json").out)["unused_answers"] == ["Q99"]


def test_run_json_is_one_document(program: Program, home: Path) -> None:
    """With `--json`, standard output is one JSON document and nothing else."""
    ran = program("run", str(SAMPLE), "--json")
    told = json.loads(ran.out)
    document = _document(home / "sessions")
    assert told["id"] == document["id"]
    assert told["unfinished"] == told["stale_steps"] == told["unknown_topics"] == told["unused_answers"] == []
    assert told["choice"] == document["choice"]["label"]
    assert ran.err == ""


def test_run_refuses_a_bad_file_before_it_creates_anything(program: Program, home: Path) -> None:
    """Every problem on stderr, exit code 2, no session left behind."""
    bad = home / "bad.yaml"
    bad.write_text("empresa: X\nmes_inicio: ayer\n", encoding="utf-8")
    ran = program("run", str(bad))
    assert (ran.code, ran.out) == (2, "")
    assert "línea 2, «mes_inicio»" in ran.err
    assert "«servicios»" in ran.err
    assert not (home / "sessions").exists()


def test_run_on_an_unknown_session(program: Program) -> None:
    """A session that is not there is the user's error."""
    ran = program("run", str(SAMPLE), "--session", "nadie")
    assert ran.code == 2
    assert "No hay ninguna sesión «nadie»" in ran.err


def test_a_team_without_hours_blocks_and_says_so(program: Program, home: Path) -> None:
    """A step that is not feasible is a part that failed: exit code 1 with what it would take."""
    text = SAMPLE.read_text(encoding="utf-8")
    start, end = text.index("equipo:"), text.index("segmentos:")
    idle = home / "idle.yaml"
    idle.write_text(f"{text[:start]}equipo: [{{cargo: Gerente, horas_mes: 0}}]\n{text[end:]}", encoding="utf-8")
    ran = program("run", str(idle))
    assert ran.code == 1
    assert "no puede hacerse" in ran.out
    assert "Qué haría falta" in ran.out


def test_interview_ends_with_an_export_command_for_its_own_folder(program: Program, finished: Finished) -> None:
    """The folder given goes with the command, so that it can be copied as it is."""
    ran = program("interview", "--session", finished.id, "--sessions-dir", "sessions")
    assert ran.code == 0
    assert f"\n  retention-coach export {finished.id} --sessions-dir sessions\n" in ran.out


def test_demo_writes_documents_for_both_readers(program: Program, home: Path) -> None:
    """The demo leaves a session and two Markdown plans, and says where."""
    ran = program("demo")
    written = sorted(path.name for path in (home / "entregables").rglob("*.md"))
    assert written == ["plan-de-retencion-consultor.md", "plan-de-retencion.md"]
    assert all(name in ran.out for name in written)
    assert "La empresa es inventada" in ran.out
    assert _document(home / "sessions")["summary"]["engine"] == "playbook"
    assert ran.err == ""


def test_the_demo_is_clean(program: Program) -> None:
    """The sample company's plan passes every check."""
    assert program("demo", "--json").code == 0
    assert program("check", "balanza").out == "Sin observaciones.\n"


def test_what_the_company_receives_holds_no_confidence(program: Program, home: Path) -> None:
    """The answer marked *solo consultor* is in the consultant's document only."""
    program("demo")
    company, consultant = (
        next((home / "entregables").rglob(name)).read_text(encoding="utf-8")
        for name in ("plan-de-retencion.md", "plan-de-retencion-consultor.md")
    )
    assert "14 mil por cobrar" in consultant
    assert "14 mil" not in company


def test_choose_goes_on_with_the_plans(program: Program, finished: Finished) -> None:
    """The choice is the consultant's from now on; nothing is done twice for the same alternative."""
    label = _document(finished.folder)["choice"]["label"]
    program("choose", finished.id, label.lower())
    document = _document(finished.folder)
    assert (document["choice"]["label"], document["choice"]["by"]) == (label, "consultant")
    assert set(_versions(document).values()) == {1}


def test_choosing_the_other_alternative_writes_its_plans(program: Program, finished: Finished) -> None:
    """62 to 65 are written for the other alternative; those of the first stay in the history."""
    other = "B" if _document(finished.folder)["choice"]["label"] == "A" else "A"
    ran = program("choose", finished.id, other)
    document = _document(finished.folder)
    assert document["steps"]["62-action-plan"]["current"]["output"]["alternative"] == other
    assert document["steps"]["62-action-plan"]["history"][0]["output"]["alternative"] != other
    assert document["summary"]["stale"] == 0
    assert f"  retention-coach export {finished.id}\n" in ran.out
