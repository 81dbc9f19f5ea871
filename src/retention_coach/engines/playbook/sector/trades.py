"""The trades of a company's customers that the knowledge base knows, those that weigh most first."""

from collections.abc import Sequence
from dataclasses import dataclass

from retention_coach.domain.profile import Segment
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.printable import printable
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.sectors import Sector

MOST = 3
"""More trades than these, and a consideration is no longer read."""


@dataclass(frozen=True, slots=True)
class Trade:
    """A sector of the customers, by the name that the company gives it."""

    name: str
    sector: Sector


def trades_of(case: Case) -> tuple[Trade, ...]:
    """At most three, each sector once; the company's own where none of its customers' is known."""
    named: dict[str, Trade] = {}
    for industry in case.profile.customer_industries:
        for sector in case.knowledge.sectors_in(industry):
            named.setdefault(sector.id, Trade(printable(industry) or sector.name, sector))
    if not named:
        return (Trade(case.sector.name, case.sector),)
    weights = {key: _weight(case, trade.sector) for key, trade in named.items()}
    return tuple(sorted(named.values(), key=lambda trade: weights[trade.sector.id], reverse=True)[:MOST])


def _weight(case: Case, sector: Sector) -> tuple[float, float]:
    """Customers of the groups that name the sector, and the yearly revenue of their accounts."""
    groups = _groups(case.profile.segments, sector, case.knowledge)
    names = {group.name for group in groups}
    revenue = sum(account.annual_revenue_usd or 0 for account in case.profile.accounts if account.segment in names)
    return float(sum(group.customers or 0 for group in groups)), revenue


def _groups(segments: Sequence[Segment], sector: Sector, knowledge: Knowledge) -> list[Segment]:
    return [group for group in segments if sector in knowledge.sectors_in(group.name)]
