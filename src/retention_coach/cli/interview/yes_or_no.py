"""A plain yes or no."""

from retention_coach.errors import InvalidInputError
from retention_coach.spanish.words import fold

_YES = frozenset({"s", "si", "claro", "ok", "correcto"})
_NO = frozenset({"n", "no", "todavia no", "despues"})


def says_yes(text: str) -> bool:
    """Whether the answer is «sí» and nothing else."""
    return _word(text) in _YES


def read_yes_or_no(text: str) -> bool:
    """Whether it is a yes, which nothing but Enter is too.

    Raises:
        InvalidInputError: neither yes nor no.
    """
    if not text or says_yes(text):
        return True
    if _word(text) in _NO:
        return False
    raise InvalidInputError(f"«{text[:40]}» no es sí ni no.", hint="Escriba s o n.")


def _word(text: str) -> str:
    return fold(text).strip(" .,!")
