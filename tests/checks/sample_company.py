"""A small accounting firm in Quito that serves flower farms: its profile, its answers, and the entries that concern it.

The knowledge base is a small one made here, so that a correction of the real one cannot change what these tests say.
"""

from datetime import date

from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.domain.profile import Profile
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.calendar.calendar_data import CalendarData

_JUDGED = {"professional_judgement": True, "verified_on": date(2026, 11, 21)}


def _holiday(entry_id: str, name: str, day: date, statutory: date) -> dict[str, object]:
    return {**_JUDGED, "id": entry_id, "name": name, "day": day, "statutory_day": statutory, "standing": "derived"}


CALENDAR = CalendarData.model_validate(
    {
        "holidays": [
            _holiday("holiday.2026-new-year", "Año Nuevo", date(2026, 1, 1), date(2026, 1, 1)),
            _holiday("holiday.2027-primer-grito", "Primer Grito", date(2027, 8, 9), date(2027, 8, 10)),
            _holiday("holiday.2027-guayaquil", "Guayaquil", date(2027, 10, 8), date(2027, 10, 9)),
            _holiday("holiday.2027-difuntos", "Difuntos", date(2027, 11, 1), date(2027, 11, 2)),
            _holiday("holiday.2027-navidad", "Navidad", date(2027, 12, 24), date(2027, 12, 25)),
        ],
        "decrees": [],
        "local_holidays": [
            {**_JUDGED, "id": "local.quito", "name": "Quito", "month_day": "12-06", "place": "canton.quito"}
        ],
        "provinces": [{**_JUDGED, "id": "province.pichincha", "name": "Pichincha", "region": "sierra"}],
        "cantons": [
            {**_JUDGED, "id": "canton.quito", "name": "Quito", "province": "province.pichincha"},
            {**_JUDGED, "id": "canton.cayambe", "name": "Cayambe", "province": "province.pichincha"},
        ],
        "seasons": [
            {
                **_JUDGED,
                "id": "season.decimo_cuarto_sierra",
                "name": "Décimo cuarto sueldo",
                "kind": "salary",
                "yearly": {"first": "08-01", "last": "08-15"},
                "regions": ["sierra"],
                "effect": "Las empresas cuidan su caja.",
            }
        ],
        "tax_due_days": [],
    }
)
"""The calendar of 2026 and 2027."""

_LEVEL = {"meaning": "Así está la cuenta.", "action": "Pregunte cómo está."}


def _sector(key: str, name: str, alias: str, blackouts: tuple[dict[str, object], ...] = ()) -> dict[str, object]:
    return {
        **_JUDGED,
        "id": f"sector.{key}",
        "name": name,
        "adjective": name.casefold(),
        "aliases": [alias],
        "unit": "cliente",
        "units": "clientes",
        "particularities": ["Trabaja con plazos.", "Depende de pocas personas."],
        "cycle": [{"month": month, "activity": "normal", "text": "Mes corriente."} for month in range(1, 13)],
        "competitive_pressures": ["Precio.", "Confianza."],
        "expectations": ["Puntualidad.", "Claridad."],
        "loss_reasons": ["Demoras.", "Errores."],
        "vocabulary": [{"word": "finca", "meaning": "cultivo"}, {"word": "tallo", "meaning": "flor"}],
        "blackouts": blackouts,
        "as_customer": ["Pide respuestas rápidas.", "Compara precios."],
        "confirm_question": "¿En qué meses trabajan más?",
    }


KNOWLEDGE = Knowledge.model_validate(
    {
        "version": "prueba",
        "plays": [],
        "approaches": [],
        "advocacy": [],
        "sectors": [
            _sector("contabilidad", "Servicios contables", "contabilidad"),
            _sector(
                "flores",
                "Florícola",
                "flores",
                (
                    {
                        "start_month": 1,
                        "start_day": 15,
                        "end_month": 2,
                        "end_day": 14,
                        "reason": "cosecha de San Valentín",
                    },
                ),
            ),
        ],
        "lessons": [],
        "questions": [
            {
                **_JUDGED,
                "id": "question.q1",
                "topic": "situation",
                "priority": "core",
                "text": "¿Cómo está hoy la relación con sus clientes?",
                "why": "Muestra qué corregir primero.",
                "examples": ["Bien.", "Se fueron por demoras."],
                "follow_ups": [
                    {"code": "Q1.1", "when": ["precio*"], "text": "¿Quién dijo que fue el precio?"},
                    {"code": "Q1.2", "when": ["no sabemos"], "text": "¿Quién podría averiguarlo?"},
                    {"code": "Q1.3", "when": ["demora*"], "text": "¿Dónde se produce la demora?"},
                ],
            }
        ],
        "figures": [],
        "kpis": [],
        "benchmarks": [
            {
                "id": "benchmark.first_reply_consultancy",
                "source": "https://example.org/benchmark",
                "verified_on": date(2026, 11, 21),
                "kpi": "response_time",
                "name": "Primera respuesta en consultoría",
                "measure": "mediana de la primera respuesta",
                "low": 98,
                "high": 98,
                "unit": "minutes",
                "period": "not_applicable",
                "geography": "global",
                "population": "consultoras",
                "n": "no consta",
                "reading": "own",
                "limits": ["Es antigua."],
            }
        ],
        "no_benchmarks": [],
        "legal": [
            {
                **_JUDGED,
                "id": "legal.consent",
                "name": "Consentimiento",
                "norm": "LOPDP",
                "article": "8",
                "says": "El consentimiento es libre y revocable.",
                "forbids": ["Usar un nombre sin permiso."],
            }
        ],
        "customs": [],
        "signals": [
            {
                **_JUDGED,
                "id": "signal.slow_response",
                "code": "slow_response",
                "kind": "risk",
                "label": "Respuesta lenta",
                "description": "Se contesta tarde.",
                "to_confirm": "Medir cuánto se tarda.",
                "topics": ["situation"],
                "any_of": ["demoramos contestar", "tardamos contestar", "=lentos", "=lentas", "contestar tarde"],
            }
        ],
        "readings": [],
        "health": [
            {
                **_JUDGED,
                "id": "health.perceived_risk",
                "code": "perceived_risk",
                "name": "Riesgo que percibe la empresa",
                "weight": 100,
                "meaning": "Quien atiende la cuenta teme perderla.",
                "asked_in": ["Q10"],
                "actions": {"healthy": "Pregunte.", "watch": "Visite.", "at_risk": "Acuerde compromisos."},
                "ask": "¿Qué riesgo ve?",
            }
        ],
        "health_levels": [
            {**_JUDGED, "id": f"health_level.{code}", "code": code, "name": name, "from_score": score, **_LEVEL}
            for code, name, score in (
                ("healthy", "sana", 90),
                ("watch", "vigilar", 50),
                ("at_risk", "en riesgo", 0),
                ("no_data", "sin datos", None),
            )
        ],
        "contradictions": [],
        "synonyms": [],
        "verbs": [],
        "calendar": CALENDAR,
    }
)

PROFILE = Profile.model_validate(
    {
        "company": "Contadores del Valle 24 Horas",
        "services": "Contabilidad mensual, nómina y declaraciones de impuestos",
        "main_benefit": "Cero multas por declaraciones tardías",
        "customer_profile": "Fincas florícolas medianas de Cayambe",
        "industry": "Contabilidad",
        "canton": "Quito",
        "customer_industries": ["Flores"],
        "customer_cantons": ["Cayambe"],
        "size": "small",
        "relationship_model": "recurring",
        "start_month": "2027-08",
        "team": [
            {"role": "Gerente general", "hours_per_month": 10},
            {"role": "Asistente contable", "hours_per_month": 20},
        ],
        "budget_usd": 600,
        "accounts": [{"id": "C1", "customer": "Rosas del Cayambe", "annual_revenue_usd": 9600, "risk": "low"}],
        "figures": {
            "customers_start": {"value": 18},
            "customers_lost": {"value": 3},
            "revenue_opening": {"value": 108000},
            "gross_margin": {"value": 40},
            "acquisition_cost": {"value": 900},
            "retention_cost": {"value": 300},
            "discount_rate": {"value": 12},
            "nps_promoters": {"value": 6},
            "nps_passives": {"value": 3},
            "nps_detractors": {"value": 1},
            "usage_events": {"value": None},
            "response_hours_median": {"value": 10},
        },
    }
)

ANSWERS = (
    AnsweredQuestion(
        id="Q1",
        topic="situation",
        question="¿Cómo está hoy la relación con sus clientes?",
        text="En general bien, aunque respondemos tarde cuando hay declaraciones.",
        consultant_only=False,
    ),
    AnsweredQuestion(
        id="Q2",
        topic="risks",
        question="¿Por qué se fueron los últimos?",
        text="Se fueron porque nadie les contestaba a tiempo el correo.",
        consultant_only=False,
    ),
    AnsweredQuestion(
        id="Q3",
        topic="risks",
        question="¿Qué le preocupa y no diría en público?",
        text="El contador principal quiere abrir su propia oficina y llevarse clientes.",
        consultant_only=True,
    ),
    AnsweredQuestion(
        id="Q4",
        topic="opportunities",
        question="¿Cuál es su mejor caso reciente?",
        text="Rosas del Cayambe nos dijo que desde que llegamos duermen tranquilos.",
        consultant_only=False,
    ),
    AnsweredQuestion(
        id="Q5",
        topic="objectives",
        question="¿Qué quiere lograr en seis meses?",
        text=None,
        consultant_only=False,
    ),
)
