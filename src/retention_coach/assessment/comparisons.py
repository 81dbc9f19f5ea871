"""Which function finds the contradictions of each comparison."""

from collections.abc import Mapping
from types import MappingProxyType

from retention_coach.assessment import comparing_customers, comparing_figures, comparing_numbers
from retention_coach.assessment.clash import Comparison
from retention_coach.knowledge.entries import contradictions as entries

COMPARISONS: Mapping[entries.Comparison, Comparison] = MappingProxyType(
    {
        "segments_total": comparing_figures.segments_total,
        "active_over_customers": comparing_figures.active_over_customers,
        "lost_said": comparing_numbers.lost_said,
        "new_said": comparing_numbers.new_said,
        "five_largest_said": comparing_numbers.five_largest_said,
        "account_share_said": comparing_customers.account_share_said,
        "renewal_said": comparing_customers.renewal_said,
        "budget_said": comparing_numbers.budget_said,
        "hours_said": comparing_customers.hours_said,
        "response_said": comparing_numbers.response_said,
        "inactivity_said": comparing_numbers.inactivity_said,
        "low_risk_with_signs": comparing_customers.low_risk_with_signs,
        "high_risk_spoken_well_of": comparing_customers.high_risk_spoken_well_of,
        "shown_and_denied": comparing_customers.shown_and_denied,
        "lost_revenue_without_losses": comparing_figures.lost_revenue_without_losses,
        "losses_without_lost_revenue": comparing_figures.losses_without_lost_revenue,
        "accounts_over_revenue": comparing_figures.accounts_over_revenue,
        "slowest_under_median": comparing_figures.slowest_under_median,
        "accounts_over_segment": comparing_figures.accounts_over_segment,
    }
)
"""By the code in the knowledge base; a test holds that none is missing."""
