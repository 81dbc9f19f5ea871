"""What an approach's sentences name of this company: each fact in words, with the figures it mentions."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from retention_coach.assessment import cite
from retention_coach.assessment.account_names import short_name
from retention_coach.assessment.approaches import Fit
from retention_coach.assessment.conditions import busy_months, renewals_within
from retention_coach.assessment.sightings import Sighting
from retention_coach.domain.evidence import Figure
from retention_coach.domain.horizon import first_day
from retention_coach.domain.profile import Account
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.printable import printable
from retention_coach.knowledge.entries.approaches import Sentence, Sign, Slot
from retention_coach.spanish import formats

_MOST_NAMED = 3

Words = TypeVar("Words", bound=Sentence)


@dataclass(frozen=True)
class Facts:
    """The facts of one company for one approach; it remembers the figures of those that were told."""

    case: Case
    fit: Fit
    figures: list[Figure] = field(default_factory=list)

    def tell(self, sentences: Iterable[Sentence]) -> tuple[str, ...]:
        """The sentences with their slots filled; one that cannot be said is left out."""
        return tuple(told for sentence in sentences if (told := self.say(sentence)))

    def say(self, sentence: Sentence) -> str:
        """One sentence, or what stands in its place where a fact is not known; it may be empty."""
        if sentence.when and {cause.signal.code for cause in self.fit.causes}.isdisjoint(sentence.when):
            return ""
        values = {slot: _FACTS[slot](self) for slot in sentence.slots}
        if not all(values.values()):
            return sentence.otherwise
        if "lost" in values:
            self.figures.append(cite.company_figure(self.case.profile.figures, "customers_lost", "clientes perdidos"))
        return sentence.text.format(**values)

    def title(self) -> str:
        """The approach's name for this company."""
        return self.say(self._closest(self.fit.approach.title))

    def early_sign(self) -> tuple[date, str]:
        """What is seen first when it does not work, and by when."""
        return self._dated(self._closest(self.fit.approach.early_sign))

    def better_when(self) -> tuple[date, str]:
        """What would have to be seen to prefer it, and by when."""
        return self._dated(self._closest(self.fit.approach.better_when))

    def _closest(self, lines: Sequence[Words]) -> Words:
        """The line for the strongest signal that has one, else the common one."""
        for cause in self.fit.causes:
            for line in lines:
                if cause.signal.code in line.when:
                    return line
        return next(line for line in lines if line.always_holds)

    def _dated(self, sign: Sign) -> tuple[date, str]:
        """The sign with a day of its week, counted from the first day of the plan, on which customers can be reached.

        It is the last such day of the week or before it, unless that leaves less than half of the time: then the first
        one after it. What warns of a renewal is seen while there is time to act: before the first of them ends.
        """
        start = first_day(self.case.setting.periods[0])
        span = timedelta(days=7 * sign.week - 1)
        end, least = start + span, start + span / 2
        renewals = renewals_within(self.case.profile)
        if "renewals_due" in self.fit.approach.main_themes and renewals and renewals[0].renewal_date:
            end, least = min(end, max(renewals[0].renewal_date - _TIME_TO_ACT, start)), start
        days = [day for period in self.case.setting.periods for day in self.case.diary.good(period)]
        in_time = [day for day in days if least <= day <= end]
        later = [day for day in days if day > end]
        return (in_time[-1:] or later[:1] or [end])[0], self.say(sign)

    @property
    def causes(self) -> tuple[str, ...]:
        """The names of the strongest signals that call for the approach, in lower case."""
        return tuple(lower(cause) for cause in self.fit.causes[:2])

    def names(self, accounts: Iterable[Account]) -> list[str]:
        """The accounts' names as they are said; those that cannot be repeated are left out."""
        return [name for account in accounts if (name := said_name(self.case, account))]


_TIME_TO_ACT = timedelta(days=10)


def said_name(case: Case, account: Account) -> str:
    """An account's name without its legal form; empty where it cannot be repeated in a sentence."""
    return printable(short_name(account)) if case.quote(account.customer) else ""


def lower(cause: Sighting) -> str:
    """A signal's name within a sentence."""
    return cause.signal.label[:1].lower() + cause.signal.label[1:]


def _renewals(facts: Facts) -> str:
    named = [
        f"{name} ({formats.long_date(account.renewal_date)})"
        for account in renewals_within(facts.case.profile)
        if account.renewal_date and (name := said_name(facts.case, account))
    ]
    more = ["las que siguen"] if len(named) > _MOST_NAMED else []
    return formats.join_words([*named[:_MOST_NAMED], *more])


def _renewal_names(facts: Facts) -> str:
    return formats.join_words(facts.names(renewals_within(facts.case.profile))[:2])


def _first_renewal(facts: Facts) -> str:
    return "".join(facts.names(renewals_within(facts.case.profile)[:1]))


def _first_renewal_date(facts: Facts) -> str:
    first = renewals_within(facts.case.profile)[:1]
    return "".join(formats.long_date(account.renewal_date) for account in first if account.renewal_date)


def _largest(facts: Facts) -> str:
    known = [account for account in facts.case.profile.accounts if account.annual_revenue_usd]
    return "".join(facts.names(sorted(known, key=lambda account: -(account.annual_revenue_usd or 0))[:1]))


def _lost(facts: Facts) -> str:
    lost = facts.case.profile.figures.value("customers_lost")
    return f"la salida de {formats.plural(lost, 'cliente', 'clientes')} {facts.case.year_of_data}" if lost else ""


def _peaks(facts: Facts) -> str:
    months = busy_months(facts.case.profile, facts.case.knowledge)
    return formats.join_words([formats.month_name(period).split(" de ")[0] for period in months])


_FACTS: Mapping[Slot, Callable[[Facts], str]] = {
    "renewals": _renewals,
    "renewal_names": _renewal_names,
    "first_renewal": _first_renewal,
    "first_renewal_date": _first_renewal_date,
    "largest": _largest,
    "lost": _lost,
    "causes": lambda facts: formats.join_words(facts.causes),
    "sector": lambda facts: facts.case.sector.adjective if facts.case.setting.customer_sectors else "",
    "peaks": _peaks,
}
