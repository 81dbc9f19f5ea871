"""One side of a contradiction: what was said, or what a figure is, with where it stands."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from retention_coach.assessment import cite
from retention_coach.assessment.health import Health, health_of
from retention_coach.assessment.mentions import Mention, mentions
from retention_coach.assessment.quoting import confidential_runs, openly, quotable
from retention_coach.assessment.statements import Statement, statements
from retention_coach.domain.base import Unit
from retention_coach.domain.evidence import Evidence, Figure
from retention_coach.domain.profile import Profile
from retention_coach.knowledge.base import Knowledge
from retention_coach.ports import StepInputs
from retention_coach.spanish import formats

IN_CONFIDENCE = "lo que respondió en confianza"
"""What stands for the words of an answer that only the consultant may see."""

_WORDED: dict[Unit, tuple[str, str]] = {
    "customers": ("cliente", "clientes"),
    "hours": ("hora", "horas"),
    "days": ("día", "días"),
    "points": ("punto", "puntos"),
    "answers": ("respuesta", "respuestas"),
    "count": ("vez", "veces"),
    "weeks": ("semana", "semanas"),
}


@dataclass(frozen=True, slots=True)
class Claim:
    """What one side says.

    Attributes:
        words: the company's own between quotation marks, or a figure in words.
        evidence: where it is said.
        figures: the figures that `words` names, those inside quotations left out.
    """

    words: str
    evidence: tuple[Evidence, ...]
    figures: tuple[Figure, ...] = ()

    @property
    def cited(self) -> str:
        """The words with the questions in which they were said: «…» (Q7)."""
        questions = [item.ref for item in self.evidence if item.kind == "answer"]
        return f"{self.words} ({', '.join(questions)})" if questions else self.words


@dataclass(frozen=True)
class Told:
    """Everything that claims are made from."""

    inputs: StepInputs
    knowledge: Knowledge
    in_confidence: bool

    @property
    def profile(self) -> Profile:
        """The company."""
        return self.inputs.profile

    @cached_property
    def read(self) -> StepInputs:
        """The inputs with the answers that may be used."""
        return self.inputs if self.in_confidence else openly(self.inputs)

    @cached_property
    def sentences(self) -> tuple[Statement, ...]:
        """Every sentence of the answers."""
        return tuple(item for answer in self.read.answers for item in statements(answer, self.knowledge))

    @cached_property
    def named(self) -> tuple[Mention, ...]:
        """Every mention of a customer."""
        return mentions(self.read, self.knowledge)

    @cached_property
    def health(self) -> tuple[Health, ...]:
        """How each customer is."""
        return health_of(self.inputs, self.knowledge, in_confidence=self.in_confidence)

    @cached_property
    def _private(self) -> frozenset[tuple[str, ...]]:
        return confidential_runs(self.inputs)

    def value(self, figure_id: str) -> float | None:
        """A figure of the company."""
        return self.profile.figures.value(figure_id)

    def answered(self, question: str) -> tuple[Statement, ...]:
        """The sentences of the answer to a question."""
        return tuple(item for item in self.sentences if item.answer.id == question)

    def saying(self, statement: Statement) -> Claim | None:
        """The sentence as the company said it; None if its words may not be repeated and it was said openly."""
        evidence = (cite.answer(statement.answer.id),)
        if statement.answer.consultant_only:
            return Claim(IN_CONFIDENCE, evidence)
        said = quotable(statement.text, self._private)
        return Claim(f"«{said}»", evidence) if said else None

    def naming(self, name: str, stand_in: str) -> str:
        """A name of the profile as it is written there, between quotation marks: nobody's register or numbers."""
        said = quotable(name, self._private)
        return f"«{said}»" if said else stand_in

    def figure(self, figure_id: str) -> Claim:
        """A known figure of the company.

        Raises:
            KeyError: it is not known.
        """
        label = next((item.name for item in self.knowledge.figures if item.key == figure_id), figure_id)
        cited = cite.company_figure(self.profile.figures, figure_id, label.lower())
        return Claim(worded(cited.value, cited.unit), (cite.figure(figure_id),), (cited,))

    def of_profile(self, field: str, label: str, value: float, unit: Unit) -> Claim:
        """A number of the profile."""
        evidence = cite.profile(field)
        return Claim(worded(value, unit), (evidence,), (Figure(label=label, value=value, unit=unit, basis=evidence),))

    def computed(self, label: str, value: float, unit: Unit, arithmetic: str, evidence: Collection[Evidence]) -> Claim:
        """A number that follows from others."""
        return Claim(worded(value, unit), tuple(evidence), (cite.computed(label, value, unit, arithmetic),))


def worded(value: float, unit: Unit) -> str:
    """A figure in words: «3 horas», «27,4 %», «USD 2.400,00»."""
    if unit == "percent":
        return formats.percent(value)
    if unit == "usd":
        return formats.money(value)
    return formats.plural(value, *_WORDED[unit])
