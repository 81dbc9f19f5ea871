"""Answers that a company file brings: recorded as soon as the guide asks their question."""

from retention_coach.chain import outputs
from retention_coach.chain.events import Answered
from retention_coach.cli.interview.case_file import CaseFile
from retention_coach.readers.company_file.reader import CompanyFile, GivenAnswer


async def record_given(case: CaseFile, company: CompanyFile) -> int:
    """Answer what the file answers and nobody answered yet, and say how many questions that were.

    A topic's text answers the first question of the topic that has no answer of its own.
    """
    recorded = 0
    for question in outputs.pending(case.session):
        given = _answer_to(question.id, case, company)
        if given is not None:
            now = case.coach.clock.now()
            await case.record(Answered(question.id, given.text, now, consultant_only=given.consultant_only))
            recorded += 1
    return recorded


def _answer_to(question_id: str, case: CaseFile, company: CompanyFile) -> GivenAnswer | None:
    if question_id in company.answers:
        return company.answers[question_id]
    asked = outputs.questions(case.session)
    for topic, text in company.topics.items():
        free = next((item.id for item in asked if item.topic == topic and item.id not in company.answers), None)
        if free == question_id:
            return GivenAnswer(text)
    return None
