"""What the declaration of a step says."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from retention_coach.checks.context import Check
from retention_coach.domain.base import StepId, Wire

StepKind = Literal["profile", "dialogue", "choice", "engine"]

Identify = Callable[[Any, tuple[Any, ...]], BaseModel]
"""Turns a draft into the stored model, given the step's earlier outputs (latest first), by adding ids."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What an engine fills in a step, and what the session keeps of it."""

    wire: type[Wire]
    stored: type[BaseModel]
    identify: Identify
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class StepSpec:
    """One step of the chain.

    `after` names the steps that must be done before; `reads` names the parts of the session that it sees, each also
    standing for the parts below it («figures» for «figures.customers_lost»). The template has the step's id.
    """

    id: StepId
    title: str
    kind: StepKind
    after: tuple[StepId, ...] = ()
    reads: tuple[str, ...] = ()
    reply: Reply | None = None

    @property
    def number(self) -> str:
        """The number of its prompt, such as «62»; empty for the profile."""
        head = self.id.split("-", 1)[0]
        return head if head.isdigit() else ""
