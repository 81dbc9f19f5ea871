"""What templates are offered: plain data, never objects with methods of their own."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypedDict

from retention_coach.domain.base import Wire
from retention_coach.domain.figures import UNITS, CompanyFigures
from retention_coach.domain.profile import Profile
from retention_coach.ports import StepInputs

Data = dict[str, object]


class Selection(TypedDict):
    """What of the knowledge base a prompt shows: entries with their ids, and the six months of the plan."""

    knowledge: Sequence[Mapping[str, object]]
    months: Sequence[Mapping[str, object]]


Select = Callable[[StepInputs, str], Selection]
"""Chooses what a step's prompt shows, given its inputs and the template's name."""


def system_values(reply_model: type[Wire]) -> Data:
    """The values of the system role: the name and the top-level fields of the model that the reply fills."""
    fields = [
        {"name": name, "description": field.description or getattr(field.annotation, "__doc__", "") or ""}
        for name, field in reply_model.model_fields.items()
    ]
    return {"reply": {"name": reply_model.__name__, "fields": fields}}


def user_values(inputs: StepInputs, selection: Selection) -> Data:
    """The values of the user role; earlier outputs by the name of their model in snake case."""
    return {
        "profile": _profile(inputs.profile),
        "figures": _figures(inputs.profile.figures),
        "answers": [answer.model_dump(mode="json", exclude_defaults=True) for answer in inputs.answers],
        "choice": inputs.choice,
        "outputs": {_snake(model.__name__): output.model_dump(mode="json") for model, output in inputs.outputs.items()},
        "knowledge": [dict(entry) for entry in selection["knowledge"]],
        "months": [dict(month) for month in selection["months"]],
    }


def _profile(profile: Profile) -> Data:
    # No prompt needs a RUC or a person's name, so neither leaves for an engine (LOPDP: only what is necessary).
    return profile.model_dump(mode="json", exclude={"figures": True, "ruc": True, "contacts": {"__all__": {"name"}}})


def _figures(figures: CompanyFigures) -> list[Data]:
    """The figures that were asked for, in order; a value of None is «no sé»."""
    fields = CompanyFigures.model_fields
    return [
        {"id": figure_id, "what": fields[figure_id].description, "unit": UNITS[figure_id], **measure}
        for figure_id, measure in figures.model_dump(mode="json").items()
        if measure is not None
    ]


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
