"""Segments and the accounts that matter: one on a line, its parts between semicolons."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from retention_coach.domain.profile import Account, Segment
from retention_coach.errors import InvalidInputError
from retention_coach.readers.form.domain_rules import accepted
from retention_coach.readers.form.exact import exact
from retention_coach.readers.form.lines import read_each, split_lines
from retention_coach.spanish.dates import parse_date
from retention_coach.spanish.formats import MONTHS, number, short_date
from retention_coach.spanish.quantities import Quantity, parse_quantity
from retention_coach.spanish.units import Unit
from retention_coach.spanish.words import fold

Risk = Literal["low", "medium", "high"]

_RISKS: dict[str, Risk] = {
    "alto": "high", "alta": "high", "medio": "medium", "media": "medium", "mediano": "medium",
    "bajo": "low", "baja": "low",
}  # fmt: skip
_RISK_NAMES: dict[Risk, str] = {"low": "bajo", "medium": "medio", "high": "alto"}
_NUMBERED = re.compile(r"^([CP]\d{1,3})\s*[:.)-]\s*", re.IGNORECASE)
_LOOKS_LIKE_A_DATE = re.compile(r"\d{1,4}[/-]\d{1,2}[/-]\d{1,4}|\d{1,2} de [a-z]+ (?:de |del )?\d{4}")
_RENEWAL = re.compile(r"^(?:se )?(?:renueva|renovacion|vence|vencimiento|contrato hasta)\b(?:\s*:|\s+(?:el|en|al))?\s*")
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
_ACCOUNT_EXAMPLE = "Por ejemplo: Florícola X; USD 12.000; 15/03/2027; riesgo alto."
_SEGMENT_EXAMPLE = "Por ejemplo: VIP; 12; compran todas las semanas."


@dataclass
class _AccountParts:
    """What has been read of one account."""

    customer: str
    id: str = ""
    annual_revenue_usd: float | None = None
    renewal_date: dt.date | None = None
    risk: Risk | None = None
    segment: str | None = None
    seen: list[str] = field(default_factory=list)

    def once(self, what: str, part: str) -> None:
        if what in self.seen:
            raise InvalidInputError(
                f"en «{self.customer}» sobra «{part[:40]}»: ya tenía {what}.", hint=_ACCOUNT_EXAMPLE
            )
        self.seen.append(what)


def read_accounts(text: str) -> tuple[Account, ...]:
    """The accounts: customer first, then in any order yearly revenue, renewal date, risk and segment.

    A line may begin with the account's own number («C2: …»), which a correction keeps; the others get the next free
    one, because evidence in the documents points at it.

    Raises:
        InvalidInputError: a part that is not understood, or two of the same.
    """
    parts = read_each(split_lines(text), _account, "Cuenta")
    ids = numbered([part.id for part in parts], "C")
    found: tuple[Account, ...] = accepted(
        "accounts",
        tuple(
            {
                "id": account_id,
                "customer": part.customer,
                "annual_revenue_usd": part.annual_revenue_usd,
                "renewal_date": part.renewal_date,
                "risk": part.risk,
                "segment": part.segment,
            }
            for account_id, part in zip(ids, parts, strict=True)
        ),
    )
    return found


def show_accounts(accounts: tuple[Account, ...]) -> str:
    """The accounts, one on a line, as they are read."""
    return "\n".join(f"{account.id}: {'; '.join(_account_parts(account))}" for account in accounts)


def read_segments(text: str) -> tuple[Segment, ...]:
    """The segments: name, then how many customers, then what tells them apart.

    Raises:
        InvalidInputError: a number of customers that is not one.
    """
    found: tuple[Segment, ...] = accepted("segments", tuple(read_each(split_lines(text), _segment, "Segmento")))
    return found


def show_segments(segments: tuple[Segment, ...]) -> str:
    """The segments, one on a line, as they are read."""
    return "\n".join(
        "; ".join(
            part
            for part in (
                segment.name,
                "" if segment.customers is None else number(segment.customers),
                segment.description,
            )
            if part
        )
        for segment in segments
    )


def own_number(item: str, prefix: str) -> tuple[str, str]:
    """The number that a line begins with («C2»), or "", and the rest of the line."""
    match = _NUMBERED.match(item)
    if match is None or match[1][0].upper() != prefix:
        return "", item
    return match[1].upper(), item[match.end() :]


def account_named(name: str, accounts: Sequence[Account]) -> Account | None:
    """The account with this number or customer, or the only one whose customer begins so; else None.

    People leave out «S.A.»: «Agencia Naviera» is «Agencia Naviera S.A.» where no other begins like that.
    """
    wanted = fold(name).strip(" .,")
    exact_ones = [item for item in accounts if wanted in {fold(item.id), fold(item.customer).strip(" .,")}]
    beginning = re.compile(rf"{re.escape(wanted)}(?![a-z0-9])")
    found = exact_ones or [item for item in accounts if wanted and beginning.match(fold(item.customer))]
    return found[0] if len(found) == 1 or exact_ones else None


def numbered(ids: list[str], prefix: str) -> list[str]:
    """The ids given, and the next free one for each that has none.

    Raises:
        InvalidInputError: an id twice.
    """
    given = [item_id for item_id in ids if item_id]
    if len(given) != len(set(given)):
        raise InvalidInputError(f"Un mismo número ({prefix}…) aparece dos veces.", hint="Borre el que se repite.")
    highest = max((int(item_id[1:]) for item_id in given), default=0)
    found: list[str] = []
    for item_id in ids:
        highest += not item_id
        found.append(item_id or f"{prefix}{highest}")
    return found


def _account(line: str) -> _AccountParts:
    account_id, rest = own_number(line, "C")
    customer, *others = [part.strip() for part in rest.split(";")]
    if not customer:
        raise InvalidInputError("falta el nombre del cliente.", hint=_ACCOUNT_EXAMPLE)
    parts = _AccountParts(customer, account_id)
    for part in filter(None, others):
        _add(parts, part)
    return parts


def _add(parts: _AccountParts, part: str) -> None:
    folded = fold(part)
    risk = _RISKS.get(folded.removeprefix("riesgo").strip(" :"))
    if risk:
        parts.once("riesgo", part)
        parts.risk = risk
    elif _LOOKS_LIKE_A_DATE.search(folded):
        parts.once("fecha", part)
        parts.renewal_date = parse_date(_RENEWAL.sub("", folded))
    elif _RENEWAL.match(folded) or _MONTH.search(folded):
        raise _not_understood(parts, part, "la fecha va completa, con día, mes y año")
    elif folded.startswith("segmento"):
        parts.once("segmento", part)
        parts.segment = re.sub(r"^segmento\s*:?\s*", "", part, flags=re.IGNORECASE)
    elif not re.search(r"\d|\bmil(?:es)?\b|\bmillon", folded):
        raise _not_understood(parts, part, f"si es un segmento, escriba «segmento {part[:40]}»")
    else:
        parts.once("facturación", part)
        parts.annual_revenue_usd = _revenue(part)


def _not_understood(parts: _AccountParts, part: str, advice: str) -> InvalidInputError:
    return InvalidInputError(
        f"en «{parts.customer[:40]}» no se entiende «{part[:40]}»; {advice}.", hint=_ACCOUNT_EXAMPLE
    )


def _revenue(part: str) -> float:
    found = parse_quantity(part, expected=Unit.USD, low=0)
    if not isinstance(found, Quantity) or found.is_ambiguous or found.period not in {None, "year", "month"}:
        raise InvalidInputError(f"«{part[:40]}» no es una facturación anual.", hint=_ACCOUNT_EXAMPLE)
    return found.value * (12 if found.period == "month" else 1)


def _account_parts(account: Account) -> list[str]:
    parts = [account.customer]
    if account.annual_revenue_usd is not None:
        parts.append(f"USD {exact(account.annual_revenue_usd)}")
    if account.renewal_date is not None:
        parts.append(short_date(account.renewal_date))
    if account.risk is not None:
        parts.append(f"riesgo {_RISK_NAMES[account.risk]}")
    if account.segment is not None:
        parts.append(f"segmento {account.segment}")
    return parts


def _segment(line: str) -> dict[str, object]:
    name, *others = [part.strip() for part in re.split(r"[;:]", line)]
    customers: int | None = None
    if others and re.search(r"\d", others[0]):
        found = parse_quantity(others.pop(0), expected=Unit.CUSTOMERS, low=0, high=1_000_000)
        if not isinstance(found, Quantity) or not found.value.is_integer():
            raise InvalidInputError(f"en «{name[:40]}» el número de clientes no es entero.", hint=_SEGMENT_EXAMPLE)
        customers = int(found.value)
    return {"name": name, "customers": customers, "description": "; ".join(filter(None, others))}
