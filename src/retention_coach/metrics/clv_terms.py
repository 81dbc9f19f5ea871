"""What every customer value is computed from, and when these terms give none."""

from dataclasses import dataclass

from retention_coach.metrics.codes import Refusal
from retention_coach.metrics.quantities import amount, number
from retention_coach.metrics.result import NotComputable


@dataclass(frozen=True, slots=True)
class ClvTerms:
    """Margin, retention and discount of one customer, all of the same period (a year, in `FORMULAS`).

    Attributes:
        margin: USD per customer and period after the costs of serving; negative for one who loses money.
        retention_rate: percent of customers kept per period.
        discount_rate: percent per period.
        revenue: USD per customer and period, where known: a margin that is not below it is revenue by
            another name.

    Raises:
        ValueError: a rate or the revenue is negative, or a number is not finite.
    """

    margin: float
    retention_rate: float
    discount_rate: float
    revenue: float | None = None

    def __post_init__(self) -> None:
        number("margin_per_customer", self.margin)
        amount("retention_rate", self.retention_rate)
        amount("discount_rate", self.discount_rate)
        if self.revenue is not None:
            amount("revenue_per_customer", self.revenue)

    @property
    def spread(self) -> float:
        """1 + d - r: what is lost per period to leaving and to waiting; zero where nothing is."""
        return 1 + self.discount_rate / 100 - self.retention_rate / 100

    def refusal(self) -> NotComputable | None:
        """Why no value of any kind follows from these terms, or None."""
        if self.retention_rate > 100:
            return NotComputable(
                Refusal.RETENTION_ABOVE_ONE, {"retention_rate": self.retention_rate}, ("retention_rate",)
            )
        if self.revenue is not None and self.margin >= self.revenue:
            return NotComputable(
                Refusal.MARGIN_NOT_BELOW_REVENUE,
                {"margin_per_customer": self.margin, "revenue_per_customer": self.revenue},
                ("margin_per_customer", "gross_margin"),
            )
        return None

    def endless_refusal(self) -> NotComputable | None:
        """Why no value without a horizon follows from these terms, or None."""
        if refusal := self.refusal():
            return refusal
        if self.spread <= 0:
            return NotComputable(
                Refusal.INFINITE_HORIZON,
                {"retention_rate": self.retention_rate, "discount_rate": self.discount_rate},
                ("discount_rate", "horizon_months"),
            )
        return None
