"""Contradictions among figures, segments and accounts: no answer is needed to see them."""

from collections.abc import Iterator
from math import fsum

from retention_coach.assessment import cite
from retention_coach.assessment.claims import Claim, Told
from retention_coach.assessment.clash import Clash, differ
from retention_coach.knowledge.entries.contradictions import Contradiction
from retention_coach.metrics.arithmetic import literal


def segments_total(told: Told, _entry: Contradiction) -> Iterator[Clash]:
    """The customers of the segments, against those of the start and those of now."""
    counts = [segment.customers for segment in told.profile.segments]
    start, now = told.value("customers_start"), _customers_now(told)
    known = [count for count in counts if count is not None]
    if not known or len(known) < len(counts) or start is None or now is None:
        return
    total = sum(known)
    if all(differ(total, customers, share=0.05, least=2) for customers in (start, now[0])):
        arithmetic = " + ".join(map(str, known))
        first = told.computed("clientes de los segmentos", total, "customers", arithmetic, [cite.profile("segments")])
        yield Clash(first, now[1])


def active_over_customers(told: Told, _entry: Contradiction) -> Iterator[Clash]:
    """More active customers than customers; fewer is what inactive customers are."""
    active, start, now = told.value("active_customers"), told.value("customers_start"), _customers_now(told)
    if active is None or start is None or now is None or active <= max(start, now[0]):
        return
    if differ(active, max(start, now[0]), share=0.05, least=2):
        yield Clash(told.figure("active_customers"), now[1])


def lost_revenue_without_losses(told: Told, _entry: Contradiction) -> Iterator[Clash]:
    """No customer lost, and revenue lost with them."""
    if told.value("customers_lost") == 0 and (told.value("revenue_lost") or 0) > 0:
        yield Clash(told.figure("customers_lost"), told.figure("revenue_lost"))


def losses_without_lost_revenue(told: Told, _entry: Contradiction) -> Iterator[Clash]:
    """Customers lost, and no revenue lost with them."""
    if (told.value("customers_lost") or 0) > 0 and told.value("revenue_lost") == 0:
        yield Clash(told.figure("customers_lost"), told.figure("revenue_lost"))


def accounts_over_revenue(told: Told, _entry: Contradiction) -> Iterator[Clash]:
    """The named accounts bill more than all customers together."""
    revenues = [item.annual_revenue_usd for item in told.profile.accounts if item.annual_revenue_usd]
    measure = told.profile.figures.revenue_opening
    if measure is None or measure.value is None or measure.period != "year":
        return
    total = fsum(revenues)
    if total > measure.value and differ(total, measure.value, share=0.05, least=1):
        arithmetic = " + ".join(map(literal, revenues))
        evidence = [cite.account(item.id) for item in told.profile.accounts if item.annual_revenue_usd]
        first = told.computed("facturación de las cuentas", round(total, 2), "usd", arithmetic, evidence)
        yield Clash(first, told.figure("revenue_opening"))


def slowest_under_median(told: Told, _entry: Contradiction) -> Iterator[Clash]:
    """Nine of ten cases cannot be answered sooner than half of them."""
    slowest, median = told.value("response_hours_p90"), told.value("response_hours_median")
    if slowest is not None and median is not None and slowest < median:
        yield Clash(told.figure("response_hours_p90"), told.figure("response_hours_median"))


def accounts_over_segment(told: Told, _entry: Contradiction) -> Iterator[Clash]:
    """More named accounts in a segment than it has customers."""
    for segment in told.profile.segments:
        accounts = [item for item in told.profile.accounts if item.segment == segment.name]
        if segment.customers is None or len(accounts) <= segment.customers:
            continue
        evidence = tuple(cite.account(item.id) for item in accounts)
        count = cite.computed("cuentas con nombre", len(accounts), "count", " + ".join("1" for _ in accounts))
        noun = "cuenta" if len(accounts) == 1 else "cuentas"
        second = told.of_profile("segments", "clientes del segmento", segment.customers, "customers")
        yield Clash(
            Claim(f"{len(accounts)} {noun}", evidence, (count,)), second, told.naming(segment.name, "un segmento")
        )


def _customers_now(told: Told) -> tuple[float, Claim] | None:
    """The customers of today: those at the start, less the lost, plus the new."""
    start, lost, new = (told.value(name) for name in ("customers_start", "customers_lost", "customers_new"))
    if start is None:
        return None
    if lost is None or new is None:
        return start, told.figure("customers_start")
    now = start - lost + new
    arithmetic = f"{start:.10g} - {lost:.10g} + {new:.10g}"
    evidence = [cite.figure(name) for name in ("customers_start", "customers_lost", "customers_new")]
    return now, told.computed("clientes hoy", now, "customers", arithmetic, evidence)
