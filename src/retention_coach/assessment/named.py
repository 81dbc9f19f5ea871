"""Which of a company's accounts and contacts a text speaks of, and in which words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from retention_coach.domain.profile import Account, Contact, Profile
from retention_coach.knowledge.lexicon import words
from retention_coach.spanish.words import fold, word_set

_WORD = re.compile(r"[^\W_]+")
_LEGAL = word_set("sa srl cia ltda gmbh spa llc sas ep corp inc ltd compania empresa grupo hermanos hijos")
_TRADES = word_set("""
    importadora exportadora distribuidora comercial constructora industrias inversiones agricola agricolas transporte
    transportes calzado confecciones almacenes cooperativa fabrica servicios agencia clinica hospital hotel hosteria
    norte sur oriente centro andina andino andinos nacional ecuador internacional general
    """)
"""What many firms are called: alone, such a word names none of them."""
_TITLES = word_set("""
    don dona senor senora ing ingeniero ingeniera lic lcdo lcda licenciado licenciada doctor doctora dr dra
    economista econ arquitecto arquitecta abogado abogada abg
    """)
_Owner = TypeVar("_Owner", Account, Contact)
_ARTICLES = word_set("el la los las")
_LEAST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Named:
    """A place of a text that speaks of a customer.

    Attributes:
        account: id of the account; None for a contact of no account.
        contact: the person, where one is named.
        start: where the words begin in the text.
        end: where they end.
    """

    account: str | None
    contact: Contact | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Names:
    """The words by which a company's accounts and contacts are named, each with the only one that it may mean.

    A word names a customer where it is written with a capital, belongs to the name of one customer alone, and is
    neither a trade nor one of the company's places. First names count behind a title («doña Rosario»); the first word
    of an account, behind an article («la ferretería»).
    """

    accounts: dict[str, Account]
    openings: dict[str, Account]
    surnames: dict[str, Contact]
    first_names: dict[str, Contact]

    @classmethod
    def of(cls, profile: Profile) -> "Names":
        """The names in a profile."""
        return cls(_account_words(profile), _openings(profile), _surnames(profile), _first_names(profile))

    def named_in(self, text: str) -> Iterator[Named]:
        """The accounts and contacts that a text names, in the order of the text; the same may come several times."""
        before = ""
        for match in _WORD.finditer(text):
            word = fold(match.group())
            contact = self.surnames.get(word) or (self.first_names.get(word) if before in _TITLES else None)
            is_name = match.group()[0].isupper()
            if is_name and contact is not None:
                yield Named(contact.account_id, contact, *match.span())
            elif is_name and word in self.accounts:
                yield Named(self.accounts[word].id, None, *match.span())
            elif before in _ARTICLES and word in self.openings:
                yield Named(self.openings[word].id, None, *match.span())
            before = word


def _account_words(profile: Profile) -> dict[str, Account]:
    """The words that belong to one account alone."""
    places = {word for place in (profile.canton, *profile.customer_cantons) for word in words(place)}
    common = _LEGAL | _TRADES | places
    pairs = [
        (word, account)
        for account in profile.accounts
        for word in set(words(account.customer))
        if len(word) >= _LEAST_LETTERS and word not in common
    ]
    return _unique(pairs)


def _openings(profile: Profile) -> dict[str, Account]:
    """The first word of an account, where only one account begins so: «la ferretería»."""
    firsts = [(words(account.customer)[:1], account) for account in profile.accounts]
    return _unique([(first[0], account) for first, account in firsts if first and len(first[0]) > _LEAST_LETTERS])


def _surnames(profile: Profile) -> dict[str, Contact]:
    return _unique(
        [
            (word, contact)
            for contact in profile.contacts
            for word in words(contact.name)[1:]
            if len(word) >= _LEAST_LETTERS
        ]
    )


def _first_names(profile: Profile) -> dict[str, Contact]:
    return _unique([(words(contact.name)[0], contact) for contact in profile.contacts if words(contact.name)])


def _unique(pairs: Sequence[tuple[str, _Owner]]) -> dict[str, _Owner]:
    owners: dict[str, list[_Owner]] = {}
    for word, owner in pairs:
        owners.setdefault(word, []).append(owner)
    return {word: found[0] for word, found in owners.items() if len(found) == 1}
