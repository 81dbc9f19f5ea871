"""Spanish names for the fields of knowledge entries, and their values in words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from retention_coach.report.labels import DIRECTION, FREQUENCY, KPI, METHOD, RELATIONSHIP, TOPIC
from retention_coach.spanish.formats import number, short_date

LABELS: Mapping[str, str] = {
    "action": "Acción",
    "actions": "Acciones preventivas",
    "activity": "Actividad",
    "adjective": "Adjetivo",
    "advice": "Consejo",
    "akin": "No se ofrece junto a",
    "alert": "En alerta",
    "aliases": "También se dice",
    "also": "Otras direcciones",
    "any_of": "La delatan",
    "approximate": "Fechas aproximadas",
    "article": "Artículo",
    "as_customer": "Como cliente",
    "ask": "Qué preguntar",
    "asked_in": "Preguntas en las que se nombra",
    "at_least": "Desde",
    "at_most": "Hasta",
    "at_risk": "En riesgo",
    "better_when": "Cuándo conviene",
    "blackout": "Conviene no visitar",
    "blackouts": "Cuándo no visitar",
    "cantons": "Cantones",
    "caveat": "Salvedad",
    "caveats": "Salvedades",
    "channel": "Canal",
    "channels": "Canales",
    "code": "Código",
    "collection_script": "Cómo se pide",
    "commercial_application": "Aplicación comercial",
    "comparison": "Comparación",
    "competitive_pressures": "Presiones competitivas",
    "confirm_question": "Pregunta de confirmación",
    "consent_text": "Autorización del cliente",
    "cost_fixed_usd": "Costo fijo, USD",
    "cost_per_customer_usd": "Costo por cliente, USD",
    "cost_usd": "Costo, USD",
    "customer_sectors": "Sectores de los clientes",
    "cycle": "Ciclo del negocio",
    "data_source": "De dónde sale el dato",
    "day": "Día",
    "definition": "Definición",
    "denied": "Se niega",
    "depends": "Qué depende de ella",
    "description": "Descripción",
    "direction": "Sentido",
    "doubtful": "Por confirmar",
    "early_sign": "Primera señal de que falla",
    "effect": "Efecto",
    "end": "Hasta",
    "end_day": "Hasta el día",
    "end_month": "Hasta el mes",
    "example": "Ejemplo",
    "examples": "Ejemplos",
    "expectations": "Qué esperan",
    "facts": "Datos",
    "favoured_by": "Lo favorece",
    "finds_out": "Sirve para averiguar",
    "first": "Primer día",
    "focus": "En qué se concentra",
    "follow_ups": "Repreguntas",
    "forbids": "No permite",
    "formulas": "Fórmulas",
    "frequency": "Frecuencia",
    "from_score": "Puntaje desde",
    "future": "Futuro",
    "geography": "Lugar",
    "gerund": "Gerundio",
    "gives_baseline": "Mide por primera vez su indicador",
    "guidance": "Orientación",
    "healthy": "Sana",
    "help": "Ayuda",
    "high": "Máximo",
    "hindered_by": "Le pesa",
    "horizon_phase": "Fase del plan",
    "hours": "Horas",
    "hours_fixed": "Horas fijas",
    "hours_per_customer": "Horas por cliente",
    "how_it_can_fail": "Cómo puede fallar",
    "how_to_measure": "Cómo se mide",
    "if_unknown": "Si no se sabe",
    "imperfect": "Imperfecto",
    "in_plan": "En el plan",
    "informs": "Señales que revela",
    "instead": "En su lugar",
    "kind": "Clase",
    "kpi": "Indicador",
    "kpis": "Indicadores que persigue",
    "label": "Nombre",
    "lack_of": "Lo que su falta indica",
    "last": "Último día",
    "later": "Qué deja para después",
    "lead_time_days": "Días de preparación",
    "limits": "Límites",
    "loss_reasons": "Por qué se pierden clientes",
    "low": "Mínimo",
    "main_themes": "Señales principales",
    "meaning": "Qué significa",
    "measure": "Qué mide",
    "message": "Mensaje",
    "method": "Estrategia",
    "methods": "Estrategias",
    "metric": "Métrica",
    "min_reach": "Mínimo de clientes",
    "month": "Mes",
    "month_day": "Mes y día",
    "months": "Meses en que tiene sentido",
    "must_be_true": "Lo que debe cumplirse",
    "n": "Muestra",
    "name": "Nombre",
    "needed_for": "Indicadores que la usan",
    "needs": "Qué necesita",
    "ninth_digit": "Noveno dígito del RUC",
    "none_of": "La descartan",
    "norm": "Norma",
    "not_sectors": "No para los sectores",
    "not_when": "Cuándo no conviene",
    "note": "Nota",
    "number": "Número",
    "objective": "Objetivo",
    "occasion": "Conversación por nombre",
    "on_target": "En meta",
    "one_side": "Un lado",
    "only_sectors": "Solo para los sectores",
    "other_side": "El otro lado",
    "other_themes": "Otras señales",
    "otherwise": "Si falta el dato",
    "owner_role": "Responsable",
    "owner_roles": "Responsables, por orden",
    "participle": "Participio",
    "particularities": "Particularidades",
    "period": "Período",
    "phrases": "Palabras y giros",
    "place": "Lugar",
    "places": "Lugares",
    "population": "Población",
    "prerequisites": "Antes hace falta",
    "present": "Presente",
    "preterite": "Pretérito",
    "priority": "Prioridad",
    "private": "Conviene «solo consultor»",
    "province": "Provincia",
    "provinces": "Provincias",
    "purpose": "Para qué sirve",
    "question": "Pregunta",
    "reading": "Lectura",
    "reason": "Razón",
    "recoverable": "Se recupera",
    "region": "Región",
    "regions": "Regiones",
    "relationship_models": "Modelos de relación",
    "requires": "Exige",
    "resources": "Recursos",
    "said": "Con sus palabras",
    "says": "Qué dice",
    "scenarios": "Escenarios",
    "sectors": "Sectores",
    "segments": "Segmentos",
    "signals": "Señales",
    "skip_when": "No se pregunta a",
    "stage": "Etapa",
    "standing": "Carácter",
    "start": "Desde",
    "start_day": "Desde el día",
    "start_month": "Desde el mes",
    "statement": "Qué se sabe",
    "statutory_day": "Día según la ley",
    "steps": "Pasos",
    "strength": "Fuerza",
    "stressed": "Cambio en sílaba tónica",
    "subjunctive": "Subjuntivo",
    "success_metric": "Métrica de éxito",
    "text": "Texto",
    "themes": "Señales a las que responde",
    "theory": "Por qué funciona",
    "title": "Título",
    "to_confirm": "Por confirmar",
    "topic": "Tema",
    "topics": "Temas",
    "typical_weeks": "Semanas hasta que se nota",
    "unit": "Unidad",
    "units": "Unidades",
    "unsaid": "Sin sus palabras",
    "use_when": "Cuándo se usa",
    "verbs": "Verbos",
    "vocabulary": "Vocabulario",
    "watch": "En atención",
    "weak": "Cambio en sílaba átona",
    "weight": "Peso",
    "week": "Semana",
    "when": "Cuándo",
    "whole_number": "Número entero",
    "why": "Por qué",
    "windows": "Fechas",
    "with_words": "Con alguna de estas palabras",
    "word": "Palabra",
    "year": "Año",
    "yearly": "Cada año",
}

_OCCASIONS: Mapping[str, str] = {
    "renewal_soon": "acuerdos que vencen en tres meses",
    "renewal_later": "acuerdos que vencen después",
    "at_risk": "cuentas en riesgo",
    "preparation": "preparación de la cita",
}

_VALUES: Mapping[str, str] = {
    code: words
    for table in (KPI, METHOD, TOPIC, RELATIONSHIP, FREQUENCY, DIRECTION, _OCCASIONS)
    for code, words in table.items()
}


def label(name: str) -> str:
    """The field's name for people."""
    return LABELS.get(name, name)


def worded(value: Any) -> Any:
    """A value of `model_dump` in words; groups and lists keep their shape, blanks are left out of groups."""
    match value:
        case dict():
            return {label(str(key)): worded(item) for key, item in value.items() if item not in (None, (), "", False)}
        case list() | tuple() | set() | frozenset():
            return [worded(item) for item in value]
        case _:
            return _text(value)


def _text(value: object) -> str:
    match value:
        case None | False:
            return ""
        case True:
            return "sí"
        case int() | float():
            return number(value)
        case date():
            return short_date(value)
        case _:
            return _VALUES.get(str(value), str(value))
