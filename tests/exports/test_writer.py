"""Documents on disk."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from report_samples import PROFILE, report_of, session_until

from retention_coach.errors import InvalidInputError, RetentionCoachError, SaveFailedError
from retention_coach.exports import EXPORTERS, export, writer
from retention_coach.report import Report


def _named(company: str) -> Report:
    return report_of(session_until("profile", profile=PROFILE.model_copy(update={"company": company})))


def test_each_format_is_a_file_of_the_company(tmp_path: Path) -> None:
    """In a folder with the company's name; what is written is what is rendered."""
    report = report_of()
    done = export(report, ["md", "json", "md"], tmp_path / "entregables")
    folder = tmp_path / "entregables" / "contadores-del-valle-24-horas"
    assert done.paths == (folder / "plan-de-retencion.md", folder / "plan-de-retencion.json")
    assert done.problems == ()
    for path in done.paths:
        assert path.read_text(encoding="utf-8") == EXPORTERS[path.suffix[1:]](report)
    assert sorted(folder.iterdir()) == sorted(done.paths)


def test_versions_do_not_take_each_other_s_place(tmp_path: Path) -> None:
    """The consultant's files say whose they are."""
    export(report_of(), ["md"], tmp_path)
    (path,) = export(report_of(audience="consultant"), ["md"], tmp_path).paths
    assert path.name == "plan-de-retencion-consultor.md"
    assert len(list(path.parent.iterdir())) == 2


def test_exporting_again_replaces(tmp_path: Path) -> None:
    """Own files are replaced whole, without leftovers."""
    (path,) = export(report_of(), ["md"], tmp_path).paths
    path.write_text("x" * 500_000, encoding="utf-8")
    export(report_of(), ["md"], tmp_path)
    assert path.read_text(encoding="utf-8").startswith("# Plan de retención")
    assert list(path.parent.iterdir()) == [path]


def test_fork_has_its_own_folder(tmp_path: Path) -> None:
    """The other alternative of the same company does not replace the first one's documents."""
    session = session_until(choice="B").model_copy(update={"forked_from": "contadores-1"})
    (path,) = export(report_of(session), ["md"], tmp_path).paths
    assert path.parent.name == "contadores-del-valle-24-horas-alternativa-b"


@pytest.mark.parametrize(
    ("company", "folder"),
    [
        ("Ñandú & Hijos S.A.", "nandu-hijos-s-a"),
        ("../../etc/passwd", "etc-passwd"),
        ("日本", "empresa"),
        ("x" * 160, "x" * 60),
    ],
)
def test_folder_names_are_safe(tmp_path: Path, company: str, folder: str) -> None:
    """Whatever the company is called, its folder is one plain name inside the given one."""
    (path,) = export(_named(company), ["md"], tmp_path).paths
    assert path.parent == tmp_path / folder


def test_unknown_format_writes_nothing(tmp_path: Path) -> None:
    """A mistake in the list of formats is told before anything is written."""
    with pytest.raises(InvalidInputError, match="«docx»") as caught:
        export(report_of(), ["md", "docx"], tmp_path / "nuevo")
    assert "md, json" in caught.value.hint
    assert not (tmp_path / "nuevo").exists()


def test_one_failure_does_not_stop_the_rest(tmp_path: Path) -> None:
    """A folder in the place of one file: the other is written, and the problem is told in Spanish."""
    folder = tmp_path / "contadores-del-valle-24-horas"
    (folder / "plan-de-retencion.md").mkdir(parents=True)
    done = export(report_of(), ["md", "json"], tmp_path)
    assert [path.name for path in done.paths] == ["plan-de-retencion.json"]
    (problem,) = done.problems
    assert isinstance(problem, SaveFailedError)
    assert "plan-de-retencion.md" in problem.message
    assert sorted(path.name for path in folder.iterdir()) == ["plan-de-retencion.json", "plan-de-retencion.md"]


def test_renderer_that_fails_does_not_stop_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of our own in one format is kept beside the files of the others."""

    def fail(_report: Report) -> str:
        raise RetentionCoachError("No cabe.")

    monkeypatch.setattr(writer, "EXPORTERS", {**EXPORTERS, "md": fail})
    done = export(report_of(), ["md", "json"], tmp_path)
    assert [problem.message for problem in done.problems] == ["No cabe."]
    assert len(done.paths) == 1


def test_file_in_the_way_of_the_folder(tmp_path: Path) -> None:
    """A file where the folder should be is explained, and stays."""
    (tmp_path / "ocupado").write_text("mío", encoding="utf-8")
    with pytest.raises(SaveFailedError, match="hay un archivo y no una carpeta"):
        export(report_of(), ["md"], tmp_path / "ocupado")
    assert (tmp_path / "ocupado").read_text(encoding="utf-8") == "mío"


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (PermissionError(13, "Permission denied"), "no hay permiso para escribir ahí"),
        (OSError(28, "No space left on device"), "el disco está lleno"),
        (OSError(5, "Input/output error"), "el sistema no lo permitió (EIO)"),
        (FileNotFoundError(2, "No such file"), "el sistema no admite archivos en esa ruta"),
    ],
)
def test_refusals_of_the_system_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: OSError, words: str
) -> None:
    """What the system refuses is told, the earlier document is intact and no temporary file is left."""
    (path,) = export(report_of(), ["md"], tmp_path).paths
    before = path.read_bytes()
    monkeypatch.setattr(Path, "replace", _refusing(failure))
    done = export(report_of(session_until("61-strategy")), ["md"], tmp_path)
    assert words in done.problems[0].message
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def _refusing(failure: OSError) -> Callable[[Path, Path], Path]:
    def replace(_self: Path, _target: Path) -> Path:
        raise failure

    return replace


@pytest.mark.skipif(os.name != "posix", reason="permission bits are POSIX")
def test_documents_are_for_their_owner(tmp_path: Path) -> None:
    """Client data is not readable by other users of the machine."""
    (path,) = export(report_of(), ["md"], tmp_path).paths
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
