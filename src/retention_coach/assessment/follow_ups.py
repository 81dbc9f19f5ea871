"""The question that an answer calls for: the first follow-up of the bank whose words it says."""

from collections.abc import Sequence

from retention_coach.domain.interview import GuideQuestion, followed
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.questions import FollowUp, Question
from retention_coach.understanding.hearing import Heard
from retention_coach.understanding.negation import Denials
from retention_coach.understanding.tokens import Token, sentences


def follow_up_to(question: GuideQuestion, text: str | None, knowledge: Knowledge) -> GuideQuestion | None:
    """The follow-up that fits what was answered, the first of several; None for «no sé» or where none fits."""
    entry = _entry(question.id, knowledge)
    if entry is None or not text:
        return None
    said = sentences(text)
    fitting = (item for item in entry.follow_ups if any(_says(tokens, item.when, knowledge) for tokens in said))
    return next((_asked(item, question) for item in fitting), None)


def follow_up_named(question_id: str, questions: Sequence[GuideQuestion], knowledge: Knowledge) -> GuideQuestion | None:
    """The follow-up of the bank with this id, if the question that it follows is among these."""
    question = next((item for item in questions if item.id == followed(question_id)), None)
    entry = _entry(question.id, knowledge) if question else None
    if question is None or entry is None:
        return None
    return next((_asked(item, question) for item in entry.follow_ups if item.code == question_id), None)


def _entry(question_id: str, knowledge: Knowledge) -> Question | None:
    return next((entry for entry in knowledge.questions if entry.code == question_id), None)


def _asked(follow_up: FollowUp, question: GuideQuestion) -> GuideQuestion:
    return GuideQuestion(
        id=follow_up.code,
        topic=question.topic,
        text=follow_up.text,
        why=f"Completa lo que respondió a {question.id}. {question.why}",
        examples=(),
        confirms=None,
    )


def _says(tokens: Sequence[Token], when: Sequence[str], knowledge: Knowledge) -> bool:
    """Whether a sentence says any of these phrases without denying it; «no lo medimos» is no denial of itself."""
    spoken = [token.word for token in tokens if token.is_word]
    found = [
        range(start, start + len(phrase))
        for phrase in (item.split() for item in when)
        for start in range(len(spoken) - len(phrase) + 1)
        if all(map(_is_word, spoken[start : start + len(phrase)], phrase))
    ]
    if not found:
        return False
    denials = Denials(Heard(tokens, knowledge.speech))
    return any(not denials.deny(places) for places in found)


def _is_word(spoken: str, wanted: str) -> bool:
    return spoken.startswith(wanted[:-1]) if wanted.endswith("*") else spoken == wanted
