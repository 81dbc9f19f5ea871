"""Of which trade an action speaks: that of the customers it names, else its play's, else the company's main one."""

from collections.abc import Iterator, Sequence

from retention_coach.assessment.named import Names
from retention_coach.assessment.spoken import spoken_about
from retention_coach.domain.evidence import Evidence
from retention_coach.domain.profile import Account
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.sector.trades import trades_of
from retention_coach.knowledge.entries.plays import Play
from retention_coach.knowledge.entries.sectors import Sector
from retention_coach.knowledge.lexicon import singular, words

_TOPICS = frozenset({"situation", "risks", "opportunities"})
_SHORTEST_TELLING = 8


def trades_meant(case: Case, activity: str, evidence: Sequence[Evidence]) -> tuple[Sector, ...]:
    """The trade that the action names, else that of its customers; none where theirs differ or are not known."""
    named = _once(sector for sector in case.knowledge.sectors_in(activity) if sector in case.setting.customer_sectors)
    if len(named) == 1:
        return named
    cited = {item.ref for item in evidence if item.kind == "account"}
    accounts = [account for account in case.profile.accounts if account.id in cited]
    if accounts:
        known = _once(sector for account in accounts for sector in _of(case, account)[:1])
        return known if len(known) == 1 else ()
    refs = {item.ref for item in evidence}
    play = next((play for play in case.plays if play.id in refs), None)
    theirs = _of_play(case, play) if play else ()
    return theirs or (trades_of(case)[0].sector,)


def _of(case: Case, account: Account) -> tuple[Sector, ...]:
    """The trades that the account's group names, else its own name."""
    return case.knowledge.sectors_in(account.segment or "") or case.knowledge.sectors_in(account.customer)


def _of_play(case: Case, play: Play) -> tuple[Sector, ...]:
    """The customers' trades that the play is for; of several, those of whom the company says the same thing."""
    theirs = tuple(sector for sector in case.setting.customer_sectors if sector.key in play.customer_sectors)
    spoken_of = _spoken_of(case, play) if len(theirs) > 1 else ()
    main = trades_of(case)[0].sector
    return spoken_of or ((main,) if main in theirs else theirs)


def _spoken_of(case: Case, play: Play) -> tuple[Sector, ...]:
    """The trades of the accounts named in a sentence that shares a telling word with the name of the play."""
    telling = {singular(word) for word in words(play.name) if len(word) >= _SHORTEST_TELLING}
    names = Names.of(case.inputs.profile)
    accounts = {account.id: account for account in case.profile.accounts}
    return _once(
        sector
        for sentence in spoken_about(case.inputs, _TOPICS)
        if telling & {singular(word) for word in words(sentence.text)}
        for name in names.named_in(sentence.text)
        if name.account
        for sector in _of(case, accounts[name.account])
    )


def _once(sectors: Iterator[Sector]) -> tuple[Sector, ...]:
    return tuple({sector.id: sector for sector in sectors}.values())
