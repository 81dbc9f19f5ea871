"""What the answers and figures show: signals, each with the evidence and the words it came from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from retention_coach.domain.evidence import Evidence
from retention_coach.domain.profile import Profile
from retention_coach.engines.playbook import cite
from retention_coach.engines.playbook.quoting import confidential_runs, quotable
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.signals import SignalEntry
from retention_coach.knowledge.entries.vocabulary import Signal
from retention_coach.knowledge.lexicon import holds, words
from retention_coach.ports import StepInputs

_SENTENCES = re.compile(r"(?:[^.;:!?¡¿\n]|[.:](?=\d))+")
_NEGATIONS = ("no", "sin", "nunca", "nadie", "ningun*", "jamas", "tampoco")
_HEDGES = ("creo", "creemos", "quiza*", "tal vez", "puede que", "supongo", "me parece", "a lo mejor", "parece que")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A signal that was seen.

    Attributes:
        signal: what was seen.
        evidence: where, the clearest first.
        quote: the company's exact words, or empty where there are none that may be repeated.
        weight: 3 strong (seen twice or measured), 2 medium (said once), 1 weak (said with doubt, or inferred).
    """

    signal: SignalEntry
    evidence: tuple[Evidence, ...]
    quote: str
    weight: int


class Reader:
    """Reads answers against one knowledge base; what a text shows is remembered, because every step asks again."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._order = {entry.code: position for position, entry in enumerate(knowledge.signals)}
        self._mentioned = lru_cache(maxsize=1024)(self._find)

    def sightings(self, inputs: StepInputs) -> tuple[Sighting, ...]:
        """Everything that was seen, the strongest first; of equals, in the order of the knowledge base."""
        found: dict[Signal, Sighting] = {}
        private = confidential_runs(inputs)
        for answer in inputs.answers:
            for entry, sentence, weight in self._mentioned(answer.text or ""):
                quote = "" if answer.consultant_only else quotable(sentence, private)
                _add(found, Sighting(entry, (cite.answer(answer.id),), quote, weight))
        for signal, evidence, weight in _measured(inputs.profile):
            _add(found, Sighting(self._knowledge.signal(signal), (evidence,), "", weight))
        return tuple(sorted(found.values(), key=lambda item: (-item.weight, self._order[item.signal.code])))

    def _find(self, text: str) -> tuple[tuple[SignalEntry, str, int], ...]:
        """The signals of a text, each with the sentence that shows it and its weight."""
        found: list[tuple[SignalEntry, str, int]] = []
        for match in _SENTENCES.finditer(text):
            sentence = match.group(0).strip()
            said = words(sentence)
            weight = 1 if _holds_any(_HEDGES, said) else 2
            found += [(entry, sentence, weight) for entry in self._knowledge.signals if _says(entry, said)]
        return tuple(found)


def _says(entry: SignalEntry, said: tuple[str, ...]) -> bool:
    shown = any(holds(pattern, said) and not _is_negated(pattern, said) for pattern in entry.any_of)
    return shown and not _holds_any(entry.none_of, said)


def _is_negated(pattern: str, said: tuple[str, ...]) -> bool:
    """Whether the sentence denies what the pattern says («no hay quejas»); a pattern with its own «no» is not."""
    if set(pattern.split()) & {"no", "sin", "nunca", "nadie"}:
        return False
    return any(holds(f"{negation} {pattern}", said) for negation in _NEGATIONS)


def _holds_any(patterns: Sequence[str], said: tuple[str, ...]) -> bool:
    return any(holds(pattern, said) for pattern in patterns)


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
        yield "price_pressure", cite.figure("revenue_contraction"), 2
    for account in profile.accounts:
        if account.risk == "high":
            yield "active_competition", cite.account(account.id), 2
        if account.renewal_date is not None:
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
