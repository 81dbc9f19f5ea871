"""YAML as a located tree, built from the parser's events: nothing is constructed, expanded or guessed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from retention_coach.errors import InvalidInputError
from retention_coach.readers.company_file.tree import MAX_DEPTH, MAX_NODES, Mapping, Node, Place, Scalar, joined

if TYPE_CHECKING:
    from yaml import YAMLError

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_EXPLANATIONS = (
    ("found character '\\t'", "hay un tabulador; la sangría se hace con espacios"),
    ("mapping values are not allowed", "hay dos puntos dentro de un texto; ponga ese texto entre comillas"),
    ("could not find expected ':'", "falta «:» después de una clave, o hay un texto sin comillas"),
    ("found unexpected end of stream", "hay unas comillas, un corchete o una llave sin cerrar"),
    ("found unknown escape character", "hay una barra invertida entre comillas dobles; use comillas simples"),
    ("found character '@'", "un texto no puede empezar con «@» ni «`»; póngalo entre comillas"),
    ("found character '`'", "un texto no puede empezar con «@» ni «`»; póngalo entre comillas"),
    ("found character '%'", "un texto no puede empezar con «%»; póngalo entre comillas"),
    ("special characters are not allowed", "hay un carácter de control"),
    ("expected <block end>", "la sangría no coincide con la de las líneas anteriores, o falta una comilla"),
    ("expected ',' or", "a una lista o a un grupo le falta una coma o el cierre"),
)
_ADVICE = "Un texto con «:», «#» o comillas va mejor entre comillas simples, o en un bloque que empieza con «|»."


def parse_yaml(text: str, name: str) -> Node:
    """The only document of the file.

    Args:
        text: the file's text, lines ended by a line feed.
        name: the file's name, for messages.

    Raises:
        InvalidInputError: not YAML, several documents, anchors, aliases or tags, nested too deeply or too long.
    """
    import yaml

    builder = _Builder(name)
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            builder.take(event)
    except yaml.YAMLError as error:
        raise _refusal(error, name) from error
    return builder.document()


@dataclass
class _Open:
    """A list or mapping that is being read; `key` is the mapping's key whose value comes next."""

    place: Place
    is_mapping: bool
    items: list[Node] = field(default_factory=list)
    pairs: list[tuple[str, Node]] = field(default_factory=list)
    key: str | None = None
    key_line: int = 0

    def closed(self) -> Node:
        return Node(Mapping(tuple(self.pairs)) if self.is_mapping else self.items, self.place)


class _Builder:
    """Puts the events together, refusing what a company file has no use for."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._open: list[_Open] = []
        self._documents: list[Node] = []
        self._count = 0

    def take(self, event: Any) -> None:
        """Add one event."""
        line = event.start_mark.line + 1
        self._refuse_references(event, line)
        match type(event).__name__:
            case "ScalarEvent":
                self._scalar(event, line)
            case "SequenceStartEvent" | "MappingStartEvent" as kind:
                self._begin(line, is_mapping=kind.startswith("Mapping"))
            case "SequenceEndEvent" | "MappingEndEvent":
                self._add(self._open.pop().closed())
            case _:
                return

    def document(self) -> Node:
        """What was read."""
        if not self._documents:
            raise InvalidInputError(f"«{self._name}» no tiene datos.")
        if len(self._documents) > 1:
            line = self._documents[1].place.line
            raise self._at(line, "empieza otro documento («---»)", "Un archivo describe una sola empresa.")
        return self._documents[0]

    def _scalar(self, event: Any, line: int) -> None:
        text: str = event.value
        if self._open and self._open[-1].is_mapping and self._open[-1].key is None:
            self._open[-1].key, self._open[-1].key_line = text, line
            return
        is_plain: bool = event.style is None
        value: Scalar = None if is_plain and text in _NOTHING else text
        self._add(Node(value, self._place(line)))

    def _begin(self, line: int, *, is_mapping: bool) -> None:
        if self._open and self._open[-1].is_mapping and self._open[-1].key is None:
            raise self._at(line, "una clave no puede ser una lista ni un grupo", _ADVICE)
        if len(self._open) >= MAX_DEPTH:
            raise self._at(line, "anida demasiados niveles", "Siga la forma del archivo de ejemplo.")
        self._open.append(_Open(self._place(line), is_mapping))

    def _add(self, node: Node) -> None:
        self._count += 1
        if self._count > MAX_NODES:
            raise self._at(node.place.line, "hay demasiados datos", "Un archivo describe una sola empresa.")
        if not self._open:
            self._documents.append(node)
        elif self._open[-1].is_mapping:
            parent = self._open[-1]
            parent.pairs.append((parent.key or "", node))
            parent.key = None
        else:
            self._open[-1].items.append(node)

    def _place(self, line: int) -> Place:
        path = ""
        if self._open:
            parent = self._open[-1]
            path = joined(parent.place.path, (parent.key or "") if parent.is_mapping else len(parent.items))
            line = parent.key_line if parent.is_mapping else line
        return Place(path, line)

    def _refuse_references(self, event: Any, line: int) -> None:
        if getattr(event, "anchor", None):
            raise self._at(line, f"usa una referencia («{event.anchor}»)", "Escriba el dato completo donde va.")
        if getattr(event, "tag", None):
            raise self._at(line, f"usa una etiqueta («{event.tag}»)", "Escriba el dato sin etiqueta.")

    def _at(self, line: int, what: str, hint: str) -> InvalidInputError:
        return InvalidInputError(f"«{self._name}», línea {line}: {what}.", hint=hint)


def _refusal(error: "YAMLError", name: str) -> InvalidInputError:
    said = " ".join(_said(error))
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    where = f", línea {mark.line + 1}, columna {mark.column + 1}" if mark else ""
    what = next((explanation for words, explanation in _EXPLANATIONS if words in said), "no se entiende")
    return InvalidInputError(f"«{name}»{where}: {what}.", hint=_ADVICE)


def _said(error: "YAMLError") -> Iterator[str]:
    for part in ("context", "problem", "reason"):
        if text := getattr(error, part, None):
            yield str(text)
