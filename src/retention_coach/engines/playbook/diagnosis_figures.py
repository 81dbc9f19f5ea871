"""What the company's figures and named accounts show by themselves."""

from collections.abc import Iterator

from retention_coach.assessment import cite
from retention_coach.domain.base import Topic
from retention_coach.domain.evidence import Evidence, Figure
from retention_coach.domain.profile import Account
from retention_coach.domain.strategy import ObservationDraft
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.observing import observation
from retention_coach.metrics.arithmetic import literal
from retention_coach.metrics.baselines import FORMULA_OF, baseline
from retention_coach.metrics.registry import FORMULAS
from retention_coach.metrics.result import Computed
from retention_coach.spanish import formats

_COST_RATIO = "acquisition_to_retention"
_MOST_RENEWALS = 6
_FEW = 5
_WIDE_INTERVAL = 30
_GOOD_NPS = 30
_HEAVY, _NOTABLE = 40, 20
"""Percent of the revenue in five customers from which losing one forces to cut back, and from which it is felt."""


def losses(case: Case) -> Iterator[ObservationDraft]:
    """How many customers were lost, of how many."""
    figures = case.profile.figures
    start, lost = figures.value("customers_start"), figures.value("customers_lost")
    if not start or lost is None:
        return
    shown = [
        cite.company_figure(figures, "customers_lost", "clientes perdidos"),
        cite.company_figure(figures, "customers_start", "clientes al inicio"),
    ]
    of_all = formats.plural(start, "cliente", "clientes")
    text = f"La empresa perdió {formats.number(lost)} de {of_all} {case.year_of_data}"
    churn = baseline("churn", figures)
    if not case.is_small and isinstance(churn, Computed):
        rate = round(churn.value, 1)
        shown.append(cite.computed("tasa de deserción", rate, "percent", churn.arithmetic, FORMULA_OF["churn"]))
        text += f": una deserción de {formats.percent(rate)}"
    measure = figures.customers_lost
    cutoff = f", con corte al {formats.short_date(measure.cutoff)}" if measure and measure.cutoff else ""
    yield observation("situation", f"{text}{cutoff}.", 3, (cite.figure("customers_lost"),), shown)


def satisfaction(case: Case) -> Iterator[ObservationDraft]:
    """The NPS, and how many of those who answered are detractors."""
    figures = case.profile.figures
    nps = baseline("nps", figures)
    if not isinstance(nps, Computed) or nps.low is None or nps.high is None:
        return
    value = round(nps.value, 1)
    counts = [figures.value(name) or 0 for name in ("nps_promoters", "nps_passives", "nps_detractors")]
    total = cite.total("respuestas", "answers", counts)
    is_wide = nps.high - nps.low >= _WIDE_INTERVAL
    caution = "; con tan pocas, conviene leerlo como una señal y no como una nota" if is_wide else ""
    yield observation(
        "opportunities" if value >= _GOOD_NPS else "risks",
        f"El NPS medido es de {formats.plural(value, 'punto', 'puntos')}: {formats.number(counts[2])} de "
        f"{formats.plural(total.value, 'respuesta', 'respuestas')} son de detractores{caution}.",
        2 if is_wide else 3,
        (cite.figure("nps_promoters"), cite.figure("nps_detractors")),
        [
            cite.computed("NPS", value, "points", nps.arithmetic, FORMULA_OF["nps"]),
            cite.computed("respuestas detractoras", counts[2], "answers", literal(counts[2])),
            total,
        ],
    )


def costs(case: Case) -> Iterator[ObservationDraft]:
    """What it costs to win a customer against keeping one, from the company's own figures and no slogan."""
    figures = case.profile.figures
    ratio = FORMULAS[_COST_RATIO].compute(dict(figures.known()))
    if not isinstance(ratio, Computed):
        return
    shown = [
        cite.company_figure(figures, "acquisition_cost", "costo de captar un cliente"),
        cite.company_figure(figures, "retention_cost", "costo anual de conservar un cliente"),
    ]
    won, kept = (formats.money(figure.value) for figure in shown)
    text = f"Captar un cliente cuesta {won} y conservarlo un año, {kept}"
    times = round(ratio.value, 1)
    if times > 1:
        shown.append(cite.computed("veces", times, "count", ratio.arithmetic, _COST_RATIO))
        text += f": retener cuesta {formats.number(times)} veces menos que captar"
    else:
        text += ": retener no sale más barato, y conviene revisar en qué se va ese dinero"
    evidence = (cite.figure("acquisition_cost"), cite.figure("retention_cost"))
    yield observation("resources", f"{text}.", 2, evidence, shown)


def renewals(case: Case) -> Iterator[ObservationDraft]:
    """The agreements that end within the plan, by date."""
    due = [(item.renewal.isoformat(), item) for item in case.told_health if item.renewal]
    named = [item for _, item in sorted(due, key=lambda pair: pair[0])][:_MOST_RENEWALS]
    if not named:
        return
    dates = formats.join_words(
        [
            f"{case.quote(item.subject.name) or 'una cuenta'} el {formats.long_date(item.renewal)}"
            for item in named
            if item.renewal
        ]
    )
    verb = "se decide la renovación de" if len(named) == 1 else "se deciden estas renovaciones:"
    evidence = tuple(item.subject.evidence for item in named)
    yield observation("risks", f"Dentro de los seis meses {verb} {dates}.", 3, evidence, [])


def concentration(case: Case) -> Iterator[ObservationDraft]:
    """How much of the revenue the five largest accounts make."""
    total = case.profile.figures.value("revenue_opening")
    known = [item for item in case.profile.accounts if item.annual_revenue_usd]
    top = sorted(known, key=_revenue, reverse=True)[:_FEW]
    if not total or len(top) < _FEW or sum(map(_revenue, known)) > total:
        return
    arithmetic = f"({' + '.join(literal(_revenue(item)) for item in top)}) / {literal(total)} * 100"
    share = round(sum(map(_revenue, top)) / total * 100, 1)
    meaning = "perder una sola se sentiría de inmediato"
    if share < _HEAVY:
        meaning = "perder una se nota" if share >= _NOTABLE else "ninguna por sí sola compromete el ingreso"
    evidence: tuple[Evidence, ...] = (cite.figure("revenue_opening"), *(cite.account(item.id) for item in top))
    shown: list[Figure] = [cite.computed("parte de las cinco mayores", share, "percent", arithmetic)]
    topic: Topic = "risks" if share >= _NOTABLE else "situation"
    text = f"Las cinco cuentas mayores hacen {formats.percent(share)} de la facturación: {meaning}."
    yield observation(topic, text, 3, evidence, shown)


def _revenue(account: Account) -> float:
    return account.annual_revenue_usd or 0.0
