"""Share of the customers at the start of a period who are still there at its end."""

from collections.abc import Set as AbstractSet

from retention_coach.metrics.codes import Caution, Refusal
from retention_coach.metrics.formula import Formula, WorkedCase, identifiers, optional_scalar, scalar
from retention_coach.metrics.quantities import count
from retention_coach.metrics.refusals import lost_beyond_start, unusable_loss, zero_base
from retention_coach.metrics.result import Computed, NotComputable, Result

_SOURCE = "https://reworkcontent.azurewebsites.net/libraries/post-sale-management/retention-metrics"


def retention_by_ids(at_start: AbstractSet[str], at_end: AbstractSet[str]) -> Result:
    """Retention from who was there, which reactivated and new customers cannot distort.

    Args:
        at_start: ids of the customers at the start of the period.
        at_end: ids of the customers at its end; new ones may be among them.

    Returns:
        Percent, 0 to 100; `zero_base` without customers at the start.
    """
    if not at_start:
        return zero_base("customer_ids_start")
    kept = len(at_start & at_end)
    return Computed(
        value=kept / len(at_start) * 100,
        unit="percent",
        arithmetic=f"{kept} / {len(at_start)} * 100",
        formula="retention_by_ids",
    )


def retention_by_counts(
    customers_start: float, customers_end: float, customers_new: float, *, customers_lost: float | None = None
) -> Result:
    """Retention as (end - new) / start.

    Counts cannot see a customer who left, came back and was not counted as new: the rate is then too
    high. Where the losses are known the difference shows; where they are not, a warning says it may be there.

    Args:
        customers_start: at the start of the period.
        customers_end: at its end.
        customers_new: won in the period; reactivated ones belong here.
        customers_lost: those of the start who left in the period, if known.

    Returns:
        Percent, 0 to 100; `zero_base`, or `inconsistent_counts` where the counts contradict each other.

    Raises:
        ValueError: a count is negative or fractional.
    """
    start, end = count("customers_start", customers_start), count("customers_end", customers_end)
    new = count("customers_new", customers_new)
    if start == 0:
        return zero_base("customers_start")
    kept = end - new
    if not 0 <= kept <= start:
        return _contradiction(customers_start=start, customers_end=end, customers_new=new, kept=kept)
    lost = None if customers_lost is None else count("customers_lost", customers_lost)
    if lost is not None and lost > start:
        return lost_beyond_start(start, lost)
    if lost is not None and kept + lost < start:
        return _contradiction(customers_start=start, customers_lost=lost, kept=kept)
    return Computed(
        value=(end - new) / start * 100,
        unit="percent",
        arithmetic=f"({end} - {new}) / {start} * 100",
        formula="retention_by_counts",
        warnings=_reactivations(start, kept, lost),
    )


def retention_by_lost(customers_start: float, customers_lost: float) -> Result:
    """Retention as (start - lost) / start.

    Args:
        customers_start: at the start of the period.
        customers_lost: those of them who left in it; who came and left within it is not among them.

    Returns:
        Percent, 0 to 100; `zero_base`, or `inconsistent_counts` where more left than there were.

    Raises:
        ValueError: a count is negative or fractional.
    """
    start, lost = count("customers_start", customers_start), count("customers_lost", customers_lost)
    refused = unusable_loss(start, lost)
    if refused:
        return refused
    return Computed(
        value=(start - lost) / start * 100,
        unit="percent",
        arithmetic=f"({start} - {lost}) / {start} * 100",
        formula="retention_by_lost",
    )


def _contradiction(**counts: int) -> NotComputable:
    needs = ("customers_end", "customers_new", "customers_lost")
    return NotComputable(Refusal.INCONSISTENT_COUNTS, counts, needs)


def _reactivations(start: int, kept: int, lost: int | None) -> tuple[Caution, ...]:
    """Whether some of those kept had left and come back: more kept and lost than there were."""
    if lost is None:
        return (Caution.REACTIVATIONS_UNSEEN,)
    return (Caution.REACTIVATIONS_DISTORT,) if kept + lost > start else ()


FORMULAS = (
    Formula(
        id="retention_by_ids",
        kpi="retention",
        name="Tasa de retención, cliente por cliente",
        formula_text="clientes del inicio que siguen al final ÷ clientes al inicio × 100",
        inputs=("customer_ids_start", "customer_ids_end"),
        unit="percent",
        source=_SOURCE,
        calculate=lambda figures: retention_by_ids(
            identifiers(figures, "customer_ids_start"), identifiers(figures, "customer_ids_end")
        ),
        test_vector=WorkedCase(
            {"customer_ids_start": ("a", "b", "c", "d"), "customer_ids_end": ("a", "b", "c", "e")}, 75
        ),
    ),
    Formula(
        id="retention_by_counts",
        kpi="retention",
        name="Tasa de retención, por conteo",
        formula_text="(clientes al final − clientes nuevos) ÷ clientes al inicio × 100",
        inputs=("customers_start", "customers_end", "customers_new"),
        optional_inputs=("customers_lost",),
        unit="percent",
        source=_SOURCE,
        calculate=lambda figures: retention_by_counts(
            scalar(figures, "customers_start"),
            scalar(figures, "customers_end"),
            scalar(figures, "customers_new"),
            customers_lost=optional_scalar(figures, "customers_lost"),
        ),
        test_vector=WorkedCase({"customers_start": 100, "customers_end": 110, "customers_new": 20}, 90),
    ),
    Formula(
        id="retention_by_lost",
        kpi="retention",
        name="Tasa de retención, por clientes perdidos",
        formula_text="(clientes al inicio − clientes perdidos) ÷ clientes al inicio × 100",
        inputs=("customers_start", "customers_lost"),
        unit="percent",
        source=_SOURCE,
        calculate=lambda figures: retention_by_lost(
            scalar(figures, "customers_start"), scalar(figures, "customers_lost")
        ),
        test_vector=WorkedCase({"customers_start": 120, "customers_lost": 6}, 95),
    ),
)
