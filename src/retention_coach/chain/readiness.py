"""What can happen to a session now."""

from dataclasses import dataclass

from retention_coach.chain import outputs
from retention_coach.chain.spec import StepSpec
from retention_coach.chain.staleness import choice_is_current, stale_steps
from retention_coach.chain.steps import STEPS
from retention_coach.domain.action_plan import Infeasible
from retention_coach.domain.base import StepId
from retention_coach.domain.interview import GuideQuestion
from retention_coach.domain.session import Session
from retention_coach.domain.strategy import Strategy


@dataclass(frozen=True, slots=True)
class NeedsProfile:
    """The company's profile is missing."""


@dataclass(frozen=True, slots=True)
class NeedsReply:
    """An engine must fill this step; with `repair`, mend the errors that its last reply left."""

    step: StepSpec
    repair: bool


@dataclass(frozen=True, slots=True)
class NeedsAnswers:
    """These questions wait for an answer."""

    questions: tuple[GuideQuestion, ...]


@dataclass(frozen=True, slots=True)
class NeedsChoice:
    """One of the two alternatives must be chosen."""

    strategy: Strategy


@dataclass(frozen=True, slots=True)
class Blocked:
    """The step says that it cannot be done with the means there are; it waits until what it reads changes."""

    step: StepSpec
    infeasible: Infeasible


@dataclass(frozen=True, slots=True)
class Finished:
    """Every step has its output."""


Ready = NeedsProfile | NeedsReply | NeedsAnswers | NeedsChoice | Blocked | Finished


def ready(session: Session) -> tuple[Ready, ...]:
    """Everything that can happen now; `Finished` alone when nothing is left.

    A step waits for all that it rests on, however far back: a choice stands while its strategy is being redone, but
    nothing may be built on it until the new strategy is there.
    """
    waiting: list[Ready] = []
    settled: set[StepId] = set()
    for step in STEPS:
        if not settled.issuperset(step.after):
            continue
        if is_done(session, step):
            settled.add(step.id)
        else:
            waiting.append(_need(session, step))
    return tuple(waiting) or (Finished(),)


def is_done(session: Session, step: StepSpec) -> bool:
    """Whether the step needs nothing more, so that those after it may begin."""
    if step.kind == "profile":
        return session.profile is not None
    if step.kind == "choice":
        return choice_is_current(session)
    if not _is_filled(session, step):
        return False
    if step.kind == "dialogue":
        return not outputs.pending(session)
    return _infeasible(session, step) is None


def _need(session: Session, step: StepSpec) -> Ready:
    if step.kind == "profile":
        return NeedsProfile()
    if step.kind == "choice":
        return NeedsChoice(outputs.required(session, Strategy))
    if not _is_filled(session, step):
        record = session.steps.get(step.id)
        return NeedsReply(step, repair=record is not None and not record.redo and record.repairs_left > 0)
    infeasible = _infeasible(session, step)
    if infeasible is None:
        return NeedsAnswers(outputs.pending(session))
    stale = stale_steps(session).get(step.id)
    return NeedsReply(step, repair=False) if stale and stale.changed else Blocked(step, infeasible)


def _is_filled(session: Session, step: StepSpec) -> bool:
    record = session.steps.get(step.id)
    return record is not None and record.current is not None and not record.redo and record.repairs_left == 0


def _infeasible(session: Session, step: StepSpec) -> Infeasible | None:
    version = outputs.current(session, step)
    found = None if version is None else version.output.get("infeasible")
    return None if found is None else Infeasible.model_validate(found)
