"""What a company file answers to the questions of a session, follow-ups that nobody asked among them."""

from dataclasses import dataclass

from retention_coach.assessment.follow_ups import follow_up_named
from retention_coach.chain import outputs
from retention_coach.cli.privacy import is_private
from retention_coach.domain.interview import GuideQuestion
from retention_coach.domain.session import Session
from retention_coach.knowledge.base import Knowledge
from retention_coach.readers.company_file.reader import CompanyFile, GivenAnswer


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """An answer with its mark.

    Attributes:
        text: what was answered; None is «no sé».
        consultant_only: whether it is marked *solo consultor*.
        is_advised: whether the mark comes from the question bank, because the file does not say.
    """

    text: str | None
    consultant_only: bool
    is_advised: bool = False


def file_answers(company: CompanyFile, session: Session, knowledge: Knowledge) -> dict[str, FileAnswer]:
    """What the file answers, by question id."""
    kept = {question: answer.text for question, answer in session.interview.answers.items()}
    given = company.answers_to(askable(company, session, knowledge), kept)
    return {question: _marked(question, answer, session, knowledge) for question, answer in given.items()}


def askable(company: CompanyFile, session: Session, knowledge: Knowledge) -> tuple[GuideQuestion, ...]:
    """The questions of the session, and the follow-ups to them that the file answers without being asked."""
    asked = outputs.questions(session)
    known = {question.id for question in asked}
    named = (follow_up_named(item, asked, knowledge) for item in company.answers if item not in known)
    return (*asked, *(question for question in named if question is not None))


def _marked(question_id: str, given: GivenAnswer, session: Session, knowledge: Knowledge) -> FileAnswer:
    """As the file says; else as the session has it or, for what is said for the first time, as the bank advises."""
    before = session.interview.answers.get(question_id)
    if before is not None:
        # Only a person makes public what was said in confidence.
        return FileAnswer(given.text, before.consultant_only or bool(given.consultant_only))
    if given.consultant_only is not None:
        return FileAnswer(given.text, given.consultant_only)
    advised = given.text is not None and is_private(question_id, session, knowledge)
    return FileAnswer(given.text, advised, is_advised=advised)
