"""A formula as an addressable thing: what it is called, what it reads, how it computes, and one worked case."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from retention_coach.metrics.codes import Refusal
from retention_coach.metrics.result import NotComputable, Result, Unit

Kpi = Literal["retention", "nps", "clv", "churn", "usage", "response_time", "other"]

FigureValue = float | Sequence[float] | Sequence[str]
Figures = Mapping[str, FigureValue]
"""Known figures by id. What is not known is absent."""


@dataclass(frozen=True, slots=True)
class WorkedCase:
    """Inputs and the value they give, worked out by hand or taken from the formula's source."""

    inputs: Figures
    expected: float


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that can be cited by id.

    Attributes:
        id: stable; equals `Computed.formula` of its results.
        kpi: which of the six indicators it measures, or `other`.
        name: Spanish.
        formula_text: Spanish, with the signs people write.
        inputs: figure ids it cannot do without.
        unit: of its value.
        source: address it was read at; empty where the definition is professional judgement.
        calculate: the calculation, called only when every input is there.
        test_vector: one worked case.
        optional_inputs: figure ids that refine the value or its warnings.
    """

    id: str
    kpi: Kpi
    name: str
    formula_text: str
    inputs: tuple[str, ...]
    unit: Unit
    source: str
    calculate: Callable[[Figures], Result]
    test_vector: WorkedCase
    optional_inputs: tuple[str, ...] = ()

    def compute(self, figures: Figures) -> Result:
        """The formula's value for these figures; figures it does not read are ignored.

        Raises:
            ValueError: a figure has a value it cannot have.
        """
        missing = tuple(figure for figure in self.inputs if figure not in figures)
        if missing:
            return NotComputable(Refusal.MISSING_INPUT, {"formula": self.id}, missing)
        return self.calculate(figures)


def scalar(figures: Figures, figure: str) -> float:
    """The single number of a figure.

    Raises:
        ValueError: it is a list or text.
    """
    match figures[figure]:
        case int() | float() as value:
            return value
        case other:
            raise ValueError(f"{figure} must be one number, not {other!r}")


def optional_scalar(figures: Figures, figure: str) -> float | None:
    """The single number of a figure, None where it is not known.

    Raises:
        ValueError: it is a list or text.
    """
    return scalar(figures, figure) if figure in figures else None


def series(figures: Figures, figure: str) -> tuple[float, ...]:
    """The numbers of a figure that is a list.

    Raises:
        ValueError: it is one number or text, or holds text.
    """
    items = _items(figures, figure)
    numbers = tuple(item for item in items if not isinstance(item, str))
    if len(numbers) < len(items):
        raise ValueError(f"{figure} must hold numbers only")
    return numbers


def identifiers(figures: Figures, figure: str) -> frozenset[str]:
    """The ids of a figure that is a list of customers.

    Raises:
        ValueError: it is one number or text, holds numbers, or holds an id twice.
    """
    items = _items(figures, figure)
    names = frozenset(item for item in items if isinstance(item, str))
    if len(names) < len(items):
        raise ValueError(f"{figure} must hold each id once, as text")
    return names


def _items(figures: Figures, figure: str) -> Sequence[float | str]:
    match figures[figure]:
        case str() | int() | float() as value:
            raise ValueError(f"{figure} must be a list, not {value!r}")
        case items:
            return items
