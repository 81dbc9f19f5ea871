"""The health of each named account and each segment: a score, its level, and what it calls for.

The score begins at a hundred; each risk indicator that shows takes its weight, and half of it where it is said with
doubt, denied elsewhere, or only feared. A subject of whom nothing is known has no score: nobody is
healthy for want of news.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from retention_coach.assessment import cite
from retention_coach.assessment.mentions import Mention, mentions
from retention_coach.assessment.quoting import confidential_runs, openly, quotable
from retention_coach.assessment.subjects import Subject, subjects
from retention_coach.domain.evidence import Evidence
from retention_coach.domain.horizon import period_of, plan_periods
from retention_coach.domain.profile import Account, Profile
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.health import FULL_SCORE, HealthIndicator, HealthLevel, HealthLevelCode
from retention_coach.knowledge.entries.vocabulary import Signal
from retention_coach.knowledge.lexicon import words
from retention_coach.ports import StepInputs
from retention_coach.spanish.words import word_set

_PERCEIVED = {"high": 1.0, "medium": 0.5, "low": 0.0}
"""How much of the weight of the perceived risk each of the company's three words takes."""

_TOPICS = frozenset({"situation", "risks"})
"""Where answers say how customers are; elsewhere they speak of cases, means and wishes."""

_DENIALS = word_set("no ni nunca tampoco")
_MOST_QUOTES = 2


@dataclass(frozen=True, slots=True)
class IndicatorSeen:
    """An indicator that shows in a subject.

    Attributes:
        indicator: which.
        points: how many it takes from the score.
        evidence: the answers and the account that show it.
        quotes: the company's exact words, those that may be repeated.
    """

    indicator: HealthIndicator
    points: float
    evidence: tuple[Evidence, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Health:
    """How a subject is.

    Attributes:
        subject: the account or segment.
        score: 0 to 100, the higher the better; None where nothing is known.
        level: its level.
        indicators: what takes points, the most first; empty for a subject that gives no reason to worry.
        reassurance: the exact words that speak well of it.
        evidence: everything the score rests on, the subject itself first.
        action: the preventive action it calls for, in *usted*, at most 25 words.
        to_ask: what to ask about the indicators of which nothing is known, the heaviest first.
        known: of how many indicators something is known.
        renewal: the day its agreement ends, if that is within the plan's six months.
        revenue_share: percent of the company's revenue, if both are known. Neither enters the score.
    """

    subject: Subject
    score: int | None
    level: HealthLevel
    indicators: tuple[IndicatorSeen, ...]
    reassurance: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    action: str
    to_ask: tuple[str, ...]
    known: int
    renewal: date | None
    revenue_share: float | None

    @property
    def is_at_risk(self) -> bool:
        """Whether it is at the level that calls for action now."""
        return self.level.code == "at_risk"


def health_of(inputs: StepInputs, knowledge: Knowledge, *, in_confidence: bool = True) -> tuple[Health, ...]:
    """The health of every account, then of every segment, in the order of the profile.

    Without `in_confidence` the answers that only the consultant may see are left out: what is planned or shown in
    the company's sight must not follow from them.
    """
    read = inputs if in_confidence else openly(inputs)
    told: dict[Subject, list[Mention]] = {subject: [] for subject in subjects(inputs.profile)}
    for mention in mentions(read, knowledge):
        told[mention.subject].append(mention)
    judge = _Judge(inputs.profile, knowledge, confidential_runs(inputs))
    return tuple(judge.health(subject, found) for subject, found in told.items())


class _Judge:
    """Scores the subjects of one company."""

    def __init__(self, profile: Profile, knowledge: Knowledge, private: frozenset[tuple[str, ...]]) -> None:
        self._profile = profile
        self._knowledge = knowledge
        self._private = private
        self._accounts = {account.id: account for account in profile.accounts}

    def health(self, subject: Subject, found: Sequence[Mention]) -> Health:
        """The health of one subject, from the sentences that speak of it."""
        account = self._accounts.get(subject.id) if subject.kind == "account" else None
        judged = [(item, self._seen(item, found, account)) for item in self._knowledge.health]
        indicators = _without_repeating(sorted((seen for _, seen in judged if seen), key=lambda seen: -seen.points))
        unknown = [item for item, seen in judged if seen is None and not self._is_known(item, found, account)]
        good = [item for item in found if _speaks_well(item)]
        is_known = len(unknown) < len(judged)
        score = round(FULL_SCORE - sum(seen.points for seen in indicators)) if is_known else None
        level = self._level(score)
        rests_on = [subject.evidence, *(piece for seen in indicators for piece in seen.evidence), *map(_cited, good)]
        return Health(
            subject=subject,
            score=score,
            level=level,
            indicators=indicators,
            reassurance=self._quotes(good),
            evidence=tuple(dict.fromkeys(rests_on)),
            action=_action(level, indicators),
            to_ask=tuple(item.ask for item in sorted(unknown, key=lambda item: -item.weight)),
            known=len(judged) - len(unknown),
            renewal=self._renewal(account),
            revenue_share=self._share(account),
        )

    def _seen(
        self, indicator: HealthIndicator, found: Sequence[Mention], account: Account | None
    ) -> IndicatorSeen | None:
        """The indicator as it shows in these sentences and in the account itself, or None."""
        told = [item for item in found if _tells(item, indicator)]
        by_company = _PERCEIVED[account.risk] if account and account.risk and _is_perceived(indicator) else 0.0
        share = max(_certainty(told, found, indicator), by_company)
        if not share:
            return None
        of_account = (cite.account(account.id),) if account and by_company else ()
        return IndicatorSeen(
            indicator=indicator,
            points=indicator.weight * share,
            evidence=tuple(dict.fromkeys((*of_account, *map(_cited, told)))),
            quotes=self._quotes(sorted(told, key=lambda item: not _is_listed(item, indicator))),
        )

    @staticmethod
    def _is_known(indicator: HealthIndicator, found: Sequence[Mention], account: Account | None) -> bool:
        """Whether it is known not to show: denied, or the company sees little risk and says so."""
        if _is_perceived(indicator):
            return (account is not None and account.risk is not None) or any(map(_speaks_well, found))
        return not _denied(found).isdisjoint(indicator.signals)

    def _level(self, score: int | None) -> HealthLevel:
        wanted: HealthLevelCode | None = "no_data" if score is None else None
        return next(
            level
            for level in self._knowledge.health_levels
            if level.code == wanted
            or (score is not None and level.from_score is not None and score >= level.from_score)
        )

    def _quotes(self, told: Sequence[Mention]) -> tuple[str, ...]:
        said = (
            quotable(item.statement.text, self._private) for item in told if not item.statement.answer.consultant_only
        )
        return tuple(dict.fromkeys(filter(None, said)))[:_MOST_QUOTES]

    def _renewal(self, account: Account | None) -> date | None:
        periods = plan_periods(self._profile.start_month)
        day = account.renewal_date if account else None
        return day if day and periods[0] <= period_of(day) <= periods[-1] else None

    def _share(self, account: Account | None) -> float | None:
        total = self._profile.figures.value("revenue_opening")
        revenue = account.annual_revenue_usd if account else None
        return revenue / total * 100 if total and revenue is not None and revenue <= total else None


def _is_perceived(indicator: HealthIndicator) -> bool:
    """Whether it is what the company itself feels, which no signal shows."""
    return not indicator.signals


def _tells(mention: Mention, indicator: HealthIndicator) -> bool:
    """Whether a sentence shows the indicator of its subject: by a signal, a phrase, or where such are listed."""
    answer = mention.statement.answer
    if answer.topic not in _TOPICS:
        return False
    return (
        _is_listed(mention, indicator)
        or _says(mention, indicator)
        or any(item.code in indicator.signals for item in mention.shown())
    )


def _is_listed(mention: Mention, indicator: HealthIndicator) -> bool:
    """Whether the subject is named in an answer that lists customers of whom the indicator is true."""
    asked = mention.statement.answer.id in indicator.asked_in
    return asked and mention.by_name and not mention.sets_aside


def _without_repeating(indicators: Sequence[IndicatorSeen]) -> tuple[IndicatorSeen, ...]:
    """What is felt is told in one sentence, and not in the one that shows an indicator already."""
    told = {quote for seen in indicators if seen.indicator.signals for quote in seen.quotes}
    return tuple(
        seen
        if seen.indicator.signals
        else replace(seen, quotes=tuple(quote for quote in seen.quotes if quote not in told)[:1])
        for seen in indicators
    )


def _says(mention: Mention, indicator: HealthIndicator) -> bool:
    """Whether the words about the subject hold one of the indicator's phrases, and no denial."""
    if not indicator.phrases:
        return False
    said = f" {' '.join(mention.words)} "
    return _DENIALS.isdisjoint(mention.words) and any(f" {' '.join(words(it))} " in said for it in indicator.phrases)


def _certainty(told: Sequence[Mention], found: Sequence[Mention], indicator: HealthIndicator) -> float:
    """One for what is said clearly; half for a guess, for what is denied elsewhere, and for a mere fear."""
    if not told:
        return 0.0
    if _is_perceived(indicator):
        return 0.5
    shown = [item for mention in told for item in mention.shown() if item.code in indicator.signals]
    if not shown:
        return 1.0
    clear = {item.code for item in shown if not item.hedged}
    return 1.0 if clear - _denied(found) else 0.5


def _denied(found: Sequence[Mention]) -> set[Signal]:
    """What is denied of the subject where answers say how customers are."""
    return {item.code for mention in found if mention.statement.answer.topic in _TOPICS for item in mention.denied()}


def _speaks_well(mention: Mention) -> bool:
    """Whether the subject is named as a satisfied customer."""
    return (
        mention.by_name
        and mention.statement.answer.topic in _TOPICS
        and any(item.code == "satisfied_customers" for item in mention.shown())
    )


def _cited(mention: Mention) -> Evidence:
    return cite.answer(mention.statement.answer.id)


def _action(level: HealthLevel, indicators: Sequence[IndicatorSeen]) -> str:
    """What the heaviest indicator calls for at this level, one that was seen before one that is felt."""
    if not indicators:
        return level.action
    actions = min(indicators, key=lambda seen: _is_perceived(seen.indicator)).indicator.actions
    return {"healthy": actions.healthy, "watch": actions.watch, "at_risk": actions.at_risk}[level.code]


def accounts_at_risk(found: Sequence[Health]) -> Iterator[Health]:
    """The named accounts at risk, the lowest score first, then the earliest renewal."""
    at_risk = [item for item in found if item.is_at_risk and item.subject.kind == "account"]
    yield from sorted(at_risk, key=lambda item: (item.score or 0, item.renewal or date.max))
