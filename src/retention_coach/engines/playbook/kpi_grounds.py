"""What an indicator rests on: the company's figures, how far to trust them, and a published reference if one fits."""

from retention_coach.assessment import cite
from retention_coach.domain.base import KpiId
from retention_coach.domain.evidence import Evidence, Figure
from retention_coach.domain.figures import Origin
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.goal_words import amount
from retention_coach.engines.playbook.own_paths import own_path
from retention_coach.engines.playbook.paths import today_of
from retention_coach.knowledge.entries.benchmarks import Benchmark
from retention_coach.knowledge.entries.kpis import KpiDefinition
from retention_coach.metrics.baselines import baseline
from retention_coach.metrics.nps_interval import adjusted_wald_arithmetic
from retention_coach.metrics.result import Computed
from retention_coach.spanish import formats


def baseline_note(case: Case, kpi: KpiId, today: Figure | None) -> tuple[str, tuple[Figure, ...]]:
    """How far to trust the baseline, or how to get one; with the figures that the sentence mentions."""
    entry = next(item for item in case.knowledge.kpis if item.kpi == kpi)
    if today is None:
        missing = baseline(kpi, case.profile.figures)
        keys = () if isinstance(missing, Computed) else missing.needs
        ways = [spec.if_unknown for spec in case.knowledge.figures if spec.key in keys]
        return (ways[0] if ways else f"Se obtiene de: {entry.data_source}"), ()
    if today.basis.kind == "answer":
        slow, figures = _messages(case)
        said = f"Lo dijo la empresa y nadie lo mide: {today.label}. Confírmelo con los casos del último mes."
        return f"{said}{slow}", figures
    if kpi == "response_time":
        slow, figures = _slowest(case)
        return f"{_origin_note(case, kpi)}{slow}", figures
    if (rate := today_of(case, "churn")) is not None and kpi == "churn" and rate.label != today.label:
        lost = f"{case.year_of_data} la deserción fue de {amount(rate)}"
        return f"Es lo que se perdería en los seis meses al ritmo de hoy; {lost}. {_origin_note(case, kpi)}", (rate,)
    result = baseline(kpi, case.profile.figures)
    if isinstance(result, Computed) and result.low is not None and result.high is not None:
        low, high = round(result.low, 1), round(result.high, 1)
        figures = _interval(case, low, high)
        interval = f"entre {formats.number(low)} y {formats.number(high)}"
        return f"Con estas respuestas, el valor de toda la cartera está {interval}.", figures
    return _origin_note(case, kpi), ()


def definition(case: Case, entry: KpiDefinition, today: Figure | None) -> str:
    """What the indicator measures in this company: what it wants faster, or what its own figure is about."""
    if entry.kpi != "response_time" or today is None:
        return entry.definition
    way = own_path(case, "response_time")
    if today.basis.kind == "answer" and way is not None and way.own is not None and way.own.flow is not None:
        unit = "días" if today.unit == "days" else "horas"
        flow = way.own.flow.name
        return f"Tiempo que toma {flow}, en {unit}, en el caso del medio: es lo que la empresa pide mejorar."
    measure = case.profile.figures.response_hours_median
    note = case.quote(measure.note) if measure is not None and measure.note else ""
    return f"{entry.definition} La cifra de la empresa es de {note}." if note else entry.definition


def _slowest(case: Case) -> tuple[str, tuple[Figure, ...]]:
    """How long the slowest tenth waits, where it is known."""
    figures = case.profile.figures
    if figures.value("response_hours_p90") is None:
        return "", ()
    slow = cite.company_figure(figures, "response_hours_p90", "horas que espera el más lento de cada diez")
    return f" El más lento de cada diez casos espera {formats.plural(slow.value, 'hora', 'horas')} o más.", (slow,)


def _messages(case: Case) -> tuple[str, tuple[Figure, ...]]:
    """How long an ordinary message waits, beside the flow that the company wants faster."""
    median = today_of(case, "response_time")
    if median is None:
        return "", ()
    slow, figures = _slowest(case)
    hours = formats.plural(median.value, "hora", "horas")
    return f" Los mensajes corrientes se contestan en {hours} de mediana.{slow}", (median, *figures)


def target_figures(case: Case, kpi: KpiId) -> tuple[Figure, ...]:
    """The figures that explain a target of the company's own."""
    way = own_path(case, kpi)
    return () if way is None else way.figures


def _origin_note(case: Case, kpi: KpiId) -> str:
    figures = case.profile.figures
    measures = [item for figure_id in _FIGURES[kpi] if (item := getattr(figures, figure_id))]
    weakest = min(measures, key=lambda item: _TRUST.index(item.origin))
    latest = max((item.cutoff for item in measures if item.cutoff), default=None)
    cutoff = f", con corte al {formats.short_date(latest)}" if latest else ""
    return f"{_ORIGINS[weakest.origin]}{cutoff}; confírmela con la lista de clientes antes de la primera medición."


_TRUST: tuple[Origin, ...] = ("assumption", "estimate", "system")
_ORIGINS: dict[Origin, str] = {
    "assumption": "Descansa en un supuesto de la empresa",
    "estimate": "Es una estimación de la empresa",
    "system": "Sale de un sistema de la empresa",
}


def _interval(case: Case, low: float, high: float) -> tuple[Figure, ...]:
    """The ends of the NPS's confidence interval as cited figures."""
    promoters, passives, detractors = (int(case.profile.figures.value(name) or 0) for name in _FIGURES["nps"])
    ways = adjusted_wald_arithmetic(promoters, detractors, promoters + passives + detractors)
    labels = ("límite inferior del intervalo de NPS, al 95 %", "límite superior del intervalo de NPS, al 95 %")
    return tuple(
        cite.computed(label, value, "points", way, "nps_counts")
        for label, value, way in zip(labels, (low, high), ways, strict=True)
    )


def reference(case: Case, kpi: KpiId) -> tuple[Benchmark | None, tuple[Figure, ...]]:
    """A published reference that resembles this company, or none: a foreign one of another business helps nobody."""
    keys = set(case.setting.sector_keys())
    for item in case.knowledge.benchmarks:
        if item.kpi == kpi and keys & set(item.sectors):
            text = _benchmark_text(item)
            return item, cite.figures_in(text, item.id, item.name)
    return None, ()


def benchmark_note(case: Case, kpi: KpiId, found: Benchmark | None) -> str:
    """What the reference says with its limits, or that none is published."""
    if found is not None:
        return _benchmark_text(found)
    known = next((item for item in case.knowledge.no_benchmarks if item.kpi == kpi), None)
    statement = "Sin referencia publicada verificable; use su línea base."
    return f"{statement} {known.instead}" if known else statement


def _benchmark_text(item: Benchmark) -> str:
    low, high = _shown(item, item.low), _shown(item, item.high)
    value = low if item.low == item.high else f"{low} a {high}"
    return f"{item.name}: {value}. {item.geography}. No describe al Ecuador: {item.limits[0]}"


def _shown(item: Benchmark, value: float) -> str:
    return formats.percent(value) if item.unit == "percent" else formats.number(value)


def evidence(case: Case, kpi: KpiId, entry: KpiDefinition) -> tuple[Evidence, ...]:
    """The company's figures behind the indicator, and its definition."""
    figures = case.profile.figures
    used = [*_FIGURES[kpi]] if isinstance(baseline(kpi, figures), Computed) else []
    known = [figure_id for figure_id in used if figures.value(figure_id) is not None]
    return (*(cite.figure(figure_id) for figure_id in known), cite.knowledge(entry.id))


_FIGURES: dict[KpiId, tuple[str, ...]] = {
    "retention": ("customers_start", "customers_lost"),
    "churn": ("customers_start", "customers_lost"),
    "nps": ("nps_promoters", "nps_passives", "nps_detractors"),
    "clv": ("revenue_opening", "customers_start", "gross_margin", "customers_lost", "discount_rate"),
    "usage": ("usage_events", "active_customers"),
    "response_time": ("response_hours_median",),
}
"""The company's figures behind each indicator, the telling one among the first."""
