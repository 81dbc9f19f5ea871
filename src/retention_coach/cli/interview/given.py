"""Answers that a company file brings: recorded as soon as the guide asks their question."""

from retention_coach.chain import outputs
from retention_coach.chain.events import Answered
from retention_coach.cli.interview.case_file import CaseFile
from retention_coach.readers.company_file.reader import CompanyFile


async def record_given(case: CaseFile, company: CompanyFile) -> int:
    """Answer what the file answers and nobody answered yet, and say how many questions that were."""
    kept = {question: answer.text for question, answer in case.session.interview.answers.items()}
    given = company.answers_to(outputs.questions(case.session), kept)
    open_now = [question.id for question in outputs.pending(case.session) if question.id in given]
    for question in open_now:
        answer, now = given[question], case.coach.clock.now()
        await case.record(Answered(question, answer.text, now, consultant_only=answer.consultant_only))
    return len(open_now)
