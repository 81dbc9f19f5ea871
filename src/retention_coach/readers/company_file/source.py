"""The text of a company file, read with care: it comes from somebody else's computer."""

import stat
from pathlib import Path

from retention_coach.errors import InvalidInputError

MAX_BYTES = 1_000_000
_MARKS_OF_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS_UTF8 = "Guárdelo de nuevo eligiendo la codificación UTF-8."


def read_text(path: Path) -> str:
    """The whole text, in UTF-8 with or without a mark.

    Raises:
        InvalidInputError: there is no such file, it is not an ordinary one, it is too big, empty, or not UTF-8.
    """
    data = _bytes(path)
    if data.startswith(_MARKS_OF_UTF16):
        raise InvalidInputError(f"«{path}» está en UTF-16.", hint=_SAVE_AS_UTF8)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InvalidInputError(f"«{path}» no está en UTF-8: línea {line}.", hint=_SAVE_AS_UTF8) from error
    if "\0" in text:
        raise InvalidInputError(f"«{path}» no es un archivo de texto.", hint="Se espera un archivo .yaml o .json.")
    if not text.strip():
        raise InvalidInputError(f"«{path}» está vacío.", hint="Escriba al menos los datos del perfil de la empresa.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bytes(path: Path) -> bytes:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise InvalidInputError(f"«{path}» es una carpeta.", hint="Señale el archivo .yaml o .json de la empresa.")
        if not stat.S_ISREG(found.st_mode):  # opening a named pipe would wait for somebody to write into it
            raise InvalidInputError(f"«{path}» no es un archivo corriente.", hint="Se espera un archivo .yaml o .json.")
        if found.st_size > MAX_BYTES:
            raise InvalidInputError(
                f"«{path}» es demasiado grande: tiene {found.st_size / 1e6:.0f} MB y se acepta 1.",
                hint="Un archivo describe una sola empresa, en texto.",
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InvalidInputError(f"No existe el archivo «{path}».", hint="Revise el nombre y la carpeta.") from error
    except (OSError, ValueError) as error:  # a name with a null character is a ValueError
        reason = error.strerror if isinstance(error, OSError) else "el nombre no es válido"
        raise InvalidInputError(
            f"No se puede leer «{path}» ({reason}).", hint="Revise los permisos del archivo."
        ) from error
