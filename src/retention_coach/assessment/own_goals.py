"""What the company itself asks for: its goals with their numbers, in its own words.

Read from the answers on objectives, and from other answers where a sentence states a wish. Only what is plain is read:
a goal that is not understood stays an answer. Confidential answers give no goal, because a goal is shown.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from retention_coach.assessment.account_names import named_in
from retention_coach.assessment.flows import DURATION, Flow, duration, flow_in
from retention_coach.assessment.phrases import NUMBER, Phrase, phrases
from retention_coach.domain.base import Unit
from retention_coach.domain.capacity import HORIZON_MONTHS
from retention_coach.domain.horizon import plan_periods
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.domain.profile import Account, Profile
from retention_coach.spanish.month_lists import MONTH, months_in

About = Literal["losses", "retention", "renewals", "wait", "nps", "accounts"]

_WISH = re.compile(
    r"\b(?:quisiera|queremos|quiero|me gustaria|nos gustaria|la meta es|nuestra meta|mi meta|el objetivo)\b"
)
_CLAUSE = re.compile(r" , (?=que |no |y )| y (?=que |no )")

_LOSE = r"(?:perder|perdamos|pierda(?:mos|n)?|(?:se (?:nos )?|)vayan|se (?:nos )?vaya|irse)"
_CUSTOMER = r"(?:clientes?|socios?|cuentas?|contratos?|importador[a-z]*|empresas?)"
_AT_MOST = re.compile(
    rf"\b(?:no {_LOSE}(?: a)? mas de|{_LOSE}(?: a)? (?:a lo sumo|como (?:maximo|mucho)|maximo|cuando mucho|no mas de))"
    rf" (?P<n>{NUMBER})(?! ?(?:%|de cada|horas?|dias?|semanas?|dolares|usd|mil))"
)
_FEWER_THAN = re.compile(rf"\b{_LOSE}(?: a)? menos de (?P<n>{NUMBER})(?! ?(?:%|dias?|horas?|dolares|usd|mil))")
_NONE = re.compile(rf"\bno {_LOSE}(?: a)? (?:(?:ni )?ningun[ao]?|ni 1|nadie)(?: {_CUSTOMER}| mas|$| [,.])")
_KEEP_SHARE = re.compile(rf"\bretencion\b[a-z ]{{0,30}}?(?P<n>{NUMBER}) ?%|\bretener (?:a |al |el )*(?P<m>{NUMBER}) ?%")
_OF_EACH = re.compile(
    rf"\bde cada (?P<whole>{NUMBER})\b[a-z ]{{0,60}}?\brenuev[a-z]+ (?P<part>{NUMBER})"
    rf"|\b(?P<part2>{NUMBER}) de cada (?P<whole2>{NUMBER})\b[a-z ]{{0,60}}?\brenuev"
    rf"|\brenuev[a-z]+ (?:al menos |por lo menos )?(?P<part3>{NUMBER}) de cada (?P<whole3>{NUMBER})"
    rf"|\brenuev[a-z]+ (?:al menos |por lo menos )?(?:el )?(?P<percent>{NUMBER}) ?%"
)
_NOW = re.compile(
    rf"\b(?:ahora|hoy|actualmente)(?: solo)?(?: son| renuevan| es| van| estamos en)?(?: el)? (?P<n>{NUMBER})"
)
_NPS = re.compile(rf"\bnps\b[a-z ]{{0,25}}?(?:{NUMBER} a )?(?P<n>{NUMBER})(?! ?(?:%|respuestas|clientes|mes|dias))")
_WITHIN = re.compile(rf"\b(?:en|de|antes de|maximo|dentro de|a) {DURATION}")
_KEEP = re.compile(r"\b(?:renov[a-z]+|renuev[a-z]+|no perder|conserv[a-z]+|se queden?|sigan?)\b")
_THOSE_OF = re.compile(rf"\b(?:las|los) (?P<n>{NUMBER}) de (?P<month>{MONTH})\b")
_UNTIL = re.compile(rf"\b(?:hasta|a) (?:fin(?:es)? de )?(?P<month>{MONTH})\b")
_SPANS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"\b(?:al|por|en el|este|en 1|cada) ano\b|\banual"), 12),
    (re.compile(r"\b(?:al|por|en el|este|en 1|cada) semestre\b|\ben 6 meses\b"), 6),
    (re.compile(r"\b(?:al|por|en el|este|en 1|cada) trimestre\b|\ben 3 meses\b"), 3),
    (re.compile(r"\b(?:al|por|cada) mes\b|\bmensual"), 1),
)


@dataclass(frozen=True, slots=True)
class OwnGoal:
    """One goal of the company.

    Attributes:
        about: `losses` (customers lost at most), `retention` (a percentage kept), `renewals` (how many of `whole` that
            could renew do), `wait` (how long a flow may take at most), `nps`, or `accounts` (named customers kept).
        value: its number, in `unit`.
        unit: the unit.
        answer: the question whose answer states it.
        words: the company's words, exactly.
        whole: of how many, for `renewals`.
        today: what the company says of today, in the same unit; None where it does not.
        months: within how many months, for `losses`; the plan's six where it does not say.
        flow: what is waited for, for `wait`.
        accounts: ids of the named customers, for `accounts`.
    """

    about: About
    value: float
    unit: Unit
    answer: str
    words: str
    whole: float | None = None
    today: float | None = None
    months: int = HORIZON_MONTHS
    flow: Flow | None = None
    accounts: tuple[str, ...] = ()


def own_goals(profile: Profile, answers: Sequence[AnsweredQuestion]) -> tuple[OwnGoal, ...]:
    """The company's goals, in the order in which it states them; of two about the same, the first."""
    found: dict[tuple[str, str], OwnGoal] = {}
    for answer in answers:
        if answer.consultant_only or not answer.text:
            continue
        for phrase in phrases(answer.text):
            if answer.topic == "objectives" or _WISH.search(phrase.text):
                for goal in _goals(phrase, answer, profile):
                    flow = goal.flow.key if goal.flow else ""
                    found.setdefault((goal.about, flow + ",".join(goal.accounts)), goal)
    return tuple(found.values())


def _goals(phrase: Phrase, answer: AnsweredQuestion, profile: Profile) -> Iterator[OwnGoal]:
    at = 0
    for clause in _CLAUSE.split(phrase.text):
        start = phrase.text.index(clause, at)
        at = start + len(clause)
        piece = _Piece(phrase, clause, start, answer, profile)
        yield from (goal for read in _READERS if (goal := read(piece)) is not None)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A clause with where it stands."""

    phrase: Phrase
    text: str
    start: int
    answer: AnsweredQuestion
    profile: Profile

    @property
    def said(self) -> str:
        return self.phrase.words(self.start, self.start + len(self.text)).strip(" ,.;")

    def goal(self, about: About, value: float, unit: Unit) -> OwnGoal:
        return OwnGoal(about, value, unit, self.answer.id, self.said)


def _losses(piece: _Piece) -> OwnGoal | None:
    if match := _AT_MOST.search(piece.text):
        most = float(match["n"])
    elif (match := _FEWER_THAN.search(piece.text)) and float(match["n"]) >= 1:
        most = float(match["n"]) - 1
    elif _NONE.search(piece.text):
        most = 0.0
    else:
        return None
    return replace(piece.goal("losses", most, "customers"), months=_months(piece)) if most.is_integer() else None


def _retention(piece: _Piece) -> OwnGoal | None:
    match = _KEEP_SHARE.search(piece.text)
    value = float(match["n"] or match["m"]) if match else 0.0
    return piece.goal("retention", value, "percent") if 0 < value <= 100 else None


def _renewals(piece: _Piece) -> OwnGoal | None:
    match = _OF_EACH.search(piece.text)
    if match is None:
        return None
    part = float(match["part"] or match["part2"] or match["part3"] or match["percent"])
    whole = float(match["whole"] or match["whole2"] or match["whole3"] or 100)
    if not 0 < part <= whole:
        return None
    now = _NOW.search(piece.phrase.text, piece.start + match.end())
    today = float(now["n"]) if now and float(now["n"]) < part else None
    unit: Unit = "percent" if match["percent"] else "customers"
    return replace(piece.goal("renewals", part, unit), whole=whole, today=today)


def _wait(piece: _Piece) -> OwnGoal | None:
    flow, match = flow_in(piece.text), _WITHIN.search(piece.text)
    if flow is None or match is None or match["high"]:
        return None
    value, unit = duration(match)
    return replace(piece.goal("wait", value, unit), flow=flow) if value > 0 else None


def _nps(piece: _Piece) -> OwnGoal | None:
    match = _NPS.search(piece.text)
    return piece.goal("nps", float(match["n"]), "points") if match and float(match["n"]) <= 100 else None


def _accounts(piece: _Piece) -> OwnGoal | None:
    if not _KEEP.search(piece.text):
        return None
    named: tuple[Account, ...] = named_in(piece.said, piece.profile.accounts)
    those = _THOSE_OF.search(piece.text)
    if those and not named:
        (month,) = months_in(those["month"])
        ending = [item for item in piece.profile.accounts if item.renewal_date and item.renewal_date.month == month]
        named = tuple(ending) if len(ending) == float(those["n"]) else ()
    ids = tuple(account.id for account in named)
    return replace(piece.goal("accounts", len(ids), "customers"), accounts=ids) if ids else None


_READERS: tuple[Callable[[_Piece], OwnGoal | None], ...] = (_losses, _retention, _renewals, _wait, _nps, _accounts)


def _months(piece: _Piece) -> int:
    """Within how many months: said as a span, as the last month of the plan it holds for, or the plan's six."""
    for pattern, months in _SPANS:
        if pattern.search(piece.text):
            return months
    until = _UNTIL.search(piece.text)
    if until is None:
        return HORIZON_MONTHS
    (last,) = months_in(until["month"])
    periods = plan_periods(piece.profile.start_month)
    return next((number for number, period in enumerate(periods, start=1) if int(period[5:]) == last), HORIZON_MONTHS)
