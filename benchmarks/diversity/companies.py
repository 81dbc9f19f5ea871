"""Companies of every kind from a seed: sectors, places, sizes, means, accounts, figures and ways of answering."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

from retention_coach import CompanyFigures, Measure, Profile
from retention_coach.domain.base import Topic
from retention_coach.domain.horizon import first_day, plan_periods
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.domain.profile import Account, TeamMember
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.vocabulary import SIGNALS, Signal
from retention_coach.ports import StepInputs

_CANTONS = ("Quito", "Guayaquil", "Cuenca", "Machala", "Ambato", "Manta", "Loja", "Ibarra", "Santo Domingo", "Quevedo")
_ROLES = ("Gerente general", "Asesora de cuentas", "Jefe de operaciones", "Asistente", "Vendedor", "Cobranzas")
_HOURS = (4, 8, 16, 30, 60)
_BUDGETS = (None, 0, 300, 1_200, 4_000, 10_000)
_SIZES = (8, 18, 40, 90, 250)
_CUSTOMERS = ("Comercial Andrade", "Distribuidora El Sol", "Grupo Cevallos", "Insumos del Austro")
_ASKED: tuple[tuple[str, Topic], ...] = (
    ("Q1", "situation"),
    ("Q6", "situation"),
    ("Q10", "risks"),
    ("Q13", "risks"),
    ("Q17", "opportunities"),
    ("Q23", "resources"),
)


@cache
def phrases() -> Mapping[Signal, tuple[str, ...]]:
    """How people say each signal."""
    import yaml

    loaded = yaml.safe_load(Path(__file__).with_name("phrases.yaml").read_text(encoding="utf-8"))
    return {code: tuple(said) for code, said in loaded.items()}


@dataclass(frozen=True, slots=True)
class Company:
    """A generated company.

    Attributes:
        inputs: what step 61 reads.
        sector: key of its customers' sector.
        worry: the signal that it speaks of most; None where it hardly says anything.
    """

    inputs: StepInputs
    sector: str
    worry: Signal | None


def companies(count: int, knowledge: Knowledge, *, seed: int) -> Iterator[Company]:
    """So many companies, the same for the same seed; every signal is the main worry of some, by turns.

    One of ten hardly says anything.
    """
    chance = Random(seed)  # noqa: S311 - companies, not secrets
    for number in range(count):
        worry = None if number % 10 == 9 else SIGNALS[(number - number // 10) % len(SIGNALS)]
        yield _company(chance, knowledge, worry)


def _company(chance: Random, knowledge: Knowledge, worry: Signal | None) -> Company:
    own, customers = (chance.choice([item for item in knowledge.sectors if item.aliases]) for _ in range(2))
    start = f"2027-{chance.randint(1, 12):02d}"
    profile = Profile(
        company="Empresa de Ejemplo",
        services="Servicios para empresas",
        main_benefit="Cumple lo que ofrece",
        customer_profile="Empresas medianas",
        industry=chance.choice(own.aliases),
        canton=chance.choice(_CANTONS),
        customer_industries=(chance.choice(customers.aliases),),
        customer_cantons=(chance.choice(_CANTONS),),
        relationship_model=chance.choice(("contract", "recurring", "project")),
        start_month=start,
        team=tuple(
            TeamMember(role=role, hours_per_month=chance.choice(_HOURS))
            for role in chance.sample(_ROLES, chance.randint(1, 4))
        ),
        budget_usd=chance.choice(_BUDGETS),
        accounts=tuple(_accounts(chance, start)),
        figures=_figures(chance),
    )
    return Company(StepInputs(profile=profile, answers=tuple(_answers(chance, worry))), customers.key, worry)


def _accounts(chance: Random, start: str) -> Iterator[Account]:
    """None in half of the companies; of the rest, half end within the plan."""
    for number in range(1, chance.choice((0, 0, 1, 2, 3)) + 1):
        end = date(2028, 11, 30)
        if chance.random() < _EVEN:
            end = first_day(chance.choice(plan_periods(start)[1:])).replace(day=chance.randint(5, 25))
        yield Account(
            id=f"C{number}",
            customer=_CUSTOMERS[number],
            annual_revenue_usd=chance.choice((None, 6_000, 24_000)),
            renewal_date=end,
            risk=chance.choice((None, "low", "medium", "high")),
        )


_EVEN = 0.5


def _figures(chance: Random) -> CompanyFigures:
    start = chance.choice(_SIZES)
    known: dict[str, float | None] = {
        "customers_start": chance.choice((start, start, None)),
        "customers_lost": chance.randint(0, start // 4),
        "customers_new": chance.choice((None, 0, start // 6)),
        "revenue_opening": chance.choice((None, 90_000, 400_000)),
        "revenue_expansion": chance.choice((None, 8_000)),
        "revenue_contraction": chance.choice((None, None, 15_000)),
        "gross_margin": chance.choice((None, 30)),
        "response_hours_median": chance.choice((None, 2, 12)),
    }
    return CompanyFigures(**{key: Measure(value=value) for key, value in known.items() if value is not None})


def _answers(chance: Random, worry: Signal | None) -> Iterator[AnsweredQuestion]:
    """The worry twice, in different words, and up to three other signals; or one signal and «no sé»."""
    questions = iter(_ASKED)
    said = [phrases()[chance.choice(SIGNALS)][0]]
    if worry is not None:
        others = chance.sample([code for code in SIGNALS if code != worry], chance.randint(1, 3))
        said = [*chance.sample(phrases()[worry], 2), *(chance.choice(phrases()[code]) for code in others)]
    for text in said:
        question, topic = next(questions)
        yield AnsweredQuestion(id=question, topic=topic, question="", text=f"{text}.", consultant_only=False)
