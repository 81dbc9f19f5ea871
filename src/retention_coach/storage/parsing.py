"""From bytes to a plain dictionary, saying in Spanish what is wrong with those that are not one."""

from pathlib import Path
from typing import Any

from pydantic_core import from_json

from retention_coach.storage.refusals import unreadable


def parse(data: bytes, path: Path) -> dict[str, Any]:
    """The JSON object in `data`; a byte-order mark, which some editors add, is accepted.

    Raises:
        SessionUnreadableError: empty, filled with zeros, not UTF-8, not JSON, cut short, or not an object.
    """
    if not data.strip():
        raise unreadable(path, "el archivo está vacío")
    if b"\0" in data:
        where = "todo el archivo son" if not data.strip(b"\0") else f"desde el byte {data.index(0)} hay"
        raise unreadable(path, f"{where} ceros, como los que deja un corte de luz")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise unreadable(path, f"no es texto UTF-8 (byte {error.start})") from error
    try:
        document = from_json(text, allow_inf_nan=False)
    except ValueError as error:
        raise unreadable(path, _json_problem(str(error))) from error
    if not isinstance(document, dict):
        raise unreadable(path, "no es una sesión: el JSON no es un objeto")
    return document


def _json_problem(message: str) -> str:
    place = message.rpartition(" at ")[2].replace("line", "línea").replace("column", "columna")
    return f"está incompleto (se corta en la {place})" if "EOF" in message else f"no es JSON válido ({place})"
