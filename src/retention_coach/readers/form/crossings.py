"""What two fields say together and cannot both be true."""

from collections.abc import Iterator

from retention_coach.domain.figures import Measure
from retention_coach.readers.form.contacts import with_account
from retention_coach.readers.form.customer_counts import more_than_customers
from retention_coach.readers.form.field import FieldProblem, Values
from retention_coach.readers.form.measures import FigureReading
from retention_coach.spanish.formats import month_name, number, short_date


def contradictions(values: Values) -> Iterator[FieldProblem]:
    """Every contradiction, each at the field that was asked later."""
    yield from _lost_customers(values)
    yield from _slowest_answers(values)
    yield from _lost_revenue(values)
    yield from _past_renewals(values)
    yield from more_than_customers(values, opening_customers(values))
    yield from _unknown_accounts(values)


def opening_customers(values: Values) -> Measure | None:
    """The customers at the start: as given or, where only «8 de 120» was said, the 120."""
    given = values.get("figures.customers_start")
    if isinstance(given, FigureReading):
        return given.measure
    lost = values.get("figures.customers_lost")
    if isinstance(lost, FigureReading) and lost.whole is not None:
        total = {"value": lost.whole, "period": "year", "note": "el total que se dijo con los perdidos"}
        return lost.measure.model_copy(update=total)
    return None


def _lost_customers(values: Values) -> Iterator[FieldProblem]:
    lost, start = values.get("figures.customers_lost"), values.get("figures.customers_start")
    if not isinstance(lost, FigureReading) or not isinstance(start, FigureReading):
        return
    at_start = start.measure.value or 0
    if lost.whole is not None and lost.whole != at_start:
        yield FieldProblem(
            "figures.customers_lost",
            f"dice «de {number(lost.whole)}», pero los clientes al inicio son {number(at_start)}",
        )
    elif (lost.measure.value or 0) > at_start:
        yield FieldProblem(
            "figures.customers_lost",
            f"los perdidos ({number(lost.measure.value or 0)}) no pueden ser más que los clientes al inicio "
            f"({number(at_start)})",
        )


def _slowest_answers(values: Values) -> Iterator[FieldProblem]:
    median, slow = values.get("figures.response_hours_median"), values.get("figures.response_hours_p90")
    if isinstance(median, FigureReading) and isinstance(slow, FigureReading):
        usual, slowest = median.measure.value or 0, slow.measure.value or 0
        if slowest < usual:
            yield FieldProblem(
                "figures.response_hours_p90",
                f"los casos lentos ({number(slowest)} h) no pueden tardar menos que los normales ({number(usual)} h)",
            )


def _lost_revenue(values: Values) -> Iterator[FieldProblem]:
    opening = values.get("figures.revenue_opening")
    if not isinstance(opening, FigureReading):
        return
    total = 0.0
    for field in ("figures.revenue_lost", "figures.revenue_contraction"):
        part = values.get(field)
        if not isinstance(part, FigureReading) or part.measure.period != opening.measure.period:
            continue
        total += part.measure.value or 0
        if total > (opening.measure.value or 0):
            yield FieldProblem(
                field,
                f"lo perdido (USD {number(total)}) no puede ser más que los ingresos de los clientes al inicio "
                f"(USD {number(opening.measure.value or 0)})",
            )
            return


def _past_renewals(values: Values) -> Iterator[FieldProblem]:
    """A plan of six months has nothing to prepare for a renewal that came before it."""
    start = values.get("start_month")
    for account in values.get("accounts", ()) if start else ():
        if account.renewal_date is not None and f"{account.renewal_date:%Y-%m}" < str(start):
            yield FieldProblem(
                "accounts",
                f"la renovación de «{account.customer}» ({short_date(account.renewal_date)}) ya pasó cuando empieza el "
                f"plan, en {month_name(str(start))}; escriba la próxima",
            )


def _unknown_accounts(values: Values) -> Iterator[FieldProblem]:
    accounts = values.get("accounts", ())
    for line in values.get("contacts", ()):
        if with_account(line, accounts) is None:
            known = ", ".join(account.customer for account in accounts) or "ninguna"
            yield FieldProblem(
                "contacts", f"«{line.account}» no está entre las cuentas que importan ({known}); bórrela o corríjala"
            )
