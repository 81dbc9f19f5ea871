"""The account of the plan: what it costs, what it protects, when it pays back, and how each number was computed."""

from collections.abc import Iterator
from dataclasses import dataclass

from retention_coach.assessment.exposure import exposure_of
from retention_coach.assessment.money import MoneyCase, money_of
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.evidence import Figure
from retention_coach.domain.figures import Origin
from retention_coach.domain.profile import Profile
from retention_coach.domain.strategy import Alternative
from retention_coach.metrics.codes import Caution
from retention_coach.metrics.registry import FORMULAS
from retention_coach.metrics.result import Computed
from retention_coach.report.case import Case
from retention_coach.report.evidence_wording import arithmetic, figure_name, lower_first
from retention_coach.report.sections.workload import Workload
from retention_coach.spanish.formats import join_words, money, number, percent, plural
from retention_coach.spanish.sentences import ended

_TRUST: tuple[Origin, ...] = ("assumption", "estimate", "system")
_ORIGINS: dict[Origin, str] = {
    "assumption": "Descansa en al menos un supuesto de la empresa: confirme las cifras antes de repetirla.",
    "estimate": "Descansa en estimaciones de la empresa: tómela como orden de magnitud.",
    "system": "Descansa en cifras que salen de sistemas de la empresa.",
}
_RATIO = "acquisition_to_retention"


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """One line of the account: what it is, its value in words, and how it was computed."""

    concept: str
    value: str
    how: str


@dataclass(frozen=True, slots=True)
class MoneySection:
    """The account; `line` says it in one sentence, `notes` how far to trust it."""

    title: str
    line: str
    rows: tuple[MoneyRow, ...]
    notes: tuple[str, ...]
    stale: str


def money_section_of(case: Case, workload: Workload | None) -> MoneySection | None:
    """The account of the chosen plan with all its steps; None before the plan."""
    account = account_of_plan(case, workload)
    if account is None or case.profile is None:
        return None
    line = f"{said(account)}{_at_stake(case.profile)}"
    return MoneySection(
        title=f"La cuenta: {_lower(said(account)).rstrip('.')}",
        line=line,
        rows=(*_cost(account), *_losses(account), *_protection(account), *_exposure(case.profile), *_ratio(case)),
        notes=_notes(account, case),
        stale=case.stale_mark(ActionPlan),
    )


def account_of_plan(case: Case, workload: Workload | None) -> MoneyCase | None:
    """The account of the chosen plan with all its steps; None before the plan."""
    if workload is None or case.profile is None or case.chosen is None:
        return None
    return money_of(
        case.profile.figures,
        case.chosen.objectives,
        hours=[sum(getattr(month, part) for month in workload.months) for part in _PARTS],
        costs=[month.cost_usd for month in workload.months if month.cost_usd],
    )


_PARTS = ("plan_hours", "sector_hours", "advocacy_hours")


def account_of(alternative: Alternative, profile: Profile) -> MoneyCase:
    """The account of an alternative, as estimated in step 61."""
    return money_of(
        profile.figures,
        alternative.objectives,
        hours=[alternative.effort_hours],
        costs=[alternative.cost_usd] if alternative.cost_usd else [],
    )


def said(account: MoneyCase) -> str:
    """The account in one sentence."""
    hours = plural(account.hours.value, "hora", "horas")
    cost = f"Pide {hours} y {money(account.cost.value)}" if account.cost.value else f"Pide {hours} y ningún dinero"
    if account.protected_margin is not None:
        protects = f"protege {money(account.protected_margin.value)} de margen al año"
        return f"{cost}; si se cumple la meta, {protects}{_when(account)}."
    if account.protected_revenue is not None:
        return f"{cost}; si se cumple la meta, protege {money(account.protected_revenue.value)} de facturación al año."
    return f"{cost}; lo que protege todavía no se puede calcular."


def _when(account: MoneyCase) -> str:
    if account.payback_months is None:
        return ""
    months = account.payback_months.value
    span = "en menos de un mes" if months < 1 else f"en {plural(months, 'mes', 'meses')}"
    return f", que cubre ese dinero {span}, sin contar las horas"


def _cost(account: MoneyCase) -> Iterator[MoneyRow]:
    yield _row("Lo que cuesta", money(account.cost.value), account.cost)
    yield _row("Lo que pide en trabajo", plural(account.hours.value, "hora", "horas"), account.hours)


def _losses(account: MoneyCase) -> Iterator[MoneyRow]:
    if account.leaving is None:
        return
    many = plural(account.leaving.value, "cliente", "clientes")
    yield _row("Si no se hace nada, en seis meses se irían", many, account.leaving)
    if account.leaving_revenue is not None:
        yield _row(
            "Lo que esos clientes facturan al año", money(account.leaving_revenue.value), account.leaving_revenue
        )


def _protection(account: MoneyCase) -> Iterator[MoneyRow]:
    if account.kept is not None:
        yield _row("Clientes que se quedan si se cumple la meta", _customers(account.kept), account.kept)
    for concept, figure in (
        ("Facturación anual que eso conserva", account.protected_revenue),
        ("Margen bruto anual que eso conserva", account.protected_margin),
    ):
        if figure is not None:
            yield _row(concept, money(figure.value), figure)
    if account.payback_months is not None:
        yield _row(
            "Meses de ese margen que cubren el dinero", number(account.payback_months.value), account.payback_months
        )
    if account.customers_to_pay is not None:
        yield _row(
            "Clientes que cubren el dinero si se quedan un año",
            _customers(account.customers_to_pay),
            account.customers_to_pay,
        )
    if account.hour_worth is not None:
        value = f"hasta {money(account.hour_worth.value)}"
        yield _row("Costo de la hora del equipo con que se paga en un año", value, account.hour_worth)


def _exposure(profile: Profile) -> Iterator[MoneyRow]:
    found = exposure_of(profile)
    if found is None or found.revenue is None:
        return
    names = join_words([account.customer for account in found.accounts])
    share = f" ({percent(found.share.value)} de la facturación)" if found.share else ""
    how = f"{ended(f'{arithmetic(found.revenue.basis.detail)}, de {names}')} Es lo expuesto, no una ganancia."
    yield MoneyRow("En juego en cuentas con fecha o en riesgo alto", f"{money(found.revenue.value)}{share}", how)
    if found.margin is not None:
        yield _row("Margen bruto anual de esas cuentas", money(found.margin.value), found.margin)


def _at_stake(profile: Profile) -> str:
    found = exposure_of(profile)
    if found is None or found.revenue is None:
        return ""
    margin = f", {money(found.margin.value)} de margen" if found.margin else ""
    return f" En cuentas con fecha o en riesgo alto están en juego {money(found.revenue.value)} al año{margin}."


def _lower(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


def _ratio(case: Case) -> Iterator[MoneyRow]:
    """What winning a customer costs beside keeping one, only where the company's own figures say it."""
    figures = case.profile.figures if case.profile else None
    result = FORMULAS[_RATIO].compute(dict(figures.known())) if figures else None
    if not isinstance(result, Computed) or Caution.RETENTION_NOT_CHEAPER in result.warnings:
        return
    times = f"{number(round(result.value, 1))} veces"
    yield MoneyRow("Captar un cliente cuesta, frente a conservarlo", times, arithmetic(result.arithmetic))


def _notes(account: MoneyCase, case: Case) -> tuple[str, ...]:
    notes = []
    if account.missing:
        names = join_words([lower_first(figure_name(name, case.knowledge)) for name in account.missing])
        notes.append(f"Para completar la cuenta falta saber: {names}.")
    if account.protected_revenue is not None:
        notes.append("Se supone que quien se queda factura como los que se fueron, o como el cliente promedio.")
        notes.append("Lo que se venda de más a los mismos clientes no está contado: sería una ganancia adicional.")
        notes.append(_ORIGINS[_weakest(account, case)])
    elif not account.missing:
        notes.append("La meta elegida sostiene la cartera o la mide; por eso no se le atribuye un ingreso.")
    return tuple(notes)


def _weakest(account: MoneyCase, case: Case) -> Origin:
    figures = case.profile.figures if case.profile else None
    origins = [getattr(figures, item.ref).origin for item in account.evidence]
    return min(origins, key=_TRUST.index)


def _row(concept: str, value: str, figure: Figure) -> MoneyRow:
    return MoneyRow(concept, value, arithmetic(figure.basis.detail))


def _customers(figure: Figure) -> str:
    return plural(figure.value, "cliente", "clientes")
