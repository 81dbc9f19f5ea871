"""Where a finding is, in words: «mes 2, acción 3, fecha límite»."""

from collections.abc import Mapping

_GROUPS: Mapping[str, tuple[str, str]] = {
    "questions": ("pregunta", "preguntas"),
    "diagnosis": ("observación", "diagnóstico"),
    "unknowns": ("dato por averiguar", "datos por averiguar"),
    "alternatives": ("alternativa", "alternativas"),
    "levers": ("palanca", "palancas"),
    "objectives": ("meta", "metas"),
    "months": ("mes", "meses"),
    "actions": ("acción", "acciones"),
    "kpis": ("indicador", "indicadores"),
    "scenarios": ("escenario", "escenarios"),
    "considerations": ("consideración", "consideraciones"),
    "phases": ("fase", "fases"),
    "strategies": ("estrategia", "estrategias"),
    "steps": ("paso", "pasos"),
    "resources": ("recurso", "recursos"),
    "success_metrics": ("métrica de éxito", "métricas de éxito"),
    "must_be_true": ("condición", "condiciones"),
    "how_it_can_fail": ("modo de fallar", "modos de fallar"),
    "local_fit": ("adaptación al Ecuador", "adaptación al Ecuador"),
    "seasonality": ("estacionalidad", "estacionalidad"),
    "examples": ("respuesta de ejemplo", "respuestas de ejemplo"),
    "evidence": ("evidencia", "evidencia"),
    "figures": ("cifra", "cifras"),
}
"""Fields that hold several things: the name of one, and of all."""

_NAMES: Mapping[str, str] = {
    "goal": "meta",
    "main_indicator": "indicador principal",
    "recommendation": "recomendación",
    "infeasible": "aviso de que no es viable",
    "optimal_ratio": "ratio óptimo",
    "target": "valor por alcanzar",
    "baseline": "línea base",
    "basis": "base de la cifra",
    "detail": "detalle",
    "ref": "referencia",
    "label": "etiqueta",
    "value": "valor",
    "unit": "unidad",
    "kind": "clase",
    "id": "identificador",
    "topic": "tema",
    "text": "texto",
    "why": "por qué",
    "confirms": "entrada por confirmar",
    "statement": "enunciado",
    "strength": "fuerza de la evidencia",
    "what": "qué falta saber",
    "how_to_know": "cómo saberlo",
    "name": "nombre",
    "focus": "enfoque",
    "method": "método",
    "first_action": "primera acción",
    "effort_hours": "horas de trabajo",
    "cost_usd": "costo",
    "weeks_to_first_result": "semanas hasta el primer resultado",
    "early_sign": "primera señal de fallo",
    "reason": "razón",
    "when_the_other_is_better": "cuándo conviene la otra",
    "knowledge_id": "entrada de conocimiento",
    "alternative": "alternativa elegida",
    "calendar_note": "aviso sobre el calendario",
    "needed": "qué haría falta",
    "number": "número",
    "period": "mes calendario",
    "seasonality_note": "nota de estacionalidad",
    "reading": "lectura",
    "activity": "actividad",
    "owner": "responsable",
    "hours": "horas",
    "deadline": "fecha límite",
    "due": "fecha",
    "kpi": "indicador",
    "metric": "métrica",
    "definition": "definición",
    "formula_id": "fórmula",
    "formula_text": "fórmula en palabras",
    "frequency": "frecuencia",
    "direction": "sentido de la mejora",
    "baseline_note": "nota de la línea base",
    "own_target": "meta propia",
    "benchmark_id": "referencia publicada",
    "benchmark_note": "nota sobre la referencia",
    "low": "límite inferior",
    "high": "límite superior",
    "action": "acción",
    "data_source": "fuente del dato",
    "industry": "industria",
    "customer_profile": "perfil de cliente",
    "title": "título",
    "purpose": "propósito",
    "plan_action_id": "acción del plan que cita",
    "objective": "objetivo",
    "commercial_application": "aplicación comercial",
    "consent_text": "texto de autorización",
    "message": "mensaje",
    "month": "mes",
    "how_to_measure": "cómo se mide",
}

"""Fields that hold one thing."""

_LETTERS = "AB"


def place(path: str) -> str:
    """A path of an output in words, positions counted from 1; empty for the output as a whole.

    What has no name here is left out.
    """
    words: list[str] = []
    group = ""
    for part in path.split("."):
        if part.isdecimal() and group in _GROUPS:
            words[-1] = f"{_GROUPS[group][0]} {_position(group, int(part))}"
        elif part in _GROUPS:
            words.append(_GROUPS[part][1])
        elif part in _NAMES:
            words.append(_NAMES[part])
        group = part
    return ", ".join(words)


def named_fields() -> frozenset[str]:
    """The fields that have a name here."""
    return frozenset((*_GROUPS, *_NAMES))


def _position(group: str, index: int) -> str:
    return _LETTERS[index] if group == "alternatives" and index < len(_LETTERS) else str(index + 1)
