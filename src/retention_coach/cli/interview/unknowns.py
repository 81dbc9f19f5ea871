"""When a whole answer says «no sé»."""

import re

from retention_coach.spanish.absence import is_unknown
from retention_coach.spanish.words import fold

_NOT_KNOWN = frozenset(
    {
        "no se", "nose", "no lo se", "no sabemos", "no lo sabemos", "no sabria decirle", "no sabria decir", "ni idea",
        "no tengo idea", "no tenemos idea", "lo desconozco", "desconozco", "se desconoce", "ns", "ns nc",
    }
)  # fmt: skip


def says_unknown(text: str, *, is_figure: bool = False) -> bool:
    """Whether the answer is «no sé» and nothing else.

    For a figure «no tenemos» is unknown too; for an open question it is an answer («no tenemos un sistema»).
    """
    words = " ".join(re.findall(r"[a-z]+", fold(text)))
    return words in _NOT_KNOWN or (is_figure and bool(text.strip()) and is_unknown(text))
