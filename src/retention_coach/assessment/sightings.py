"""What the answers and figures show: signals, each with the evidence and the words it came from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from retention_coach.assessment import cite
from retention_coach.assessment.quoting import confidential_runs, quotable
from retention_coach.assessment.understood import understood
from retention_coach.domain.evidence import Evidence
from retention_coach.domain.horizon import period_of, plan_periods
from retention_coach.domain.profile import Profile
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.signals import SignalEntry
from retention_coach.knowledge.entries.vocabulary import Signal
from retention_coach.ports import StepInputs
from retention_coach.understanding.found import SignalFound

_SENTENCES = re.compile(r"(?:[^.;:!?¡¿\n]|[.:](?=\d))+")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A signal that was seen.

    Attributes:
        signal: what was seen.
        evidence: where, the clearest first.
        quote: the company's exact words, or empty where there are none that may be repeated.
        weight: 3 strong (seen twice or measured), 2 medium (said once), 1 weak (said with doubt, or inferred). What
            another answer denies weighs one less, and is not seen at all if that leaves nothing.
    """

    signal: SignalEntry
    evidence: tuple[Evidence, ...]
    quote: str
    weight: int


def sightings(inputs: StepInputs, knowledge: Knowledge) -> tuple[Sighting, ...]:
    """Everything that was seen, the strongest first; of equals, in the order of the knowledge base."""
    found: dict[Signal, Sighting] = {}
    denied: set[Signal] = set()
    private = confidential_runs(inputs)
    for answer in inputs.answers:
        text = answer.text or ""
        read = understood(answer, knowledge)
        denied |= {item.code for item in read.denied}
        sentences = [match.span() for match in _SENTENCES.finditer(text)]
        for item in read.signals:
            # What a person added has no words of its own.
            is_quotable = bool(item.words) and not answer.consultant_only
            quote = quotable(_around(item, text, sentences), private) if is_quotable else ""
            weight = 1 if item.hedged else 2
            _add(found, Sighting(knowledge.signal(item.code), (cite.answer(answer.id),), quote, weight))
    for signal, evidence, weight in _measured(inputs.profile):
        _add(found, Sighting(knowledge.signal(signal), (evidence,), "", weight))
    weighed = (replace(item, weight=item.weight - (code in denied)) for code, item in found.items())
    seen = (item for item in weighed if item.weight > 0)
    order = {entry.code: position for position, entry in enumerate(knowledge.signals)}
    return tuple(sorted(seen, key=lambda item: (-item.weight, order[item.signal.code])))


def _around(found: SignalFound, text: str, sentences: Sequence[tuple[int, int]]) -> str:
    """The sentence in which a signal shows."""
    start, end = next((span for span in sentences if span[0] <= found.start < span[1]), (found.start, found.end))
    return text[start:end].strip()


def _measured(profile: Profile) -> Iterator[tuple[Signal, Evidence, int]]:
    figures = profile.figures
    answered = [figures.value(name) or 0 for name in ("nps_promoters", "nps_passives", "nps_detractors")]
    if sum(answered) == 0:
        yield "unknown_satisfaction", cite.assumption("La empresa no ha medido la satisfacción de sus clientes."), 1
    elif answered[2] * 5 >= sum(answered):
        yield "unresolved_complaints", cite.figure("nps_detractors"), 3
    if sum(answered) and answered[0] * 2 >= sum(answered):
        yield "satisfied_customers", cite.figure("nps_promoters"), 3
    if figures.value("customers_start") is None or figures.value("customers_lost") is None:
        yield "no_metrics", cite.assumption("La empresa no lleva la cuenta de los clientes que pierde."), 1
    if (figures.value("response_hours_median") or 0) > 8:
        yield "slow_response", cite.figure("response_hours_median"), 3
    if (figures.value("revenue_contraction") or 0) > (figures.value("revenue_expansion") or 0):
        yield "low_usage", cite.figure("revenue_contraction"), 2
    periods = plan_periods(profile.start_month)
    for account in profile.accounts:
        if account.renewal_date and periods[0] <= period_of(account.renewal_date) <= periods[-1]:
            yield "renewals_due", cite.account(account.id), 2


def _add(found: dict[Signal, Sighting], new: Sighting) -> None:
    code = new.signal.code
    old = found.get(code)
    if old is None:
        found[code] = new
        return
    evidence = tuple(dict.fromkeys((*old.evidence, *new.evidence)))
    seen_twice = len({item.ref for item in evidence if item.kind != "assumption"}) > 1
    found[code] = Sighting(
        old.signal,
        evidence[:4],
        old.quote or new.quote,
        3 if seen_twice else max(old.weight, new.weight),
    )
