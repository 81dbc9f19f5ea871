"""Carries a session forward with nobody to ask: answers come from a file, the choice from a rule."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from retention_coach.chain.coach import Coach, Progress
from retention_coach.chain.events import Answered, Chosen, Event, FieldGiven, ProfileSet, RedoAsked
from retention_coach.chain.outputs import output, pending
from retention_coach.chain.readiness import is_done
from retention_coach.chain.staleness import choice_is_current, stale_steps
from retention_coach.chain.steps import BY_ID, CHOICE, INTERVIEW, STRATEGY
from retention_coach.cli.company_update import CompanyUpdate
from retention_coach.cli.file_answers import FileAnswer, askable, file_answers
from retention_coach.domain.base import StepId
from retention_coach.domain.session import Session
from retention_coach.domain.strategy import Strategy
from retention_coach.readers.company_file.reader import CompanyFile
from retention_coach.readers.form.form import Form

ChoiceRule = Literal["recommended", "A", "B"]


@dataclass(frozen=True, slots=True)
class Unattended:
    """A company file and a rule for the choice, applied to a session until nothing can go on.

    What nobody answered is «no sé». On a session that was worked on before, only what the file changes is recorded,
    and only the steps that this leaves out of date are done again; fields and answers that the file does not give
    stay as they were, and so does the mark *solo consultor*.

    Attributes:
        coach: who carries it.
        company: the file.
        form: the form with which its fields are put into the profile.
        rule: which alternative is chosen.
        progress: told of each step, and of the answers and the choice too, since nobody saw them being given.
        changed: what the file has changed so far, as a person calls it: «equipo», «Q1».
        made_private: questions whose answers were marked *solo consultor* because the bank advises it.
    """

    coach: Coach
    company: CompanyFile
    form: Form
    rule: ChoiceRule
    progress: Progress | None = None
    changed: list[str] = field(default_factory=list)
    made_private: list[str] = field(default_factory=list)

    async def carry(self, session: Session) -> Session:
        """The session as far as it can go, saved after every event.

        Raises:
            EngineError, StorageError: what was done until then is kept.
        """
        while True:
            session = await self.coach.advance(session, progress=self.progress)
            event = next(self._events(session), None)
            if event is None:
                return session
            names, advised = self._names(session, event), self._advised(session, event)
            session = await self.coach.record(session, event)
            self.changed.extend(names)
            self.made_private.extend(advised)
            self._tell(session, event)

    def _tell(self, session: Session, event: Event) -> None:
        """What nobody saw being done: the choice, and what was understood once everything is answered."""
        if self.progress is None:
            return
        if isinstance(event, Chosen):
            self.progress(CHOICE, "stored", session)
        elif isinstance(event, Answered) and next(self._to_record(session), None) is None:
            self.progress(INTERVIEW, "stored", session)

    def unused(self, session: Session) -> tuple[str, ...]:
        """The questions and topics that the file answers and that found no open question in this session."""
        used = self._given(session)
        by_topic = used.keys() - self.company.answers.keys()
        asked = askable(self.company, session, self.coach.knowledge)
        placed = {question.topic for question in asked if question.id in by_topic}
        return (
            *(question for question in self.company.answers if question not in used),
            *(topic for topic in self.company.topics if topic not in placed),
        )

    def _events(self, session: Session) -> Iterator[Event]:
        """What should happen next, the most urgent first; each changes the session, so only the first counts."""
        now = self.coach.clock.now()
        profile = self._update.profile(session)
        if session.profile != profile:
            yield ProfileSet(profile, now)
        for name, text in self._update.typed(session):
            yield FieldGiven(name, text, now)
        for question, given in self._to_record(session):
            yield Answered(question, given.text, now, consultant_only=given.consultant_only)
        stale = _first_to_redo(session)
        if stale is not None:
            yield RedoAsked((stale,), now)
        strategy = output(session, Strategy) if is_done(session, STRATEGY) else None
        if strategy is not None and not self._is_chosen(session):
            by_rule = self.rule == "recommended"
            label = strategy.recommendation.label if self.rule == "recommended" else self.rule
            yield Chosen(label, "recommended" if by_rule else "consultant", now)

    @property
    def _update(self) -> CompanyUpdate:
        return CompanyUpdate(self.form, self.company)

    def _names(self, session: Session, event: Event) -> tuple[str, ...]:
        """What an event changes for the file's sake; «no sé» for what nobody answered is no change."""
        match event:
            case ProfileSet():
                return self._update.changed_names(session)
            case Answered(question=question) if question in self._given(session):
                return (question,)
            case _:
                return ()

    def _advised(self, session: Session, event: Event) -> tuple[str, ...]:
        """The question whose answer is marked only because the bank advises it."""
        said = self._given(session).get(event.question) if isinstance(event, Answered) else None
        return (event.question,) if isinstance(event, Answered) and said and said.is_advised else ()

    def _is_chosen(self, session: Session) -> bool:
        """Whether the choice stands and is what the rule asks for; a consultant's choice is not overruled."""
        if not choice_is_current(session) or session.choice is None:
            return False
        return self.rule in {"recommended", session.choice.label}

    def _given(self, session: Session) -> dict[str, FileAnswer]:
        return file_answers(self.company, session, self.coach.knowledge)

    def _to_record(self, session: Session) -> Iterator[tuple[str, FileAnswer]]:
        """The answers of the file that the session does not have, and «no sé» for what nobody answered.

        Nobody is there to be asked what an answer calls for: follow-ups are left open unless the file answers them.
        """
        given = self._given(session)
        for question, said in given.items():
            answer = session.interview.answers.get(question)
            if answer is None or (answer.text, answer.consultant_only) != (said.text, said.consultant_only):
                yield question, said
        for left in pending(session):
            if left.id not in given:
                yield left.id, FileAnswer(None, consultant_only=False)


def _first_to_redo(session: Session) -> StepId | None:
    """The first out-of-date step whose own inputs are ready; those after it may turn out not to need it."""
    for step_id in stale_steps(session):
        if all(is_done(session, BY_ID[before]) for before in BY_ID[step_id].after):
            return step_id
        return None
    return None
