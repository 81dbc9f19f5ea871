"""Contradictions between the numbers that answers give and those of the profile and the figures.

An answer often gives several numbers; it only contradicts a figure where none of them could be the figure.
"""

from collections.abc import Iterator

from retention_coach.assessment import cite
from retention_coach.assessment.claims import Claim, Told
from retention_coach.assessment.clash import Clash, differ
from retention_coach.assessment.statements import Statement
from retention_coach.domain.capacity import HORIZON_MONTHS
from retention_coach.knowledge.entries.contradictions import Contradiction
from retention_coach.metrics.arithmetic import literal
from retention_coach.spanish.words import word_set
from retention_coach.understanding.found import QuantityFound, Unit

_WORKDAY = 8
_HOURS: dict[Unit | None, float] = {"hours": 1, "days": _WORKDAY, "weeks": 5 * _WORKDAY, "months": 21 * _WORKDAY}
_DAYS: dict[Unit | None, float] = {"days": 1, "weeks": 7, "months": 30}
_IN_ALL = word_set("ano anos meses total periodo")
_LARGEST = ("grand", "mayor", "principal")
_FEWEST_ACCOUNTS = 5
_LEAST_BUDGET = 50


def lost_said(told: Told, _entry: Contradiction) -> Iterator[Clash]:
    """«El año pasado se nos fueron cinco», against the customers lost in a year."""
    measure, lost = told.profile.figures.customers_lost, told.value("customers_lost")
    if lost is None or measure is None or measure.period != "year":
        return
    statement = next((item for item in told.answered("Q1") if _tells_all_losses(item)), None)
    if statement is None:
        return
    said = _counted(statement)
    every = [item for each in told.answered("Q1") for item in _counted(each)]
    possible = [*(item.value for item in said), sum(item.value for item in every)]
    if said and all(differ(value, lost, share=0.15, least=1) for value in possible):
        yield from _clash(told.saying(statement), told.figure("customers_lost"))


def new_said(told: Told, _entry: Contradiction) -> Iterator[Clash]:
    """«De los 41 nuevos, 26», against the new customers."""
    new = told.value("customers_new")
    if new is None:
        return
    for statement in told.sentences:
        for item in statement.quantities:
            value = _of_new(statement, item)
            if value is not None and differ(value, new, share=0.1 + 0.1 * item.approximate, least=1):
                yield from _clash(told.saying(statement), told.figure("customers_new"))
                return


def five_largest_said(told: Told, _entry: Contradiction) -> Iterator[Clash]:
    """«Las cinco grandes suman como el 31 %», against the accounts' share of the revenue."""
    revenues = sorted((item.annual_revenue_usd or 0 for item in told.profile.accounts), reverse=True)[:_FEWEST_ACCOUNTS]
    total = told.value("revenue_opening")
    if not total or len(revenues) < _FEWEST_ACCOUNTS or not all(revenues) or sum(revenues) > total:
        return
    share = sum(revenues) / total * 100
    statement = next((item for item in told.sentences if _speaks_of_five(item) and _percent(item)), None)
    said = _percent(statement) if statement else None
    if statement is None or said is None or not differ(said.value, share, share=0.1, least=4):
        return
    arithmetic = f"({' + '.join(map(literal, revenues))}) / {literal(total)} * 100"
    evidence = [cite.figure("revenue_opening")]
    second = told.computed("parte de las cinco mayores", round(share, 1), "percent", arithmetic, evidence)
    yield from _clash(_words(told, statement, said), second)


def budget_said(told: Told, _entry: Contradiction) -> Iterator[Clash]:
    """The money of the answer on the budget, against that of the profile; by the month too."""
    budget = told.profile.budget_usd
    amounts = [
        (statement, item)
        for statement in told.answered("Q22")
        for item in statement.quantities
        if item.unit in {None, "usd"} and item.value >= _LEAST_BUDGET
    ]
    if budget is None or not amounts:
        return
    values = [factor * item.value for _, item in amounts for factor in (1, HORIZON_MONTHS, 0.5)]
    values.append(sum(item.value for _, item in amounts))
    if all(differ(value, budget, share=0.15, least=1) for value in values):
        second = told.of_profile("budget_usd", "presupuesto de seis meses", budget, "usd")
        yield from _clash(_words(told, *amounts[0]), second)


def response_said(told: Told, _entry: Contradiction) -> Iterator[Clash]:
    """The times of the answer on response, against the median and the slowest; half or twice may be the same."""
    median, slowest = told.value("response_hours_median"), told.value("response_hours_p90")
    times = [
        (statement, item)
        for statement in told.answered("Q7")
        for item in statement.quantities
        if item.unit in _HOURS and item.value > 0
    ]
    if not median or not times:
        return
    known = [value for value in (median, slowest) if value]
    hours = [item.value * _HOURS[item.unit] for _, item in times]
    hours += [item.value * 24 for _, item in times if item.unit == "days"]
    if not any(value / 2 <= said <= value * 2 for said in hours for value in known):
        yield from _clash(_words(told, *times[0]), told.figure("response_hours_median"))


def inactivity_said(told: Told, _entry: Contradiction) -> Iterator[Clash]:
    """«Si pasan 120 días sin comprar», against the days after which a customer counts as lost."""
    days = told.profile.inactivity_days
    times = [
        (statement, item)
        for statement in told.answered("Q5")
        for item in statement.quantities
        if item.unit in _DAYS
        and not {"sin", "perdido", "perdidos", "inactivo", "inactivos"}.isdisjoint(statement.words)
    ]
    if days is None or not times:
        return
    if all(differ(item.value * _DAYS[item.unit], days, share=0.15, least=5) for _, item in times):
        second = told.of_profile("inactivity_days", "días de inactividad", days, "days")
        yield from _clash(_words(told, *times[0]), second)


def _clash(first: Claim | None, second: Claim) -> Iterator[Clash]:
    if first is not None:
        yield Clash(first, second)


def _words(told: Told, statement: Statement, item: QuantityFound) -> Claim | None:
    """A number as it was said; the whole sentence where the number alone may not be repeated."""
    claim = told.saying(statement)
    if claim is None or statement.answer.consultant_only:
        return claim
    return Claim(f"«{item.words}»", claim.evidence)


def _counted(statement: Statement) -> list[QuantityFound]:
    """The numbers of a sentence that may count customers."""
    return [item for item in statement.quantities if item.unit in {None, "customers", "count"} and item.whole is None]


def _tells_all_losses(statement: Statement) -> bool:
    """Whether a sentence counts the losses of a whole period, and not those of one reason."""
    return bool(_counted(statement)) and not _IN_ALL.isdisjoint(statement.words)


def _of_new(statement: Statement, item: QuantityFound) -> float | None:
    """How many new customers a number speaks of: the whole of «cuatro de los seis nuevos»."""
    text = (statement.answer.text or "")[item.start :].casefold()
    said = text[: item.end - item.start + len(" clientes nuevos")]
    if "nuevos" not in said and "nuevas" not in said:
        return None
    return item.whole if item.whole is not None else item.value if item.unit in {None, "customers"} else None


def _speaks_of_five(statement: Statement) -> bool:
    words = statement.words
    return bool({"cinco", "5"} & set(words)) and any(word.startswith(_LARGEST) for word in words)


def _percent(statement: Statement) -> QuantityFound | None:
    """The first percentage of a sentence."""
    return next((item for item in statement.quantities if item.unit == "percent"), None)
