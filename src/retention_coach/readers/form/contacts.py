"""Contacts at the customers: «Ing. Ana Pérez; gerente de compras; Florícola X»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retention_coach.domain.profile import Account, Contact
from retention_coach.errors import InvalidInputError
from retention_coach.readers.form.domain_rules import accepted
from retention_coach.readers.form.lines import read_each, split_lines
from retention_coach.readers.form.portfolio import account_named, numbered, own_number

_TITLE = re.compile(
    r"^((?:ing|dr|dra|lic|lcda|lcdo|econ|arq|abg|abog|sr|sra|srta|msc|mgs|mgtr|mba|phd|cpa|tlgo|tlga|tnlgo|tnlga|don|doña)"
    r"\.?)\s+(?=\S)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A contact, and the account that was named with it: its number, its customer, or ""."""

    contact: Contact
    account: str


def read_contacts(text: str) -> tuple[ContactLine, ...]:
    """The contacts: name with title, role, account; one on a line.

    Raises:
        InvalidInputError: a line without a name or with too many parts.
    """
    rows = read_each(split_lines(text), _row, "Contacto")
    ids = numbered([row[0] for row in rows], "P")
    contacts: tuple[Contact, ...] = accepted(
        "contacts",
        tuple(
            {"id": contact_id, "title": title, "name": name, "role": role}
            for contact_id, (_given, title, name, role, _account) in zip(ids, rows, strict=True)
        ),
    )
    return tuple(ContactLine(contact, row[4]) for contact, row in zip(contacts, rows, strict=True))


def with_account(line: ContactLine, accounts: Sequence[Account]) -> Contact | None:
    """The contact with the id of its account, or None if no account is called so."""
    if not line.account:
        return line.contact
    account = account_named(line.account, accounts)
    return None if account is None else line.contact.model_copy(update={"account_id": account.id})


def show_contacts(contacts: tuple[Contact, ...]) -> str:
    """The contacts, one on a line, as they are read."""
    return "\n".join(_shown(contact) for contact in contacts)


def show_contacts_by_customer(contacts: tuple[Contact, ...], accounts: Sequence[Account]) -> str:
    """The same with each account by its customer, for accounts that are about to be numbered anew."""
    customers = {account.id: account.customer for account in accounts}
    return show_contacts(
        tuple(item.model_copy(update={"account_id": customers.get(item.account_id or "")}) for item in contacts)
    )


def echo_contacts(lines: tuple[ContactLine, ...]) -> str:
    """The contacts as understood, the account as it was named."""
    return "\n".join(
        "; ".join(filter(None, (_shown(line.contact), f"cuenta {line.account}" if line.account else "")))
        for line in lines
    )


def _shown(contact: Contact) -> str:
    name = f"{contact.title} {contact.name}".strip()
    parts = [name, contact.role, contact.account_id or ""]
    while not parts[-1]:
        parts.pop()
    return f"{contact.id}: {'; '.join(parts)}"


def _row(line: str) -> tuple[str, str, str, str, str]:
    contact_id, rest = own_number(line, "P")
    name, *others = [part.strip() for part in rest.split(";")]
    if not name or len(others) > 2:
        raise InvalidInputError(
            "se espera nombre; cargo; cuenta.", hint="Por ejemplo: Ing. Ana Pérez; gerente de compras; Florícola X."
        )
    title = _TITLE.match(name)
    role, account = [*others, "", ""][:2]
    return contact_id, title[1] if title else "", name[title.end() :] if title else name, role, account
