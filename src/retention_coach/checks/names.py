"""The ids by which later steps cite the items of an output."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pydantic import BaseModel

from retention_coach.checks.walk import nodes
from retention_coach.domain.kpi_set import Kpi
from retention_coach.domain.strategy import Alternative, Objective


def by_name(outputs: Iterable[BaseModel]) -> Mapping[str, list[BaseModel]]:
    """The items of some outputs by id (D1, A3, S2, E1), alternative (A, B) or indicator, in order."""
    found: dict[str, list[BaseModel]] = defaultdict(list)
    for output in outputs:
        for node in nodes(output):
            name = _name(node.model)
            if name:
                found[name].append(node.model)
    return found


def _name(model: BaseModel) -> str:
    match model:
        case Alternative():
            return model.label
        case Objective() | Kpi():
            return model.kpi
        case _:
            return str(getattr(model, "id", ""))
