"""Who carries a strategy out, in which month, with how many of the hours that are left."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.capacity import HORIZON_MONTHS
from retention_coach.domain.horizon import period_of
from retention_coach.domain.sector_plan import SectorPlan
from retention_coach.engines.playbook.advocacy.idea import Idea, Slot
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.ledger import Ledger
from retention_coach.engines.playbook.timing import open_part
from retention_coach.knowledge.entries.advocacy import AdvocacyPlay

_LEAST_HOURS = 1.0
_APART = 2
"""Months between two requests to the same customer."""
_MOST_ASKED = 2
"""Requests to the same customer in six months."""
_MOSTLY_CLOSED = 0.5
_ENOUGH = 3.0
"""Hours with which most strategies can be begun well."""
_EARLY = 3
"""After this month, each one leaves less time to use what was obtained."""


@dataclass
class Diary:
    """What is already planned: hours and money left, and who is asked something in which month."""

    case: Case
    ledger: Ledger
    planned: dict[str, set[int]] = field(default_factory=dict)
    asked: dict[str, set[int]] = field(default_factory=dict)
    taken: Counter[int] = field(default_factory=Counter)
    busy: Counter[tuple[str, int]] = field(default_factory=Counter)

    @classmethod
    def after(cls, case: Case, plan: ActionPlan, sector_plan: SectorPlan) -> "Diary":
        """The diary once the six-month plan and the sector plan have taken their part."""
        diary = cls(case, Ledger(case.profile).after(plan, sector_plan))
        for month in plan.months:
            for action in month.actions:
                for item in action.evidence:
                    if item.kind == "account":
                        diary.planned.setdefault(item.ref, set()).add(month.number)
        return diary

    def slot(self, idea: Idea, play: AdvocacyPlay) -> Slot | None:
        """The best month and owner for an idea; None if those it asks cannot be asked within the six months."""
        months = [month for month in self._months(idea) if self._may_ask(idea, month)]
        owners = self.ledger.owners(play.owner_roles)
        fitting = [
            (self._burden(idea, play, owner, month), not self._knows(idea, owner), position, month, owner)
            for month in months
            for position, owner in enumerate(owners)
            if self.ledger.left(owner, month) >= _LEAST_HOURS
        ]
        if fitting:
            *_reasons, month, owner = min(fitting)
            return Slot(owner, month, min(play.hours, self.ledger.left(owner, month)))
        return None if idea.is_own else self._any(owners, idea)

    def take(self, idea: Idea, slot: Slot, cost: float) -> None:
        """Write a strategy into the diary."""
        self.ledger.take(slot.owner, slot.month, slot.hours, cost)
        for account in _accounts(idea):
            self.asked.setdefault(account, set()).add(slot.month)
        self.taken[slot.month] += 1
        self.busy[slot.owner, slot.month] += 1

    def _may_ask(self, idea: Idea, month: int) -> bool:
        """Whether its accounts are left alone by the plan that month, and by the other strategies around it."""
        return all(
            month not in self.planned.get(account, ())
            and month != self._renewal_month(account)
            and len(self.asked.get(account, ())) < _MOST_ASKED
            and all(abs(month - other) >= _APART for other in self.asked.get(account, ()))
            for account in _accounts(idea)
        )

    def _months(self, idea: Idea) -> list[int]:
        """The months from its earliest, without those that the company calls bad, where others are left."""
        periods = self.case.setting.periods
        months = list(range(idea.earliest, HORIZON_MONTHS + 1))
        calm = [month for month in months if not self.case.is_bad_month(int(periods[month - 1][5:]), idea.sectors)]
        return calm or months

    def _renewal_month(self, account_id: str) -> int | None:
        """The month of the plan in which the account decides whether it stays; None for none."""
        ends = next((each.renewal_date for each in self.case.profile.accounts if each.id == account_id), None)
        periods = self.case.setting.periods
        return periods.index(period_of(ends)) + 1 if ends is not None and period_of(ends) in periods else None

    def _burden(self, idea: Idea, play: AdvocacyPlay, owner: str, month: int) -> tuple[int, int, bool, int]:
        """What speaks against it, the weightiest first."""
        hardly = not self.ledger.suits(owner, play.owner_roles) or month in self._closed
        crowded = self.taken[month] + self.busy[owner, month] + self._demands(idea, month) + max(0, month - _EARLY)
        short = self.ledger.left(owner, month) < min(play.hours, _ENOUGH)
        return hardly, crowded, short, month

    def _knows(self, idea: Idea, owner: str) -> bool:
        """Whether the owner's place is the one that the experience speaks of: «Asesor de Quisapincha»."""
        told = {item.ref for item in idea.evidence if item.kind == "answer"}
        answers = (answer for answer in self.case.inputs.answers if answer.id in told and not answer.consultant_only)
        places = [word for word in owner.split()[1:] if word[0].isupper()]
        return any(place in (answer.text or "") for answer in answers for place in places)

    @cached_property
    def _closed(self) -> frozenset[int]:
        """The months in which the customers hardly have an open day."""
        periods = enumerate(self.case.setting.periods, start=1)
        return frozenset(month for month, period in periods if open_part(self.case, period) < _MOSTLY_CLOSED)

    def _demands(self, idea: Idea, month: int) -> int:
        """How demanding the month is: for those asked, and twice as much for those who ask."""
        number = int(self.case.setting.periods[month - 1][5:])
        asked = idea.sectors or tuple(sector.key for sector in self.case.setting.customer_sectors)
        knowledge = self.case.knowledge
        theirs = any(self.case.month_in(knowledge.sector(key), number).activity == "high" for key in asked)
        ours = any(sector.in_month(number).activity == "high" for sector in self.case.setting.own_sectors)
        return theirs + 2 * ours

    def _any(self, owners: list[str], idea: Idea) -> Slot:
        """Where nobody has a whole hour left: the person with most hours in the least busy month."""
        months = self._months(idea)
        owner, month = max(
            ((owner, month) for owner in owners for month in months), key=lambda at: self.ledger.left(*at)
        )
        return Slot(owner, month, self.ledger.left(owner, month))


def _accounts(idea: Idea) -> tuple[str, ...]:
    """The named customers that it speaks to."""
    return tuple(item.ref for item in idea.evidence if item.kind == "account")
