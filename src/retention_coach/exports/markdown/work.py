"""What is to be done, month by month, what it takes, and the calendar."""

from datetime import date

from retention_coach.exports.markdown.text import Blocks, bullets, heading, labelled, listed, sentence, table
from retention_coach.report import Report
from retention_coach.report.sections.calendar import CalendarMonth, CalendarSection
from retention_coach.report.sections.money import MoneySection
from retention_coach.report.sections.plan import MonthSheet, Obstacle, PlanSection
from retention_coach.report.sections.workload import Workload
from retention_coach.spanish.formats import join_words, money, number, short_date


def work(report: Report) -> Blocks:
    """The six-month plan, its hours, its account, and the dates that condition it."""
    if report.plan is not None:
        yield from _plan(report.plan)
    if report.workload is not None:
        yield from _workload(report.workload)
    if report.money is not None:
        yield from _money(report.money)
    if report.calendar is not None:
        yield from _calendar(report.calendar)


def obstacle(found: Obstacle | None) -> Blocks:
    """Why a plan cannot be done, if so."""
    if found is not None:
        yield from labelled("No puede hacerse con los recursos que hay", found.reason)
        yield from labelled("Qué haría falta", found.needed)


def _plan(plan: PlanSection) -> Blocks:
    yield heading(2, plan.title, plan.stale)
    yield from obstacle(plan.obstacle)
    if plan.months:
        yield sentence(f"El plan desarrolla la alternativa {plan.alternative}.")
    if plan.calendar_note.strip():
        yield sentence(plan.calendar_note)
    for month in plan.months:
        yield from _month(month)


def _month(month: MonthSheet) -> Blocks:
    yield heading(3, f"Mes {month.number}, {month.name}: {month.goal.statement}")
    start = f"{month.start}; " if month.start else ""
    yield from labelled("Meta", f"{month.goal.kpi}: {start}meta {month.goal.target.text}, {_by(month)}")
    yield from labelled("Indicador principal", f"{month.indicator}. {month.reading}")
    yield from labelled("Estacionalidad", month.seasonality_note)
    yield from listed("Lo que pesa en el mes", (f"{fact.name}: {fact.statement}" for fact in month.seasonality))
    yield from table(
        ("N.º", "Actividad", "Responsable", "Recursos", "Horas", "Costo", "Fecha límite", "Indicador y medida"),
        (
            (
                row.id,
                row.activity,
                row.owner,
                "; ".join(row.resources),
                number(row.hours),
                money(row.cost_usd),
                short_date(row.deadline),
                f"{row.kpi}: {row.metric}",
            )
            for row in month.actions
        ),
        right=(4, 5),
    )
    yield from listed(
        "Por qué estas acciones", (f"{row.id} ({row.method}): {'; '.join(row.evidence)}" for row in month.actions)
    )


def _by(month: MonthSheet) -> str:
    return f"hasta el {short_date(month.goal.due)} ({month.goal.target.basis})"


def _workload(workload: Workload) -> Blocks:
    yield heading(2, workload.title, workload.stale)
    yield from table(
        ("Mes", "Plan", "Sector (nuevas)", "Experiencias", "Horas del mes", "Horas del equipo", "Costo"),
        (
            *(
                (
                    month.name,
                    number(month.plan_hours),
                    number(month.sector_hours),
                    number(month.advocacy_hours),
                    f"{number(month.hours)}{' (excede)' if month.exceeds else ''}",
                    "no se sabe" if month.capacity is None else number(month.capacity),
                    money(month.cost_usd),
                )
                for month in workload.months
            ),
            _total(workload),
        ),
        right=(1, 2, 3, 4, 5, 6),
    )
    if workload.budget_usd is None:
        yield "No se conoce el presupuesto de la empresa."
    else:
        left = workload.budget_usd - workload.cost_usd
        rest = f"quedan {money(left)}" if left >= 0 else f"faltan {money(-left)}"
        yield from labelled("Presupuesto", f"{money(workload.budget_usd)} para los seis meses: {rest}")
    yield from workload.remaining


def _total(workload: Workload) -> tuple[str, ...]:
    months, available = workload.months, workload.total_capacity
    return (
        "Total",
        number(sum(month.plan_hours for month in months)),
        number(sum(month.sector_hours for month in months)),
        number(sum(month.advocacy_hours for month in months)),
        number(workload.hours),
        "no se sabe" if available is None else number(available),
        money(workload.cost_usd),
    )


def _money(account: MoneySection) -> Blocks:
    yield heading(2, account.title, account.stale)
    yield from table(
        ("Concepto", "Valor", "Cómo se calcula"),
        ((row.concept, row.value, row.how) for row in account.rows),
        right=(1,),
    )
    yield from bullets(account.notes)


def _calendar(calendar: CalendarSection) -> Blocks:
    yield heading(2, calendar.title)
    yield from table(
        ("Mes", "Días laborables", "Feriados", "Temporadas", "No visitar ni pedir decisiones"),
        (
            (
                month.name,
                str(month.working_days) if month.known else f"{month.working_days} (sin contar feriados)",
                _rest_days(month),
                "; ".join(season.name for season in month.seasons) or "ninguna",
                "; ".join(f"{quiet.name}, {_days(quiet.first, quiet.last)}" for quiet in month.quiet) or "—",
            )
            for month in calendar.months
        ),
        right=(1,),
    )
    effects = {season.name: season.effect for month in calendar.months for season in month.seasons}
    yield from listed("Qué implica cada temporada", (f"{name}: {effect}" for name, effect in effects.items()))
    unknown = [month.name for month in calendar.months if not month.known]
    if unknown:
        yield sentence(f"Todavía no se conocen los feriados de {join_words(unknown)}")


def _rest_days(month: CalendarMonth) -> str:
    if not month.known:
        return "por conocer"
    named = (
        f"{short_date(rest.day)} {rest.name}{f' ({rest.place})' if rest.place else ''}"
        f"{', por confirmar' if rest.doubtful else ''}"
        for rest in month.rest_days
    )
    return "; ".join(named) or "ninguno"


def _days(first: date, last: date) -> str:
    return short_date(first) if first == last else f"del {short_date(first)} al {short_date(last)}"
