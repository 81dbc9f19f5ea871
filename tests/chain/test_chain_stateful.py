"""Any events in any order: the session stays whole."""

from chain_cases import (
    ACTION_PLAN,
    CONTENT,
    GUIDE,
    KNOWLEDGE,
    LATER,
    PROFILE,
    STEP_IDS,
    STRATEGY,
    attempt,
    dumped,
    empty_session,
    infeasible_plan,
    put,
    replied,
    wordy_plan,
)
from changed_parts import OUTPUT_CHANGES, PROFILE_CHANGES
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from retention_coach.chain import outputs
from retention_coach.chain.events import (
    Answered,
    Chosen,
    DraftKept,
    Edited,
    EngineFailed,
    Event,
    FieldGiven,
    ProfileSet,
    RedoAsked,
    Reviewed,
    TopicClosed,
    UnderstandingAccepted,
    UnderstandingCorrected,
)
from retention_coach.chain.fork import fork
from retention_coach.chain.machine import apply
from retention_coach.chain.readiness import Finished, NeedsAnswers, NeedsChoice, NeedsProfile, NeedsReply, ready
from retention_coach.chain.staleness import stale_steps
from retention_coach.chain.status import status_of, summarise
from retention_coach.domain.base import TOPICS, AlternativeLabel, StepId, Topic, Wire
from retention_coach.domain.interview import Corrections, followed
from retention_coach.domain.profile import Profile
from retention_coach.domain.session import Session, StepVersion
from retention_coach.errors import InvalidInputError, StateError

VARIANTS: dict[StepId, tuple[Wire, ...]] = {
    **{step: (content,) for step, content in CONTENT.items()},
    "61-interview": (GUIDE, GUIDE.model_copy(update={"questions": GUIDE.questions[1:]})),
    "61-strategy": (STRATEGY, put(STRATEGY, "diagnosis.0.statement", "La relación es buena.")),
    "62-action-plan": (
        ACTION_PLAN,
        infeasible_plan(),
        wordy_plan(),
        wordy_plan("months.1.actions.0"),
        put(ACTION_PLAN, "months.0.actions.0.activity", "Visite cada finca."),
    ),
}
"""What an engine may write in each step: the sample, and for some steps other replies, with errors or without."""

OTHER_PROFILE = Profile.model_validate(PROFILE.model_dump() | PROFILE_CHANGES)
PROFILES = (
    PROFILE,
    *(PROFILE.model_copy(update={name: getattr(OTHER_PROFILE, name)}) for name in ("team", "canton", "contacts")),
)
QUESTIONS = st.sampled_from([*(question.id for question in GUIDE.questions), "Q1.1", "Q1.3", "Q9"])
SIGNAL = st.sampled_from(["slow_response", "service_delays", "prisa"])
STEPS = st.sampled_from(STEP_IDS)
TEXTS = st.one_of(st.none(), st.text(max_size=12), st.sampled_from(["Por demoras.", "Por el precio."]))
LABELS: st.SearchStrategy[AlternativeLabel] = st.sampled_from(["A", "B"])
TOPIC: st.SearchStrategy[Topic] = st.sampled_from(TOPICS)


def ids_of(version: StepVersion) -> list[str]:
    """Every id in an output."""

    def walk(value: object) -> list[str]:
        if isinstance(value, dict):
            own = [value["id"]] if "id" in value else []
            return own + [item for child in value.values() for item in walk(child)]
        return [item for child in value for item in walk(child)] if isinstance(value, list) else []

    return walk(version.output)


def versions_of(session: Session, step: StepId) -> tuple[StepVersion, ...]:
    """All versions of a step, latest first."""
    record = session.steps[step]
    return (record.current, *record.history) if record.current else record.history


class SessionMachine(RuleBasedStateMachine):
    """Fires events at a session; what the machine refuses must leave no trace."""

    def __init__(self) -> None:
        super().__init__()
        self.session = empty_session()

    def fire(self, event: Event) -> bool:
        """Apply the event, hold the result against what was there, and say whether it was accepted."""
        before, text = self.session, dumped(self.session)
        try:
            after = apply(before, event, KNOWLEDGE)
        except (InvalidInputError, StateError):
            assert dumped(before) == text
            return False
        assert dumped(before) == text
        self.compare_histories(before, after)
        self.session = after
        return True

    def compare_histories(self, before: Session, after: Session) -> None:
        """Versions and attempts are added, never taken away nor altered; a number is used once."""
        for step, record in before.steps.items():
            old, new = versions_of(before, step), versions_of(after, step)
            assert new[len(new) - len(old) :] == old
            assert after.steps[step].attempts[: len(record.attempts)] == record.attempts

    @initialize(profile=st.sampled_from(PROFILES))
    def begin(self, profile: Profile) -> None:
        """Most of what can happen needs a profile."""
        self.fire(ProfileSet(profile, LATER))

    @rule(count=st.integers(1, 4))
    def go_on(self, count: int) -> None:
        """What a driver does, some steps far, so that late states are reached as well."""
        for _ in range(count):
            match ready(self.session)[0]:
                case NeedsReply(step):
                    self.fire(replied(step.id))
                case NeedsAnswers(questions):
                    for question in questions:
                        self.fire(Answered(question.id, "Sí.", LATER))
                case NeedsChoice(strategy):
                    self.fire(Chosen(strategy.recommendation.label, "recommended", LATER))
                case _:
                    return

    @rule(data=st.data(), step=STEPS, repairs=st.integers(0, 2))
    def reply(self, data: st.DataObject, step: StepId, repairs: int) -> None:
        """An engine's reply, expected or not."""
        content = data.draw(st.sampled_from(VARIANTS[step]))
        self.fire(replied(step, content, max_repairs=repairs, at=LATER))

    @rule(step=STEPS)
    def engine_fails(self, step: StepId) -> None:
        """An engine's failure."""
        self.fire(EngineFailed(step, attempt("timeout"), LATER))

    @rule(profile=st.sampled_from(PROFILES))
    def correct_profile(self, profile: Profile) -> None:
        """A correction of the profile."""
        self.fire(ProfileSet(profile, LATER))

    @rule(question=QUESTIONS, text=TEXTS, hidden=st.booleans())
    def answer(self, question: str, text: str | None, hidden: bool) -> None:
        """An answer, or «no sé», or an empty one, which is refused."""
        self.fire(Answered(question, text, LATER, consultant_only=hidden))

    @rule(question=QUESTIONS, removed=SIGNAL, added=SIGNAL)
    def correct_understanding(self, question: str, removed: str, added: str) -> None:
        """A correction of what was understood, and that it was seen."""
        self.fire(UnderstandingCorrected(question, Corrections(removed=(removed,), added=(added,)), LATER))
        self.fire(UnderstandingAccepted((question,), LATER))

    @rule(question=QUESTIONS, text=st.text(max_size=12))
    def keep_draft(self, question: str, text: str) -> None:
        """A draft, and a field as typed."""
        self.fire(DraftKept(question, text, LATER))
        self.fire(FieldGiven("company", text or None, LATER))

    @rule(topic=TOPIC)
    def close_topic(self, topic: Topic) -> None:
        """A topic declared unknown."""
        self.fire(TopicClosed(topic, LATER))

    @rule(label=LABELS)
    def choose(self, label: AlternativeLabel) -> None:
        """A choice, where there is one to make."""
        self.fire(Chosen(label, "consultant", LATER))

    @rule(step=STEPS, value=st.text(max_size=12))
    def edit(self, step: StepId, value: str) -> None:
        """A change by hand."""
        self.fire(Edited(step, OUTPUT_CHANGES[step][0], value, "Ana", LATER))

    @rule(step=STEPS, value=st.one_of(st.none(), st.integers(), st.text(max_size=3)))
    def edit_badly(self, step: StepId, value: object) -> None:
        """A change that does not fit."""
        self.fire(Edited(step, OUTPUT_CHANGES[step][0] + ".0", value, "Ana", LATER))

    @rule(steps=st.lists(STEPS, max_size=3))
    def ask_redo(self, steps: list[StepId]) -> None:
        """Steps to be done again."""
        self.fire(RedoAsked(tuple(steps), LATER))

    @rule()
    def review(self) -> None:
        """The consultant's word, which holds for what is there now."""
        if self.fire(Reviewed("Ana", LATER)):
            assert status_of(self.session).status == "reviewed"

    @precondition(lambda self: self.session.choice is not None)
    @rule(label=LABELS)
    def branch(self, label: AlternativeLabel) -> None:
        """Go on with a fork; the original is untouched."""
        text = dumped(self.session)
        try:
            copy = fork(self.session, "contadores-000002", label, LATER, KNOWLEDGE)
        except StateError:
            return
        finally:
            assert dumped(self.session) == text
        assert set(copy.steps) <= {"61-interview", "61-strategy"}
        self.session = copy

    @invariant()
    def something_is_always_ready(self) -> None:
        """And `Finished` stands alone; no step waits for what is not there yet."""
        needs = ready(self.session)
        assert needs
        assert len(needs) == 1 or not any(isinstance(need, Finished | NeedsProfile) for need in needs)
        for need in needs:
            if isinstance(need, NeedsAnswers):
                assert need.questions

    @invariant()
    def one_follow_up_at_most_is_open(self) -> None:
        """Of each question; each stands after its question, once."""
        asked = [question.id for question in outputs.questions(self.session)]
        assert len(set(asked)) == len(asked)
        left = [item.id for item in outputs.unanswered(self.session) if followed(item.id)]
        assert len({followed(item) for item in left}) == len(left)
        assert all(asked.index(followed(item)) < asked.index(item) for item in asked if followed(item))

    @invariant()
    def document_round_trips(self) -> None:
        """As JSON, and every output fits its model."""
        again = Session.model_validate_json(self.session.model_dump_json(warnings="error"))
        assert dumped(again) == dumped(self.session)
        assert ready(again) == ready(self.session)
        outputs.validate(self.session)

    @invariant()
    def ids_and_numbers_are_unique(self) -> None:
        """Ids within an output; version numbers, falling, within a step."""
        for step in self.session.steps:
            versions = versions_of(self.session, step)
            numbers = [version.number for version in versions]
            assert numbers == sorted(set(numbers), reverse=True)
            for version in versions:
                assert len(set(ids_of(version))) == len(ids_of(version))

    @invariant()
    def summary_is_what_the_session_says(self) -> None:
        """Computed again, it is the same, and it agrees with the status and with what is ready."""
        summary, status = self.session.summary, status_of(self.session)
        assert summary == summarise(self.session)
        assert summary.status == status.status
        assert summary.stale == len(stale_steps(self.session))
        assert (summary.next_step is None) == (ready(self.session) == (Finished(),)) == (not status.unfinished)
        assert summary.steps_done + len(status.unfinished) == summary.steps_total


SessionMachine.TestCase.settings = settings(max_examples=30, stateful_step_count=30, deadline=None)
TestAnyEvents = SessionMachine.TestCase
