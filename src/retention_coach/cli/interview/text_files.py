"""Text files as consultants have them: UTF-8 with or without mark, or from an older Windows."""

from pathlib import Path

from retention_coach.errors import InvalidInputError

MAX_BYTES = 200_000
"""More than ten times the longest answer: such a file was named by mistake."""


def decoded(data: bytes) -> str:
    """The text of bytes that somebody typed: UTF-8, or else Windows' western European letters."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read_answer(name: str) -> str:
    """The answer that a file holds.

    Raises:
        InvalidInputError: there is no such file, it cannot be read, or it is empty or far too long.
    """
    hint = "Escriba la ruta de un archivo de texto, por ejemplo: /archivo notas.txt"
    if not name:
        raise InvalidInputError("Falta el nombre del archivo.", hint=hint)
    path = Path(name.strip("\"'")).expanduser()
    try:
        if not path.is_file():
            raise InvalidInputError(f"No hay ningún archivo «{path}».", hint=hint)
        if path.stat().st_size > MAX_BYTES:
            raise InvalidInputError(f"«{path}» es demasiado largo para ser una respuesta.", hint=hint)
        data = path.read_bytes()
    except OSError as error:
        raise InvalidInputError(f"No se puede leer «{path}»: {error.strerror}.", hint=hint) from error
    if b"\x00" in data:
        raise InvalidInputError(f"«{path}» no es un archivo de texto.", hint=hint)
    text = decoded(data).strip()
    if not text:
        raise InvalidInputError(f"«{path}» está vacío.", hint=hint)
    return text
