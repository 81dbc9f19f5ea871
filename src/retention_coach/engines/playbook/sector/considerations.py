"""The four considerations of prompt 64: what is known of the customers' trades, beside what the company says."""

import re
from collections.abc import Sequence

from retention_coach.assessment import cite
from retention_coach.assessment.spoken import says_nothing, spoken
from retention_coach.domain.evidence import Evidence
from retention_coach.domain.sector_plan import Consideration, ConsiderationKind
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.sector.trades import Trade
from retention_coach.knowledge.entries.sectors import Activity
from retention_coach.spanish import formats
from retention_coach.spanish.words import count_words

_LEAST_WORDS = 5
"""A shorter piece of an answer says little out of its place."""
_MOST_SENTENCES = 2
_LINK = re.compile(r"^[Yy]\s+")
"""What tied a sentence to the one before."""


def considerations_of(case: Case, trades: Sequence[Trade]) -> tuple[Consideration, ...]:
    """Particularities, cycle, pressures and expectations, in this order."""
    return (
        _consideration(case, trades, "particularities", _particularities(case, trades), ("Q12", "Q15")),
        _consideration(case, trades, "business_cycle", _cycle(case, trades), ("Q0", "Q9")),
        _consideration(case, trades, "competitive_pressures", _pressures(case, trades), ("Q2",)),
        _consideration(case, trades, "customer_expectations", _expectations(case, trades), ("Q13",)),
    )


_LEADS: dict[str, str] = {
    "Q0": "La empresa lo dice así",
    "Q2": "Con quién se van, según la empresa",
    "Q9": "Y del calendario de la empresa y el de sus clientes",
    "Q12": "Quién decide, según la empresa",
    "Q13": "Lo que estos clientes reclaman en confianza",
    "Q15": "Lo que podría golpearlos este semestre",
}
"""How the words of each answer are brought in."""


def _consideration(
    case: Case, trades: Sequence[Trade], kind: ConsiderationKind, known: str, asked: Sequence[str]
) -> Consideration:
    said = [(question, words) for question in asked if (words := _said(case, question))]
    told = " ".join(f"{_LEADS[question]}: {formats.join_words(words)}." for question, words in said)
    entries = dict.fromkeys((*(trade.sector.id for trade in trades), *_own(case, kind)))
    evidence: list[Evidence] = [cite.knowledge(entry) for entry in entries]
    return Consideration(
        kind=kind,
        statement=f"{known} {told}".strip(),
        evidence=(*evidence, *(cite.answer(question) for question, _words in said)),
        figures=(),
    )


def _said(case: Case, question: str) -> list[str]:
    """The first sentences of an answer that can be repeated and say something, in quotation marks."""
    quoted = [case.quote(_LINK.sub("", sentence.text)) for sentence in spoken(case.inputs, question)]
    telling = [each for each in quoted if count_words(each) >= _LEAST_WORDS and not says_nothing(each[1:])]
    return telling[:_MOST_SENTENCES]


def _own(case: Case, kind: ConsiderationKind) -> tuple[str, ...]:
    """The company's own sector, of which its customers' choices and expectations are."""
    own = case.setting.own_sectors[:1]
    return tuple(sector.id for sector in own) if kind in {"competitive_pressures", "customer_expectations"} else ()


def _particularities(case: Case, trades: Sequence[Trade]) -> str:
    known = " ".join(
        f"{trade.name}: {trade.sector.particularities[0]} {trade.sector.as_customer[0]}" for trade in trades
    )
    return f"{known}{_not_known(case)}"


def _not_known(case: Case) -> str:
    """Which of the customers' trades the plan cannot speak of, said plainly."""
    names = [quoted for name in case.unknown_industries if (quoted := case.quote(name))]
    if not names:
        return ""
    return f" De {formats.join_words(names)} no hay ficha propia: confirme su ciclo con esos clientes."


def _cycle(case: Case, trades: Sequence[Trade]) -> str:
    cycles = " ".join(_cycle_of(case, trade) for trade in trades)
    if not case.season.is_other:
        return cycles
    usual = f"La empresa dice que la temporada usual del sector {case.sector.adjective} no es la suya"
    return f"{usual}; las visitas se confirman antes con cada cliente. {cycles}"


def _cycle_of(case: Case, trade: Trade) -> str:
    """The demanding and the quiet months of the plan, the first of each with its reason."""
    told = " ".join(part for part in (_months(case, trade, "high"), _months(case, trade, "low")) if part)
    note = case.month_in(trade.sector, int(case.setting.periods[0][5:])).text
    return f"{trade.name}. {told or f'Ritmo parejo en estos meses. {note}'}"


def _months(case: Case, trade: Trade, activity: Activity) -> str:
    notes = {each: case.month_in(trade.sector, int(each[5:])) for each in case.setting.periods}
    periods = [each for each, note in notes.items() if note.activity == activity]
    if not periods:
        return ""
    numbers = [int(each[5:]) for each in periods]
    names = formats.join_words([formats.MONTHS[number - 1] for number in numbers])
    first = formats.MONTHS[numbers[0] - 1].capitalize()
    return f"{_ACTIVITY[activity]}: {names}. {first}: {notes[periods[0]].text}"


_ACTIVITY: dict[Activity, str] = {"high": "Exigentes", "normal": "Normales", "low": "Tranquilos"}


def _pressures(case: Case, trades: Sequence[Trade]) -> str:
    own = case.setting.own_sectors[:1]
    if own and own[0].id != trades[0].sector.id:
        rivals = own[0].competitive_pressures[0]
        theirs = (
            f"Sobre sus clientes ({trades[0].name}) pesa, a su vez, lo siguiente: "
            f"{_lower(trades[0].sector.competitive_pressures[0])}"
        )
        return f"{rivals} {theirs}"
    return " ".join(trades[0].sector.competitive_pressures[:2])


def _expectations(case: Case, trades: Sequence[Trade]) -> str:
    own = case.setting.own_sectors[:1]
    sector = own[0] if own else trades[0].sector
    expected = " ".join(sector.expectations[:2])
    how = " ".join(f"{trade.name}: {trade.sector.as_customer[1]}" for trade in trades)
    return f"{expected} {how}"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
