"""Every formula computes, says how, names its inputs and refuses what it lacks."""

import re
from collections.abc import Mapping
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.metrics.arithmetic import evaluate
from retention_coach.metrics.codes import Refusal
from retention_coach.metrics.formula import Figures, FigureValue, Formula, Kpi
from retention_coach.metrics.registry import FORMULAS
from retention_coach.metrics.result import Computed, NotComputable, Unit

every_formula = pytest.mark.parametrize("formula", FORMULAS.values(), ids=FORMULAS)

WHOLE = st.integers(0, 500)
MONEY = st.integers(0, 10**11).map(lambda cents: cents / 100)
RATE = st.floats(0, 100)
FIGURE_STRATEGIES: Mapping[str, st.SearchStrategy[FigureValue]] = {
    **dict.fromkeys(
        (
            "customers_start", "customers_end", "customers_new", "customers_lost", "active_customers", "usage_months",
            "nps_promoters", "nps_passives", "nps_detractors", "nps_population", "unanswered",
        ),
        WHOLE,
    ),
    **dict.fromkeys(
        (
            "revenue_opening", "revenue_expansion", "revenue_contraction", "revenue_lost", "revenue_per_customer",
            "acquisition_cost", "retention_cost", "usage_events", "usage_latest", "usage_same_month_last_year",
        ),
        MONEY,
    ),
    **dict.fromkeys(
        ("retention_rate", "discount_rate", "churn_monthly", "churn_annual", "retention_monthly", "retention_annual"),
        RATE,
    ),
    "margin_per_customer": st.floats(-1e6, 1e6),
    "gross_margin": st.floats(-100, 120),
    "horizon_months": st.integers(0, 120).map(lambda years: years * 12),
    "customer_ids_start": st.lists(st.text(max_size=3), unique=True, max_size=9),
    "customer_ids_end": st.lists(st.text(max_size=3), unique=True, max_size=9),
    "customer_revenues": st.lists(MONEY, max_size=20),
    "nps_scores": st.lists(st.integers(0, 10), max_size=20),
    "usage_series": st.lists(st.floats(0, 1e6), max_size=16),
    "response_hours": st.lists(st.floats(0, 1e4), max_size=20),
}  # fmt: skip


@every_formula
def test_the_worked_case_comes_out(formula: Formula) -> None:
    """The value expected by hand, under the formula's own id and unit."""
    result = formula.compute(formula.test_vector.inputs)
    assert isinstance(result, Computed)
    assert result.value == pytest.approx(formula.test_vector.expected, rel=1e-9)
    assert (result.formula, result.unit) == (formula.id, formula.unit)


@every_formula
def test_a_missing_figure_is_named(formula: Formula) -> None:
    """Leaving out each input in turn asks for exactly that one; with none, for all."""
    for figure in formula.inputs:
        known = {name: value for name, value in formula.test_vector.inputs.items() if name != figure}
        assert formula.compute(known) == NotComputable(Refusal.MISSING_INPUT, {"formula": formula.id}, (figure,))
    nothing = formula.compute({})
    assert isinstance(nothing, NotComputable)
    assert nothing.needs == formula.inputs


@every_formula
def test_it_reads_only_what_it_declares(formula: Formula) -> None:
    """Nothing undeclared is looked at, and the worked case uses declared inputs only."""
    declared = {*formula.inputs, *formula.optional_inputs}
    looked_at: set[str] = set()

    class Watched(dict[str, FigureValue]):
        def __getitem__(self, figure: str) -> FigureValue:
            looked_at.add(figure)
            return super().__getitem__(figure)

    formula.compute(Watched(formula.test_vector.inputs))
    assert looked_at <= declared
    assert set(formula.test_vector.inputs) <= declared
    assert set(formula.inputs) <= looked_at


@every_formula
@given(data=st.data())
def test_arithmetic_evaluates_to_the_value(formula: Formula, data: st.DataObject) -> None:
    """Whatever the figures: a number whose text gives it again, or a refusal that names declared figures."""
    figures: Figures = data.draw(
        st.fixed_dictionaries(
            {figure: FIGURE_STRATEGIES[figure] for figure in formula.inputs},
            optional={figure: FIGURE_STRATEGIES[figure] for figure in formula.optional_inputs},
        )
    )
    result = formula.compute(figures)
    if isinstance(result, NotComputable):
        assert result.code != Refusal.MISSING_INPUT
        return
    if formula.kpi == "response_time":
        assert result.arithmetic == ""
    else:
        assert evaluate(result.arithmetic) == pytest.approx(result.value, rel=1e-6, abs=1e-6)


@every_formula
def test_it_is_described_for_people(formula: Formula) -> None:
    """Name and formula in words, without identifiers; sources are addresses; kinds are declared ones."""
    assert formula.name[0].isupper()
    assert "_" not in formula.name + formula.formula_text
    assert formula.formula_text
    assert formula.source == "" or re.fullmatch(r"https?://\S+", formula.source)
    assert formula.kpi in get_args(Kpi)
    assert formula.unit in get_args(Unit)


@every_formula
def test_a_figure_of_the_wrong_shape_raises(formula: Formula) -> None:
    """A list for a number, a number or numbers for a list of another kind."""
    for figure in formula.inputs:
        value = formula.test_vector.inputs[figure]
        wrong: FigureValue = (1, "a") if isinstance(value, int | float) else 7  # type: ignore[assignment]
        with pytest.raises(ValueError, match=figure):
            formula.compute({**formula.test_vector.inputs, figure: wrong})


@pytest.mark.parametrize(
    ("formula_id", "figure", "value"),
    [
        ("nps_scores", "nps_scores", "910"),
        ("nps_scores", "nps_scores", ("9", "10")),
        ("retention_by_ids", "customer_ids_end", "abc"),
        ("retention_by_ids", "customer_ids_end", ("a", "a")),
        ("retention_by_ids", "customer_ids_end", (1, 2)),
    ],
)
def test_text_is_not_numbers_nor_numbers_ids(formula_id: str, figure: str, value: FigureValue) -> None:
    """Texts where numbers belong, one text for a list, numbers and repetitions where ids belong."""
    formula = FORMULAS[formula_id]
    with pytest.raises(ValueError, match=figure):
        formula.compute({**formula.test_vector.inputs, figure: value})


def test_ids_are_keys_and_every_indicator_has_a_formula() -> None:
    """The six named indicators of step 63 can be computed, and the mapping cannot be changed."""
    assert all(key == formula.id for key, formula in FORMULAS.items())
    assert {formula.kpi for formula in FORMULAS.values()} == set(get_args(Kpi))
    assert not hasattr(FORMULAS, "__setitem__")


def test_a_value_out_of_any_range_is_not_a_result() -> None:
    """An overflow raises where it happens instead of printing inf."""
    with pytest.raises(ValueError, match="real range"):
        FORMULAS["acquisition_to_retention"].compute({"acquisition_cost": 1e15, "retention_cost": 5e-324})
