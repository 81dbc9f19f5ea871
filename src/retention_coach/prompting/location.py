"""Where the prompt templates are."""

import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from retention_coach.errors import PromptError

SUFFIX = ".md.j2"
PACKAGE = "retention_coach"
PROJECT = "retention-coach"


def locate_prompts(override: Path | None = None) -> Traversable:
    """The folder of templates: the one given, else the one shipped.

    A folder given must hold every template that is shipped: an edited copy replaces them all, so that nobody has to
    guess which of the two a prompt came from.

    Raises:
        PromptError: the folder does not exist or lacks a template, or this installation ships none.
    """
    shipped = _shipped()
    if override is None:
        return shipped
    if not override.is_dir():
        raise PromptError(
            f"No existe la carpeta de plantillas «{override}».",
            hint="Copie la carpeta «prompts» completa y señale la copia con --prompts-dir.",
        )
    missing = [file for file in template_files(shipped) if not override.joinpath(file).is_file()]
    if missing:
        raise PromptError(
            f"A la carpeta de plantillas «{override}» le falta: {', '.join(missing)}.",
            hint="Copie la carpeta «prompts» completa y edite la copia; todas las plantillas deben estar.",
        )
    return override


def template_files(folder: Traversable) -> list[str]:
    """The names of the template files in a folder, sorted."""
    return sorted(item.name for item in folder.iterdir() if item.name.endswith(SUFFIX))


def _shipped() -> Traversable:
    package = files(PACKAGE)
    installed = package.joinpath("_prompts")
    if installed.is_dir():
        return installed
    checkout = _checkout(package)
    if checkout is not None and checkout.joinpath("prompts").is_dir():
        return checkout / "prompts"
    raise PromptError(
        "Esta instalación no trae las plantillas de los prompts.",
        hint="Vuelva a instalar retention-coach, o señale una carpeta con --prompts-dir.",
    )


def _checkout(package: Traversable) -> Path | None:
    """The source checkout this package is imported from: two floors up, and only if its pyproject says so."""
    if not isinstance(package, Path):
        return None
    root = package.parent.parent
    try:
        project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):  # not a checkout: an installed package has whatever it likes up there
        return None
    return root if project.get("project", {}).get("name") == PROJECT else None
