"""Different companies get different plans, and one more answer moves only what depends on it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from statistics import median

import pytest
from benchmarks.diversity.companies import companies, phrases
from benchmarks.diversity.measure import Advised, advise, between_companies, jaccard, percentile, shares
from playbook_cases import KNOWLEDGE

from retention_coach.domain.evidence import Evidence
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.option import Option
from retention_coach.engines.playbook.pair import choose_pair
from retention_coach.knowledge.entries.vocabulary import SIGNALS, Signal
from retention_coach.ports import StepInputs

COUNT, SEED = 40, 5
HOURS_LEFT = 3.0
"""Hours in which no other play fits; most plays take more."""


@cache
def advised() -> tuple[Advised, ...]:
    """The sample; the benchmark `diversity` measures two hundred."""
    return tuple(advise(company, KNOWLEDGE) for company in companies(COUNT, KNOWLEDGE, seed=SEED))


def test_different_companies_share_few_plays() -> None:
    """Of two that differ in sector and main worry: a third at most in half of the pairs, half in nineteen of twenty."""
    common = [jaccard(one, other) for one, other in between_companies(advised())]
    assert len(common) > 400
    assert median(common) <= 1 / 3
    assert percentile(common, 0.95) <= 1 / 2


def test_no_approach_is_everybodys() -> None:
    """As A, as B or recommended, none is offered to more than two of five of the sample."""
    for role, counts in shares(advised()).items():
        assert max(counts.values()) <= 0.4 * COUNT, role


def test_the_same_seed_gives_the_same_companies() -> None:
    """And another seed others."""
    one, again, other = (list(companies(5, KNOWLEDGE, seed=seed)) for seed in (1, 1, 2))
    assert one == again
    assert one != other


def with_answer(inputs: StepInputs, text: str) -> Case:
    """The company with one more answer."""
    more = AnsweredQuestion(id="Q26", topic="objectives", question="", text=text, consultant_only=False)
    return Case(replace(inputs, answers=(*inputs.answers, more)), KNOWLEDGE)


def changes() -> Iterator[tuple[set[Signal], Option, Option]]:
    """Companies that answer one question otherwise and are offered the same two approaches as before.

    The signals that the answer shows or strengthens, and the recommended option before and after.
    """
    for number, company in enumerate(companies(COUNT, KNOWLEDGE, seed=SEED)):
        before = with_answer(company.inputs, "Seguimos igual.")
        unseen = [code for code in SIGNALS if code not in before.weights]
        after = with_answer(company.inputs, f"{phrases()[unseen[number % len(unseen)]][0]}.")
        one, other = choose_pair(before), choose_pair(after)
        if {one.best.approach.id, one.second.approach.id} == {other.best.approach.id, other.second.approach.id}:
            yield {item.signal.code for item in {*before.told} ^ {*after.told}}, one.best, other.best


@pytest.fixture(scope="module")
def changed() -> list[tuple[set[Signal], Option, Option]]:
    """Every such change, made once."""
    return list(changes())


def test_one_more_answer_moves_only_what_depends_on_it(changed: list[tuple[set[Signal], Option, Option]]) -> None:
    """A play that does not answer what the answer shows leaves the plan only where others take its place or its hours.

    What comes answers what the answer shows. One more may follow: where the hours that are left fit another play, or
    where the one that left was the only one of a method that the alternative promises.
    """
    assert len(changed) >= COUNT / 2
    for new, before, after in changed:
        if before.approach != after.approach:
            continue
        old = {task.play.id: task.play for task in before.tasks}
        now = {task.play.id: task.play for task in after.tasks}
        came = [play for key, play in now.items() if key not in old]
        unrelated = [play for play in came if new.isdisjoint(play.themes)]
        left = [play for key, play in old.items() if key not in now and new.isdisjoint(play.themes)]
        assert came or not left
        assert len(left) <= len(came) or before.hours - after.hours <= HOURS_LEFT
        assert len(unrelated) <= max(1, len(came) - len(unrelated))


def test_what_stays_keeps_its_reason(changed: list[tuple[set[Signal], Option, Option]]) -> None:
    """A play cites what it cited before, unless it answers what the answer shows, or only serves the approach.

    Named customers take turns, so that whom an action names may move with the rest of the plan.
    """
    compared = 0
    for new, before, after in changed:
        now = {task.play.id for task in after.tasks}
        for play in {task.play.id: task.play for task in before.tasks}.values():
            depends = not new.isdisjoint(play.themes) or not before.course.answers(play)
            if play.id in now and not depends and before.approach == after.approach:
                assert cited(after, play.id) == cited(before, play.id)
                compared += 1
    assert compared > COUNT


def cited(option: Option, play: str) -> set[Evidence]:
    """What every action of a play cites, besides the customers that it names, who take turns."""
    tasks = [task for task in option.tasks if task.play.id == play]
    return {item for task in tasks for item in task.evidence() if item.kind != "account"}
