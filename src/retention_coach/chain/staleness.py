"""Which outputs are out of date, and because of what. Computed from fingerprints, never stored."""

from dataclasses import dataclass

from retention_coach.chain.parts import fingerprint, is_read, parts
from retention_coach.chain.steps import STRATEGY, WITH_REPLY
from retention_coach.domain.base import StepId
from retention_coach.domain.session import Session


@dataclass(frozen=True, slots=True)
class Stale:
    """Why a step is out of date: the parts that changed, and the out-of-date steps that it rests on."""

    changed: tuple[str, ...]
    upstream: tuple[StepId, ...]


def stale_steps(session: Session) -> dict[StepId, Stale]:
    """The out-of-date steps of the session, in the order of the chain."""
    now = {name: fingerprint(value) for name, value in parts(session)}
    found: dict[StepId, Stale] = {}
    for spec in WITH_REPLY:
        record = session.steps.get(spec.id)
        if record is None or record.current is None:
            continue
        then = record.current.inputs
        read = {name: value for name, value in now.items() if is_read(name, spec.reads)}
        changed = tuple(sorted(name for name in then.keys() | read.keys() if then.get(name) != read.get(name)))
        upstream = tuple(step for step in found if f"steps.{step}" in spec.reads)
        if changed or upstream:
            found[spec.id] = Stale(changed, upstream)
    return found


def choice_is_current(session: Session) -> bool:
    """Whether the choice was made, and among the alternatives that the strategy has now."""
    record = session.steps.get(STRATEGY.id)
    if session.choice is None or record is None or record.current is None:
        return False
    return session.choice.strategy == fingerprint(record.current.output)
