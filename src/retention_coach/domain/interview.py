"""The interview: the questions asked, the answers given, and the one being typed."""

from pydantic import AwareDatetime, Field

from retention_coach.domain.base import Stored, Topic, Wire
from retention_coach.domain.text import AnswerText


class GuideQuestion(Wire):
    """Una pregunta consultiva y abierta."""

    id: str = Field(description="Identificador de la pregunta en el banco, por ejemplo Q3.")
    topic: Topic = Field(description="Tema al que pertenece.")
    text: str = Field(description="La pregunta, en usted, con sus signos de interrogación.")
    why: str = Field(description="Para qué se pregunta, en una frase.")
    examples: tuple[str, ...] = Field(description="Dos respuestas de ejemplo, como las daría una empresa.")
    confirms: str | None = Field(description="Entrada de conocimiento que la pregunta pide confirmar, si la hay.")


class InterviewGuide(Wire):
    """Las preguntas de la entrevista, en el orden en que se hacen; cubren los cinco temas."""

    questions: tuple[GuideQuestion, ...] = Field(description="Las preguntas.")


class Corrections(Stored):
    """What a person said of how an answer was understood. Signals are named by their codes."""

    removed: tuple[str, ...] = Field(default=(), description="Señales que la respuesta no muestra ni niega.")
    added: tuple[str, ...] = Field(default=(), description="Señales que la respuesta muestra y no se reconocieron.")
    wrong_figures: tuple[str, ...] = Field(default=(), description="Cifras mal leídas, con sus palabras exactas.")


class Answer(Stored):
    """What was answered to one question; `text` is None for «no sé»."""

    text: AnswerText | None = Field(description="La respuesta; vacío es «no sé».")
    consultant_only: bool = Field(default=False, description="Solo consultor: nunca en lo que recibe la empresa.")
    answered_at: AwareDatetime = Field(description="Cuándo se respondió.")
    corrections: Corrections = Field(default=Corrections(), description="Qué de lo entendido no es así, o falta.")
    accepted: bool = Field(default=False, description="Una persona vio lo que se entendió y lo dio por bueno.")


class Interview(Stored):
    """Answers by question id, drafts, the topics that were declared unknown as a whole, and the follow-ups.

    Invariant: of the follow-ups to one question at most one is not answered.
    """

    answers: dict[str, Answer] = Field(default_factory=dict, description="Respuestas por pregunta.")
    drafts: dict[str, str] = Field(default_factory=dict, description="Respuestas a medio escribir.")
    closed_topics: tuple[Topic, ...] = Field(default=(), description="Temas que se dieron por desconocidos.")
    follow_ups: tuple[GuideQuestion, ...] = Field(default=(), description="Repreguntas a lo respondido.")


class AnsweredQuestion(Stored):
    """A question with its answer, as the steps read them; a field with a default travels only where it differs."""

    id: str
    topic: Topic
    question: str
    text: str | None
    consultant_only: bool
    corrections: Corrections = Corrections()


def followed(question_id: str) -> str:
    """The question that a follow-up follows: `Q7` for `Q7.1`; empty for any other question."""
    return question_id.rpartition(".")[0]
