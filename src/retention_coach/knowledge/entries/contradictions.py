"""What cannot be true at the same time: two things a company said, or one and a figure."""

from typing import Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from retention_coach.domain.figures import UNITS
from retention_coach.knowledge.entries.vocabulary import Signal
from retention_coach.knowledge.provenance import Entry

Comparison = Literal[
    "segments_total",
    "active_over_customers",
    "lost_said",
    "new_said",
    "five_largest_said",
    "account_share_said",
    "renewal_said",
    "budget_said",
    "hours_said",
    "response_said",
    "inactivity_said",
    "low_risk_with_signs",
    "high_risk_spoken_well_of",
    "shown_and_denied",
    "lost_revenue_without_losses",
    "losses_without_lost_revenue",
    "accounts_over_revenue",
    "slowest_under_median",
    "accounts_over_segment",
]
"""What takes arithmetic or a closer look to compare; the code of each is in `assessment`."""

COMPARISONS: tuple[Comparison, ...] = get_args(Comparison)
DERIVED_MEASURES = ("nps", "detractor_share")
"""Measures that follow from the company's figures: points, and percent of the answers."""


class Side(BaseModel):
    """One half of a contradiction: signals that answers show or deny, or a figure between two bounds.

    `with_words` are beginnings of words, one of which must stand in the sentence, where the signal alone says too
    little. With `unless_noted`, a figure whose note says what it counts is no side: the note answers the question.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    signals: tuple[Signal, ...] = ()
    denied: bool = False
    with_words: tuple[str, ...] = ()
    measure: str = ""
    at_least: float | None = None
    at_most: float | None = None
    unless_noted: bool = False

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if bool(self.signals) == bool(self.measure):
            raise ValueError("cada lado lleva señales o una medida, no ambas")
        if self.measure and self.measure not in {*UNITS, *DERIVED_MEASURES}:
            raise ValueError(f"«{self.measure}» no es una medida conocida")
        return self


class Contradiction(Entry):
    """Two sides that do not go together, the sentence that says so, and the question that settles it.

    A contradiction either names its two sides, or the comparison that finds it. In the sentence `{first}` and
    `{second}` stand for what each side says, and `{about}` for whom or what it is about.
    """

    name: str
    one_side: Side | None = None
    other_side: Side | None = None
    comparison: Comparison | None = None
    signals: tuple[Signal, ...] = Field(default=(), description="Señales que compara, si compara señales.")
    statement: str
    question: str = Field(description="La pregunta que lo aclara.")

    @model_validator(mode="after")
    def _has_two_sides_or_a_comparison(self) -> Self:
        sides = self.one_side is not None and self.other_side is not None
        if sides == (self.comparison is not None):
            raise ValueError(f"«{self.id}» debe llevar dos lados o una comparación, no ambos")
        if "{first}" not in self.statement or "{second}" not in self.statement:
            raise ValueError(f"«{self.id}»: la frase debe decir los dos lados, {{first}} y {{second}}")
        return self
