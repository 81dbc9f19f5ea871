"""What a calculation gives: a number, or the reason why there is none."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from retention_coach.metrics.codes import Caution, Refusal

Unit = Literal["percent", "points", "usd", "count", "hours"]


@dataclass(frozen=True, slots=True)
class Computed:
    """A number and how it came about.

    Attributes:
        value: full precision, not rounded.
        unit: what the number counts; a `count` is of what its formula says: uses, or times.
        arithmetic: the calculation with its numbers, for `evaluate`; empty for a quantile.
        formula: id in `registry.FORMULAS`.
        warnings: what to know before using the number.
        low: lower end of the 95 % interval, same unit; None where no interval is computed.
        high: upper end of the same interval.

    Raises:
        ValueError: the value is not finite.
    """

    value: float
    unit: Unit
    arithmetic: str
    formula: str
    warnings: tuple[Caution, ...] = ()
    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        if not math.isfinite(self.value):
            raise ValueError(f"{self.formula} gives {self.value}: the figures are out of any real range")


@dataclass(frozen=True, slots=True)
class NotComputable:
    """Why there is no number, and what it would take to have one.

    Attributes:
        code: the reason.
        parameters: the numbers and figure ids the reason's sentence mentions.
        needs: ids of the figures to obtain or to correct.
    """

    code: Refusal
    parameters: Mapping[str, float | str] = field(default_factory=dict, hash=False)
    needs: tuple[str, ...] = ()


Result = Computed | NotComputable
