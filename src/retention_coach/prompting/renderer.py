"""Renders the prompts of the steps from a folder of templates."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from jinja2 import Template, TemplateRuntimeError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from retention_coach.domain.base import Wire
from retention_coach.errors import PromptError
from retention_coach.ports import Prompt, StepInputs
from retention_coach.prompting import variables
from retention_coach.prompting.composition import compose, syntax_refusal
from retention_coach.prompting.context import Select, system_values, user_values
from retention_coach.prompting.environment import new_environment
from retention_coach.prompting.front_matter import FrontMatter
from retention_coach.prompting.location import SUFFIX
from retention_coach.prompting.source import BASE, TemplateSource, fingerprint, read_folder


@dataclass(frozen=True, slots=True)
class _Compiled:
    source: TemplateSource
    system: Template
    user: Template
    declared: frozenset[str]
    hash: str


class TemplateRenderer:
    """The `PromptRenderer` over a folder of Jinja templates, all read and checked when it is made.

    Args:
        folder: holds `base.md.j2` and one file for each step.
        select: chooses the knowledge entries and months that a prompt shows.

    Raises:
        PromptError: a template is malformed or asks for a value that no step has.
    """

    def __init__(self, folder: Traversable, *, select: Select) -> None:
        self._select = select
        self._sources = read_folder(folder)
        base = self._sources[BASE]
        steps = (source for source in self._sources.values() if source is not base)
        self._templates = {step.front_matter.name: _compiled(base, step) for step in steps}

    def render(self, template: str, inputs: StepInputs, reply_model: type[Wire]) -> Prompt:
        """The prompt of a step; each role is rendered once, on its own.

        Raises:
            PromptError: there is no such template, or it asks for a value that the step does not supply.
        """
        compiled = self._named(template)
        file = compiled.source.file
        values = user_values(inputs, self._select(inputs, template))
        return Prompt(
            system=self.system(template, reply_model),
            user=_rendered(compiled.user, values, role="user", file=file),
            template=template,
            version=compiled.source.front_matter.version,
            hash=compiled.hash,
        )

    def system(self, template: str, reply_model: type[Wire]) -> str:
        """The system role alone, which is the same for every company.

        Raises:
            PromptError: there is no such template, or it asks for a value that does not exist.
        """
        compiled = self._named(template)
        return _rendered(compiled.system, system_values(reply_model), role="system", file=compiled.source.file)

    def text(self, template: str) -> str:
        """The template's file as it was written, heading included; `base` is one too.

        Raises:
            PromptError: there is no such template.
        """
        try:
            return self._sources[template].text
        except KeyError:
            raise self._unknown(template) from None

    def front_matters(self) -> tuple[FrontMatter, ...]:
        """What each step's template says about itself, in the order of their names."""
        return tuple(compiled.source.front_matter for compiled in self._templates.values())

    def declared_variables(self, template: str) -> frozenset[str]:
        """The names that the template asks for (`profile`, `outputs.strategy`, `reply`).

        Raises:
            PromptError: there is no such template.
        """
        return self._named(template).declared

    def _named(self, template: str) -> _Compiled:
        try:
            return self._templates[template]
        except KeyError:
            raise self._unknown(template) from None

    def _unknown(self, template: str) -> PromptError:
        return PromptError(
            f"No hay una plantilla «{template}{SUFFIX}» en la carpeta de plantillas.",
            hint=f"Están: {', '.join(self._sources)}.",
        )


def _compiled(base: TemplateSource, source: TemplateSource) -> _Compiled:
    environment = new_environment()
    roles = compose(environment, base, source)
    try:
        for role, tree, offered in (
            ("system", roles.system, variables.SYSTEM_NAMES),
            ("user", roles.user, variables.USER_NAMES),
        ):
            variables.refuse_unknown(tree, role=role, offered=offered, file=source.file)
        return _Compiled(
            source=source,
            system=environment.from_string(roles.system),
            user=environment.from_string(roles.user),
            declared=variables.declared(roles.system) | variables.declared(roles.user),
            hash=fingerprint(base, source),
        )
    except TemplateSyntaxError as error:  # what only shows when compiled, such as an unknown test
        raise syntax_refusal(source.file, error) from error


def _rendered(template: Template, values: Mapping[str, object], *, role: str, file: str) -> str:
    try:
        text = template.render(values)
    except SecurityError as error:
        raise PromptError(
            f"{file}: el bloque «{role}» intenta usar algo que una plantilla no puede tocar.",
            hint="Una plantilla solo lee los datos que se le ofrecen.",
        ) from error
    except UndefinedError as error:
        quoted = re.findall(r"'([^']*)'", str(error))
        raise PromptError(
            f"{file}: el bloque «{role}» pide «{quoted[-1] if quoted else error}», que este paso no tiene.",
            hint="Revise el nombre, o quite de la plantilla lo que el paso no recibe.",
        ) from error
    except (TypeError, ValueError, LookupError, ArithmeticError, AttributeError, TemplateRuntimeError) as error:
        raise PromptError(
            f"{file}: el bloque «{role}» hace con un dato algo que no se puede ({error}).",
            hint="Una plantilla recorre los datos y los escribe con el filtro json; no calcula con ellos.",
        ) from error
    return text.strip() + "\n"
