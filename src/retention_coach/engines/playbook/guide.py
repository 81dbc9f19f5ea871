"""The interview guide: the bank's questions that make sense for this company."""

from retention_coach.domain.base import TOPICS
from retention_coach.domain.interview import GuideQuestion, InterviewGuide
from retention_coach.engines.playbook.case import Case
from retention_coach.knowledge.selection import questions_for


def write_guide(case: Case) -> InterviewGuide:
    """The questions by topic, the core ones of each topic first; the last asks the company to confirm its season."""
    bank = questions_for(case.knowledge, model=case.profile.relationship_model, sector=case.own_key)
    ordered = sorted(bank, key=lambda item: (TOPICS.index(item.topic), item.priority != "core"))
    asked = [
        GuideQuestion(
            id=item.code, topic=item.topic, text=item.text, why=item.why, examples=item.examples, confirms=None
        )
        for item in ordered
    ]
    return InterviewGuide(questions=(*_situation(asked), _season(case), *_others(asked)))


def _season(case: Case) -> GuideQuestion:
    """The knowledge of sectors is professional judgement: the company is asked whether it holds here."""
    sector = case.sector
    return GuideQuestion(
        id="Q0",
        topic="situation",
        text=sector.confirm_question,
        why="Las fechas del plan dependen de la temporada de sus clientes, y cada empresa la vive distinto.",
        examples=(
            "Sí, así es, aunque a nosotros nos empieza una semana antes.",
            "No tanto; nuestros meses fuertes son otros.",
        ),
        confirms=sector.id,
    )


def _situation(asked: list[GuideQuestion]) -> tuple[GuideQuestion, ...]:
    return tuple(question for question in asked if question.topic == "situation")


def _others(asked: list[GuideQuestion]) -> tuple[GuideQuestion, ...]:
    return tuple(question for question in asked if question.topic != "situation")
