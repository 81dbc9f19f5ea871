"""`prompts …`: the templates of the steps, as written and as rendered for a session."""

from typing import TYPE_CHECKING, Annotated

import typer

from retention_coach.cli.invocation import Invocation
from retention_coach.cli.options import SessionId, StepName

if TYPE_CHECKING:
    from retention_coach.chain.spec import Reply, StepSpec
    from retention_coach.prompting import TemplateRenderer

WithStats = Annotated[bool, typer.Option("--stats", help="En lugar del texto, cuánto ocupa su parte fija.")]


def renderer(call: Invocation) -> "TemplateRenderer":
    """The templates of this run.

    Raises:
        PromptError: the folder or a template cannot be used.
    """
    from retention_coach.bootstrap import templates
    from retention_coach.knowledge.loader import load

    return templates(call.settings, load())


def list_prompts(ctx: typer.Context) -> int:
    """List the templates with their version."""
    from dataclasses import asdict

    call = Invocation.of(ctx)
    found = renderer(call).front_matters()
    if call.as_json:
        call.write_json([asdict(item) for item in found])
    else:
        call.terminal.table(
            ("Plantilla", "Versión", "Para qué"), [(item.name, item.version, item.description) for item in found]
        )
    return 0


def show(ctx: typer.Context, step: StepName, stats: WithStats = False) -> int:
    """Show a template as it was written, or how much of it is the same for every company."""
    call = Invocation.of(ctx)
    spec, reply = _with_prompt(step)
    templates = renderer(call)
    if not stats:
        text = templates.text(spec.id)
        if call.as_json:
            call.write_json({"template": spec.id, "text": text})
        else:
            call.terminal.raw(text)
        return 0
    from retention_coach.prompting.stats import stats as measured
    from retention_coach.spanish.formats import number

    sizes = measured(templates, spec.id, reply.wire)
    if call.as_json:
        call.write_json({"template": spec.id, "fixed": sizes.fixed, "fixed_tokens": sizes.fixed_tokens})
    else:
        call.terminal.pair("Plantilla", spec.id)
        call.terminal.pair("Parte igual para todas las empresas", f"{number(sizes.fixed)} caracteres")
        call.terminal.pair("En tokens", f"unos {number(sizes.fixed_tokens)}, a cuatro caracteres por token")
    return 0


def render(ctx: typer.Context, session_id: SessionId, step: StepName) -> int:
    """Show the prompt of a step as an engine would receive it for this session."""
    from retention_coach.chain.inputs import inputs_for
    from retention_coach.cli.opening import opened

    call = Invocation.of(ctx)
    spec, reply = _with_prompt(step)
    coach, session = call.run(opened(call, session_id))
    prompt = coach.renderer.render(spec.id, inputs_for(session, spec), reply.wire)
    if call.as_json:
        call.write_json(
            {
                "system": prompt.system,
                "user": prompt.user,
                "template": prompt.template,
                "version": prompt.version,
                "hash": prompt.hash,
            }
        )
    else:
        call.terminal.raw(f"# system\n\n{prompt.system}\n# user\n\n{prompt.user}")
    return 0


def _with_prompt(text: str) -> "tuple[StepSpec, Reply]":
    """The step that a person means, if it has a prompt.

    Raises:
        InvalidInputError: there is no such step, or nobody writes it from a prompt.
    """
    from retention_coach.chain.steps import WITH_REPLY, step_named
    from retention_coach.errors import InvalidInputError

    spec = step_named(text)
    if spec.reply is None:
        known = ", ".join(step.id for step in WITH_REPLY)
        raise InvalidInputError(f"«{spec.title}» no tiene plantilla.", hint=f"La tienen: {known}.")
    return spec, spec.reply
