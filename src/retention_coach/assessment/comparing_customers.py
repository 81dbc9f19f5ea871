"""Contradictions about single customers and people: what answers say of them, and what the profile notes."""

from collections.abc import Collection, Iterator

from retention_coach.assessment import cite
from retention_coach.assessment.claims import IN_CONFIDENCE, Claim, Told
from retention_coach.assessment.clash import Clash, differ
from retention_coach.assessment.health import Health
from retention_coach.assessment.mentions import Mention
from retention_coach.assessment.statements import Statement
from retention_coach.domain.evidence import Evidence
from retention_coach.domain.profile import Account, TeamMember
from retention_coach.knowledge.entries.contradictions import Contradiction
from retention_coach.knowledge.entries.vocabulary import Signal
from retention_coach.knowledge.lexicon import singular, words
from retention_coach.metrics.arithmetic import literal
from retention_coach.spanish.formats import MONTHS, long_date
from retention_coach.spanish.words import word_set
from retention_coach.understanding.found import SignalFound

_SHARE_WORDS = word_set("sola solo pesa pesan representa factura facturan ventas facturacion vendemos ingresos")
_NEGATIONS = word_set("no nunca jamas nadie ningun ninguno ninguna tampoco sin")
_WEEKLY = word_set("semana semanal semanales semanalmente diarias dia")
_BEFORE = 3
RISKS = {"low": "bajo", "medium": "medio", "high": "alto"}
"""How high the company sees the risk of losing an account."""


def renewal_said(told: Told, _entry: Contradiction) -> Iterator[Clash]:
    """A month said beside an account in the answer on renewals, against the date of its agreement."""
    accounts = {item.id: item for item in told.profile.accounts}
    for mention in told.named:
        account = accounts.get(mention.subject.id) if mention.subject.kind == "account" else None
        if account is None or account.renewal_date is None or mention.statement.answer.id != "Q4":
            continue
        said = [month for month in MONTHS if month in mention.statement.words]
        claim = told.saying(mention.statement)
        if said and mention.by_name and MONTHS[account.renewal_date.month - 1] not in said and claim:
            second = Claim(long_date(account.renewal_date), (cite.account(account.id),))
            yield Clash(claim, second, told.naming(account.customer, "una cuenta"))


def account_share_said(told: Told, _entry: Contradiction) -> Iterator[Clash]:
    """«Nordfrucht sola es el 17 %», against its revenue."""
    accounts = {item.id: item for item in told.profile.accounts}
    total = told.value("revenue_opening")
    for mention in told.named:
        account = accounts.get(mention.subject.id) if mention.subject.kind == "account" else None
        if account is None or not total or account.annual_revenue_usd is None or _SHARE_WORDS.isdisjoint(mention.words):
            continue
        share = account.annual_revenue_usd / total * 100
        said = [
            item for item in mention.statement.quantities if item.unit == "percent" and _within(mention, item.start)
        ]
        claim = told.saying(mention.statement)
        if len(said) == 1 and share <= 100 and differ(said[0].value, share, share=0.2, least=3) and claim:
            arithmetic = f"{literal(account.annual_revenue_usd)} / {literal(total)} * 100"
            evidence = [cite.account(account.id), cite.figure("revenue_opening")]
            second = told.computed("parte de la facturación", round(share, 1), "percent", arithmetic, evidence)
            yield Clash(
                Claim(f"«{said[0].words}»", claim.evidence), second, told.naming(account.customer, "una cuenta")
            )


def low_risk_with_signs(told: Told, _entry: Contradiction) -> Iterator[Clash]:
    """An account of low risk of which something risky is said clearly, or that is feared to leave."""
    for item, account in _with_accounts(told, "low"):
        for seen in item.indicators:
            is_felt = not seen.indicator.signals
            if is_felt or seen.points == seen.indicator.weight:
                yield Clash(
                    _risk(account),
                    _said_of(item, seen.quotes, seen.evidence, told),
                    told.naming(account.customer, "una cuenta"),
                )
                break


def high_risk_spoken_well_of(told: Told, _entry: Contradiction) -> Iterator[Clash]:
    """An account of high risk that is said to be satisfied."""
    for item, account in _with_accounts(told, "high"):
        if item.reassurance:
            yield Clash(
                _risk(account),
                _said_of(item, item.reassurance, item.evidence, told),
                told.naming(account.customer, "una cuenta"),
            )


def hours_said(told: Told, _entry: Contradiction) -> Iterator[Clash]:
    """Hours said beside someone's role, against those of the team."""
    team = told.profile.team
    for member in team:
        said = list(_hours_of(member, told))
        if said and all(differ(hours, member.hours_per_month, share=0.3, least=2) for hours, _ in said):
            claim = told.saying(said[0][1])
            if claim is not None:
                second = told.of_profile("team", "horas al mes", member.hours_per_month, "hours")
                yield Clash(claim, second, told.naming(member.role, "una persona del equipo"))


def shown_and_denied(told: Told, entry: Contradiction) -> Iterator[Clash]:
    """What one answer affirms and another denies, both clearly and of customers in general."""
    named = {mention.statement for mention in told.named}
    general = [item for item in told.sentences if item not in named and item.answer.topic in {"situation", "risks"}]
    for code in entry.signals:
        shown = [item for item in general if _clearly(code, item.shown)]
        denied = [item for item in general if _clearly(code, item.denied) and _is_negative(item, code)]
        pairs = ((one, other) for one in shown for other in denied if one.answer.id != other.answer.id)
        for one, other in pairs:
            first, second = told.saying(one), told.saying(other)
            if first is not None and second is not None:
                yield Clash(first, second)
                break


def _with_accounts(told: Told, risk: str) -> Iterator[tuple[Health, Account]]:
    accounts = {item.id: item for item in told.profile.accounts if item.risk == risk}
    for item in told.health:
        if item.subject.kind == "account" and item.subject.id in accounts:
            yield item, accounts[item.subject.id]


def _risk(account: Account) -> Claim:
    return Claim(f"riesgo {RISKS[account.risk]}" if account.risk else "", (cite.account(account.id),))


def _said_of(item: Health, quotes: Collection[str], evidence: Collection[Evidence], told: Told) -> Claim:
    """The first of the quoted sentences about a customer; for words said in confidence, only where they were said."""
    for mention in told.named:
        claim = told.saying(mention.statement) if mention.subject == item.subject else None
        if claim is not None and claim.words.strip("«»") in quotes:
            return claim
    return Claim(IN_CONFIDENCE, tuple(piece for piece in evidence if piece.kind == "answer")[:1])


def _hours_of(member: TeamMember, told: Told) -> Iterator[tuple[float, Statement]]:
    """The hours a month said in the clauses that name the member's role and nobody else's."""
    others = [other for other in told.profile.team if other is not member]
    shared = {singular(word) for other in others for word in words(other.role)}
    own = {singular(word) for word in words(member.role) if len(word) > _BEFORE} - shared
    for statement in told.answered("Q21"):
        for clause in statement.clauses:
            keys = {singular(word) for word in clause.words}
            said = [item for item in statement.quantities if clause.start <= item.start < clause.end]
            if own.isdisjoint(keys) or len(said) != 1 or not _WEEKLY.isdisjoint(statement.words):
                continue
            if said[0].unit in {None, "hours"}:
                yield said[0].value, statement


def _within(mention: Mention, place: int) -> bool:
    return any(start <= place < end for start, end in mention.spans)


def _clearly(code: Signal, found: Collection[SignalFound]) -> bool:
    return any(item.code == code and not item.hedged for item in found)


def _is_negative(statement: Statement, code: Signal) -> bool:
    """Whether the denial says so with a negative of its own, right before its words or among them."""
    for item in statement.denied:
        if item.code == code:
            upto = [token.word for token in statement.tokens if token.start < item.end]
            after = sum(token.start < item.start for token in statement.tokens)
            if not _NEGATIONS.isdisjoint(upto[max(0, after - _BEFORE) :]):
                return True
    return False
