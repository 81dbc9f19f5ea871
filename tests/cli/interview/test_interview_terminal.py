"""The interview in a real pseudo-terminal."""

import json
from pathlib import Path
from typing import Any

import pytest
from interview_window import CTRL_C, CTRL_D, ESC_ENTER, FIELDS, TWICE, Window


def _stored(folder: Path) -> dict[str, Any]:
    """The only session of the folder, as it is on disk."""
    (file,) = (folder / "sessions").glob("*.json")
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def _fill(window: Window, first: int = 0, last: int = len(FIELDS)) -> None:
    for question, keys in FIELDS[first:last]:
        window.at(question)
        window.type(keys)


def _to_questions(window: Window) -> None:
    """From the start to the first question of the guide, leaving blank what may be."""
    _fill(window)
    for question in (
        "¿Cuántos clientes compraron por primera",
        "¿Qué clientes no puede permitirse perder",
        "¿Cuánto facturaron",
    ):
        window.at(question)
        window.type("/tema\r")
    window.at("calificaron con 9 o 10")
    window.type("/tema\r")
    window.at("¿Con qué personas trata")
    window.type("/tema\r")
    window.at("Pregunta 1 de ")


def _answer_topics(window: Window) -> None:
    """One answer for each of the five topics; the rest of it is not known."""
    for topic in ("Riesgos", "Oportunidades", "Recursos", "Objetivos", None):
        window.type(f"Perdimos clientes por demoras en las entregas.{TWICE}")
        window.at("regunta ")  # the next one, or the follow-up
        window.type("/tema\r")
        window.at("¿Está bien?")
        window.type("\r")
        if topic:
            window.at(f"· {topic}")


@pytest.mark.parametrize("columns", [80, 120])
def test_whole_interview_to_the_end(tmp_path: Path, columns: int) -> None:
    """From the first question to the five outputs, with both alternatives on the screen and a choice."""
    window = Window(tmp_path, "interview", columns=columns)
    _to_questions(window)
    _answer_topics(window)
    window.wait("Dos alternativas")
    window.at("¿Con cuál sigue?")
    alternatives = [line for line in window.screen.split("\n") if "A · " in line]
    assert any("B · " in line for line in alternatives), "side by side"
    window.type("B\r")
    for title in (
        "Plan de acción de seis meses",
        "Indicadores de retención",
        "Plan sectorial",
        "Experiencias positivas",
    ):
        window.wait(title)
    assert window.end() == 0
    assert "retention-coach export" in window.screen
    assert "Traceback" not in window.raw
    assert max(map(len, window.screen.split("\n"))) <= columns
    assert _stored(tmp_path)["choice"]["label"] == "B"


def test_interrupted_in_mid_answer_and_resumed_at_the_same_question(tmp_path: Path) -> None:
    """Ctrl-C keeps what was typed; the exact command it gives goes on there, with the draft in place."""
    window = Window(tmp_path, "interview")
    _fill(window, last=2)
    window.at("principal beneficio")
    window.type("La flor llega fr")
    window.type(CTRL_C)
    window.wait("Para seguir:")
    assert window.end() == 130
    assert "Traceback" not in window.raw
    command = window.screen.split("Para seguir:")[1].split()
    assert command[:3] == ["retention-coach", "interview", "--session"]

    resumed = Window(tmp_path, *command[1:])
    resumed.at("principal beneficio")
    resumed.wait("La flor llega fr")
    resumed.type(f"ía.{TWICE}")
    resumed.at("¿A qué clase de clientes")
    resumed.type(CTRL_C)
    assert resumed.end() == 130
    stored = _stored(tmp_path)
    assert stored["intake"]["main_benefit"] == "La flor llega fría."
    assert stored["interview"]["drafts"] == {}


def test_interrupted_while_correcting_resumes_at_the_correction(tmp_path: Path) -> None:
    """The same question is the corrected one, not the first that is open."""
    window = Window(tmp_path, "interview")
    _fill(window, last=3)
    window.at("¿A qué clase de clientes")
    window.type("/volver\r")
    window.at("principal beneficio")
    window.type(" Y a tiempo")
    window.type(CTRL_C)
    assert window.end() == 130

    resumed = Window(tmp_path, "interview", "--session", "transandina")
    resumed.at("corrección")
    resumed.wait("Y a tiempo")
    resumed.type(f".{TWICE}")
    resumed.at("¿A qué clase de clientes")
    resumed.type(CTRL_C)
    assert resumed.end() == 130
    assert _stored(tmp_path)["intake"]["main_benefit"] == "La flor llega fría al avión. Y a tiempo."


def test_going_back_to_correct_and_on_again(tmp_path: Path) -> None:
    """`/volver` twice reaches the field before the last, filled in for editing; then the interview goes on."""
    window = Window(tmp_path, "interview")
    _fill(window, last=3)
    window.at("¿A qué clase de clientes")
    window.type("/volver\r")
    window.at("principal beneficio")
    window.wait("La flor llega")
    window.type("\r/volver\r")
    window.at("¿Qué servicios ofrece?")
    window.wait("Transporte refrigerado de flores.")
    window.type(f" Y de frutas.{TWICE}")
    window.wait("Corregido.")
    window.at("¿A qué clase de clientes")
    window.type("/ir empresa\r")
    window.at("¿Cómo se llama la empresa?")
    window.type(" Ltda.\r")
    window.at("¿A qué clase de clientes")
    window.type("/pausa\r")
    assert window.end() == 0
    intake = _stored(tmp_path)["intake"]
    assert intake["services"] == "Transporte refrigerado de flores. Y de frutas."
    assert intake["company"] == "Transandina Carga S.A. Ltda."
    assert intake["main_benefit"] == "La flor llega fría al avión."


def test_a_paste_with_blank_lines_is_one_answer(tmp_path: Path) -> None:
    """Blank lines inside a marked paste do not send it."""
    window = Window(tmp_path, "interview", "--company", "Acme")
    window.at("¿Qué servicios ofrece?")
    window.paste("Transporte\n\n\nde flores")
    window.type(TWICE)
    window.at("principal beneficio")
    window.type(CTRL_C)
    assert window.end() == 130
    assert _stored(tmp_path)["intake"]["services"] == "Transporte\n\n\nde flores"


def test_pasting_where_the_terminal_does_not_mark_it(tmp_path: Path) -> None:
    """After `/pegar` only Ctrl-D or Esc+Enter sends."""
    window = Window(tmp_path, "interview", "--company", "Acme")
    window.at("¿Qué servicios ofrece?")
    window.type("/pegar\r")
    window.at("Pegue el texto")
    window.type(f"Transporte\r\r\rde flores{CTRL_D}")
    window.at("principal beneficio")
    window.type("/pegar\r")
    window.at("Pegue el texto")
    window.type(f"Fría\r\rsiempre{ESC_ENTER}")
    window.at("¿A qué clase de clientes")
    window.type(CTRL_C)
    assert window.end() == 130
    intake = _stored(tmp_path)["intake"]
    assert (intake["services"], intake["main_benefit"]) == ("Transporte\n\n\nde flores", "Fría\n\nsiempre")


def test_help_keeps_what_was_typed(tmp_path: Path) -> None:
    """`/ayuda` below a half-written answer shows why and examples, and the answer is still there."""
    window = Window(tmp_path, "interview", "--company", "Acme")
    window.at("¿Qué servicios ofrece?")
    window.type("Transporte\r/ayuda\r")
    window.wait("Por qué se pregunta:")
    window.at("/pausa")
    window.wait("Transporte")
    window.type(f" frío{TWICE}")
    window.at("principal beneficio")
    window.type(CTRL_C)
    assert window.end() == 130
    assert "Respuestas de ejemplo:" in window.screen
    assert _stored(tmp_path)["intake"]["services"] == "Transporte frío"


def test_an_invalid_figure_is_explained_and_stays_to_be_corrected(tmp_path: Path) -> None:
    """The message says what is wrong; what was typed is still in place."""
    window = Window(tmp_path, "interview")
    _fill(window, last=13)
    window.at("¿Cuántos clientes activos tenía")
    window.type("4,5\r")
    window.wait("se cuentan enteros")
    window.at("Por ejemplo")
    window.type("\x7f\x7f\x7f42\r")
    window.wait("Entendí: Clientes activos al inicio: 42 clientes")
    window.at("dejaron de comprar")
    window.type("50\r")
    window.wait("No cuadra: los perdidos (50)")
    window.type(CTRL_C)
    assert window.end() == 130
    stored = _stored(tmp_path)
    assert stored["intake"]["figures.customers_start"] == "42"
    assert stored["interview"]["drafts"] == {"profile.figures.customers_lost": "50"}


def test_consultant_only_is_shown_and_kept(tmp_path: Path) -> None:
    """`/solo` marks the answer, the screen says so, and the session keeps the mark."""
    window = Window(tmp_path, "interview")
    _to_questions(window)
    window.type("/solo\r")
    window.at("Marcada «solo consultor»")
    assert "[solo consultor] ›" in window.screen
    window.type(f"Nos deben dos meses.{TWICE}")
    window.at("Pregunta 2 de ")
    window.type("/nose\r")
    window.at("Pregunta 3 de ")
    window.type(f"No sé.{TWICE}")
    window.at("Pregunta 4 de ")
    window.type("/resumen\r")
    window.at("Nos deben dos meses.")
    assert "Q1 [solo consultor]: Nos deben dos meses." in window.screen
    window.type(CTRL_C)
    assert window.end() == 130
    first, second, third = _stored(tmp_path)["interview"]["answers"].values()
    assert (first["text"], first["consultant_only"]) == ("Nos deben dos meses.", True)
    assert (second["text"], third["text"]) == (None, None)


def test_an_answer_from_a_file(tmp_path: Path) -> None:
    """`/archivo` takes a text file, also from an older Windows; a missing one is said."""
    (tmp_path / "notas.txt").write_bytes("Camiones fríos\r\n\r\ny años de práctica".encode("cp1252"))
    window = Window(tmp_path, "interview", "--company", "Acme")
    window.at("¿Qué servicios ofrece?")
    window.type("/archivo nada.txt\r")
    window.at("No hay ningún archivo")
    window.type("/archivo notas.txt\r")
    window.wait("Leído de «notas.txt»: 6 palabras")
    window.at("principal beneficio")
    window.type(CTRL_D)
    assert window.end() == 0, "Ctrl-D on an empty answer is a pause"
    assert _stored(tmp_path)["intake"]["services"].endswith("y años de práctica")


def test_a_second_window_is_kept_out(tmp_path: Path) -> None:
    """Two windows do not type into the same session."""
    window = Window(tmp_path, "interview", "--company", "Acme")
    window.at("¿Qué servicios ofrece?")
    other = Window(tmp_path, "interview", "--session", window.session)
    assert other.end() == 2
    assert "ya está abierta en otra ventana" in " ".join(other.screen.split())
    window.type(CTRL_C)
    assert window.end() == 130


@pytest.mark.parametrize("signal_number", [15, 1])
def test_a_shutdown_keeps_what_was_typed(tmp_path: Path, signal_number: int) -> None:
    """SIGTERM and SIGHUP leave the draft in the session."""
    window = Window(tmp_path, "interview", "--company", "Acme")
    window.at("¿Qué servicios ofrece?")
    window.type("Camiones a med")
    window.wait("med")
    window.child.kill(signal_number)
    assert window.end() == 128 + signal_number
    assert "Traceback" not in window.raw
    assert _stored(tmp_path)["interview"]["drafts"] == {"profile.services": "Camiones a med"}


def test_a_closed_window_keeps_what_was_typed(tmp_path: Path) -> None:
    """The terminal is closed under the program."""
    window = Window(tmp_path, "interview", "--company", "Acme")
    window.at("¿Qué servicios ofrece?")
    window.type("Camiones a med")
    window.wait("med")
    window.child.close(force=False)
    window.child.wait() if window.child.isalive() else None
    assert _stored(tmp_path)["interview"]["drafts"] == {"profile.services": "Camiones a med"}


def test_no_colour_where_it_is_not_wanted(tmp_path: Path) -> None:
    """NO_COLOR takes the program's own colours away."""
    window = Window(tmp_path, "interview", "--company", "Acme", NO_COLOR="1")
    window.at("¿Qué servicios ofrece?")
    window.type(CTRL_C)
    assert window.end() == 130
    assert "\x1b[1;36m" not in window.raw


def test_kills_lose_at_most_the_answer_being_typed(tmp_path: Path) -> None:
    """Kill -9 in mid-answer, again and again: everything sent before is there."""
    window = Window(tmp_path, "interview", "--company", "Transandina Carga S.A.")
    for position in range(1, 7):
        question, keys = FIELDS[position]
        window.at(question)
        window.type(keys)
        window.at(FIELDS[position + 1][0])
        window.type("a medio escrib")
        window.wait("escrib")
        window.kill()
        intake = _stored(tmp_path)["intake"]
        assert len(intake) == position + 1
        assert list(intake.values())[-1] == keys.strip()
        window = Window(tmp_path, "interview", "--session", "transandina")
    window.at(FIELDS[7][0])
    window.type(CTRL_C)
    assert window.end() == 130


def test_what_was_understood_is_corrected_and_outlives_a_power_cut(tmp_path: Path) -> None:
    """A follow-up, a correction, the program killed in the list: the next sitting shows the list as it was left."""
    window = Window(tmp_path, "interview")
    _to_questions(window)
    window.type("/ir Q7\r")
    window.at("Q7.")
    window.type(f"Nos demoramos en contestar y no lo medimos.{TWICE}")
    window.at("Q7.1.")
    window.type("/tema\r")
    window.at("¿Está bien?")
    assert "Q7 Respuesta lenta: «demoramos en contestar»" in window.screen
    window.type("1\r")
    window.at("(quitada)")
    window.kill()

    stored = _stored(tmp_path)["interview"]["answers"]["Q7"]
    assert (stored["corrections"]["removed"], stored["accepted"]) == (["slow_response"], False)
    resumed = Window(tmp_path, "interview", "--session", "transandina")
    resumed.at("¿Está bien?")
    assert "Respuesta lenta (quitada)" in resumed.screen
    assert max(map(len, resumed.screen.split("\n"))) <= 80
    resumed.type(CTRL_C)
    assert resumed.end() == 130
    assert "Traceback" not in resumed.raw
    again = Window(tmp_path, "interview", "--session", "transandina")
    again.at("¿Está bien?")
    again.type("\r")
    again.at("· Riesgos")
    again.type("/pausa\r")
    assert again.end() == 0
    assert _stored(tmp_path)["interview"]["answers"]["Q7"]["accepted"] is True
