"""Reads one company from a YAML or JSON file: its profile and what it answered."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from retention_coach.domain.base import Topic
from retention_coach.domain.interview import GuideQuestion, followed
from retention_coach.domain.profile import Profile
from retention_coach.domain.refusals import phrases
from retention_coach.domain.text import AnswerText
from retention_coach.errors import InvalidInputError
from retention_coach.readers.company_file import tree
from retention_coach.readers.company_file.intake import FileIntake, read_intake
from retention_coach.readers.company_file.json_tree import parse_json
from retention_coach.readers.company_file.keys import ANSWER, RESPUESTAS, TEMAS, TOP, TOPICS
from retention_coach.readers.company_file.problems import Problems, described, shown
from retention_coach.readers.company_file.scalars import answer_of, is_blank, is_mapping, yes_or_no
from retention_coach.readers.company_file.source import read_text
from retention_coach.readers.company_file.tree import Node
from retention_coach.readers.company_file.yaml_tree import parse_yaml
from retention_coach.readers.form.field import Intake
from retention_coach.readers.form.form import Form

_QUESTION = re.compile(r"q(\d{1,3}(?:\.\d{1,2})?)", re.IGNORECASE)
_ANSWER: TypeAdapter[str] = TypeAdapter(AnswerText)


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer of the file; `text` is None for «no sé», `consultant_only` is None where the file does not say."""

    text: str | None
    consultant_only: bool | None = None


@dataclass(frozen=True, slots=True)
class CompanyFile:
    """What a file says of one company.

    Attributes:
        profile: the profile that the file alone makes.
        answers: what it answers, by question id; a question left blank is not there.
        topics: a text for a whole topic.
        given: the fields of the form that it gives, as typed; None is «no sé».
        understood: what was understood of the figures that are kept otherwise than the file says them.
    """

    profile: Profile
    answers: Mapping[str, GivenAnswer] = field(default_factory=dict)
    topics: Mapping[Topic, str] = field(default_factory=dict)
    given: Intake = field(default_factory=dict)
    understood: tuple[str, ...] = ()

    def answers_to(
        self, questions: Sequence[GuideQuestion], kept: Mapping[str, str | None] | None = None
    ) -> dict[str, GivenAnswer]:
        """What the file answers to these questions.

        A topic's text answers the first question of the topic that has an answer neither in the file nor in `kept`,
        and that is no follow-up.

        Args:
            questions: the questions of the guide.
            kept: what is answered already, by question id; None is «no sé», which a text may replace.
        """
        known = kept or {}
        found = {item.id: self.answers[item.id] for item in questions if item.id in self.answers}
        for topic, text in self.topics.items():
            free = [
                item.id
                for item in questions
                if item.topic == topic and item.id not in self.answers and not followed(item.id)
            ]
            there = [question for question in free if known.get(question) == text]  # said by this file before
            unanswered = [question for question in free if known.get(question) is None]
            for question in [*there, *unanswered][:1]:
                found[question] = GivenAnswer(text)
        return found


def read_company_file(path: Path, form: Form) -> CompanyFile:
    """The company of a file.

    Args:
        path: a `.json` file, or YAML under any other name.
        form: the profile's form, with which every value is read.

    Raises:
        InvalidInputError: with every problem found: where it is, what was found, what was expected.
    """
    return parse_company(read_text(path), path.name, form)


def parse_company(text: str, name: str, form: Form) -> CompanyFile:
    """The company of a text; `name` tells JSON from YAML, and is shown in messages.

    Raises:
        InvalidInputError: with every problem found.
    """
    root = parse_json(text, name) if name.casefold().endswith(".json") else parse_yaml(text, name)
    if not is_mapping(root):
        raise InvalidInputError(
            f"«{name}» no describe una empresa: se esperan claves como «empresa:», y hay {described(root)}."
        )
    problems = Problems(name)
    nodes = problems.mapping(root, TOP)
    intake = read_intake(nodes, form, problems)
    answers = _answers(nodes.get(RESPUESTAS), problems)
    topics = _topics(nodes.get(TEMAS), problems)
    _judge(intake, form, problems)
    problems.raise_any()
    return CompanyFile(form.assemble(intake.texts), answers, topics, intake.texts, form.taken_otherwise(intake.texts))


def _judge(intake: FileIntake, form: Form, problems: Problems) -> None:
    """What the form says of each field; a field whose text could not be had is not judged twice."""
    for problem in form.problems(intake.texts):
        if problem.field in intake.refused:
            continue
        if problem.field in intake.places and not intake.texts.get(problem.field):
            problems.add(intake.place_of(problem.field), "no puede quedar sin respuesta")
        else:
            problems.add(intake.place_of(problem.field), problem.message)


def _topics(node: Node | None, problems: Problems) -> dict[Topic, str]:
    found: dict[Topic, str] = {}
    if node is None or node.value is None:
        return found
    for topic, value in problems.mapping(node, TOPICS).items():
        text = _text(value, problems)
        if text:
            found[_topic(topic)] = text
    return found


def _topic(name: str) -> Topic:
    return next(topic for topic in TOPICS.values() if topic == name)


def _answers(node: Node | None, problems: Problems) -> dict[str, GivenAnswer]:
    found: dict[str, GivenAnswer] = {}
    if node is None or node.value is None:
        return found
    if not isinstance(node.value, tree.Mapping):
        problems.add(node.place, f"se espera «Q3: texto» en cada renglón, y hay {described(node)}")
        return found
    for key, value in node.value:
        match = _QUESTION.fullmatch(key.strip())
        if match is None:
            problems.add(value.place, f"«{shown(key)}» no es una pregunta; se espera Q y su número, como «Q3»")
        elif f"Q{match[1]}" in found:
            problems.add(value.place, f"la pregunta «Q{match[1]}» está repetida")
        elif answer := _answer(value, problems):
            found[f"Q{match[1]}"] = answer
    return found


def _answer(node: Node, problems: Problems) -> GivenAnswer | None:
    """The answer; None where nothing was written, which is not «no sé»."""
    if not is_mapping(node):
        return None if is_blank(node) else GivenAnswer(_text(node, problems))
    parts = problems.mapping(node, ANSWER)
    if "text" not in parts:
        problems.add(node.place, "falta «texto»")
        return None
    if is_blank(parts["text"]):
        return None
    private = None
    if "consultant_only" in parts:
        try:
            private = yes_or_no(parts["consultant_only"])
        except InvalidInputError as error:
            problems.add_error(parts["consultant_only"].place, error)
    return GivenAnswer(_text(parts["text"], problems), private)


def _text(node: Node, problems: Problems) -> str | None:
    """What was answered, within the length that a session keeps."""
    try:
        text = answer_of(node)
        return None if text is None else _ANSWER.validate_python(text)
    except InvalidInputError as error:
        problems.add_error(node.place, error)
    except ValidationError as error:
        problems.add(node.place, "; ".join(phrases(error)))
    return None
