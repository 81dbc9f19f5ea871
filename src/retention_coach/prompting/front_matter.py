"""The YAML heading of a template, read strictly."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

import yaml

from retention_coach.errors import PromptError

FENCE = "---"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a template says about itself: its file's name without the suffix, version, purpose and prompt number."""

    name: str
    version: str
    description: str
    step: str


KEYS = tuple(field.name for field in fields(FrontMatter))


def split(text: str, file: str) -> tuple[FrontMatter, str]:
    """The heading of a template and its body, which keeps the line numbers of the file.

    Args:
        text: the whole file, lines ended by a line feed.
        file: its name, for messages.

    Raises:
        PromptError: the heading is missing, not YAML, or does not hold exactly the keys of `FrontMatter`.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        raise _refusal(f"{file}, línea 1: falta el encabezado, que empieza con una línea «{FENCE}».")
    closing = next((number for number, line in enumerate(lines) if number and line.rstrip() == FENCE), None)
    if closing is None:
        raise _refusal(f"{file}: el encabezado empieza pero no termina con otra línea «{FENCE}».")
    values = _values("\n".join(lines[1:closing]), file)
    missing = [key for key in KEYS if key not in values]
    if missing:
        raise _refusal(f"{file}: al encabezado le falta {_listed(missing)}.")
    body = "\n" * (closing + 1) + "\n".join(lines[closing + 1 :])
    return FrontMatter(**values), body


def _values(heading: str, file: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for line, key, value in _pairs(heading, file):
        if key not in KEYS:
            raise _refusal(f"{file}, línea {line}: el encabezado no admite la clave «{key}».")
        if key in values:
            raise _refusal(f"{file}, línea {line}: la clave «{key}» está repetida.")
        if not value.strip():
            raise _refusal(f"{file}, línea {line}: «{key}» está vacía; se esperaba un texto.")
        values[key] = value
    return values


def _pairs(heading: str, file: str) -> Iterator[tuple[int, str, str]]:
    """Line, key and value of each entry, all as they are written: `1.10` is a version, not a number."""
    try:
        root = yaml.compose(heading, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{file}, línea {mark.line + 2}" if mark else file
        raise _refusal(f"{place}: el encabezado no es YAML válido.") from error
    if not isinstance(root, yaml.MappingNode):
        raise _refusal(f"{file}: el encabezado debe tener líneas «clave: valor».")
    for key, value in root.value:
        line = key.start_mark.line + 2
        if not isinstance(key, yaml.ScalarNode) or not isinstance(value, yaml.ScalarNode):
            raise _refusal(f"{file}, línea {line}: cada clave del encabezado lleva un solo texto.")
        yield line, key.value, value.value


def _listed(keys: list[str]) -> str:
    return ", ".join(f"«{key}»" for key in keys)


def _refusal(message: str) -> PromptError:
    return PromptError(message, hint=f"El encabezado lleva {_listed(list(KEYS))}, cada una una sola vez.")
