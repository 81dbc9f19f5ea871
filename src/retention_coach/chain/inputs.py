"""What a step is given: the parts that it declares to read, and nothing else."""

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from retention_coach.chain import outputs
from retention_coach.chain.parts import is_read
from retention_coach.chain.spec import StepSpec
from retention_coach.chain.steps import WITH_REPLY
from retention_coach.domain.figures import CompanyFigures
from retention_coach.domain.profile import Profile
from retention_coach.domain.session import Session
from retention_coach.errors import StateError
from retention_coach.ports import StepInputs


def inputs_for(session: Session, spec: StepSpec) -> StepInputs:
    """The step's inputs, with everything that it does not read left blank.

    Blank, so that staleness can be trusted: what a step cannot see cannot change its output.

    Raises:
        StateError: if the session has no profile yet.
    """
    if session.profile is None:
        raise StateError(f"La sesión «{session.id}» todavía no tiene el perfil de la empresa.")
    earlier: dict[type[BaseModel], BaseModel] = {}
    for step in WITH_REPLY:
        if step.reply and f"steps.{step.id}" in spec.reads:
            earlier[step.reply.stored] = outputs.required(session, step.reply.stored)
    return StepInputs(
        profile=_masked(session.profile, spec),
        answers=tuple(item for item in outputs.answered(session) if is_read(f"answers.{item.id}", spec.reads)),
        choice=session.choice.label if session.choice and "choice" in spec.reads else None,
        outputs=earlier,
    )


def _masked(profile: Profile, spec: StepSpec) -> Profile:
    hidden = {
        name: _default(field)
        for name, field in Profile.model_fields.items()
        if name != "figures" and not is_read(f"profile.{name}", spec.reads)
    }
    unread = {name: None for name in CompanyFigures.model_fields if not is_read(f"figures.{name}", spec.reads)}
    return profile.model_copy(update={**hidden, "figures": profile.figures.model_copy(update=unread)})


def _default(field: FieldInfo) -> object:
    if field.is_required():
        raise TypeError(f"a step must read {field.description!r}: it has no blank value")
    return field.get_default(call_default_factory=True)
