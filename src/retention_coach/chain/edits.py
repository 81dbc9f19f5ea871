"""What hands do to a step's output: one value changed, with who and when."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from retention_coach.chain.cleaning import cleaned
from retention_coach.chain.events import Edited
from retention_coach.chain.outputs import dump
from retention_coach.chain.records import check, engine_step, next_number, record_of, versions, with_record
from retention_coach.chain.spec import Reply, StepSpec
from retention_coach.domain.refusals import placed_phrases
from retention_coach.domain.session import Edit, Session
from retention_coach.errors import InvalidInputError, StateError
from retention_coach.knowledge.base import Knowledge
from retention_coach.spanish.cleaning import clean


def edit(session: Session, event: Edited, knowledge: Knowledge) -> Session:
    """Change one value of an output by hand, with who and when; checks run again.

    Raises:
        StateError: if the step has no output yet.
        InvalidInputError: if there is no such step or place, or the value does not fit it.
    """
    spec, reply = engine_step(event.step)
    record = record_of(session, spec)
    if record.current is None:
        raise StateError(f"El paso «{spec.title}» todavía no tiene resultado que corregir.")
    path = event.path.split(".")
    before = _at(record.current.output, path)
    changed = _replaced(record.current.output, path, cleaned(event.value))
    stored = _fitting(changed, spec, reply, event.path)
    output = dump(stored)
    if not Counter(_ids(output)) <= Counter(_ids(record.current.output)):
        raise InvalidInputError(
            f"El valor para «{event.path}» cambia identificadores, y de ellos dependen otros pasos.",
            hint="Corrija los textos y las cifras; los identificadores los pone el programa.",
        )
    done = Edit(path=event.path, before=before, after=_at(output, path), by=clean(event.by), at=event.at)
    version = record.current.model_copy(
        update={
            "number": next_number(record),
            "at": event.at,
            "origin": "edited",
            "output": output,
            "findings": check(session, spec, reply, stored, knowledge),
            "edits": (*record.current.edits, done),
        }
    )
    updated = record.model_copy(update={"current": version, "history": versions(record), "repairs_left": 0})
    return with_record(session, spec, updated)


def _fitting(data: Any, spec: StepSpec, reply: Reply, path: str) -> BaseModel:
    try:
        return reply.stored.model_validate(data)
    except ValidationError as error:
        raise InvalidInputError(
            f"El valor no sirve para «{path}» de «{spec.title}».", problems=placed_phrases(error)
        ) from error


def _at(data: Any, path: list[str]) -> Any:
    for key in path:
        data = data[_index(data, key, path)]
    return data


def _replaced(data: Any, path: list[str], value: Any) -> Any:
    """A copy of the data with the value at the path, which exists."""
    if not path:
        return value
    key, *rest = path
    copy: Any = list(data) if isinstance(data, list) else dict(data)
    index = _index(data, key, path)
    copy[index] = _replaced(data[index], rest, value)
    return copy


def _index(data: Any, key: str, path: list[str]) -> int | str:
    """The key as the data takes it: a position in a list, a name in a dictionary."""
    if isinstance(data, dict) and key in data:
        return key
    # Longer numbers are no positions, and the longest are not even read.
    if isinstance(data, list) and key.isascii() and key.isdigit() and len(key) < 7 and int(key) < len(data):
        return int(key)
    raise InvalidInputError(f"No existe el lugar «{'.'.join(path)}» en ese paso: falla en «{key}».")


def _ids(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "id":
                yield value
            else:
                yield from _ids(value)
    elif isinstance(data, list):
        for item in data:
            yield from _ids(item)
