"""A figure of a company file as the form reads it: «120 al año, según sistema, corte 31/12/2026 (nota)»."""

from collections.abc import Callable, Mapping

from retention_coach.errors import InvalidInputError
from retention_coach.readers.company_file.keys import FIGURE_PARTS
from retention_coach.readers.company_file.problems import Problems, shown
from retention_coach.readers.company_file.scalars import is_mapping, text_of
from retention_coach.readers.company_file.tree import Node
from retention_coach.spanish.absence import is_unknown
from retention_coach.spanish.cleaning import one_line
from retention_coach.spanish.dates import parse_date
from retention_coach.spanish.formats import short_date
from retention_coach.spanish.words import fold

_PERIODS = {
    **dict.fromkeys(("mes", "mensual"), "al mes"),
    **dict.fromkeys(("trimestre", "trimestral"), "al trimestre"),
    **dict.fromkeys(("semestre", "semestral"), "al semestre"),
    **dict.fromkeys(("ano", "anual"), "al año"),
}
_ORIGINS = {
    "sistema": "según sistema",
    **dict.fromkeys(("estimacion", "estimado", "estimada"), "estimación"),
    "supuesto": "supuesto",
}
_ADVICE = "sus claves son: valor, periodo, corte, origen, nota"


def figure_text(node: Node, problems: Problems) -> str | None:
    """The figure in one line of text; "" where nothing was written, None for «no sé»."""
    try:
        if not is_mapping(node):
            return _known(text_of(node))
    except InvalidInputError as error:
        problems.add(node.place, f"{error.message}; o un grupo: {_ADVICE}")
        return ""
    parts = problems.mapping(node, FIGURE_PARTS)
    if "value" not in parts:
        problems.add(node.place, f"falta «valor»; {_ADVICE}")
        return ""
    said = {name: _part(name, part, problems) for name, part in parts.items()}
    value = _known(said["value"])
    if not value:
        return value
    around = " ".join(filter(None, (value, said.get("period"))))
    line = ", ".join(filter(None, (around, said.get("origin"), said.get("cutoff"))))
    return f"{line} ({said['note']})" if said.get("note") else line


def _known(text: str) -> str | None:
    return None if text and is_unknown(text) else text


def _part(name: str, node: Node, problems: Problems) -> str:
    try:
        text = text_of(node)
        return _READERS.get(name, str)(text) if text else ""
    except InvalidInputError as error:
        problems.add_error(node.place, error)
        return ""


def _one_of(words: Mapping[str, str], expected: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        found = words.get(fold(text))
        if found is None:
            raise InvalidInputError(f"se espera {expected}, y hay «{shown(text)}»")
        return found

    return read


def _note(text: str) -> str:
    return one_line(text).replace("(", "[").replace(")", "]")


_READERS: dict[str, Callable[[str], str]] = {
    "period": _one_of(_PERIODS, "mes, trimestre, semestre o año"),
    "origin": _one_of(_ORIGINS, "sistema, estimación o supuesto"),
    "cutoff": lambda text: f"corte {short_date(parse_date(text))}",
    "note": _note,
}
