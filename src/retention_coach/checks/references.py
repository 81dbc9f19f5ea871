"""What `plan` evidence may point at: ids of earlier outputs, alternatives and indicators."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from retention_coach.checks.context import CheckContext
from retention_coach.checks.walk import Node, nodes
from retention_coach.domain.base import Unit
from retention_coach.domain.evidence import Figure
from retention_coach.domain.strategy import Alternative, Strategy

_UNITS_OF_FIELDS: Mapping[str, Unit] = {
    "hours": "hours",
    "effort_hours": "hours",
    "cost_usd": "usd",
    "weeks_to_first_result": "weeks",
}


def cited(ref: str, path: str, output: BaseModel, context: CheckContext) -> list[BaseModel]:
    """What a piece of `plan` evidence points at; empty if the reference does not resolve.

    These resolve: ids of earlier outputs (D1, A3, S2, E1), alternatives (A, B), and indicators that an earlier
    output sets a goal for or defines. An alternative of this very output resolves too, except from inside itself.

    Args:
        ref: the reference.
        path: where the evidence stands in the output.
        output: the output that is being checked.
        context: what the step was given.
    """
    earlier = context.named.get(ref, [])
    own = [
        node.model
        for node in (nodes(output) if isinstance(output, Strategy) else ())
        if isinstance(node.model, Alternative) and node.model.label == ref and not _is_inside(path, node)
    ]
    return [*earlier, *own]


def stated_numbers(model: BaseModel) -> Iterator[tuple[float, Unit]]:
    """The figures of a model and of its parts, hours and costs among them, each with its unit."""
    for node in nodes(model):
        if isinstance(node.model, Figure):
            yield node.model.value, node.model.unit
        for field, unit in _UNITS_OF_FIELDS.items():
            value = getattr(node.model, field, None)
            if value is not None:
                yield value, unit


def _is_inside(path: str, node: Node) -> bool:
    return path.startswith(f"{node.path}.")
