"""The keys of a company file, as consultants write them: accents, capitals, spaces and hyphens are free."""

import re
from collections.abc import Mapping
from difflib import get_close_matches

from retention_coach.domain.base import Topic
from retention_coach.spanish.words import fold

Keys = Mapping[str, str]
"""A key as it may be written, normalised, to what it means. The first of several for one meaning is the usual one."""

FIELDS: Keys = {
    "empresa": "company",
    "nombre_empresa": "company",
    "razon_social": "company",
    "ruc": "ruc",
    "servicios": "services",
    "beneficio_principal": "main_benefit",
    "perfil_cliente": "customer_profile",
    "perfil_de_cliente": "customer_profile",
    "industria": "industry",
    "canton": "canton",
    "industrias_clientes": "customer_industries",
    "industria_clientes": "customer_industries",
    "industrias_de_clientes": "customer_industries",
    "cantones_clientes": "customer_cantons",
    "canton_clientes": "customer_cantons",
    "cantones_de_clientes": "customer_cantons",
    "tamano": "size",
    "modelo_relacion": "relationship_model",
    "modelo_de_relacion": "relationship_model",
    "dias_inactividad": "inactivity_days",
    "dias_de_inactividad": "inactivity_days",
    "mes_inicio": "start_month",
    "mes_de_inicio": "start_month",
    "equipo": "team",
    "presupuesto_usd": "budget_usd",
    "presupuesto": "budget_usd",
    "contactos": "contacts",
    "segmentos": "segments",
    "cuentas": "accounts",
}

FIGURES: Keys = {
    "clientes_inicio": "customers_start",
    "clientes_al_inicio": "customers_start",
    "clientes_perdidos": "customers_lost",
    "clientes_nuevos": "customers_new",
    "ingresos_inicio": "revenue_opening",
    "ingresos_al_inicio": "revenue_opening",
    "ingresos_ampliacion": "revenue_expansion",
    "ingresos_reduccion": "revenue_contraction",
    "ingresos_perdidos": "revenue_lost",
    "margen_bruto": "gross_margin",
    "costo_captacion": "acquisition_cost",
    "costo_adquisicion": "acquisition_cost",
    "costo_retencion": "retention_cost",
    "tasa_descuento": "discount_rate",
    "nps_promotores": "nps_promoters",
    "nps_pasivos": "nps_passives",
    "nps_detractores": "nps_detractors",
    "usos": "usage_events",
    "clientes_activos": "active_customers",
    "horas_respuesta_mediana": "response_hours_median",
    "horas_respuesta_p90": "response_hours_p90",
}

TOPICS: Mapping[str, Topic] = {
    "situacion_actual": "situation",
    "situacion": "situation",
    "riesgos": "risks",
    "oportunidades": "opportunities",
    "recursos": "resources",
    "objetivos": "objectives",
}

FIGURE_PARTS: Keys = {"valor": "value", "periodo": "period", "corte": "cutoff", "origen": "origin", "nota": "note"}
MEMBER: Keys = {
    "cargo": "role",
    "horas_mes": "hours_per_month",
    "horas_al_mes": "hours_per_month",
    "meses_sin_horas": "months_off",
}
CONTACT: Keys = {"titulo": "title", "nombre": "name", "cargo": "role", "cuenta": "account", "cliente": "account"}
SEGMENT: Keys = {"nombre": "name", "clientes": "customers", "descripcion": "description"}
ACCOUNT: Keys = {
    "cliente": "customer",
    "facturacion_anual_usd": "annual_revenue_usd",
    "facturacion_anual": "annual_revenue_usd",
    "renovacion": "renewal_date",
    "riesgo": "risk",
    "segmento": "segment",
}
ANSWER: Keys = {"texto": "text", "respuesta": "text", "solo_consultor": "consultant_only"}

CIFRAS, TEMAS, RESPUESTAS = "cifras", "temas", "respuestas"
SECTIONS: Keys = {CIFRAS: CIFRAS, TEMAS: TEMAS, RESPUESTAS: RESPUESTAS}
TOP: Keys = {**FIELDS, **SECTIONS}

_INSIDE: Mapping[str, Keys] = {CIFRAS: FIGURES, TEMAS: TOPICS}


def normalised(key: str) -> str:
    """The key without accents, capitals, or what stands between its words."""
    return re.sub(r"[\W_]+", "_", fold(key)).strip("_")


def usual(keys: Keys, meaning: str) -> str:
    """The usual key for a meaning."""
    return next(key for key, found in keys.items() if found == meaning)


def advice(key: str, keys: Keys) -> str:
    """What to write instead of a key that is not known here: the section it belongs to, or the nearest key."""
    written = normalised(key)
    for section, inside in _INSIDE.items():
        if keys is TOP and written in inside:
            return f"va dentro de «{section}:»"
    near = get_close_matches(written, keys, n=1, cutoff=0.6)
    if near:
        return f"¿Quiso decir «{near[0]}»?"
    return f"se aceptan: {', '.join(dict.fromkeys(usual(keys, meaning) for meaning in keys.values()))}"
