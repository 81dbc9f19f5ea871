"""Turns the YAML sources into the JSON file that the program reads: `python -m retention_coach.knowledge.compile`.

A collection of `Knowledge` comes from `sources/<name>.yaml` or from every file of `sources/<name>/`, in the
order of their names; each file is a list of entries. The calendar's collections are in `sources/calendar/`.
"""

import hashlib
import json
import sys
from pathlib import Path

from pydantic import ValidationError

from retention_coach.errors import KnowledgeError
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.calendar.calendar_data import CalendarData
from retention_coach.knowledge.integrity import problems
from retention_coach.knowledge.loader import COMPILED

PACKAGE = Path(__file__).parent
SOURCES = PACKAGE / "sources"


def compile_sources(folder: Path = SOURCES) -> str:
    """The JSON text of the whole base, the same for the same sources.

    Raises:
        KnowledgeError: a source is not valid, or the entries do not hold together; names every problem.
    """
    content = read_sources(folder)
    try:
        draft = Knowledge.model_validate({"version": "", **content})
    except ValidationError as error:
        raise KnowledgeError(f"Las fuentes no son válidas:\n{_explained(error, content)}") from error
    found = problems(draft)
    if found:
        raise KnowledgeError("Las fuentes no son coherentes:\n" + "\n".join(f"  - {line}" for line in found))
    body = draft.model_dump(mode="json", exclude={"version"}, exclude_defaults=True)
    version = hashlib.sha256(_as_json(body).encode()).hexdigest()[:12]
    return _as_json({"version": version, **body})


def read_sources(folder: Path) -> dict[str, object]:
    """Every collection as plain data, by the name of its field."""
    content: dict[str, object] = {
        name: _read_collection(folder, name) for name in Knowledge.model_fields if name not in {"version", "calendar"}
    }
    content["calendar"] = {name: _read_collection(folder / "calendar", name) for name in CalendarData.model_fields}
    return content


def main() -> None:
    """Writes the compiled file beside the package's code."""
    target = PACKAGE / COMPILED
    target.write_text(compile_sources(), encoding="utf-8")
    sys.stdout.write(f"Base de conocimiento escrita en {target.name}.\n")


def _read_collection(folder: Path, name: str) -> list[object]:
    import yaml  # only compiling needs it: the program itself reads JSON

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # six times as fast, where PyYAML was built with it
    entries: list[object] = []
    for path in [*folder.glob(f"{name}.yaml"), *sorted((folder / name).glob("*.yaml"))]:
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506, both loaders are safe
        if not isinstance(loaded, list):
            raise KnowledgeError(f"«{path.name}» debe contener una lista de entradas.")
        entries.extend(loaded)
    return entries


def _explained(error: ValidationError, content: dict[str, object]) -> str:
    lines = []
    for detail in error.errors():
        collection, *rest = detail["loc"]
        found = content.get(str(collection))
        entry = found[rest[0]] if isinstance(found, list) and rest and isinstance(rest[0], int) else None
        label = entry.get("id", rest[0]) if isinstance(entry, dict) else ".".join(map(str, rest))
        field = ".".join(map(str, rest[1:]))
        lines.append(f"  - {collection} «{label}» {field}: {detail['msg']}")
    return "\n".join(lines)


def _as_json(body: object) -> str:
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    main()
