"""The session and its report as JSON, for programs.

Shape (`schema_version` 1); dates and times are ISO 8601, money is USD:

- `schema_version`, `audience` (`company` or `consultant`)
- `session`: `id`, `created_at`, `updated_at`, `language`, `profile`, `choice` (label or null), `closed_topics`,
  `answers` (list of `id`, `topic`, `question`, `text` or null, `consultant_only`),
  `steps` (by step id: `at`, `made_by`, `origin`, `output`; for the consultant also `findings` and `edits`)
- `report`: the fields of `retention_coach.report.Report` but the session, its sections as objects or null

New fields may be added; a change of what is there raises `schema_version`. The company's version holds neither
confidential answers nor references to them.
"""

import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from retention_coach.chain import outputs
from retention_coach.chain.steps import WITH_REPLY
from retention_coach.domain.session import Session, StepVersion
from retention_coach.report import Report

SCHEMA_VERSION = 1

_SHOWN_VERSION = {"at", "made_by", "origin", "output"}


def render(report: Report) -> str:
    """The JSON text, indented, with its accents readable."""
    with_internals = report.audience == "consultant"
    content = {
        "schema_version": SCHEMA_VERSION,
        "audience": report.audience,
        "session": _session(report.session, with_internals=with_internals),
        "report": _adapter().dump_python(report, mode="json", exclude={"session", "audience"}),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _session(session: Session, *, with_internals: bool) -> dict[str, Any]:
    return {
        "id": session.id,
        "created_at": session.created_at.isoformat(),
        "updated_at": session.updated_at.isoformat(),
        "language": session.language,
        "profile": session.profile.model_dump(mode="json") if session.profile else None,
        "choice": session.choice.label if session.choice else None,
        "closed_topics": list(session.interview.closed_topics),
        "answers": [answer.model_dump(mode="json") for answer in outputs.answered(session)],
        "steps": {
            spec.id: _version(version, with_internals=with_internals)
            for spec in WITH_REPLY
            if (version := outputs.current(session, spec)) is not None
        },
    }


def _version(version: StepVersion, *, with_internals: bool) -> dict[str, Any]:
    shown = _SHOWN_VERSION | {"findings", "edits"} if with_internals else _SHOWN_VERSION
    return version.model_dump(mode="json", include=shown)


@cache
def _adapter() -> TypeAdapter[Report]:
    return TypeAdapter(Report)
