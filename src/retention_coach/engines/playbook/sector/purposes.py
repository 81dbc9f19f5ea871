"""What each phase is for in this company: its own trouble, what it can give, what it asked for."""

import re

from retention_coach.assessment.conditions import renewals_within
from retention_coach.assessment.spoken import spoken
from retention_coach.assessment.successes import Successes, successes
from retention_coach.domain.horizon import period_of
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.printable import printable
from retention_coach.spanish import formats
from retention_coach.spanish.words import count_words

_GOALS = "Q25"
"""The question of the bank that asks what should have changed in six months."""
_PIECES = re.compile(r",\s+|\s+y\s+(?=que\b)")
_LEAST_WORDS = 4
_MOST_NAMES = 3


def purposes_of(case: Case, trade: str) -> tuple[str, str, str]:
    """One sentence or two for each phase; `trade` is the customers' first trade, by name."""
    found = successes(case.inputs, case.knowledge)
    return _mend(case, trade), _give(case, found, trade), _keep(case, found, trade)


def _mend(case: Case, trade: str) -> str:
    """What hurts most is mended, and those who must decide soon are spoken to."""
    trouble = next((item for item in case.told if item.signal.kind == "risk" and item.quote), None)
    if trouble is None:
        text = f"Que cada {_customer(case)} ({trade}) sepa quién responde por él y diga qué le falta."
    else:
        text = f"Que se corrija primero lo que más pesa, {_lower(trouble.signal.label)}: «{trouble.quote}»."
    return f"{text}{_deciding(case, 0)}"


def _give(case: Case, found: Successes, trade: str) -> str:
    """What the company knows is given to them, before they ask."""
    if found.asset is None:
        text = f"Que quienes compran ({trade}) reciban algo útil para su propio negocio, aunque no lo hayan comprado."
    else:
        text = (
            f"Que reciban, para su propio negocio, lo que la empresa sabe y aún no les cuenta: «{found.asset.words}»."
        )
    return f"{text}{_deciding(case, 1)}"


def _keep(case: Case, found: Successes, trade: str) -> str:
    """What the company asked for is reached, with those who are content."""
    wanted = _wanted(case)
    if wanted:
        end = formats.month_name(case.setting.periods[-1])
        text = f"Que al cerrar {end} se cumpla lo que pidió la gerencia: {formats.join_words(wanted)}."
    elif found.praise:
        text = f"Que se quede, amplíe y recomiende quien ya valora esto: «{found.praise[0].words}»."
    else:
        text = f"Que quien ya está conforme ({trade}) se quede, amplíe y hable bien de la empresa."
    return f"{text}{_deciding(case, 2)}"


def _deciding(case: Case, phase: int) -> str:
    """The accounts whose agreement ends in the phase."""
    periods = case.setting.periods[phase * 2 : phase * 2 + 2]
    accounts = [
        account
        for account in renewals_within(case.profile)
        if account.renewal_date and period_of(account.renewal_date) in periods
    ]
    names = [name for account in accounts if (name := printable(account.customer))][:_MOST_NAMES]
    if not names:
        return ""
    follow = "deciden en estos meses si siguen o no" if len(names) > 1 else "decide en estos meses si sigue o no"
    return f" {formats.join_words(names)} {follow}."


def _wanted(case: Case) -> list[str]:
    """What the company asked for, piece by piece, in quotation marks."""
    pieces = [piece for each in spoken(case.inputs, _GOALS) for piece in _PIECES.split(each.text)]
    plain = [re.sub(r"^[Yy]\s+", "", piece.strip()) for piece in pieces]
    quoted = [case.quote(piece) for piece in plain if count_words(piece) >= _LEAST_WORDS]
    return [each for each in quoted if each][:_MOST_NAMES]


def _customer(case: Case) -> str:
    return case.setting.own_sectors[0].unit if case.setting.own_sectors else "cliente"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
