"""Every formula by id: what steps and documents cite instead of computing."""

from collections.abc import Mapping
from types import MappingProxyType

from retention_coach.metrics import (
    churn,
    clv,
    concentration,
    costs,
    horizon,
    margin,
    nps,
    periods,
    response_time,
    retention,
    revenue,
    usage,
)
from retention_coach.metrics.formula import Formula

FORMULAS: Mapping[str, Formula] = MappingProxyType(
    {
        formula.id: formula
        for module in (
            retention,
            churn,
            revenue,
            periods,
            nps,
            clv,
            horizon,
            margin,
            usage,
            response_time,
            costs,
            concentration,
        )
        for formula in module.FORMULAS
    }
)
"""Formulas in the order in which a reader would meet them."""
