"""Everything that is wrong with a company file, told at once."""

from retention_coach.errors import InvalidInputError
from retention_coach.readers.company_file.keys import Keys, advice, normalised
from retention_coach.readers.company_file.tree import Mapping, Node, Place
from retention_coach.spanish.cleaning import one_line
from retention_coach.spanish.formats import plural

MOST_SHOWN = 40


class Problems:
    """Collects problems with their place, and refuses the file if there is any."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: list[tuple[int, str]] = []

    def __len__(self) -> int:
        return len(self._found)

    def add(self, place: Place, message: str) -> None:
        """Keep one: `message` is what was found and what was expected, without capital or full stop."""
        self._found.append((place.line, f"{place}: {message}"))

    def add_error(self, place: Place, error: InvalidInputError) -> None:
        """Keep what a reader of a value said."""
        said = error.problems or (error.message,)
        for message in said:
            self.add(place, " ".join(filter(None, (_opened(message), error.hint))))

    def mapping(self, node: Node, keys: Keys) -> dict[str, Node]:
        """The values of a mapping by what their keys mean; unknown and repeated keys are problems."""
        if not isinstance(node.value, Mapping):
            self.add(node.place, f"se espera un grupo de claves, y hay {described(node)}")
            return {}
        found: dict[str, Node] = {}
        written: dict[str, str] = {}
        for key, value in node.value:
            meaning = keys.get(normalised(key))
            if meaning is None:
                self.add(value.place, f"la clave «{shown(key)}» no se conoce; {advice(key, keys)}")
            elif meaning in found:
                first = "" if written[meaning] == key else f" (ya estaba como «{shown(written[meaning])}»)"
                self.add(value.place, f"la clave «{shown(key)}» está repetida{first}")
            else:
                found[meaning], written[meaning] = value, key
        return found

    def raise_any(self) -> None:
        """Refuse the file.

        Raises:
            InvalidInputError: with every problem, in the order of the file.
        """
        if not self._found:
            return
        lines = list(dict.fromkeys(message for _line, message in sorted(self._found, key=lambda pair: pair[0])))
        left = len(lines) - MOST_SHOWN
        more = (f"… y {plural(left, 'problema más', 'problemas más')}",) if left > 0 else ()
        raise InvalidInputError(
            f"«{self._file}» no puede usarse: {plural(len(lines), 'problema', 'problemas')}.",
            problems=(*lines[:MOST_SHOWN], *more),
            hint="Corrija el archivo y repita la orden; no se guardó nada.",
        )


def shown(text: str) -> str:
    """The beginning of a text that may be long, in one line."""
    line = one_line(text)
    return line if len(line) <= 50 else f"{line[:49]}…"


def described(node: Node) -> str:
    """What kind of value there is, in words."""
    match node.value:
        case None:
            return "nada"
        case bool():
            return "verdadero" if node.value else "falso"
        case str() | float():
            return f"«{shown(str(node.value))}»"
        case list():
            return "una lista"
        case _:
            return "un grupo de claves"


def _opened(message: str) -> str:
    """A message as it goes on after a colon: no capital, unless a quote opens it."""
    return message[:1].lower() + message[1:]
