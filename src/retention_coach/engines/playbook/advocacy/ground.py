"""What every idea starts from: the company's experiences, and its customers by the names that may be printed."""

import re
from dataclasses import dataclass
from functools import cached_property

from retention_coach.assessment import cite
from retention_coach.assessment.successes import Successes, successes
from retention_coach.domain.capacity import HORIZON_MONTHS
from retention_coach.domain.evidence import Figure
from retention_coach.domain.horizon import period_of
from retention_coach.domain.profile import Account, Contact, Segment
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.printable import printable
from retention_coach.knowledge.entries.sectors import Sector
from retention_coach.spanish import formats
from retention_coach.spanish.words import count_words, fold

_LONGEST_COMPANY = 12
"""Words: a letter has room for more of them than an action."""
_LENDERS = frozenset({"finanzas", "banca"})
"""Keys of the sectors that owe their customers secrecy about accounts and loans."""
_HIS, _HERS = "Señor", "Señora"
_SHE = re.compile(r"\b(?:duena|propietaria|jefa|directora|administradora|presidenta|gerenta|socia|contadora)\b")
_HE = re.compile(r"\b(?:dueno|propietario|jefe|director|administrador|socio|contador|comprador)\b")


@dataclass(frozen=True)
class Ground:
    """One company, with what it can build on."""

    case: Case

    @cached_property
    def found(self) -> Successes:
        """Its experiences."""
        return successes(self.case.inputs, self.case.knowledge)

    @cached_property
    def own(self) -> Sector:
        """Its own sector, whose word for customers it uses."""
        return (
            self.case.setting.own_sectors[0] if self.case.setting.own_sectors else self.case.knowledge.sector("general")
        )

    @property
    def customer(self) -> str:
        """One of those whom it serves: «cliente», «socio»."""
        return self.own.unit

    @property
    def customers(self) -> str:
        """Several of them."""
        return self.own.units

    @property
    def is_lender(self) -> bool:
        """Whether it keeps its customers' money or lends to them."""
        return self.own.key in _LENDERS

    @cached_property
    def company(self) -> str:
        """The company by its name, or «la empresa» where the name cannot stand in a sentence."""
        return printable(self.case.profile.company, most=_LONGEST_COMPANY) or "la empresa"

    def account(self, account_id: str | None) -> Account | None:
        """The account with this id."""
        return next((item for item in self.case.profile.accounts if item.id == account_id), None)

    def name_of(self, account_id: str | None) -> str:
        """The account's name, or «este cliente»."""
        account = self.account(account_id)
        return (account and printable(account.customer)) or f"este {self.customer}"

    def contact_of(self, account_id: str | None) -> Contact | None:
        """Whom the company knows there."""
        found = (item for item in self.case.profile.contacts if item.account_id == account_id)
        return next(found, None) if account_id else None

    def person(self, contact: Contact | None) -> str:
        """The person by name; empty where nobody is known."""
        return printable(contact.name) if contact else ""

    def greeting(self, contact: Contact | None) -> str:
        """How a letter to the person begins: «Ing. Andrango, buenos días.»; to nobody known, «Buenos días.»."""
        name = self.person(contact)
        if contact is None or not name:
            return "Buenos días."
        title = printable(contact.title) or self._courtesy(contact)
        parts = name.split()
        surname = parts[1] if len(parts) == 2 else name
        return f"{title} {surname}, buenos días." if title else f"{name}, buenos días."

    def largest_segments(self) -> tuple[Segment, ...]:
        """The groups of customers whose name can be printed, the largest first."""
        named = [segment for segment in self.case.profile.segments if printable(segment.name)]
        return tuple(sorted(named, key=lambda segment: -(segment.customers or 0)))

    def sectors_of(self, account_id: str | None) -> tuple[str, ...]:
        """Keys of the sectors that the account's group names; else those of all customers."""
        account = self.account(account_id)
        named = self.sectors_in(account.segment or "") if account else ()
        return named or tuple(sector.key for sector in self.case.setting.customer_sectors)

    def sectors_in(self, text: str) -> tuple[str, ...]:
        """Keys of the sectors that a text names."""
        return tuple(sector.key for sector in self.case.knowledge.sectors_in(text))

    def like(self, account_id: str | None) -> str:
        """«prospectos del segmento Europa»; whom the experience of this account may convince."""
        account = self.account(account_id)
        segment = printable(account.segment or "") if account else ""
        return f"prospectos del segmento {segment}" if segment else "prospectos parecidos"

    def earliest(self, account_id: str | None) -> int:
        """The month from which an account may be asked: a doubtful one only after it has renewed."""
        account = self.account(account_id)
        if account is None or account.risk != "medium" or account.renewal_date is None:
            return 1
        periods = self.case.setting.periods
        ends = period_of(account.renewal_date)
        return 1 if ends < periods[0] or ends > periods[-1] else periods.index(ends) + 2

    def sales_after(self, month: int) -> Figure:
        """How many times something had in this month (1 to 6) can still be shown to win a customer within the plan."""
        label, left = "ventas en que se muestra", HORIZON_MONTHS - month
        new = int(self.case.profile.figures.value("customers_new") or 0)
        expected = round(new * left / 12)
        if expected < 1:
            why = (
                "Con una venta en que se muestre se prueba si sirve: queda poco tiempo o no consta cuántos "
                f"{self.customers} nuevos llegan."
            )
            return cite.assumed(label, 1, "count", why)
        months = formats.plural(left, "mes", "meses")
        why = (
            f"A la empresa le llegan {new} {self.customers} nuevos en un año: en los {months} que quedan del plan "
            f"{'serían' if expected > 1 else 'sería'} {expected}, y a cada uno se le puede mostrar."
        )
        return cite.assumed(label, expected, "count", why)

    def _courtesy(self, contact: Contact) -> str:
        """«Señor» or «Señora», where the company's words or the person's post say which."""
        first = fold(contact.name.split()[0])
        surname = fold(contact.name.split()[-1])
        for answer in self.case.inputs.answers:
            said = "" if answer.consultant_only or not answer.text else fold(answer.text)
            for mark, courtesy in (
                ("don|senor|ingeniero|licenciado", _HIS),
                ("dona|senora|ingeniera|licenciada", _HERS),
            ):
                if re.search(rf"\b(?:{mark})\s+(?:{re.escape(first)}|{re.escape(surname)})\b", said):
                    return courtesy
        role = fold(contact.role)
        if _SHE.search(role):
            return _HERS
        return _HIS if _HE.search(role) else ""


def lines(*parts: str) -> tuple[str, ...]:
    """The sentences that have something to say."""
    return tuple(part for part in parts if part)


def brief(*variants: str) -> str:
    """The first variant of an action that has at most twenty-five words; the last is short whatever the names."""
    return next((text for text in variants if count_words(text) <= _ACTION_WORDS), variants[-1])


_ACTION_WORDS = 25
