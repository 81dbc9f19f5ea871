"""One company from profile to finished plan with the playbook engine, as a batch would take it."""

from benchmarks.company import ANSWERS, PROFILE
from retention_coach import Answered, Coach, ProfileSet, Session
from retention_coach.chain import outputs
from retention_coach.chain.readiness import Finished, NeedsChoice, ready
from retention_coach.testing import MemoryStore


class UnsavedStore(MemoryStore):
    """Counts revisions and keeps nothing: what a chain costs where saving is free."""

    async def save(self, session: Session, *, expected_revision: int) -> Session:
        """The session with its new revision, as it is."""
        return session.model_copy(update={"revision": expected_revision + 1})


async def run_chain(coach: Coach) -> Session:
    """A new session for the sample company, carried to its end.

    Raises:
        RuntimeError: the chain did not end; its time would say nothing.
    """
    session = await coach.create(PROFILE.company)
    session = await coach.record(session, ProfileSet(PROFILE, coach.clock.now()))
    session = await coach.advance(session)
    for question in outputs.pending(session):
        session = await coach.record(session, Answered(question.id, ANSWERS.get(question.id), coach.clock.now()))
    session = await coach.advance(session)
    match ready(session):
        case [NeedsChoice(strategy=strategy)]:
            session = await coach.choose(session, strategy.recommendation.label, recommended=True)
        case other:
            raise RuntimeError(f"the chain waits for {other}, not for a choice")
    session = await coach.advance(session)
    if ready(session) != (Finished(),):
        raise RuntimeError(f"the chain stopped before its end: {ready(session)}")
    return session
