"""The message to a customer: whom it greets, who writes, what is asked, and that a no is fine."""

from retention_coach.domain.profile import Contact
from retention_coach.engines.playbook.advocacy.consent import of_company
from retention_coach.engines.playbook.advocacy.ground import Ground
from retention_coach.engines.playbook.printable import printable


def letter(ground: Ground, contact: Contact | None, owner: str, body: str) -> str:
    """The whole message; `body` is what is told and asked, in whole sentences."""
    writer = printable(owner)
    signed = f" Atentamente, {writer}." if writer else ""
    company = of_company(ground.company).removesuffix(".")
    return f"{_greeting(ground, contact)} Le escribo {company}. {body}{signed}"


def _greeting(ground: Ground, contact: Contact | None) -> str:
    """«Ing. Andrango, buenos días.»; where nobody is known, a greeting that fits each of them."""
    return ground.greeting(contact) if contact and ground.person(contact) else f"{_dear(ground.customer)}, buenos días."


def _dear(customer: str) -> str:
    """«Estimado/a socio/a»: the word for a customer is masculine, whoever reads it need not be."""
    if customer.endswith("o"):
        return f"Estimado/a {customer}/a"
    return f"Estimado/a {customer}/a" if customer.endswith("dor") else f"Estimado/a {customer}"
