"""Which values a prompt asks for, and which it may ask for."""

from jinja2 import meta, nodes

from retention_coach.errors import PromptError

SYSTEM_NAMES = frozenset({"reply"})
"""What the system role may use: the same for every company, so that providers can cache it."""

USER_NAMES = frozenset({"profile", "figures", "answers", "choice", "outputs", "knowledge", "months"})
"""What the user role may use."""


def declared(tree: nodes.Template) -> frozenset[str]:
    """The names a role asks for; earlier outputs with their own, as in `outputs.strategy`."""
    names = meta.find_undeclared_variables(tree)
    outputs = {
        f"outputs.{node.attr}"
        for node in tree.find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name == "outputs"
    }
    return frozenset(names - {"outputs"} | outputs if outputs else names)


def refuse_unknown(tree: nodes.Template, *, role: str, offered: frozenset[str], file: str) -> None:
    """Check that a role asks only for what it is offered.

    Raises:
        PromptError: names the first variable that is not offered.
    """
    unknown = sorted(meta.find_undeclared_variables(tree) - offered)
    if not unknown:
        return
    name = unknown[0]
    if role == "system" and name in USER_NAMES:
        raise PromptError(
            f"{file}: el bloque «system» usa «{name}», que cambia de una empresa a otra.",
            hint="Lleve ese dato al bloque «user»: el bloque «system» es igual para todas las empresas.",
        )
    raise PromptError(
        f"{file}: el bloque «{role}» usa la variable «{name}», que no existe.",
        hint=f"Puede usar: {', '.join(sorted(offered))}.",
    )
