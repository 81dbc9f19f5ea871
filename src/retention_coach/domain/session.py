"""The session document: the only checkpoint of one company's case.

Invariants: what a step produced stays readable, in `current` or in `history`; `current` says what it was made from
(`inputs`, a fingerprint for each part it read) and what made it (`made_by`). Whether a step is out of date is
computed from these, never stored.
"""

from typing import Any, Literal

from pydantic import AwareDatetime, Field

from retention_coach.domain.base import AlternativeLabel, StepId, Stored
from retention_coach.domain.finding import Finding
from retention_coach.domain.interview import Interview
from retention_coach.domain.profile import Profile

SCHEMA_VERSION = 1
"""The version of the document that this program writes."""


class MadeBy(Stored):
    """What produced an output. A newer one of these is a notice, not staleness."""

    engine: str
    model: str = ""
    template: str = ""
    template_version: str = ""
    template_hash: str = ""
    schema_hash: str = ""
    knowledge_version: str = ""


class Attempt(Stored):
    """One call of an engine, also a failed one. Tokens and cost are None where they are not known."""

    at: AwareDatetime
    engine: str
    model: str = ""
    seconds: float | None = None
    input_tokens: int | None = None
    cached_tokens: int | None = None
    output_tokens: int | None = None
    reasoning_tokens: int | None = None
    cost_usd: float | None = None
    error: str = ""
    request_id: str = ""


class Edit(Stored):
    """A change by hand: where, from what to what, who and when."""

    path: str
    before: Any
    after: Any
    by: str
    at: AwareDatetime


class StepVersion(Stored):
    """One output of a step, generated or edited by hand."""

    number: int = Field(ge=1)
    at: AwareDatetime
    origin: Literal["generated", "edited"]
    made_by: MadeBy
    inputs: dict[str, str]
    output: dict[str, Any]
    findings: tuple[Finding, ...] = ()
    edits: tuple[Edit, ...] = ()


class StepRecord(Stored):
    """Everything about one step in one session."""

    current: StepVersion | None = None
    history: tuple[StepVersion, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    redo: bool = False
    repairs_left: int = 0


class Choice(Stored):
    """The alternative that was selected, and of which strategy (the fingerprint of its output)."""

    label: AlternativeLabel
    by: Literal["consultant", "recommended"]
    at: AwareDatetime
    strategy: str


class Review(Stored):
    """The consultant's word that the document, as fingerprinted, may be shown."""

    by: str
    at: AwareDatetime
    document: str


class Summary(Stored):
    """What a listing shows; the leading part of the file, so that listing need not parse the rest."""

    company: str
    status: Literal["draft", "reviewed"]
    next_step: StepId | None
    steps_done: int
    steps_total: int
    errors: int
    stale: int
    engine: str


class Session(Stored):
    """One company's case. Times are aware and in UTC."""

    schema_version: int = SCHEMA_VERSION
    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)
    revision: int = Field(default=0, ge=0)
    updated_at: AwareDatetime
    summary: Summary
    created_at: AwareDatetime
    language: Literal["es-EC"] = "es-EC"
    forked_from: str | None = None
    intake: dict[str, str | None] = Field(
        default_factory=dict, description="Lo que se escribió en cada campo del perfil; vacío es «no sé»."
    )
    profile: Profile | None = None
    interview: Interview = Field(default_factory=Interview)
    choice: Choice | None = None
    steps: dict[StepId, StepRecord] = Field(default_factory=dict)
    review: Review | None = None
