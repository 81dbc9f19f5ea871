"""Named customers as people call them: «la Curtiduría», «Nordfrucht», «las dos de febrero»."""

import re
from collections import Counter
from collections.abc import Sequence

from retention_coach.domain.profile import Account
from retention_coach.spanish.register import informal_forms
from retention_coach.spanish.words import fold, word_set

_LEGAL = re.compile(
    r"[\s,]+(?:s\.? ?a\.?(?: ?s\.?)?|c[ií]a\.?(?: ltda\.?)?|ltda\.?|c\.? ?a\.?|s\.? ?r\.? ?l\.?"
    r"|gmbh|spa|llc|inc\.?|corp\.?)\s*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_SAYABLE = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .,&'’´()-]){1,70}")
_TRADES = word_set("""
    compania empresa grupo distribuidora importadora exportadora comercial comercializadora corporacion constructora
    transporte transportes inversiones agricola agricolas industria industrias confecciones abarrotes cooperativa
    consorcio de del e y
    """)
_GENERIC = word_set("""
    compania empresa empresas grupo hermanos hijos distribuidora importadora exportadora comercial comercializadora
    industria industrias industrial corporacion servicios transporte transportes agricola agricolas inversiones
    cooperativa constructora consorcio norte sur este oeste central andina andino andinos nacional ecuador del los las
    confecciones calzado abarrotes papas cebollas frutas flores rosas flor snacks verde
    """)
_LEAST_LETTERS = 4


def short_name(account: Account) -> str:
    """The name without its legal form, as it is said: «Rosas del Cayambe» of «Rosas del Cayambe S.A.»."""
    name = account.customer
    while True:
        shorter = _LEGAL.sub("", name)
        if shorter == name or not shorter.strip():
            return name
        name = shorter


def brief_name(account: Account) -> str:
    """The name without its trade, where an action has room for no more: «Ruta del Pastaza», «La Esperanza»."""
    words = short_name(account).split()
    first = next((place for place, word in enumerate(words) if fold(word) not in _TRADES), 0)
    return " ".join(words[first:])


def is_sayable(name: str) -> bool:
    """Whether a name can stand in a sentence of the plan: words, without figures and without «tú»."""
    return bool(_SAYABLE.fullmatch(name)) and not informal_forms(name)


def named_in(text: str, accounts: Sequence[Account]) -> tuple[Account, ...]:
    """The accounts that a text names, in the order of the accounts.

    A name counts where it stands as a whole, or where a word of it stands with a capital that no other account has;
    words that any company's name could hold do not count alone.
    """
    said = fold(text)
    capitals = {fold(word) for word in _WORD.findall(text) if word[0].isupper()}
    shared = Counter(word for account in accounts for word in _telling(account))
    return tuple(
        account
        for account in accounts
        if re.search(rf"\b{re.escape(fold(short_name(account)))}\b", said)
        or any(word in capitals and shared[word] == 1 for word in _telling(account))
    )


def _telling(account: Account) -> set[str]:
    words = {fold(word) for word in _WORD.findall(short_name(account))}
    return {word for word in words if len(word) >= _LEAST_LETTERS and word not in _GENERIC}
