"""Every part of a session that a step can read, and an event that changes it alone."""

from chain_cases import LATER, PROFILE, edited, play

from retention_coach.chain.events import Answered, Chosen, ProfileSet
from retention_coach.domain.figures import CompanyFigures
from retention_coach.domain.profile import Profile
from retention_coach.domain.session import Session

PROFILE_CHANGES: dict[str, object] = {
    "company": "Contadores del Sur",
    "ruc": "1790012345001",
    "services": "Auditoría",
    "main_benefit": "Tranquilidad",
    "customer_profile": "Importadores",
    "industry": "Auditoría",
    "canton": "Cuenca",
    "customer_industries": ("Banano",),
    "customer_cantons": ("Machala",),
    "size": "medium",
    "relationship_model": "contract",
    "inactivity_days": 90,
    "start_month": "2027-09",
    "team": ({"role": "Gerente general", "hours_per_month": 11},),
    "budget_usd": 700,
    "contacts": ({"id": "P1", "name": "Rosa Paz"},),
    "segments": ({"name": "Fincas grandes"},),
    "accounts": ({"id": "C1", "customer": "Rosas del Cayambe", "risk": "high"},),
}
"""Another value for each field of the profile but the figures."""

COMPANY = tuple(
    name for name in PROFILE_CHANGES if name not in {"ruc", "team", "budget_usd", "contacts", "segments", "accounts"}
)
FIGURES = tuple(CompanyFigures.model_fields)
ANSWERED = ("Q1", "Q2", "Q3", "Q4", "Q5")

OUTPUT_CHANGES: dict[str, tuple[str, str]] = {
    "61-interview": ("questions.0.why", "Otra razón."),
    "61-strategy": ("recommendation.reason", "Es más simple."),
    "62-action-plan": ("months.0.actions.0.metric", "Fincas atendidas"),
    "63-kpis": ("kpis.0.data_source", "La hoja de cálculo"),
    "64-sector-plan": ("phases.0.purpose", "Conocer a cada finca."),
    "65-advocacy": ("strategies.0.objective", "Contar un caso."),
}
"""A place in each step's output and another text for it."""

PARTS: tuple[str, ...] = (
    *(f"profile.{name}" for name in PROFILE_CHANGES),
    *(f"figures.{name}" for name in FIGURES),
    *(f"answers.{name}" for name in ANSWERED),
    "choice",
    *(f"steps.{step}" for step in OUTPUT_CHANGES),
)


def change(session: Session, part: str) -> Session:
    """The session, finished, after this part alone was changed."""
    family, _, name = part.partition(".")
    match family:
        case "profile":
            return play(session, ProfileSet(_profile(**{name: PROFILE_CHANGES[name]}), LATER))
        case "figures":
            measure = getattr(PROFILE.figures, name)
            value = 2 if measure is None or measure.value is None else measure.value - 1
            figures = PROFILE.figures.model_dump() | {name: {"value": value}}
            return play(session, ProfileSet(_profile(figures=figures), LATER))
        case "answers":
            return play(session, Answered(name, "Todo cambió desde entonces.", LATER))
        case "choice":
            return play(session, Chosen("B", "consultant", LATER))
        case _:
            return play(session, edited(name, *OUTPUT_CHANGES[name]))


def _profile(**changes: object) -> Profile:
    return Profile.model_validate(PROFILE.model_dump() | changes)
