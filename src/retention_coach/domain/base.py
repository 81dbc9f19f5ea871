"""The two families of models: what an engine fills, and what a session keeps.

Invariants:

- A `Wire` model obeys the strict subset of structured outputs: every field required, nothing extra, no free
  dictionaries, no defaults; optional means `X | None`. A variadic tuple is a plain array in the schema; a fixed
  tuple is forbidden. Its docstring and its fields' descriptions are Spanish: they travel in the schema to people
  and models.
- A `Stored` model lives in the session document. It may gain fields with defaults; anything else takes a
  migration.
- Both are immutable values: a change is a copy.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Topic = Literal["situation", "risks", "opportunities", "resources", "objectives"]
TOPICS: tuple[Topic, ...] = ("situation", "risks", "opportunities", "resources", "objectives")

KpiId = Literal["retention", "nps", "clv", "churn", "usage", "response_time"]
KPI_IDS: tuple[KpiId, ...] = ("retention", "nps", "clv", "churn", "usage", "response_time")

Method = Literal["proactive_checkin", "value_content", "loyalty_program", "expansion", "community"]

AlternativeLabel = Literal["A", "B"]

Unit = Literal["customers", "percent", "usd", "hours", "days", "weeks", "points", "count", "answers"]

StepId = str
"""Names a step of the chain; the steps themselves are declared in one place, `retention_coach.chain.steps`."""


class Wire(BaseModel):
    """Base of what an engine fills."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Stored(BaseModel):
    """Base of what the session keeps."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)
