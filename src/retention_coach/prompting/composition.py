"""A step's template joined to the base, as two syntax trees that share nothing: one for each role.

Inheritance is resolved here, not by Jinja, so that each role is a template of its own, rendered once, and so that
what Jinja would drop in silence (text outside the blocks, a misspelt block) is refused with its line.
"""

from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

from retention_coach.errors import PromptError
from retention_coach.prompting.environment import FILTER
from retention_coach.prompting.location import SUFFIX
from retention_coach.prompting.source import BASE, TemplateSource

BASE_FILE = BASE + SUFFIX
ROLES = ("system", "user")

_HINT = "Compare el archivo con el que trae el programa: «retention-coach prompts show»."


class Roles(NamedTuple):
    """The syntax trees of the two roles."""

    system: nodes.Template
    user: nodes.Template


def compose(environment: Environment, base: TemplateSource, step: TemplateSource) -> Roles:
    """The two roles of a step: the base's blocks, with the step's in their place.

    Raises:
        PromptError: either file has a syntax error or a structure that would not reach the prompt as it is written.
    """
    base_tree, step_tree = _parse(environment, base), _parse(environment, step)
    blocks = {block.name: block for block in base_tree.find_all(nodes.Block)}
    missing_roles = [role for role in ROLES if role not in blocks]
    if missing_roles:
        raise _refusal(base.file, 0, f"falta el bloque «{missing_roles[0]}».")
    filled = {block.name: block for block in _step_blocks(step, step_tree)}
    for name, block in filled.items():
        if name not in blocks:
            raise _refusal(step.file, block.lineno, f"la base no tiene un bloque «{name}»; tiene {', '.join(blocks)}.")
        blocks[name].body = block.body
        blocks[name].required = False
    empty = [name for name, block in blocks.items() if block.required]
    if empty:
        raise _refusal(step.file, 0, f"falta el bloque «{empty[0]}», que cada paso debe llenar.")
    system, user = (nodes.Template(blocks[role].body, lineno=1) for role in ROLES)
    for tree in (system, user):
        tree.set_environment(environment)
    return Roles(system, user)


def syntax_refusal(file: str, error: TemplateSyntaxError) -> PromptError:
    """Jinja's complaint as a refusal with the file and the line; its own words are quoted, in English as they are."""
    return _refusal(file, error.lineno, f"la plantilla está mal escrita («{error.message}»).")


def _parse(environment: Environment, source: TemplateSource) -> nodes.Template:
    try:
        tree = environment.parse(source.body)
    except TemplateSyntaxError as error:
        raise syntax_refusal(source.file, error) from error
    _refuse_other_files(source, tree)
    _refuse_unfiltered_data(source, tree)
    return tree


def _step_blocks(step: TemplateSource, tree: nodes.Template) -> Iterator[nodes.Block]:
    """The blocks that a step fills."""
    extends = [node for node in tree.body if isinstance(node, nodes.Extends)]
    if len(extends) != 1 or not _names_the_base(extends[0]):
        raise _refusal(step.file, 0, f'la plantilla debe tener una línea {{% extends "{BASE_FILE}" %}}.')
    for node in tree.body:
        if isinstance(node, nodes.Block):
            yield node
        elif not isinstance(node, nodes.Extends) and not _is_blank(node):
            raise _refusal(step.file, _first_line(node), "hay contenido fuera de los bloques: no llegaría al prompt.")


def _names_the_base(node: nodes.Extends) -> bool:
    return isinstance(node.template, nodes.Const) and node.template.value == BASE_FILE


def _is_blank(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Output) and all(
        isinstance(part, nodes.TemplateData) and not part.data.strip() for part in node.nodes
    )


def _first_line(node: nodes.Node) -> int:
    """The line of the first visible character: an output begins at the end of the tag before it."""
    if isinstance(node, nodes.Output) and isinstance(node.nodes[0], nodes.TemplateData):
        text = node.nodes[0].data
        return node.lineno + text[: len(text) - len(text.lstrip())].count("\n")
    return node.lineno


def _refuse_other_files(source: TemplateSource, tree: nodes.Template) -> None:
    for node in tree.find_all((nodes.Include, nodes.Import, nodes.FromImport)):
        raise _refusal(source.file, node.lineno, f"la plantilla no puede leer otros archivos que {BASE_FILE}.")
    if source.file == BASE_FILE and tree.find(nodes.Extends):
        raise _refusal(source.file, 0, "la base no puede extender otra plantilla.")


def _refuse_unfiltered_data(source: TemplateSource, tree: nodes.Template) -> None:
    for node in tree.find_all((nodes.Filter, nodes.FilterBlock)):
        name = node.name if isinstance(node, nodes.Filter) else FILTER
        if name != FILTER:
            raise _refusal(source.file, node.lineno, f"el único filtro es «{FILTER}»; «{name}» no existe.")
    for output in tree.find_all(nodes.Output):
        for part in output.nodes:
            if not isinstance(part, nodes.TemplateData) and not _is_json(part):
                raise _refusal(
                    source.file, part.lineno, f"los datos se escriben solo con {{{{ … | {FILTER} }}}}, sin excepción."
                )


def _is_json(part: nodes.Expr) -> bool:
    return isinstance(part, nodes.Filter) and part.name == FILTER


def _refusal(file: str, line: int, message: str) -> PromptError:
    place = f"{file}, línea {line}" if line else file
    return PromptError(f"{place}: {message}", hint=_HINT)
