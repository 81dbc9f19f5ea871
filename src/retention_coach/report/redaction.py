"""A session as the company may see it: what was told to the consultant alone is not in it, nor any reference to it.

Documents for the company are built from this copy, so that none of their parts can show what it does not hold.
"""

import re
from collections.abc import Iterable
from functools import cache
from math import isfinite
from typing import Any, get_args

from pydantic import BaseModel

from retention_coach.chain.spec import StepSpec
from retention_coach.chain.steps import WITH_REPLY
from retention_coach.checks.walk import IDENTIFIERS
from retention_coach.domain.evidence import Evidence, Figure
from retention_coach.domain.interview import Corrections, Interview, InterviewGuide
from retention_coach.domain.session import Session, StepRecord, StepVersion
from retention_coach.domain.strategy import Strategy
from retention_coach.report.confidences import Confidences
from retention_coach.spanish.formats import number

WITHHELD = "(Texto pendiente de revisión por el consultor.)"
"""What stands in place of a text that repeats a confidence."""

NEUTRAL_BASIS = Evidence(kind="assumption", ref="", detail="criterio del consultor")
"""What a figure rests on when its true basis is confidential and the figure itself cannot be left out."""

_WORDS = (str, str | None, tuple[str, ...])


def for_company(session: Session) -> Session:
    """The session without confidences, drafts, what was typed in forms, history, findings, edits and attempts."""
    redactor = _Redactor(Confidences.of(session))
    return session.model_copy(
        update={
            "intake": {},
            "interview": redactor.interview(session.interview),
            "steps": {
                spec.id: StepRecord(current=redactor.version(spec, record.current))
                for spec in WITH_REPLY
                if (record := session.steps.get(spec.id)) is not None and record.current is not None
            },
        }
    )


class _Redactor:
    """Copies models without what rests on a confidence."""

    def __init__(self, confidences: Confidences) -> None:
        self._confidences = confidences
        self._hidden = set(confidences.questions)

    def interview(self, interview: Interview) -> Interview:
        hidden = self._confidences.questions
        open_answers = {
            key: answer.model_copy(update={"corrections": Corrections(), "accepted": False})
            for key, answer in interview.answers.items()
            if key not in hidden
        }
        follow_ups = tuple(item for item in interview.follow_ups if item.id in open_answers)
        return Interview(answers=open_answers, closed_topics=interview.closed_topics, follow_ups=follow_ups)

    def version(self, spec: StepSpec, version: StepVersion) -> StepVersion:
        if spec.reply is None:
            raise TypeError(f"{spec.id} has no output")
        output = self._without_confidential_items(spec.reply.stored.model_validate(version.output))
        redacted = self._copy(output).model_dump(mode="json")
        return version.model_copy(update={"inputs": {}, "output": redacted, "findings": (), "edits": ()})

    def _without_confidential_items(self, output: BaseModel) -> BaseModel:
        """Observations that rest on a confidence are left out whole: any wording of theirs could give it away."""
        if isinstance(output, InterviewGuide):
            kept = [item for item in output.questions if item.id not in self._confidences.questions]
            return output.model_copy(update={"questions": tuple(kept)})
        if isinstance(output, Strategy):
            told = {item.id for item in output.diagnosis if self._rests_on_confidence(item.evidence, item.figures)}
            self._hidden |= told
            return output.model_copy(
                update={"diagnosis": tuple(item for item in output.diagnosis if item.id not in told)}
            )
        return output

    def _rests_on_confidence(self, evidence: Iterable[Evidence], figures: Iterable[Figure]) -> bool:
        return any(self._is_hidden(item) for item in (*evidence, *(figure.basis for figure in figures)))

    def _is_hidden(self, evidence: Evidence) -> bool:
        return evidence.ref in self._hidden and evidence.kind in {"answer", "plan"}

    def _copy(self, model: BaseModel, secret_numbers: frozenset[str] = frozenset()) -> BaseModel:
        """The model without what rests on confidences; `secret_numbers` are those of the item it belongs to."""
        numbers = secret_numbers | self._secret_numbers(model)
        return model.model_copy(
            update={name: self._shown(name, getattr(model, name), numbers) for name in _changeable_fields(type(model))}
        )

    def _secret_numbers(self, model: BaseModel) -> frozenset[str]:
        """The model's own figures that rest on confidences, as its prose would write them."""
        figures = (*getattr(model, "figures", ()), getattr(model, "baseline", None))
        return frozenset(
            number(figure.value)
            for figure in figures
            if isinstance(figure, Figure) and isfinite(figure.value) and self._is_hidden(figure.basis)
        )

    def _shown(self, name: str, value: Any, secret_numbers: frozenset[str]) -> Any:
        match value:
            case Figure() if self._is_hidden(value.basis):
                return None if name == "baseline" else value.model_copy(update={"basis": NEUTRAL_BASIS})
            case BaseModel():
                return self._copy(value, secret_numbers)
            case str():
                return WITHHELD if self._gives_away(value, secret_numbers) else value
            case tuple():
                kept = (item for item in value if not self._is_dropped(item))
                return tuple(self._shown(name, item, secret_numbers) for item in kept)
            case _:
                return value

    def _is_dropped(self, item: object) -> bool:
        match item:
            case Evidence():
                return self._is_hidden(item)
            case Figure():
                return self._is_hidden(item.basis)
            case _:
                return False

    def _gives_away(self, text: str, secret_numbers: frozenset[str]) -> bool:
        if self._confidences.leak_in(text):
            return True
        return any(re.search(rf"(?<![\d.,]){re.escape(each)}(?![\d]|[.,]\d)", text) for each in secret_numbers)


@cache
def _changeable_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that hold models or words; codes, identifiers, numbers and dates stay as they are."""
    return tuple(
        name
        for name, field in model.model_fields.items()
        if name not in IDENTIFIERS and (field.annotation in _WORDS or _holds_models(field.annotation))
    )


def _holds_models(annotation: Any) -> bool:
    parts = get_args(annotation) or (annotation,)
    return any(isinstance(part, type) and issubclass(part, BaseModel) for part in parts)
