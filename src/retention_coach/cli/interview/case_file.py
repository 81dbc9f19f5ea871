"""The session being worked on, and how what is said is kept in it: every answer is saved before the next is asked."""

from dataclasses import dataclass

from retention_coach.chain import outputs
from retention_coach.chain.coach import Coach
from retention_coach.chain.events import Answered, DraftKept, Event, FieldGiven, ProfileSet, TopicClosed
from retention_coach.chain.steps import STRATEGY
from retention_coach.cli.interview.points import Point, Timeline
from retention_coach.cli.interview.unknowns import says_unknown
from retention_coach.cli.typed_fields import typed_fields
from retention_coach.domain.interview import GuideQuestion, followed
from retention_coach.domain.session import Session
from retention_coach.readers.form.field import FieldProblem, FormField
from retention_coach.readers.form.form import Form, profile_form
from retention_coach.report.standing import local_date


@dataclass(frozen=True, slots=True)
class Kept:
    """What was answered before: the text («no sé» for an unknown), and the mark *solo consultor*."""

    text: str
    consultant_only: bool


class CaseFile:
    """A session with its form. Every method that changes it saves it.

    Args:
        coach: the chain with its store.
        session: the session to work on.
        asks_follow_ups: whether somebody is there to be asked what an answer calls for.
    """

    def __init__(self, coach: Coach, session: Session, *, asks_follow_ups: bool = False) -> None:
        self.coach = coach
        self.session = session
        self.answered_now: set[str] = set()
        self._asks_follow_ups = asks_follow_ups
        self.form: Form = profile_form(coach.knowledge, local_date(coach.clock.now()))

    @property
    def intake(self) -> dict[str, str | None]:
        """What each field holds: as typed, or as the profile says once there is one."""
        return typed_fields(self.session, self.form)

    @property
    def timeline(self) -> Timeline:
        """Every point of the interview as the session is now."""
        return Timeline(self.form, self.session, self.intake, self.coach.knowledge)

    def kept(self, point: Point) -> Kept | None:
        """What was answered at this point, or None."""
        if isinstance(point.origin, GuideQuestion):
            answer = self.session.interview.answers.get(point.id)
            return None if answer is None else Kept(answer.text or "no sé", answer.consultant_only)
        intake = self.intake
        if point.id not in intake:
            return None
        text = intake[point.id]
        return Kept("no sé" if text is None else text, consultant_only=False)

    def draft(self, point: Point) -> str:
        """What was being typed here when the interview was interrupted, or an empty text."""
        return self.session.interview.drafts.get(point.draft_id, "")

    def last_draft(self) -> Point | None:
        """The point at which something was left half written most recently, or None."""
        latest = next(reversed(self.session.interview.drafts), None)
        return next((point for point in self.timeline.points if point.draft_id == latest), None)

    def next_open(self) -> Point | None:
        """The first point that waits for an answer, or None."""
        timeline = self.timeline
        if self.session.profile is None:
            waiting = [field.id for field in self.form.open(self.intake)]
            waiting.extend(problem.field for problem in self.form.problems(self.intake))
        else:
            waiting = [question.id for question in self.open_questions()]
        return timeline.at(waiting[0]) if waiting else None

    @property
    def is_written(self) -> bool:
        """Whether a strategy rests on the answers already."""
        return outputs.current(self.session, STRATEGY) is not None

    def open_questions(self) -> tuple[GuideQuestion, ...]:
        """The questions that wait for an answer.

        Follow-ups are among them until the strategy is written; from then on, only those to what this sitting answers.
        """
        waiting = outputs.pending(self.session)
        if not self._asks_follow_ups:
            return waiting
        return tuple(
            question
            for question in outputs.unanswered(self.session)
            if question in waiting or not self.is_written or followed(question.id) in self.answered_now
        )

    def problem_at(self, point: Point) -> FieldProblem | None:
        """What keeps a field that was answered from being part of the profile, or None."""
        if self.session.profile is not None or point.id not in self.session.intake:
            return None
        return next((problem for problem in self.form.problems(self.intake) if problem.field == point.id), None)

    async def record(self, event: Event) -> None:
        """Apply an event and save."""
        self.session = await self.coach.record(self.session, event)

    async def give(self, point: Point, text: str, *, consultant_only: bool) -> str:
        """Keep an answer and forget its draft.

        Returns:
            what was understood, or an empty text where the answer is kept as it is.

        Raises:
            InvalidInputError: the answer cannot be used; nothing is kept.
            StorageError: it could not be saved.
        """
        origin = point.origin
        if isinstance(origin, FormField):
            echo = await self._give_field(origin, text)
        else:
            known = None if says_unknown(text) else text
            await self.record(Answered(point.id, known, self.coach.clock.now(), consultant_only=consultant_only))
            self.answered_now.add(point.id)
            echo = ""
        await self.keep_draft(point, "")
        return echo

    async def keep_draft(self, point: Point, text: str) -> None:
        """Keep what was being typed at this point; an empty text forgets it."""
        if text != self.draft(point):
            await self.record(DraftKept(point.draft_id, text, self.coach.clock.now()))

    async def close_rest(self, point: Point) -> int:
        """Declare unknown what is left of the point's topic or section, and say how many points that were."""
        if isinstance(point.origin, GuideQuestion):
            before = len(self.open_questions())
            await self.record(TopicClosed(point.origin.topic, self.coach.clock.now()))
            return before - len(self.open_questions())
        rest = [
            field
            for field in self.form.open(self.intake)
            if field.section == point.origin.section and not field.required
        ]
        for field in rest:
            unknown = None if field.allows_unknown else ""
            await self.record(FieldGiven(field.id, unknown, self.coach.clock.now()))
        await self.settle()
        return len(rest)

    async def settle(self) -> None:
        """Set the profile as soon as it is whole."""
        if self.session.profile is None and not self.form.open(self.intake) and not self.form.problems(self.intake):
            await self.record(ProfileSet(self.form.assemble(self.intake), self.coach.clock.now()))

    async def _give_field(self, field: FormField, text: str) -> str:
        known = None if says_unknown(text, is_figure=field.allows_unknown) else text
        value = self.form.read(field, known, self.intake)
        if self.session.profile is not None:
            # The profile first: it is what counts from here on, should the program end between the two.
            changed = self.form.assemble({**self.intake, field.id: known})
            await self.record(ProfileSet(changed, self.coach.clock.now()))
        await self.record(FieldGiven(field.id, known, self.coach.clock.now()))
        await self.settle()
        return field.echo(value) if field.echo and value is not None else ""
