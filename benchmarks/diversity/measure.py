"""`diversity`: how much the plans of different companies, and the two alternatives of one, have in common."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from statistics import median

from benchmarks.cost import cost_of, interleaved
from benchmarks.diversity.companies import Company, companies
from benchmarks.record import Comparison, Fact, Record
from retention_coach.assessment.sightings import sightings
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.option import Option
from retention_coach.engines.playbook.pair import choose_pair
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.loader import load

SEED = 7
"""Of the companies that the figures in the documents come from."""

_READ = "understand a company's answers"
_CHOOSE = "choose and plan its two alternatives"


@dataclass(frozen=True, slots=True)
class Advised:
    """A company with the approaches and plays of its two alternatives; the first is the recommended one."""

    company: Company
    labels: tuple[str, str]
    approaches: tuple[str, str]
    plays: tuple[frozenset[str], frozenset[str]]


def diversity(*, count: int = 200, rounds: int = 3) -> Iterator[Record]:
    """One record: its facts are about the companies, its costs those of one of them."""
    knowledge = load()
    advised = tuple(advise(company, knowledge) for company in companies(count, knowledge, seed=SEED))
    sample = next(iter(companies(1, knowledge, seed=SEED)))
    measures = {
        _READ: partial(cost_of, partial(sightings, sample.inputs, knowledge), times=5),
        _CHOOSE: partial(cost_of, partial(advise, sample, knowledge), times=5),
    }
    yield Record(
        name="diversity",
        title=f"{count} generated companies",
        costs=interleaved(measures, rounds=rounds),
        comparisons=(Comparison(_CHOOSE, _READ),),
        facts=(*_of_plans(advised), *_of_pairs(advised), *_of_approaches(advised)),
    )


def advise(company: Company, knowledge: Knowledge) -> Advised:
    """The two alternatives of a company, as steps 61 and 62 would plan them."""
    pair = choose_pair(Case(company.inputs, knowledge))
    return Advised(
        company,
        ("A", "B") if pair.recommended == "A" else ("B", "A"),
        (pair.best.approach.id, pair.second.approach.id),
        (_plays(pair.best), _plays(pair.second)),
    )


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """What is in both, of what is in either; 0 where both are empty."""
    return len(one & other) / len(one | other) if one | other else 0.0


def of_smaller(one: frozenset[str], other: frozenset[str]) -> float:
    """What is in both, of the smaller of the two."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def between_companies(advised: Sequence[Advised]) -> list[tuple[frozenset[str], frozenset[str]]]:
    """The recommended plans of each two companies that differ in their customers' sector and in their main worry."""
    return [
        (one.plays[0], other.plays[0])
        for one, other in combinations(advised, 2)
        if one.company.sector != other.company.sector and one.company.worry != other.company.worry
    ]


def percentile(values: Iterable[float], part: float) -> float:
    """The value below which this part (0 to 1) of them lies."""
    known = sorted(values)
    return known[min(int(len(known) * part), len(known) - 1)]


def shares(advised: Sequence[Advised]) -> dict[str, Counter[str]]:
    """How often each approach is A, B and the recommended one."""
    return {
        "A": Counter(item.approaches[item.labels.index("A")] for item in advised),
        "B": Counter(item.approaches[item.labels.index("B")] for item in advised),
        "recommended": Counter(item.approaches[0] for item in advised),
    }


def _plays(option: Option) -> frozenset[str]:
    return frozenset(task.play.id for task in option.tasks)


def _of_plans(advised: Sequence[Advised]) -> Iterator[Fact]:
    pairs = between_companies(advised)
    for name, measure in (("of either", jaccard), ("of the smaller", of_smaller)):
        common = [measure(one, other) for one, other in pairs]
        yield Fact(f"plays in common, {name}: median", round(median(common), 3), f"of {len(pairs):,} pairs")
        yield Fact(f"plays in common, {name}: 95th percentile", round(percentile(common, 0.95), 3), "")
    yield Fact("plays in a plan", round(sum(len(item.plays[0]) for item in advised) / len(advised), 1), "plays")


def _of_pairs(advised: Sequence[Advised]) -> Iterator[Fact]:
    for name, measure in (("of either", jaccard), ("of the smaller", of_smaller)):
        common = [measure(*item.plays) for item in advised]
        yield Fact(f"A and B of one company, {name}: median", round(median(common), 3), "")
        yield Fact(f"A and B of one company, {name}: 95th percentile", round(percentile(common, 0.95), 3), "")


def _of_approaches(advised: Sequence[Advised]) -> Iterator[Fact]:
    for role, counts in shares(advised).items():
        for approach, times in counts.most_common():
            yield Fact(f"{role}: {approach}", round(100 * times / len(advised), 1), "%")
    first = sum(item.labels[0] == "A" for item in advised)
    yield Fact("recommended is A", round(100 * first / len(advised), 1), "%")
