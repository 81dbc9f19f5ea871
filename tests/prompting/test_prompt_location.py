"""Where templates are found, and what a partial copy is told."""

import shutil
from pathlib import Path

import pytest
from prompting_cases import PROMPTS, select

from retention_coach.errors import PromptError
from retention_coach.prompting import TemplateRenderer, locate_prompts, location


def test_checkout_uses_the_folder_at_its_top() -> None:
    """A source checkout reads the files that people edit."""
    assert Path(str(locate_prompts())).resolve() == PROMPTS.resolve()


def test_complete_copy_is_used(tmp_path: Path) -> None:
    """The folder given wins."""
    copy = shutil.copytree(PROMPTS, tmp_path / "mis prompts")
    assert locate_prompts(copy) == copy


def test_missing_folder_is_refused(tmp_path: Path) -> None:
    """With the way to make one."""
    with pytest.raises(PromptError, match="No existe la carpeta") as caught:
        locate_prompts(tmp_path / "nada")
    assert "--prompts-dir" in caught.value.hint


def test_partial_copy_names_what_is_missing(tmp_path: Path) -> None:
    """All of it at once, before any interview."""
    copy = shutil.copytree(PROMPTS, tmp_path / "prompts")
    (copy / "63-kpis.md.j2").unlink()
    (copy / "65-advocacy.md.j2").unlink()
    with pytest.raises(PromptError, match=r"le falta: 63-kpis\.md\.j2, 65-advocacy\.md\.j2\."):
        locate_prompts(copy)


def test_installed_package_uses_what_it_carries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The wheel's own copy comes before anything on disk around it."""
    carried = shutil.copytree(PROMPTS, tmp_path / "site" / "retention_coach" / "_prompts")
    monkeypatch.setattr(location, "files", lambda _package: tmp_path / "site" / "retention_coach")
    assert locate_prompts() == carried


@pytest.mark.parametrize("pyproject", [None, '[project]\nname = "otro"\n', "esto no es toml"])
def test_folder_of_another_project_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pyproject: str | None
) -> None:
    """A folder called prompts two floors up counts only in this project's checkout."""
    package = tmp_path / "src" / "retention_coach"
    package.mkdir(parents=True)
    shutil.copytree(PROMPTS, tmp_path / "prompts")
    if pyproject is not None:
        (tmp_path / "pyproject.toml").write_text(pyproject, encoding="utf-8")
    monkeypatch.setattr(location, "files", lambda _package: package)
    with pytest.raises(PromptError, match="no trae las plantillas"):
        locate_prompts()


def test_file_under_another_name_is_refused(tmp_path: Path) -> None:
    """A renamed copy would answer for the wrong step."""
    copy = shutil.copytree(PROMPTS, tmp_path / "prompts")
    shutil.copy(copy / "63-kpis.md.j2", copy / "66-otra.md.j2")
    with pytest.raises(PromptError, match=r"66-otra\.md\.j2: el encabezado dice llamarse «63-kpis»"):
        TemplateRenderer(copy, select=select)


def test_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    """An old editor's encoding is told as such."""
    copy = shutil.copytree(PROMPTS, tmp_path / "prompts")
    path = copy / "63-kpis.md.j2"
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1252"))
    with pytest.raises(PromptError, match=r"63-kpis\.md\.j2 no está en UTF-8"):
        TemplateRenderer(copy, select=select)


def test_folder_without_base_is_refused(tmp_path: Path) -> None:
    """A renderer over a folder that nobody checked says it too."""
    copy = shutil.copytree(PROMPTS, tmp_path / "prompts")
    (copy / "base.md.j2").unlink()
    with pytest.raises(PromptError, match=r"le falta base\.md\.j2"):
        TemplateRenderer(copy, select=select)


def test_template_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    """What cannot be read is named."""
    copy = shutil.copytree(PROMPTS, tmp_path / "prompts")
    (copy / "66-otra.md.j2").mkdir()
    with pytest.raises(PromptError, match=r"No se puede leer la plantilla 66-otra\.md\.j2"):
        TemplateRenderer(copy, select=select)
