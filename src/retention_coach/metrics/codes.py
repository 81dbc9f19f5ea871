"""The codes of this package. Their Spanish wording is made where they are shown."""

from enum import StrEnum


class Refusal(StrEnum):
    """Why the figures give no number."""

    MISSING_INPUT = "missing_input"  # a figure the formula needs is not known
    ZERO_BASE = "zero_base"  # the divisor is zero
    SAMPLE_TOO_SMALL = "sample_too_small"  # fewer observations than the formula needs
    INCONSISTENT_COUNTS = "inconsistent_counts"  # customers or answers that contradict each other
    INCONSISTENT_AMOUNTS = "inconsistent_amounts"  # more revenue lost than there was
    RETENTION_ABOVE_ONE = "retention_above_one"  # a retention rate over 100 %
    CHURN_ABOVE_ONE = "churn_above_one"  # a churn rate over 100 %
    INFINITE_HORIZON = "infinite_horizon"  # nobody ever leaves and money costs nothing
    PARTIAL_PERIOD = "partial_period"  # a horizon that is not a whole number of years
    MARGIN_NOT_BELOW_REVENUE = "margin_not_below_revenue"  # revenue was given where margin is asked
    ACQUISITION_COST_SUNK = "acquisition_cost_sunk"  # already spent on a customer one has
    SCORE_OUT_OF_SCALE = "score_out_of_scale"  # an NPS answer that is not a whole number from 0 to 10
    CENSORED_QUANTILE = "censored_quantile"  # the quantile falls among the unanswered


class Caution(StrEnum):
    """What to know before using a number that could be computed."""

    REACTIVATIONS_UNSEEN = "reactivations_unseen"  # counts alone cannot tell whether some came back
    REACTIVATIONS_DISTORT = "reactivations_distort"  # some came back and are counted as kept
    INTERVAL_UNAVAILABLE = "interval_unavailable"  # one answer gives no interval
    RESIDUAL_BIASED_DOWN = "residual_biased_down"  # one rate for all understates those who stay
    SEASONALITY_UNADJUSTED = "seasonality_unadjusted"  # last year's same month is not known
    SEASONALITY_DISAGREES = "seasonality_disagrees"  # last year's same month points the other way
    UNANSWERED_UNKNOWN = "unanswered_unknown"  # requests nobody answered may be missing
    SMALL_SAMPLE = "small_sample"  # the quantile is nearly the worst case observed
    RETENTION_NOT_CHEAPER = "retention_not_cheaper"  # keeping costs as much as winning, or more
    FIVE_OR_FEWER_CUSTOMERS = "five_or_fewer_customers"  # the five largest are everybody
