"""The cover: whose plan it is, of when, and what wrote each part."""

from dataclasses import dataclass
from datetime import date

from retention_coach.chain.steps import WITH_REPLY
from retention_coach.report.case import Case
from retention_coach.report.labels import RELATIONSHIP, SIZE, engine
from retention_coach.report.standing import local_date
from retention_coach.spanish.formats import join_words


@dataclass(frozen=True, slots=True)
class StepMaker:
    """A finished step and what wrote it, hand corrections included."""

    title: str
    engine: str


@dataclass(frozen=True, slots=True)
class Cover:
    """Company, day in Ecuador, and makers. `facts` are pairs of label and text from the profile."""

    company: str
    title: str
    date: date
    makers: tuple[StepMaker, ...]
    facts: tuple[tuple[str, str], ...]


def cover_of(case: Case) -> Cover:
    """The cover of a case."""
    return Cover(
        company=case.company,
        title=f"Plan de retención de clientes: {case.company}",
        date=local_date(case.session.updated_at),
        makers=_makers(case),
        facts=_facts(case),
    )


def _makers(case: Case) -> tuple[StepMaker, ...]:
    found = []
    for spec in WITH_REPLY:
        record = case.session.steps.get(spec.id)
        if record is not None and record.current is not None:
            version = record.current
            edited = ", con correcciones a mano" if version.origin == "edited" else ""
            found.append(StepMaker(spec.title, f"{engine(version.made_by)}{edited}"))
    return tuple(found)


def _facts(case: Case) -> tuple[tuple[str, str], ...]:
    profile = case.profile
    if profile is None:
        return ()
    customers = join_words([*profile.customer_industries]) or "sin precisar"
    where = join_words([*profile.customer_cantons]) or "sin precisar"
    pairs = [
        ("Industria y cantón", f"{profile.industry}, {profile.canton}"),
        ("Tamaño", SIZE[profile.size] if profile.size else ""),
        ("Servicios", profile.services),
        ("Beneficio principal", profile.main_benefit),
        ("Perfil de cliente", profile.customer_profile),
        ("Industrias de los clientes", customers),
        ("Cantones de los clientes", where),
        ("Relación con los clientes", RELATIONSHIP[profile.relationship_model]),
    ]
    return tuple((label, text) for label, text in pairs if text)
