"""A firm with customers whose names are hard to tell apart, and its answers in one line."""

from playbook_cases import KNOWLEDGE, figures, profile

from retention_coach.assessment.health import Health, health_of
from retention_coach.domain.base import Topic
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.domain.profile import Account, Contact, Profile, Segment
from retention_coach.ports import StepInputs

TOPICS: dict[str, Topic] = {
    **{f"Q{number}": "situation" for number in range(1, 10)},
    **{f"Q{number}": "risks" for number in range(10, 16)},
    **{f"Q{number}": "opportunities" for number in range(16, 21)},
    **{f"Q{number}": "resources" for number in range(21, 25)},
    "Q25": "objectives",
}

ACCOUNTS = (
    Account(id="C1", customer="Rosas del Cayambe S.A."),
    Account(id="C2", customer="Flor de Tabacundo Cía. Ltda."),
    Account(id="C3", customer="Importadora Herrera Hermanos"),
    Account(id="C4", customer="Inversiones Agrícolas La Esperanza"),
    Account(id="C5", customer="Curtiduría Pachanlica Cía. Ltda."),
    Account(id="C6", customer="Comercial Andina del Norte S.A."),
)
CONTACTS = (
    Contact(id="P1", title="Ing.", name="Patricio Cabezas", account_id="C1"),
    Contact(id="P2", title="Lcda.", name="Maribel Quishpe", account_id="C2"),
    Contact(id="P3", name="Rosario Masaquiza", account_id="C5"),
)
SEGMENTS = (Segment(name="Florícolas", customers=17), Segment(name="Importadores", customers=21))
UNMEASURED = figures(
    customers_start=None, customers_lost=None, customers_new=None, nps_promoters=None, response_hours_median=None
)


def firm(accounts: object = ACCOUNTS, measured: object = UNMEASURED, **changes: object) -> Profile:
    """The firm, with some of it changed."""
    base: dict[str, object] = {"accounts": accounts, "contacts": CONTACTS, "segments": SEGMENTS, "figures": measured}
    return profile(**{**base, **changes})


def told(company: Profile, answers: dict[str, str], *, private: str = "") -> StepInputs:
    """A company with its answers by question; one of them may be for the consultant alone."""
    asked = tuple(
        AnsweredQuestion(id=key, topic=TOPICS[key], question="¿?", text=text, consultant_only=key == private)
        for key, text in answers.items()
    )
    return StepInputs(profile=company, answers=asked)


def health(inputs: StepInputs, *, in_confidence: bool = True) -> dict[str, Health]:
    """The health of everybody, by the subject's id."""
    return {item.subject.id: item for item in health_of(inputs, KNOWLEDGE, in_confidence=in_confidence)}
