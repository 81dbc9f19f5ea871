"""Template files as they are on disk."""

import hashlib
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from retention_coach.errors import PromptError
from retention_coach.prompting.front_matter import FrontMatter, split
from retention_coach.prompting.location import SUFFIX, template_files

BASE = "base"


@dataclass(frozen=True, slots=True)
class TemplateSource:
    """One template file: its raw text, its heading, and the body that Jinja reads."""

    file: str
    text: str
    front_matter: FrontMatter
    body: str


def read_folder(folder: Traversable) -> dict[str, TemplateSource]:
    """Every template of a folder by its name (`62-action-plan`), the base among them.

    Raises:
        PromptError: a file is not UTF-8 text, has a bad heading or another name than it says, or there is no base.
    """
    sources = {file.removesuffix(SUFFIX): _read(folder.joinpath(file), file) for file in template_files(folder)}
    if BASE not in sources:
        raise PromptError(
            f"A la carpeta de plantillas le falta {BASE}{SUFFIX}, de la que parten las demás.",
            hint="Copie la carpeta «prompts» completa y edite la copia.",
        )
    return sources


def fingerprint(base: TemplateSource, step: TemplateSource) -> str:
    """Sixteen hexadecimal digits that change when the text of the template or of the base does."""
    return hashlib.sha256(f"{base.text}\0{step.text}".encode()).hexdigest()[:16]


def _read(path: Traversable, file: str) -> TemplateSource:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise PromptError(f"No se puede leer la plantilla {file}.", hint="Revise los permisos del archivo.") from error
    except UnicodeDecodeError as error:
        raise PromptError(
            f"La plantilla {file} no está en UTF-8.", hint="Guárdela de nuevo con la codificación UTF-8."
        ) from error
    text = text.replace("\r\n", "\n")
    front_matter, body = split(text, file)
    if f"{front_matter.name}{SUFFIX}" != file:
        raise PromptError(
            f"{file}: el encabezado dice llamarse «{front_matter.name}».",
            hint="El nombre del encabezado es el del archivo sin «.md.j2».",
        )
    return TemplateSource(file, text, front_matter, body)
