"""What each phase is for in this company: nothing that none of its actions does."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from retention_coach.assessment.conditions import renewals_within
from retention_coach.assessment.named import Names
from retention_coach.assessment.own_goals import About
from retention_coach.assessment.spoken import spoken
from retention_coach.assessment.successes import ASSET, successes
from retention_coach.domain.base import KpiId
from retention_coach.domain.horizon import period_of
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.printable import printable
from retention_coach.engines.playbook.sector.deeds import Deed
from retention_coach.spanish import formats
from retention_coach.spanish.words import count_words
from retention_coach.understanding.understand import understand

_GOALS = "Q25"
"""The question of the bank that asks what should have changed in six months."""
_PIECES = re.compile(r",\s+|\s+y\s+(?=que\b)")
_LEAST_WORDS = 4
_MOST_NAMES = 3
_MOST_METRICS = 3
_LAST_PHASE = 2
"""The phase, from 0, in which what the company asked for is reached."""
_SERVED_BY: dict[About, frozenset[KpiId]] = {
    "losses": frozenset({"retention", "churn"}),
    "retention": frozenset({"retention", "churn"}),
    "renewals": frozenset({"retention", "churn"}),
    "wait": frozenset({"response_time"}),
    "nps": frozenset({"nps"}),
}
"""The indicators that an action moves when it serves a goal; a goal about accounts is served by naming them."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a phase is for, and the ids of the plan's actions that do it."""

    text: str
    done_by: frozenset[str] = frozenset()


def purpose_of(case: Case, phase: int, deeds: Sequence[Deed]) -> Purpose:
    """What the phase (0 to 2) is for: to mend, to give or to reach what was asked; else what its actions count."""
    write: Callable[[Case, Sequence[Deed]], Purpose | None] = (_mend, _give, _keep)[phase]
    found = write(case, deeds) or _counted(case, phase, deeds)
    return Purpose(f"{found.text}{_deciding(case, phase)}", found.done_by)


def _mend(case: Case, deeds: Sequence[Deed]) -> Purpose | None:
    """The heaviest trouble that an action of the phase is made for."""
    for item in case.told:
        doing = [deed for deed in deeds if item.signal.code in deed.themes]
        if item.signal.kind == "risk" and item.quote and doing:
            text = f"Que se atienda un problema de peso, {_lower(item.signal.label)}: «{item.quote}»."
            return Purpose(text, _ids(doing))
    return None


def _give(case: Case, deeds: Sequence[Deed]) -> Purpose | None:
    """What the company knows, where an action of the phase gives it."""
    asset = successes(case.inputs, case.knowledge).asset
    told = " ".join(sentence.text for sentence in spoken(case.inputs, ASSET))
    doing = [deed for deed in deeds if deed.tells_of(told)]
    if asset is None or not doing:
        return None
    return Purpose(f"Que reciban, para su propio negocio, lo que la empresa sabe: «{asset.words}».", _ids(doing))


def _keep(case: Case, deeds: Sequence[Deed]) -> Purpose | None:
    """Of what the company asked for, what an action of the phase serves."""
    served = [(piece, doing) for piece in _wanted(case) if (doing := _serving(case, piece, deeds))]
    quoted = [(quote, doing) for piece, doing in served if (quote := case.quote(piece))][:_MOST_NAMES]
    if not quoted:
        return None
    end = formats.month_name(case.setting.periods[-1])
    wanted = formats.join_words([quote for quote, _doing in quoted])
    return Purpose(
        f"Que al cerrar {end} se cumpla lo que pidió la gerencia: {wanted}.",
        frozenset(action for _quote, doing in quoted for action in _ids(doing)),
    )


def _counted(case: Case, phase: int, deeds: Sequence[Deed]) -> Purpose:
    """What the actions of the phase count, where nothing that was said is what they do."""
    end = formats.month_name(case.setting.periods[phase * 2 + 1])
    counted = list(dict.fromkeys(_lower(deed.metric) for deed in deeds))[:_MOST_METRICS]
    if not counted:
        return Purpose("Que lo acordado en los meses anteriores se mantenga.")
    doing = [deed for deed in deeds if _lower(deed.metric) in counted]
    return Purpose(f"Que al cerrar {end} se pueda contar: {formats.join_words(counted)}.", _ids(doing))


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
    """What the company asked for, piece by piece."""
    pieces = [piece for each in spoken(case.inputs, _GOALS) for piece in _PIECES.split(each.text)]
    plain = [re.sub(r"^[Yy]\s+", "", piece.strip()) for piece in pieces]
    return [piece for piece in plain if count_words(piece) >= _LEAST_WORDS]


def _serving(case: Case, piece: str, deeds: Sequence[Deed]) -> list[Deed]:
    """The actions that serve what a piece asks: for the customers it names, else for the trouble or the goal in it."""
    goals = [goal for goal in case.own_goals if piece in goal.words or goal.words in piece]
    named = {name.account for name in Names.of(case.inputs.profile).named_in(piece) if name.account}
    named |= {account for goal in goals for account in goal.accounts}
    if named:
        undecided = named - _decided(case)
        return [deed for deed in deeds if deed.accounts & undecided]
    kpis = {kpi for goal in goals for kpi in _SERVED_BY.get(goal.about, ())}
    signals = {item.code for item in understand(piece, case.knowledge).signals}
    return [deed for deed in deeds if deed.kpi in kpis or deed.themes & signals]


def _decided(case: Case) -> set[str]:
    """The accounts that will have decided whether they stay before the last phase begins."""
    starts = case.setting.periods[_LAST_PHASE * 2]
    dated = [account for account in case.profile.accounts if account.renewal_date]
    return {account.id for account in dated if account.renewal_date and period_of(account.renewal_date) < starts}


def _ids(deeds: Sequence[Deed]) -> frozenset[str]:
    return frozenset(deed.action for deed in deeds if deed.action)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
