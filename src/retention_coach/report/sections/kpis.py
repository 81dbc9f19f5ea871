"""The sheet of the six indicators: the company's own target first, what others publish as a footnote."""

from collections.abc import Callable
from dataclasses import dataclass

from retention_coach.domain.base import KpiId, Unit
from retention_coach.domain.kpi_set import Kpi, KpiSet, OptimalRatio, Scenario
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.benchmarks import Benchmark
from retention_coach.metrics.registry import FORMULAS
from retention_coach.report.case import Case
from retention_coach.report.evidence_wording import all_words, shown_figure, shown_start
from retention_coach.report.figure_wording import ShownFigure, amount, interval, kpi_amount
from retention_coach.report.labels import DIRECTION, FREQUENCY, KPI, SCENARIO
from retention_coach.spanish.formats import number, percent, plural
from retention_coach.spanish.words import fold

UNPUBLISHED = "Sin referencia publicada"

_NOT_SAID = "no consta"
_BENCHMARK_PERIODS = {"month": " al mes", "year": " al año", "not_applicable": ""}


@dataclass(frozen=True, slots=True)
class ScenarioLine:
    """What to do when the indicator falls in a range, low limit included and high limit excluded."""

    label: str
    range: str
    action: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class KpiSheet:
    """One indicator, its own target first.

    `unit` is that of its target, its baseline or its definition, the first that is known; `footnote` says what others
    publish, or that nobody does.
    """

    kpi: KpiId
    name: str
    own_target: str
    target: ShownFigure | None
    baseline: ShownFigure | None
    baseline_note: str
    definition: str
    formula: str
    formula_name: str
    frequency: str
    direction: str
    unit: Unit | None
    scenarios: tuple[ScenarioLine, ...]
    footnote: str
    owner: str
    data_source: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KpiSection:
    """The indicators, in the order of the step's output."""

    title: str
    sheets: tuple[KpiSheet, ...]
    stale: str


def kpis_of(case: Case) -> KpiSection | None:
    """The indicators; None before step 63."""
    if case.kpis is None:
        return None
    count = len(case.kpis.kpis)
    return KpiSection(
        title=f"Cómo sabremos que funciona: {plural(count, 'indicador', 'indicadores')}",
        sheets=tuple(_sheet(item, case) for item in case.kpis.kpis),
        stale=case.stale_mark(KpiSet),
    )


def kpi_unit(kpi: Kpi, knowledge: Knowledge) -> Unit | None:
    """The unit in which the indicator's ranges are given."""
    for known in (kpi.target, kpi.baseline):
        if known is not None:
            return known.unit
    return next((entry.unit for entry in knowledge.kpis if entry.kpi == kpi.kpi), None)


def _sheet(item: Kpi, case: Case) -> KpiSheet:
    unit = kpi_unit(item, case.knowledge)
    formula = FORMULAS.get(item.formula_id)
    return KpiSheet(
        kpi=item.kpi,
        name=KPI[item.kpi],
        own_target=item.optimal_ratio.own_target,
        target=shown_figure(item.target, case, item.kpi) if item.target else None,
        baseline=shown_start(item.baseline, case, item.kpi) if item.baseline else None,
        baseline_note=item.baseline_note,
        definition=item.definition,
        formula=item.formula_text,
        formula_name=formula.name if formula else "",
        frequency=FREQUENCY[item.frequency],
        direction=DIRECTION[item.direction],
        unit=unit,
        scenarios=tuple(_scenario(scenario, item, _writer(item.kpi, unit, case)) for scenario in item.scenarios),
        footnote=_footnote(item.optimal_ratio, case.knowledge),
        owner=item.owner,
        data_source=item.data_source,
        evidence=all_words(item.evidence, case),
    )


def _writer(kpi: KpiId, unit: Unit | None, case: Case) -> Callable[[float], str]:
    """How limits of ranges are written; customers without «de 18», which each limit would repeat."""
    match unit:
        case None:
            return number
        case "customers":
            return lambda value: amount(value, "customers")
        case _:
            return lambda value: kpi_amount(value, unit, kpi, case.profile)


def _scenario(item: Scenario, kpi: Kpi, write: Callable[[float], str]) -> ScenarioLine:
    label = SCENARIO[item.label]
    if item.label == "on_target" and kpi.target is None:  # no target that a reader could take it for
        label = "Mejor que hoy" if kpi.baseline is not None else "Favorable"
    return ScenarioLine(label, interval(item.low, item.high, write), item.action, item.low, item.high)


def _footnote(ratio: OptimalRatio, knowledge: Knowledge) -> str:
    """The published reference, as the knowledge base holds it, or plainly that there is none."""
    entry = knowledge.entry(ratio.benchmark_id) if ratio.benchmark_id and knowledge.has(ratio.benchmark_id) else None
    if isinstance(entry, Benchmark):
        return _benchmark(entry)
    said = fold(UNPUBLISHED) in fold(ratio.benchmark_note)
    return ratio.benchmark_note if said else f"{UNPUBLISHED}. {ratio.benchmark_note}"


def _benchmark(entry: Benchmark) -> str:
    """The reference with everything a reader needs in order to distrust it."""
    low, high = (_benchmark_value(value, entry.unit) for value in (entry.low, entry.high))
    value = low if low == high else f"de {low} a {high}"
    reading = "leída en su fuente" if entry.reading == "own" else "citada por un tercero"
    value = f"{value}{_BENCHMARK_PERIODS[entry.period]}"
    return (
        f"Referencia extranjera, {reading}: {value} ({entry.name}; año: {entry.year or _NOT_SAID}; "
        f"ámbito: {entry.geography}; población: {entry.population}; muestra: {entry.n}). "
        f"Límites: {' '.join(entry.limits)}"
    )


def _benchmark_value(value: float, unit: str) -> str:
    match unit:
        case "percent":
            return percent(value)
        case "points":
            return plural(value, "punto", "puntos")
        case "hours":
            return plural(value, "hora", "horas")
        case _:
            return plural(value, "minuto", "minutos")
