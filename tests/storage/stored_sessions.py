"""Sessions as a store meets them: complete, large, and as files written by hand."""

import json
from pathlib import Path
from typing import Any

from retention_coach.domain.profile import Profile
from retention_coach.domain.session import Attempt, Choice, MadeBy, Session, StepRecord, StepVersion
from retention_coach.testing.sample_session import NOON, sample_session


def full_session(session_id: str, *, output: dict[str, Any] | None = None) -> Session:
    """A session with every kind of part; `output` is what its strategy step produced."""
    version = StepVersion(
        number=1,
        at=NOON,
        origin="generated",
        made_by=MadeBy(engine="playbook", knowledge_version="2026.11"),
        inputs={"profile": "ab12", "answers": "cd34"},
        output=output if output is not None else {"alternatives": [{"label": "A"}, {"label": "B"}], "share": 0.25},
    )
    attempt = Attempt(at=NOON, engine="playbook", seconds=0.004)
    profile = Profile(
        company="Contadores Ñusta",
        services="Contabilidad y tributación",
        main_benefit="Nadie paga multas",
        customer_profile="Florícolas medianas",
        industry="Servicios contables",
        canton="Quito",
        relationship_model="contract",
        start_month="2027-01",
    )
    return sample_session(session_id).model_copy(
        update={
            "profile": profile,
            "choice": Choice(label="A", by="consultant", at=NOON, strategy="ef56"),
            "steps": {"61-strategy": StepRecord(current=version, attempts=(attempt,))},
        }
    )


def large_session(session_id: str, *, megabytes: int) -> Session:
    """A session of about this size as a document."""
    paragraph = "La retención es más barata que la captación; «ñandú» € 🌹. " * 16
    return full_session(session_id, output={"text": [paragraph] * (megabytes * 1024 * 1024 // len(paragraph.encode()))})


def as_written(session_id: str, *, revision: int = 1) -> dict[str, Any]:
    """The document of a session, for a test to spoil."""
    document: dict[str, Any] = (
        full_session(session_id).model_copy(update={"revision": revision}).model_dump(mode="json")
    )
    return document


def put(folder: Path, name: str, document: object) -> Path:
    """Write a document by hand, as `name` in the folder."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
    return path
