"""What a company file says of the profile, as the form would have it typed.

Everything goes through the form, so that a file, a terminal and a list read «unos 15 al mes» alike, and so that the
interview can take up a session that began with a file.
"""

from dataclasses import dataclass, field
from typing import Any

from retention_coach.domain.profile import Account
from retention_coach.errors import InvalidInputError
from retention_coach.readers.company_file.figure_text import figure_text
from retention_coach.readers.company_file.keys import CIFRAS, FIELDS, FIGURES, usual
from retention_coach.readers.company_file.portfolio_items import KINDS, account_of, read_item
from retention_coach.readers.company_file.problems import Problems
from retention_coach.readers.company_file.scalars import is_mapping, items_of, lines_of
from retention_coach.readers.company_file.tree import Node, Place
from retention_coach.readers.form.domain_rules import accepted
from retention_coach.readers.form.form import Form
from retention_coach.spanish.absence import is_unknown

_IDS = {"accounts": "C", "contacts": "P"}


@dataclass
class FileIntake:
    """Texts by field of the form, where each stands in the file, and the fields whose text could not be had."""

    texts: dict[str, str | None] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)

    def put(self, field_id: str, text: str | None, place: Place) -> None:
        """Keep a text; None is «no sé», and "" a field left blank, which is as if it were not there."""
        self.places[field_id] = place
        if text != "":
            self.texts[field_id] = text

    def place_of(self, field_id: str) -> Place:
        """Where the field stands, or where it should."""
        return self.places.get(field_id) or Place(_key_of(field_id), 0)


def read_intake(nodes: dict[str, Node], form: Form, problems: Problems) -> FileIntake:
    """The profile's fields of the file's top level."""
    intake = FileIntake()
    accounts: tuple[Account, ...] = ()
    # Accounts first: contacts name them.
    for name in sorted(nodes.keys() & set(FIELDS.values()), key=lambda name: name != "accounts"):
        node = nodes[name]
        if name in KINDS and any(is_mapping(item) for item in items_of(node)):
            items = _read_items(name, node, accounts, problems)
            if name == "accounts":
                accounts = items
            intake.put(name, _as_typed(name, items, node, form, problems), node.place)
        else:
            _put_text(name, node, intake, problems)
    if CIFRAS in nodes:
        for figure, node in problems.mapping(nodes[CIFRAS], FIGURES).items():
            intake.put(f"figures.{figure}", figure_text(node, problems), node.place)
    return intake


def _put_text(name: str, node: Node, intake: FileIntake, problems: Problems) -> None:
    try:
        text = lines_of(node)
    except InvalidInputError as error:
        problems.add_error(node.place, error)
        intake.refused.add(name)
    else:
        intake.put(name, None if is_unknown(text) else text, node.place)


def _read_items(name: str, node: Node, accounts: tuple[Account, ...], problems: Problems) -> Any:
    """The items of a list of groups, as the domain keeps them; none if any cannot be used."""
    kind = KINDS[name]
    found: list[dict[str, Any]] = []
    items = items_of(node)
    for number, item in enumerate(items, start=1):
        values = read_item(kind, item, problems)
        if values is not None:
            if name in _IDS:
                values["id"] = f"{_IDS[name]}{number}"
            if "account" in values:
                _link(values, item, accounts, problems)
            found.append(values)
    if len(found) < len(items):
        return ()
    try:
        return accepted(name, tuple(found))
    except InvalidInputError as error:
        problems.add_error(node.place, error)
        return ()


def _link(values: dict[str, Any], item: Node, accounts: tuple[Account, ...], problems: Problems) -> None:
    named = values.pop("account")
    values["account_id"] = account_of(named, accounts)
    if values["account_id"] is None:
        known = ", ".join(account.customer for account in accounts) or "no hay ninguna"
        problems.add(item.place, f"«{named}» no está entre las cuentas del archivo ({known})")


def _as_typed(name: str, items: Any, node: Node, form: Form, problems: Problems) -> str:
    """The items as somebody would type them in the form, which must read the same in them."""
    field_of_form = form.field(name)
    if not items or field_of_form is None:
        return ""
    lost = [
        source
        for item, source in zip(items, items_of(node), strict=True)
        if not _survives(field_of_form.parse, field_of_form.show((item,)), item)
    ]
    for source in lost:
        problems.add(source.place, "un nombre o cargo lleva cifras, «:» o «;» que se confunden; dígalo sin ellos")
    return "" if lost else field_of_form.show(items)


def _survives(parse: Any, text: str, item: Any) -> bool:
    try:
        (found,) = parse(text)
    except (InvalidInputError, ValueError):
        return False
    if hasattr(found, "contact"):
        return bool(found.contact == item.model_copy(update={"account_id": None}))
    return bool(found == item)


def _key_of(field_id: str) -> str:
    if field_id.startswith("figures."):
        return f"{CIFRAS}.{usual(FIGURES, field_id.removeprefix('figures.'))}"
    return usual(FIELDS, field_id)
