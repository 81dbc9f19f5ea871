"""The interview's questions (constraints 61.2 and 61.3)."""

from collections import Counter
from collections.abc import Iterator

from retention_coach.checks.context import CheckContext
from retention_coach.checks.walk import join
from retention_coach.domain.base import TOPICS
from retention_coach.domain.finding import Finding
from retention_coach.domain.interview import InterviewGuide
from retention_coach.spanish.register import has_question

MOST_QUESTIONS = 40
"""More than this and nobody finishes the interview."""


def guide_covers_topics(guide: InterviewGuide, context: CheckContext) -> Iterator[Finding]:
    """GUIDE_TOPIC_MISSING (61.2): each of the five topics has a question."""
    asked = {question.topic for question in guide.questions}
    for topic in TOPICS:
        if topic not in asked:
            yield context.finding("GUIDE_TOPIC_MISSING", "questions", topic=topic)


def guide_asks(guide: InterviewGuide, context: CheckContext) -> Iterator[Finding]:
    """GUIDE_NOT_A_QUESTION (61.3): every question asks something, between «¿» and «?»."""
    for index, question in enumerate(guide.questions):
        if question.text.strip() and not has_question(question.text):
            yield context.finding("GUIDE_NOT_A_QUESTION", join("questions", index, "text"), question=question.id)


def guide_ids_are_distinct(guide: InterviewGuide, context: CheckContext) -> Iterator[Finding]:
    """GUIDE_ID_REPEATED: answers are kept by the question's id, so that two questions cannot share one."""
    times = Counter(question.id for question in guide.questions)
    for question, count in times.items():
        if count > 1:
            yield context.finding("GUIDE_ID_REPEATED", "questions", question=question, times=count)


def guide_is_bearable(guide: InterviewGuide, context: CheckContext) -> Iterator[Finding]:
    """GUIDE_TOO_LONG: at most 40 questions."""
    if len(guide.questions) > MOST_QUESTIONS:
        yield context.finding("GUIDE_TOO_LONG", "questions", count=len(guide.questions), most=MOST_QUESTIONS)
