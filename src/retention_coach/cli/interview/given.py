"""Answers that a company file brings: recorded as soon as the guide asks their question."""

from retention_coach.chain.events import Answered
from retention_coach.cli.file_answers import askable, file_answers
from retention_coach.cli.interview.case_file import CaseFile
from retention_coach.readers.company_file.reader import CompanyFile


async def record_given(case: CaseFile, company: CompanyFile) -> int:
    """Answer what the file answers and nobody answered yet, and say how many questions that were."""
    session, knowledge = case.session, case.coach.knowledge
    closed = session.interview.closed_topics
    given = file_answers(company, session, knowledge)
    new = [
        question.id
        for question in askable(company, session, knowledge)
        if question.id in given and question.id not in session.interview.answers and question.topic not in closed
    ]
    for question_id in new:
        answer, now = given[question_id], case.coach.clock.now()
        await case.record(Answered(question_id, answer.text, now, consultant_only=answer.consultant_only))
    return len(new)
