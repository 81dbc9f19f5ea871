"""Team, segments, accounts and contacts of a company file: groups of keys, or lines as in the form."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from retention_coach.domain.profile import Account
from retention_coach.errors import InvalidInputError
from retention_coach.readers.company_file.keys import ACCOUNT, CONTACT, MEMBER, SEGMENT, Keys, usual
from retention_coach.readers.company_file.problems import Problems, described
from retention_coach.readers.company_file.scalars import items_of, number_of, text_of
from retention_coach.readers.company_file.tree import Node
from retention_coach.readers.form.portfolio import account_named
from retention_coach.spanish.dates import parse_date
from retention_coach.spanish.formats import join_words
from retention_coach.spanish.month_lists import MONTH_LIST, months_in
from retention_coach.spanish.units import Unit
from retention_coach.spanish.words import fold

Risk = Literal["low", "medium", "high"]

_RISKS: dict[str, Risk] = {
    **dict.fromkeys(("alto", "alta"), "high"),
    **dict.fromkeys(("medio", "media"), "medium"),
    **dict.fromkeys(("bajo", "baja"), "low"),
}
_HOURS_IN_A_MONTH = 744
_MOST_CUSTOMERS = 1_000_000
_MOST_REVENUE = 10_000_000_000


def _text(node: Node) -> str | None:
    return text_of(node) or None


def _hours(node: Node) -> float | None:
    return number_of(node, Unit.HOURS, high=_HOURS_IN_A_MONTH)


def _months(node: Node) -> tuple[int, ...]:
    """Months by name, in a list or in one text."""
    texts = [fold(text_of(item)) for item in items_of(node)]
    if any(text and not re.fullmatch(MONTH_LIST, text) for text in texts):
        raise InvalidInputError(f"se esperan nombres de meses, por ejemplo [marzo, abril], y hay {described(node)}")
    return tuple(sorted({month for text in texts for month in months_in(text)}))


def _revenue(node: Node) -> float | None:
    return number_of(node, Unit.USD, high=_MOST_REVENUE)


def _customers(node: Node) -> int | None:
    found = number_of(node, Unit.CUSTOMERS, high=_MOST_CUSTOMERS)
    if found is not None and not found.is_integer():
        raise InvalidInputError(f"se espera un número entero de clientes, y hay {described(node)}")
    return None if found is None else int(found)


def _date(node: Node) -> object:
    text = text_of(node)
    return parse_date(text) if text else None


def _risk(node: Node) -> Risk | None:
    text = text_of(node)
    found = _RISKS.get(fold(text))
    if text and found is None:
        raise InvalidInputError(f"se espera alto, medio o bajo, y hay {described(node)}")
    return found


@dataclass(frozen=True, slots=True)
class ItemKind:
    """One kind of item: its keys, those it needs, and how each value that is not a plain text is read."""

    keys: Keys
    needed: tuple[str, ...]
    readers: dict[str, Callable[[Node], Any]]


KINDS: dict[str, ItemKind] = {
    "team": ItemKind(MEMBER, ("role", "hours_per_month"), {"hours_per_month": _hours, "months_off": _months}),
    "segments": ItemKind(SEGMENT, ("name",), {"customers": _customers}),
    "accounts": ItemKind(
        ACCOUNT, ("customer",), {"annual_revenue_usd": _revenue, "renewal_date": _date, "risk": _risk}
    ),
    "contacts": ItemKind(CONTACT, ("name",), {}),
}


def read_item(kind: ItemKind, node: Node, problems: Problems) -> dict[str, Any] | None:
    """The item's values by attribute, without those left blank; None if it cannot be used, with the reason kept."""
    told = len(problems)
    nodes = problems.mapping(node, kind.keys)
    if len(problems) > told:  # a mistyped key is also one that is missing: say it once
        return None
    values: dict[str, Any] = {}
    failed = False
    for name, part in nodes.items():
        try:
            values[name] = kind.readers.get(name, _text)(part)
        except InvalidInputError as error:
            problems.add_error(part.place, error)
            failed = True
    missing = [usual(kind.keys, name) for name in kind.needed if values.get(name) is None and name not in nodes]
    blank = [name for name in kind.needed if name in nodes and values.get(name) is None and not failed]
    if missing:
        problems.add(node.place, f"falta {join_words([f'«{name}»' for name in missing])}")
    for name in blank:
        problems.add(nodes[name].place, "no puede quedar vacío")
    if failed or missing or blank:
        return None
    return {name: value for name, value in values.items() if value is not None}


def account_of(named: str, accounts: Sequence[Account]) -> str | None:
    """The id of the account that a contact names, or None."""
    account = account_named(named, accounts)
    return None if account is None else account.id
