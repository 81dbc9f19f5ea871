"""Spanish labels for every closed list of codes, in one place, so that all documents use the same words."""

from collections.abc import Mapping

from retention_coach.domain.base import KpiId, Method, Topic, Unit
from retention_coach.domain.evidence import EvidenceKind
from retention_coach.domain.figures import Origin, Period
from retention_coach.domain.finding import Severity
from retention_coach.domain.kpi_set import Frequency
from retention_coach.domain.profile import RelationshipModel, Size
from retention_coach.domain.sector_plan import ConsiderationKind
from retention_coach.domain.session import MadeBy

TOPIC: Mapping[Topic, str] = {
    "situation": "Situación actual",
    "risks": "Riesgos",
    "opportunities": "Oportunidades",
    "resources": "Recursos",
    "objectives": "Objetivos",
}

KPI: Mapping[KpiId, str] = {
    "retention": "Tasa de retención de clientes",
    "nps": "Net Promoter Score (NPS)",
    "clv": "Customer Lifetime Value (CLV)",
    "churn": "Tasa de churn o deserción",
    "usage": "Frecuencia de uso del servicio",
    "response_time": "Tiempo de respuesta a inquietudes",
}

METHOD: Mapping[Method, str] = {
    "proactive_checkin": "Check-in proactivo",
    "value_content": "Contenido de valor",
    "loyalty_program": "Programa de lealtad",
    "expansion": "Expansión de servicios",
    "community": "Comunidad de clientes",
}

UNIT: Mapping[Unit, tuple[str, str]] = {
    "customers": ("cliente", "clientes"),
    "percent": ("%", "%"),
    "usd": ("dólar", "dólares"),
    "hours": ("hora", "horas"),
    "days": ("día", "días"),
    "weeks": ("semana", "semanas"),
    "points": ("punto", "puntos"),
    "count": ("vez", "veces"),
    "answers": ("respuesta", "respuestas"),
}
"""Singular and plural of what a figure counts."""

STRENGTH: Mapping[str, str] = {
    "strong": "evidencia fuerte",
    "medium": "evidencia media",
    "weak": "evidencia débil",
}

FREQUENCY: Mapping[Frequency, str] = {
    "weekly": "cada semana",
    "monthly": "cada mes",
    "quarterly": "cada trimestre",
    "semiannual": "cada semestre",
    "annual": "cada año",
}

DIRECTION: Mapping[str, str] = {"up": "mejor si sube", "down": "mejor si baja"}

ORIGIN: Mapping[Origin, str] = {"system": "dato del sistema", "estimate": "estimación", "assumption": "supuesto"}

PERIOD: Mapping[Period, str] = {
    "month": "mes",
    "quarter": "trimestre",
    "semester": "semestre",
    "year": "año",
    "moment": "a la fecha",
}

SIZE: Mapping[Size, str] = {
    "micro": "microempresa",
    "small": "pequeña empresa",
    "medium": "mediana empresa",
    "large": "gran empresa",
}

RELATIONSHIP: Mapping[RelationshipModel, str] = {
    "contract": "contrato con plazo",
    "recurring": "compra recurrente sin contrato",
    "project": "trabajo por proyecto",
}

OBJECTIVE: Mapping[str, str] = {"measure": "obtener la línea base", "improve": "mejorar el indicador"}

CONSIDERATION: Mapping[ConsiderationKind, str] = {
    "particularities": "Particularidades del sector",
    "business_cycle": "Ciclo de negocio",
    "competitive_pressures": "Presiones competitivas",
    "customer_expectations": "Expectativas del cliente",
}

SCENARIO: Mapping[str, str] = {"alert": "Alerta", "watch": "Atención", "on_target": "En meta"}

EVIDENCE: Mapping[EvidenceKind, str] = {
    "answer": "respuesta",
    "figure": "cifra",
    "account": "cuenta",
    "profile": "perfil",
    "plan": "plan",
    "knowledge": "conocimiento",
    "calculation": "cálculo",
    "assumption": "supuesto",
}

SEVERITY: Mapping[Severity, str] = {"error": "Error", "warning": "Advertencia", "notice": "Aviso"}

RISK: Mapping[str, str] = {"low": "riesgo bajo", "medium": "riesgo medio", "high": "riesgo alto"}

STATUS: Mapping[str, str] = {"draft": "BORRADOR", "reviewed": "REVISADO"}

CHOSEN_BY: Mapping[str, str] = {
    "consultant": "elegida por el consultor con la empresa",
    "recommended": "tomada por ser la recomendada",
}

PROFILE_FIELD: Mapping[str, str] = {
    "company": "nombre de la empresa",
    "ruc": "RUC",
    "services": "servicios",
    "main_benefit": "beneficio principal",
    "customer_profile": "perfil de cliente",
    "industry": "industria",
    "canton": "cantón",
    "customer_industries": "industrias de los clientes",
    "customer_cantons": "cantones de los clientes",
    "size": "tamaño de la empresa",
    "relationship_model": "modelo de relación",
    "inactivity_days": "regla de inactividad",
    "start_month": "mes de inicio",
    "team": "equipo y sus horas",
    "budget_usd": "presupuesto",
    "contacts": "contactos",
    "segments": "segmentos",
    "accounts": "cuentas que importan",
    "figures": "cifras de la empresa",
}

_ENGINE: Mapping[str, str] = {
    "playbook": "motor de reglas, sin conexión (playbook)",
    "openai": "modelo de lenguaje",
}


def engine(made_by: MadeBy) -> str:
    """What wrote an output, in words; engines that are not known here by their own name. The model in parentheses."""
    name = _ENGINE.get(made_by.engine, made_by.engine)
    return f"{name} ({made_by.model})" if made_by.model else name
