"""`run`, `demo` and `choose`: a company from a file to its documents, with nobody there."""

import json
from pathlib import Path
from typing import Any

import pytest
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
    """A dollar more changes no plan: the indicators, which read the plan but not the budget, keep their version."""
    text = SAMPLE.read_text(encoding="utf-8")
    changed = home / "changed.yaml"
    changed.write_text(text.replace("presupuesto_usd: 2.400", "presupuesto_usd: 2.401"), encoding="utf-8")
    assert changed.read_text(encoding="utf-8") != text
    program("run", str(changed), "--session", finished.id)
    document = _document(finished.folder)
    versions = _versions(document)
    again = {step for step, version in versions.items() if version == 2}
    assert again == {"61-strategy", "62-action-plan", "64-sector-plan", "65-advocacy"}
    assert len(document["steps"]["62-action-plan"]["history"]) == 1
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


def _written(home: Path, *changes: tuple[str, str]) -> str:
    """The sample's file with these replacements, each of which must find its place."""
    text = SAMPLE.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = home / "changed.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def _without_answers(home: Path) -> str:
    """The sample's profile alone, without its budget."""
    text = SAMPLE.read_text(encoding="utf-8")
    path = home / "profile.yaml"
    path.write_text(text[: text.index("respuestas:")].replace("presupuesto_usd: 2.400\n", ""), encoding="utf-8")
    return str(path)


def test_what_the_file_does_not_mention_stays(program: Program, finished: Finished, home: Path) -> None:
    """Fields and answers of the session that the file leaves out are kept, byte for byte."""
    before = (finished.folder / f"{finished.id}.json").read_bytes()
    ran = program("run", _without_answers(home), "--session", finished.id)
    assert (finished.folder / f"{finished.id}.json").read_bytes() == before
    assert "El archivo cambió" not in ran.out


def test_an_interview_survives_a_file(program: Program, home: Path) -> None:
    """Answers typed in the interview stay where the file has none; the others are replaced and named."""
    blocks = ("USD 1.000", "/ir Q1\nUno.", "/ir Q2\n/solo\nDos.", "/ir Q3\nTres.")
    program("interview", "--profile", _without_answers(home), stdin="\n---\n".join(blocks))
    typed = _document(home / "sessions")["interview"]["answers"]
    assert {question: answer["text"] for question, answer in typed.items()} == {
        "Q1": "Uno.",
        "Q2": "Dos.",
        "Q3": "Tres.",
    }
    session = _document(home / "sessions")["id"]
    file = home / "more.yaml"
    text = Path(_without_answers(home)).read_text(encoding="utf-8").replace("canton: Quito", "canton: Cuenca")
    file.write_text(f"{text}respuestas:\n  Q1: Otra cosa.\n  Q2: Otra más.\n  Q3:\n", encoding="utf-8")
    ran = program("run", str(file), "--session", session)
    document = _document(home / "sessions")
    answers = document["interview"]["answers"]
    assert (answers["Q1"]["text"], answers["Q1"]["consultant_only"]) == ("Otra cosa.", False)
    assert (answers["Q2"]["text"], answers["Q2"]["consultant_only"]) == ("Otra más.", True)
    assert answers["Q3"]["text"] == "Tres."
    assert (document["profile"]["canton"], document["profile"]["budget_usd"]) == ("Cuenca", 1000)
    assert document["intake"]["canton"] == "Cuenca"
    assert "El archivo cambió: cantón, Q1, Q2." in " ".join(ran.out.split())


def test_a_topic_of_the_file_does_not_replace_an_answer(program: Program, finished: Finished, home: Path) -> None:
    """Every question of the topic is answered: the text has no place, and that is said."""
    before = _document(finished.folder)["interview"]["answers"]
    file = _written(home, ("respuestas:", "temas:\n  riesgos: Otra cosa.\nrespuestas:"))
    ran = program("run", file, "--session", finished.id)
    assert _document(finished.folder)["interview"]["answers"] == before
    assert "ya estaba respondido: Riesgos; no se usó." in " ".join(ran.out.split())


def test_contacts_keep_their_account_when_the_file_numbers_accounts_anew(
    program: Program, finished: Finished, home: Path
) -> None:
    """C1 of the file may be another customer than C1 of the session; a contact follows its customer."""
    text = SAMPLE.read_text(encoding="utf-8")
    start, accounts, end = text.index("cuentas:"), text.index("contactos:"), text.index("cifras:")
    lines = text[start:accounts].replace("cuentas:\n", "cuentas:\n  - {cliente: Cliente nuevo}\n")
    path = home / "changed.yaml"
    path.write_text(text[:start] + lines + text[end:], encoding="utf-8")
    program("run", str(path), "--session", finished.id)
    profile = _document(finished.folder)["profile"]
    customers = {account["id"]: account["customer"] for account in profile["accounts"]}
    assert customers["C1"] == "Cliente nuevo"
    assert customers[profile["contacts"][0]["account_id"]] == "Rosas del Cayambe S.A."


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("Balanza Norte Contadores Cía. Ltda.", "Florícola Otra S.A."), "el archivo es de «Florícola Otra S.A.»"),
        (("1799999991001", "1793213150001"), "el archivo es del RUC 1793213150001"),
    ],
)
def test_another_company_is_refused(
    program: Program, finished: Finished, home: Path, change: tuple[str, str], told: str
) -> None:
    """By name or by RUC: nothing is changed, and what to do is said."""
    before = (finished.folder / f"{finished.id}.json").read_bytes()
    ran = program("run", _written(home, change), "--session", finished.id)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert "repita la orden sin --session" in ran.err
    assert f"retention-coach interview --session {finished.id}" in ran.err
    assert (finished.folder / f"{finished.id}.json").read_bytes() == before


def test_a_company_is_the_same_in_other_letters(program: Program, finished: Finished, home: Path) -> None:
    """Accents, capitals and dots do not make another company."""
    file = _written(home, ("Balanza Norte Contadores Cía. Ltda.", "BALANZA NORTE CONTADORES CIA LTDA"))
    assert program("run", file, "--session", finished.id).code == 0
    assert _document(finished.folder)["profile"]["company"] == "BALANZA NORTE CONTADORES CIA LTDA"


def test_a_figure_kept_otherwise_is_shown_back(program: Program, home: Path) -> None:
    """A monthly rate becomes a yearly one, and it is said before anything else."""
    file = _written(home, ("tasa_descuento: no sé", "tasa_descuento: 1 % mensual"))
    ran = program("run", file)
    assert ran.out.startswith("Entendí: Tasa de descuento anual: 12,7\u00a0% al año (se dijo 1\u00a0% al mes)")
    assert _document(home / "sessions")["profile"]["figures"]["discount_rate"]["value"] == 12.6825
    told = json.loads(program("run", file, "--json").out)
    assert len(told["understood"]) == 1
    asked = program("interview", "--profile", file)
    assert "Entendí: Tasa de descuento anual: 12,7" in asked.out


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
    assert "No se preguntó, o ya estaba respondido: Q99; no se usó." in " ".join(told.split())
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


def test_run_tells_what_it_understood(program: Program, home: Path) -> None:
    """After the questions, with the words and how to correct it; the steps rest on it."""
    ran = program("run", str(SAMPLE))
    assert ran.out.index("✓ Preguntas preparadas") < ran.out.index("✓ Lo que se entendió de las respuestas")
    assert ran.out.index("✓ Lo que se entendió de las respuestas") < ran.out.index("✓ Estrategia de retención")
    assert "corríjalo con la orden /entendido en:" in " ".join(ran.out.split())
    shown = program("sessions", "show", _document(home / "sessions")["id"])
    assert "De las respuestas se entendió: " in shown.out


def test_run_lists_what_it_understood_for_a_program(program: Program, home: Path) -> None:
    """By answer: signals with their place in the text, and figures."""
    ran = json.loads(program("run", str(SAMPLE), "--json").out)
    answers = _document(home / "sessions")["interview"]["answers"]
    found = [
        (item["answer"], place)
        for item in ran["understood_answers"]
        for signal in item["signals"]
        for place in signal["found"]
    ]
    assert found
    for question, place in found:
        assert answers[question]["text"][place["start"] : place["end"]] == place["words"]
    assert any(figure["unit"] for item in ran["understood_answers"] for figure in item["quantities"])


def test_private_questions_stay_private_unless_the_file_says_otherwise(program: Program, home: Path) -> None:
    """The question bank is followed, in one line; an explicit «no» is kept, and so is what the session has."""
    text = SAMPLE.read_text(encoding="utf-8").replace("solo_consultor: sí\n", "# sin marca\n")
    (home / "unmarked.yaml").write_text(text, encoding="utf-8")
    ran = program("run", "unmarked.yaml")
    assert "Queda «solo consultor», como aconseja el banco de preguntas: Q11." in " ".join(ran.out.split())
    document = _document(home / "sessions")
    assert [key for key, answer in document["interview"]["answers"].items() if answer["consultant_only"]] == ["Q11"]
    again = program("run", "unmarked.yaml", "--session", document["id"])
    assert "banco de preguntas" not in again.out
    (home / "open.yaml").write_text(text.replace("# sin marca\n", "solo_consultor: no\n"), encoding="utf-8")
    made = json.loads(program("run", "open.yaml", "--json", "--sessions-dir", "other").out)
    assert made["made_private"] == []
    answers = _document(home / "other")["interview"]["answers"]
    assert not any(answer["consultant_only"] for answer in answers.values())


def test_a_file_may_answer_a_follow_up(program: Program, home: Path) -> None:
    """One that its answers call for or another of the bank; those that nobody answers are left open."""
    text = SAMPLE.read_text(encoding="utf-8").rstrip("\n")
    (home / "more.yaml").write_text(f"{text}\n  Q7.1: Sí, la asistente.\n  Q99.1: Nada.\n", encoding="utf-8")
    ran = json.loads(program("run", "more.yaml", "--json").out)
    document = _document(home / "sessions")
    assert document["interview"]["answers"]["Q7.1"]["text"] == "Sí, la asistente."
    assert ran["unused_answers"] == ["Q99.1"]
    assert ran["steps_done"] == 8
    follow_ups = [item["id"] for item in document["interview"]["follow_ups"]]
    assert "Q7.1" in follow_ups
    assert [key for key in document["interview"]["answers"] if "." in key] == ["Q7.1"]
    before = (home / "sessions" / f"{document['id']}.json").read_bytes()
    program("run", "more.yaml", "--session", document["id"])
    assert (home / "sessions" / f"{document['id']}.json").read_bytes() == before


def test_the_company_receives_nothing_of_how_it_was_understood(program: Program, finished: Finished) -> None:
    """The consultant's document has it under each answer."""
    program("export", finished.id, "--to", "docs")
    program("export", finished.id, "--to", "own", "--for", "consultant")
    (company,) = Path("docs").rglob("plan-de-retencion.md")
    (consultant,) = Path("own").rglob("*-consultor.md")
    assert "Se entendió:" not in company.read_text(encoding="utf-8")
    assert "Se entendió: " in consultant.read_text(encoding="utf-8")
