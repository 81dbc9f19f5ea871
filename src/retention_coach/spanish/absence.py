"""Two answers that are not a figure and must not be confused: «no sé» (unknown) and «ninguno» (zero)."""

import re

from retention_coach.spanish.words import fold, word_set

_WORD = re.compile(r"[a-z0-9]+")

_UNKNOWN = frozenset(
    {
        "no se", "nose", "ns", "nc", "ns nc", "n s", "n d", "nd", "n a", "na", "s d", "sd", "no c",
        "no sabemos", "no sabria", "no sabria decirlo",
        "desconozco", "desconocemos", "se desconoce", "desconocido", "no conozco", "no conocemos",
        "ni idea", "no tengo idea", "no tenemos idea", "no tengo", "no tenemos", "no tengo dato", "no tenemos dato",
        "no hay dato", "no hay datos", "no tengo datos", "no tenemos datos", "sin dato", "sin datos",
        "sin informacion", "no tenemos informacion", "no tengo informacion", "no se nada", "no sabemos nada",
        "no dispongo", "no disponemos", "no disponible", "no medimos", "no se mide", "no se ha medido",
        "no hemos medido", "no llevamos", "no llevamos registro", "no registramos", "no hay registro",
        "no recuerdo", "no me acuerdo", "no aplica", "pendiente", "por definir", "por confirmar", "por averiguar",
    }
)  # fmt: skip

_SOFTENERS = word_set("""
    pues bueno uy eh mmm la verdad sinceramente realmente honestamente todavia aun ahora ahorita momento el los las lo
    exactamente exacto exacta bien eso ese esa esta este con exactitud certeza seguridad de del cifra cifras numero
    disculpe gracias ingeniero ingeniera hoy mismo en que decirle decir por
    """)

_NOTHING_ELSE = re.compile(r"[-–—?¿.…/\s]+")

_NONE_WORDS = frozenset({"ningun", "ninguno", "ninguna", "nada", "nadie"})
_NO_CASES = frozenset(
    {"no hubo", "no hay", "no ha habido", "no perdimos", "no hemos perdido", "no tuvimos", "no se han perdido"}
)
_AROUND_NONE = word_set("""
    no tenemos tengo hay hubo ha habido hemos perdido perdimos perdi tuvimos han ido se fue nos cliente clientes cuenta
    cuentas empresa hasta por todo ano mes semana ultimo ultimos ultimas aqui actualmente
    """)


def is_unknown(text: str) -> bool:
    """Whether the whole answer says that the figure is not known: «no sé», «aún no lo sabemos», «n/d», «?».

    «No tenemos» and «no aplica» count as unknown: a zero is never supposed. An answer that goes on («no sé, quizá 5»)
    is not unknown. An empty text is not an answer.
    """
    folded = fold(text).strip()
    if _NOTHING_ELSE.fullmatch(folded):
        return True
    words = _WORD.findall(folded)
    without_softeners = [word for word in words if word not in _SOFTENERS]
    return " ".join(words) in _UNKNOWN or " ".join(without_softeners) in _UNKNOWN


def is_none(text: str) -> bool:
    """Whether the whole answer says zero without a number: «ninguno», «no hemos perdido ningún cliente», «nada»."""
    words = [word for word in _WORD.findall(fold(text)) if word not in _SOFTENERS]
    if " ".join(words) in _NO_CASES:
        return True
    rest = [word for word in words if word not in _NONE_WORDS]
    return len(rest) < len(words) and all(word in _AROUND_NONE for word in rest)
