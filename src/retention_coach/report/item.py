"""What `sessions explain` explains: one thing that people name by its id."""

from dataclasses import dataclass

from pydantic import BaseModel

from retention_coach.domain.base import StepId


@dataclass(frozen=True, slots=True)
class Item:
    """An item: its step, what kind of thing it is, what it says, and its model, in which its evidence stands."""

    id: str
    step: StepId
    kind: str
    says: tuple[str, ...]
    model: BaseModel
