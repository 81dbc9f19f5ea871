"""A point of the interview: a field of the form or a question of the guide, seen the same way."""

from dataclasses import dataclass

from retention_coach.chain import outputs
from retention_coach.cli.privacy import is_private
from retention_coach.domain.base import Topic
from retention_coach.domain.interview import GuideQuestion, followed
from retention_coach.domain.session import Session
from retention_coach.knowledge.base import Knowledge
from retention_coach.readers.form.field import FormField
from retention_coach.readers.form.form import Form
from retention_coach.report.labels import TOPIC
from retention_coach.spanish.words import fold

_DRAFT_PREFIX = "profile."


@dataclass(frozen=True, slots=True)
class Point:
    """Something to be answered.

    Attributes:
        id: the field's or the question's id.
        name: how a person calls it: «Cantón», «Q7».
        progress: where it stands: «Pregunta 7 de 24 · Riesgos».
        text: what is asked.
        why: why it is asked.
        examples: how others answer it.
        is_long: whether the answer takes several lines.
        origin: the field or the question itself.
        advises_privacy: whether the answer is for the consultant only, unless somebody says otherwise.
    """

    id: str
    name: str
    progress: str
    text: str
    why: str
    examples: tuple[str, ...]
    is_long: bool
    origin: FormField | GuideQuestion
    advises_privacy: bool = False

    @property
    def draft_id(self) -> str:
        """Under which name its draft is kept: questions by id, fields apart from them."""
        return self.id if isinstance(self.origin, GuideQuestion) else f"{_DRAFT_PREFIX}{self.id}"

    @property
    def topic(self) -> Topic | None:
        """The topic of a question; None for a field."""
        return self.origin.topic if isinstance(self.origin, GuideQuestion) else None


class Timeline:
    """Every point of a session in the order in which they are asked, as the session is now."""

    def __init__(self, form: Form, session: Session, intake: dict[str, str | None], knowledge: Knowledge) -> None:
        fields = form.asked(intake)
        guide = [question.id for question in outputs.guide_questions(session)]
        self.points = (
            *(_field_point(field, number, len(fields)) for number, field in enumerate(fields, start=1)),
            *(
                _question_point(
                    question, _place(question.id, guide), advises_privacy=is_private(question.id, session, knowledge)
                )
                for question in outputs.questions(session)
            ),
        )

    def at(self, point_id: str) -> Point | None:
        """The point with this id, or None."""
        return next((point for point in self.points if point.id == point_id), None)

    def before(self, point: Point) -> Point | None:
        """The point before this one, or None at the beginning."""
        ids = [item.id for item in self.points]
        position = ids.index(point.id) if point.id in ids else len(ids)
        return self.points[position - 1] if position > 0 else None

    def named(self, text: str) -> Point | None:
        """The one point that a person means by a name, a part of one, or the number of a field; else None."""
        wanted = fold(text).strip(" .")
        if not wanted:
            return None
        if wanted.isdecimal():
            fields = [point for point in self.points if isinstance(point.origin, FormField)]
            return fields[int(wanted) - 1] if 1 <= int(wanted) <= len(fields) else None
        exact = [point for point in self.points if wanted in {fold(point.name), fold(point.id)}]
        partial = [point for point in self.points if wanted in fold(point.name)]
        found = exact or partial
        return found[0] if len(found) == 1 or exact else None


def _field_point(field: FormField, number: int, total: int) -> Point:
    return Point(
        id=field.id,
        name=field.label,
        progress=f"Dato {number} de {total} · {field.section}",
        text=field.question,
        why=field.help,
        examples=field.examples,
        is_long=field.is_long,
        origin=field,
    )


def _place(question_id: str, guide: list[str]) -> str:
    if question_id not in guide:
        return f"Repregunta a {followed(question_id)}"
    return f"Pregunta {guide.index(question_id) + 1} de {len(guide)}"


def _question_point(question: GuideQuestion, place: str, *, advises_privacy: bool) -> Point:
    return Point(
        id=question.id,
        name=question.id,
        progress=f"{place} · {TOPIC[question.topic]}",
        text=question.text,
        why=question.why,
        examples=question.examples,
        is_long=True,
        origin=question,
        advises_privacy=advises_privacy,
    )
