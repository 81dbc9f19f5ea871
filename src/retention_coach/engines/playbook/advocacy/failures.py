"""What the company already tried in vain, and what is different now."""

import re

from retention_coach.assessment.successes import Attempt
from retention_coach.spanish.words import fold

_MEANS: tuple[tuple[str, frozenset[str], str], ...] = (
    (
        r"canasta|regal|obsequi|sorte|rifa|premi|puntos|moto\b",
        frozenset({"presentacion_personal", "origen_de_cada_cliente"}),
        "aquí no hay regalo ni sorteo: hay una llamada, y la noticia de cómo terminó.",
    ),
    (
        r"masiv|cadena|difusion|correos? a todos",
        frozenset({"medir_antes_de_pedir", "pregunta_en_la_entrega", "palabras_exactas", "convertir_queja"}),
        "aquí se habla con cada persona por su nombre y una sola vez.",
    ),
    (
        r"boletin|revista|publicacion|redes|facebook|blog",
        frozenset({"caso_con_nombre", "caso_sin_nombre", "cliente_fundador", "diario_de_logros", "gremio_del_cliente"}),
        "aquí nada sale cada mes por salir: es una página, para una persona, con un dato suyo.",
    ),
    (
        r"encuest|formulario|cuestionario",
        frozenset({"medir_antes_de_pedir", "pregunta_en_la_entrega", "carta_de_compromisos"}),
        "aquí se pregunta de viva voz, y quien pregunta resuelve.",
    ),
    (
        r"feria|evento|desayuno|almuerzo|charla|fiesta|congreso",
        frozenset({"gremio_del_cliente", "desayuno_con_invitado"}),
        "aquí no se gasta en un local: se va donde ya está quien decide, con un resultado que se puede comprobar.",
    ),
    (
        r"descuento|rebaj|baj\w+ (?:el|los) precio|promocion",
        frozenset({"presentacion_personal"}),
        "aquí no se toca el precio: se muestra lo que el precio ya incluye.",
    ),
)
"""How an attempt is recognised, the strategies that might look like it again, and what they do differently."""


def difference(play: str, failures: tuple[Attempt, ...]) -> str:
    """What a strategy does differently from an attempt that it resembles; empty if it resembles none."""
    kind = play.removeprefix("advocacy.")
    for attempt in failures:
        said = fold(attempt.words)
        for sign, plays, answer in _MEANS:
            if kind in plays and re.search(sign, said):
                return f"No repita lo que ya se intentó («{_said(attempt)}»): {answer}"
    return ""


def _said(attempt: Attempt) -> str:
    """The words without the «Y» that tied them to those before."""
    return re.sub(r"^[Yy]\s+", "", attempt.words)
