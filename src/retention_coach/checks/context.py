"""What a check is given, and what a check is."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from retention_coach.assessment.availability import with_absences
from retention_coach.checks.names import by_name
from retention_coach.checks.severities import SEVERITIES
from retention_coach.domain.base import StepId
from retention_coach.domain.finding import Finding
from retention_coach.domain.profile import Profile
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.setting import Setting
from retention_coach.ports import StepInputs


@dataclass(frozen=True)
class CheckContext:
    """What a step was given when it made its output: the yardstick of its checks."""

    step: StepId
    inputs: StepInputs
    knowledge: Knowledge

    @cached_property
    def profile(self) -> Profile:
        """The company's profile as far as the step reads it, with the absences of its team that the answers name."""
        return with_absences(self.inputs.profile, self.inputs.answers)

    @cached_property
    def setting(self) -> Setting:
        """Where and when the company works, looked up once."""
        return Setting.of(self.profile, self.knowledge)

    @cached_property
    def named(self) -> Mapping[str, list[BaseModel]]:
        """What `plan` evidence may name in the earlier outputs, by its id."""
        return by_name(self.inputs.outputs.values())

    def finding(self, code: str, path: str = "", **parameters: str | float) -> Finding:
        """A finding of this step, with the severity of its code.

        Raises:
            KeyError: no severity is declared for the code.
        """
        storable = {name: value if _is_storable(value) else str(value) for name, value in parameters.items()}
        return Finding(code=code, severity=SEVERITIES[code], step=self.step, path=path, parameters=storable)


def _is_storable(value: str | float) -> bool:
    """Whether a session can keep the value; a sum of absurd hours may be infinite."""
    return isinstance(value, str) or math.isfinite(value)


Check = Callable[[Any, CheckContext], Iterator[Finding]]
"""A pure function from a step's stored output to what is wrong with it; the output is of the step's own model."""
