"""The parts of a session that steps read, each with a fingerprint."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from retention_coach.chain import outputs
from retention_coach.chain.spec import StepSpec
from retention_coach.domain.session import Session


def fingerprint(value: object) -> str:
    """Twelve hexadecimal digits that change when the value (plain JSON data) changes."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def parts(session: Session) -> Iterator[tuple[str, Any]]:
    """Every part of the session that a step can read, by name, as plain JSON data.

    Names: `profile.<field>`, `figures.<id>`, `answers.<question>`, `choice`, `steps.<step>`.
    """
    if session.profile is not None:
        profile = session.profile.model_dump(mode="json")
        figures = profile.pop("figures")
        for name, value in profile.items():
            yield f"profile.{name}", value
        for name, value in figures.items():
            if value is not None:
                yield f"figures.{name}", value
    for item in outputs.answered(session):
        yield f"answers.{item.id}", outputs.dump_answer(item)
    if session.choice is not None:
        yield "choice", session.choice.label
    for step_id, record in session.steps.items():
        if record.current is not None:
            yield f"steps.{step_id}", record.current.output


def is_read(name: str, reads: Iterable[str]) -> bool:
    """Whether a part is among those that a step reads."""
    return any(name == read or name.startswith(f"{read}.") for read in reads)


def fingerprints(session: Session, spec: StepSpec) -> dict[str, str]:
    """The fingerprint of each part that the step reads and the session has."""
    return {name: fingerprint(value) for name, value in parts(session) if is_read(name, spec.reads)}
