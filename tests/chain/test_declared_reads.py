"""What a step does not read, it does not see: a property over every part and any declaration of reads."""

import pytest
from chain_cases import STEP_IDS, answered_session, empty_session, finished_session
from changed_parts import PARTS, change
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.chain.inputs import inputs_for
from retention_coach.chain.parts import fingerprints
from retention_coach.chain.spec import StepSpec
from retention_coach.chain.staleness import stale_steps
from retention_coach.chain.steps import BY_ID, STRATEGY, WITH_REPLY
from retention_coach.domain.profile import Profile
from retention_coach.errors import StateError

REQUIRED = tuple(f"profile.{name}" for name, field in Profile.model_fields.items() if field.is_required())
OPTIONAL = tuple(part for part in PARTS if part not in REQUIRED)

CHANGED = {part: change(finished_session(), part) for part in PARTS}
"""The finished session with each part changed, made once."""


@given(reads=st.sets(st.sampled_from([*OPTIONAL, "figures", "answers"])), part=st.sampled_from(PARTS))
def test_inputs_change_only_with_what_is_read(reads: set[str], part: str) -> None:
    """For any declaration: inputs and fingerprints change if, and only if, the changed part is among those read."""
    spec = StepSpec(id="62-action-plan", title="", kind="engine", reads=(*REQUIRED, *sorted(reads)))
    is_seen = part in {*REQUIRED, *reads} or part.partition(".")[0] in reads
    before, after = finished_session(), CHANGED[part]
    assert (inputs_for(before, spec) != inputs_for(after, spec)) == is_seen
    assert (fingerprints(before, spec) != fingerprints(after, spec)) == is_seen


@pytest.mark.parametrize("part", OPTIONAL)
def test_part_can_be_read_alone_or_left_out_alone(part: str) -> None:
    """Each part is masked by itself, also one figure among figures and one answer among answers."""
    after = CHANGED[part]
    for reads, is_seen in (((part,), True), (tuple(other for other in OPTIONAL if other != part), False)):
        spec = StepSpec(id="62-action-plan", title="", kind="engine", reads=(*REQUIRED, *reads))
        assert (inputs_for(finished_session(), spec) != inputs_for(after, spec)) == is_seen


@pytest.mark.parametrize("step", STEP_IDS)
@pytest.mark.parametrize("part", PARTS)
def test_step_is_stale_of_itself_only_by_what_it_sees(step: str, part: str) -> None:
    """For every step as declared: what leaves its inputs as they are leaves it fresh, and the other way round."""
    spec = BY_ID[step]
    found = stale_steps(CHANGED[part]).get(step)
    is_seen = inputs_for(finished_session(), spec) != inputs_for(CHANGED[part], spec)
    assert bool(found and found.changed) == is_seen


def test_interview_sees_only_the_company() -> None:
    """Team, money, accounts, contacts, figures, answers, choice and outputs are blank to it."""
    inputs = inputs_for(finished_session(), WITH_REPLY[0])
    assert inputs.answers == ()
    assert inputs.choice is None
    assert not inputs.outputs
    for name in ("team", "segments", "accounts", "contacts"):
        assert getattr(inputs.profile, name) == ()
    assert inputs.profile.budget_usd is None
    assert not list(inputs.profile.figures.known())


def test_every_required_field_is_read_by_every_step() -> None:
    """A required field has no blank value, so a step that did not read it could not be served."""
    for spec in WITH_REPLY:
        assert set(REQUIRED) <= set(spec.reads)
    blind = StepSpec(id="62-action-plan", title="", kind="engine", reads=REQUIRED[1:])
    with pytest.raises(TypeError, match="must read"):
        inputs_for(finished_session(), blind)


def test_reads_name_parts_that_exist() -> None:
    """A misspelt read would be blank for ever."""
    for spec in WITH_REPLY:
        assert set(spec.reads) <= {*PARTS, "figures", "answers"}, spec.id


def test_inputs_need_a_profile_and_the_outputs_that_are_read() -> None:
    """What is missing is named, in the session's own words."""
    with pytest.raises(StateError, match="perfil de la empresa"):
        inputs_for(empty_session(), STRATEGY)
    with pytest.raises(StateError, match="Estrategia de retención"):
        inputs_for(answered_session(), BY_ID["62-action-plan"])
