"""`sessions …`: look at, branch, repeat, compare, explain, review and remove."""

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from command_runs import Finished, Program

pytest_plugins = ("command_fixtures",)


class _Typed:
    """A terminal where one line is typed."""

    def __init__(self, line: str) -> None:
        self._line = line

    def isatty(self) -> bool:
        return True

    def readline(self) -> str:
        return self._line


def _listed(program: Program) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(program("sessions", "list", "--json").out)
    return found


def test_an_empty_folder_says_how_to_begin(program: Program, home: Path) -> None:
    """No sessions is no error, and nothing is created by looking."""
    ran = program("sessions", "list")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "No hay sesiones en «sessions».\nEmpiece una con: retention-coach interview\n"
    assert program("sessions", "list", "--json").out == "[]\n"
    assert list(home.iterdir()) == []


def test_list_shows_each_session(program: Program, finished: Finished) -> None:
    """The id on a line of its own; then company, status, steps done and day in Ecuador."""
    ran = program("sessions", "list")
    told = "  Balanza Norte Contadores Cía. Ltda. · BORRADOR · 8 de 8 pasos · 20/11/2026\n"
    assert (ran.code, ran.out) == (0, f"{finished.id}\n{told}")
    (entry,) = _listed(program)
    assert (entry["id"], entry["company"], entry["problem"]) == (
        finished.id,
        "Balanza Norte Contadores Cía. Ltda.",
        "",
    )


def test_list_reports_what_cannot_be_read(program: Program, finished: Finished) -> None:
    """A damaged file beside good ones: all are listed, the problem is told, and the exit code says so."""
    (finished.folder / "rota-000000.json").write_text("{", encoding="utf-8")
    ran = program("sessions", "list")
    assert ran.code == 1
    assert finished.id in ran.out
    assert "rota-000000" in ran.out.replace("\n", "")
    assert [entry["problem"] != "" for entry in _listed(program)] == [False, True]


def test_list_loads_neither_engine_nor_prompts(finished: Finished) -> None:
    """A listing does not wait for what only a whole chain needs."""
    script = (
        "import sys\n"
        "from retention_coach.__main__ import main\n"
        "main(['sessions', 'list'])\n"
        "print(*sys.modules, file=sys.stderr)\n"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=True, cwd=finished.folder.parent
    )
    assert finished.id in done.stdout
    modules = set(done.stderr.split())
    assert "retention_coach.bootstrap" in modules
    assert not modules & {
        "retention_coach.engines",
        "retention_coach.prompting",
        "retention_coach.knowledge.loader",
        "jinja2",
    }


def test_show_tells_every_step(program: Program, finished: Finished) -> None:
    """Each step with its state and engine, then the status with its reasons."""
    ran = program("sessions", "show", "balanza")
    assert ran.code == 0
    assert ran.out.count("playbook") == 6
    assert "BORRADOR" in ran.out
    assert f"retention-coach export {finished.id}" in ran.out


def test_show_json_is_the_whole_document(program: Program, finished: Finished) -> None:
    """What a program reads is the session as it is kept."""
    shown = json.loads(program("sessions", "show", finished.id, "--json").out)
    kept = json.loads((finished.folder / f"{finished.id}.json").read_text(encoding="utf-8"))
    assert shown == kept


@pytest.mark.parametrize("command", ["show", "review", "delete"])
def test_an_unknown_session_is_refused(program: Program, finished: Finished, command: str) -> None:
    """The message names what was looked for; the hint says how to see those there are."""
    assert finished.folder.is_dir()
    ran = program("sessions", command, "zeta")
    assert (ran.code, ran.out) == (2, "")
    assert "No hay ninguna sesión «zeta»" in ran.err
    assert "retention-coach sessions list" in ran.err


def test_an_ambiguous_beginning_is_refused(program: Program, finished: Finished) -> None:
    """Two sessions of one company: the beginning that both share is not enough."""
    program("sessions", "fork", finished.id, "--choose", "A")
    ran = program("sessions", "show", "balanza")
    assert ran.code == 2
    assert "puede ser cualquiera de 2 sesiones" in ran.err


def test_fork_writes_the_other_plans_and_leaves_the_first(program: Program, finished: Finished) -> None:
    """A second session with the other alternative, finished; the first file has the same bytes."""
    first = finished.folder / f"{finished.id}.json"
    before = first.read_bytes()
    other = "B" if json.loads(before)["choice"]["label"] == "A" else "A"
    program("sessions", "fork", finished.id, "--choose", other)
    (second,) = (path for path in finished.folder.glob("*.json") if path != first)
    forked = json.loads(second.read_text(encoding="utf-8"))
    assert first.read_bytes() == before
    assert (forked["choice"]["label"], forked["forked_from"]) == (other, finished.id)
    assert forked["summary"]["steps_done"] == 8


def test_compare_shows_only_what_differs(program: Program, finished: Finished) -> None:
    """Side by side the differences; in JSON every row."""
    program("sessions", "fork", finished.id, "--choose", "B")
    program("choose", finished.id, "A")
    other = next(entry["id"] for entry in _listed(program) if entry["id"] != finished.id)
    ran = program("sessions", "compare", finished.id, other)
    assert ran.code == 0
    assert "Alternativa elegida" in ran.out
    assert "\nEmpresa\n" not in ran.out
    labels = [row["label"] for row in json.loads(program("sessions", "compare", finished.id, other, "--json").out)]
    assert "Empresa" in labels


def test_compare_with_itself_finds_nothing(program: Program, finished: Finished) -> None:
    """A session says what itself says."""
    ran = program("sessions", "compare", finished.id, finished.id)
    assert (ran.code, ran.out) == (0, "Las dos sesiones dicen lo mismo.\n")


def test_explain_says_where_an_action_comes_from(program: Program, finished: Finished) -> None:
    """The action's text, and each thing that it rests on."""
    found = json.loads(program("sessions", "explain", finished.id, "a1", "--json").out)
    ran = program("sessions", "explain", finished.id, "a1")
    assert found["id"] == "A1"
    assert found["origins"]
    assert " ".join(found["says"][0].split()) in " ".join(ran.out.split())
    assert "Se apoya en:" in ran.out


def test_explain_an_unknown_item_names_those_there_are(program: Program, finished: Finished) -> None:
    """The refusal lists the items."""
    ran = program("sessions", "explain", finished.id, "Z9")
    assert ran.code == 2
    assert "Sus elementos son: D1" in ran.err


def test_redo_keeps_the_earlier_version(program: Program, finished: Finished) -> None:
    """From 64 on: a second version of 64 and 65, the others as they were."""
    program("sessions", "redo", finished.id, "--from", "64")
    steps = json.loads((finished.folder / f"{finished.id}.json").read_text(encoding="utf-8"))["steps"]
    versions = {step: (record["current"]["number"], len(record["history"])) for step, record in steps.items()}
    assert versions.pop("64-sector-plan") == versions.pop("65-advocacy") == (2, 1)
    assert set(versions.values()) == {(1, 0)}


def test_redo_of_a_step_that_does_not_exist(program: Program, finished: Finished) -> None:
    """The steps that there are, and nothing changed."""
    before = (finished.folder / f"{finished.id}.json").read_bytes()
    ran = program("sessions", "redo", finished.id, "--from", "70")
    assert ran.code == 2
    assert "No hay un paso «70»" in ran.err
    assert (finished.folder / f"{finished.id}.json").read_bytes() == before


def test_review_is_signed(program: Program, finished: Finished) -> None:
    """The documents become REVISADO, with who said so; changing them takes it back."""
    ran = program("sessions", "review", finished.id, "--by", "Ana Vera")
    assert (ran.code, ran.out.startswith("REVISADO. Revisado por Ana Vera el ")) == (0, True)
    again = program("sessions", "review", finished.id, "--by", "Ana Vera", "--json")
    assert json.loads(again.out)["status"] == "reviewed"
    program("sessions", "redo", finished.id, "--from", "65")
    program("sessions", "fork", finished.id, "--choose", "B")
    statuses = {entry["id"]: entry["status"] for entry in _listed(program)}
    assert [status for session, status in statuses.items() if session != finished.id] == ["draft"]


def _user_called(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The account of this process says this of its user."""
    account = SimpleNamespace(pw_gecos=name)
    monkeypatch.setitem(sys.modules, "pwd", SimpleNamespace(getpwuid=lambda _uid: account))


def test_review_is_signed_with_the_real_name(
    program: Program, finished: Finished, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name of the account, without what stands after it."""
    _user_called(monkeypatch, "Luz Mora,,,")
    assert "Revisado por Luz Mora el " in program("sessions", "review", finished.id).out


@pytest.mark.parametrize("name", ["", "root", "Administrador", "ubuntu"])
@pytest.mark.parametrize("words", [(), ("--by", ""), ("--by", " "), ("--by", "123")])
def test_review_needs_a_name(
    program: Program, finished: Finished, monkeypatch: pytest.MonkeyPatch, name: str, words: tuple[str, ...]
) -> None:
    """An account for everybody signs nothing, and an empty name is none."""
    _user_called(monkeypatch, name)
    ran = program("sessions", "review", finished.id, *words)
    assert (ran.code, ran.out) == (2, "")
    assert '--by "Ana Vera"' in ran.err
    assert _listed(program)[0]["status"] == "draft"


def test_review_asks_for_the_name_at_a_terminal(
    program: Program, finished: Finished, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the account has none."""
    _user_called(monkeypatch, "root")
    terminal = SimpleNamespace(stdin=_Typed("Ana Vera\n"), stdout=sys.stdout)
    monkeypatch.setattr("retention_coach.cli.sessions.reviewer.sys", terminal)
    ran = program("sessions", "review", finished.id)
    assert "¿Quién responde por los documentos?" in ran.out
    assert "Revisado por Ana Vera el " in ran.out


def test_compare_shows_ids_whole(program: Program, finished: Finished) -> None:
    """They are copied: each stands on a line of its own, however narrow the columns are."""
    program("sessions", "fork", finished.id, "--choose", "B")
    other = next(entry["id"] for entry in _listed(program) if entry["id"] != finished.id)
    out = program("sessions", "compare", finished.id, other).out
    assert f"\n  {finished.id}\n  {other}\n" in out
    assert "Sesión\n" not in out


def test_delete_needs_somebody_to_confirm(program: Program, finished: Finished) -> None:
    """Without a terminal and without `--yes`: refused, and the session stays."""
    for stdin in ("sí\n", None):
        ran = program("sessions", "delete", finished.id, stdin=stdin)
        assert (ran.code, ran.out) == (2, "")
        assert "Añada --yes" in ran.err
    assert (finished.folder / f"{finished.id}.json").is_file()


@pytest.mark.parametrize(
    ("typed", "remains"), [("sí\n", False), ("Si\n", False), ("no\n", True), ("\n", True), ("", True)]
)
def test_delete_asks_at_a_terminal(
    program: Program, finished: Finished, monkeypatch: pytest.MonkeyPatch, typed: str, remains: bool
) -> None:
    """Only a plain yes removes it."""
    monkeypatch.setattr(
        "retention_coach.cli.sessions.closing.sys", type("Sys", (), {"stdin": _Typed(typed), "stdout": sys.stdout})
    )
    ran = program("sessions", "delete", finished.id)
    assert ran.code == 0
    assert "Escriba «sí» para eliminarla" in ran.out
    assert (finished.folder / f"{finished.id}.json").exists() is remains
    assert ("No se eliminó nada." in ran.out) is remains


def test_delete_with_yes(program: Program, finished: Finished) -> None:
    """`--yes` removes without asking, and leaves nothing of the session behind."""
    ran = program("sessions", "delete", finished.id[:10], "--yes")
    assert (ran.code, ran.out) == (0, f"Eliminada la sesión «{finished.id}».\n")
    assert not list(finished.folder.glob(f"{finished.id}*"))


def test_delete_json(program: Program, finished: Finished) -> None:
    """For a program: which one was removed."""
    assert json.loads(program("sessions", "delete", finished.id, "--yes", "--json").out) == {"deleted": finished.id}
