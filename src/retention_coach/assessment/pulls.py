"""What counts more than having been said: why the last customers left, who may leave next, and what is asked for."""

import re
from collections.abc import Iterator, Mapping

from retention_coach.assessment.flows import flow_in
from retention_coach.assessment.own_goals import own_goals
from retention_coach.assessment.phrases import NUMBER, Phrase, phrases
from retention_coach.assessment.understood import understood
from retention_coach.domain.horizon import period_of, plan_periods
from retention_coach.domain.interview import AnsweredQuestion, followed
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.vocabulary import Signal
from retention_coach.ports import StepInputs

_LAST_LOSSES, _MAY_LEAVE = "Q1", "Q10"
"""The questions about the last losses and about the accounts that may leave."""

_TOLD_OF_LOSSES = 1.5
"""How many times a cause of the last losses counts where nobody says of how many of them."""

_FEARED = 1.25
"""How many times what is told of an account that may leave counts."""

_NO_CAUSE: frozenset[Signal] = frozenset({"dormant_customers", "unknown_loss_reasons", "renewals_due"})
"""That customers left, and when agreements end, is no reason; of a counted part of the losses it is what happened."""

_COUNT = re.compile(rf"\b{NUMBER}\b(?! ?(?:%|mes|ano|dia|semana|hora|dolar|usd|mil|centavo))")

_OF_FLOWS: Mapping[str, Signal] = {
    "claim": "unresolved_complaints",
    "approval": "service_delays",
    "delivery": "service_delays",
    "repair": "service_delays",
    "quote": "slow_response",
    "message": "slow_response",
}
_CLAUSE = re.compile(r" , | y (?=que |no |a )")


def pulls(inputs: StepInputs, knowledge: Knowledge) -> Mapping[Signal, float]:
    """How many times each signal counts; one that is not there counts once.

    A cause of the last losses counts once more for all of them, and half so much more for half of them.
    """
    found: dict[Signal, float] = {}
    lost = inputs.profile.figures.value("customers_lost")
    for answer in inputs.answers:
        about = followed(answer.id) or answer.id
        if answer.consultant_only or about not in {_LAST_LOSSES, _MAY_LEAVE}:
            continue
        for item in understood(answer, knowledge).signals:
            of_losses = about == _LAST_LOSSES
            times = _of_losses(item.code, _counted(answer, item.start), lost) if of_losses else _FEARED
            found[item.code] = max(found.get(item.code, 1.0), times)
    return found


def asked_for(inputs: StepInputs) -> frozenset[Signal]:
    """The signals that the company's own goals are about."""
    return frozenset(_asked_for(inputs))


def _of_losses(code: Signal, count: float | None, lost: float | None) -> float:
    if count is None or not lost or count > lost:
        return 1.0 if code in _NO_CAUSE else _TOLD_OF_LOSSES
    return 1.0 if code in _NO_CAUSE and count == lost else 1 + count / lost


def _counted(answer: AnsweredQuestion, start: int) -> float | None:
    """Of how many customers the words at this place of the answer tell: the last number before them."""
    phrase = next((item for item in phrases(answer.text or "") if _end(item) > start), None)
    if phrase is None:
        return None
    before = [at for at, first, _last in phrase.places if first <= start]
    said = _COUNT.findall(phrase.text[: max(before, default=0)])
    return float(said[-1]) if said else None


def _end(phrase: Phrase) -> int:
    return phrase.places[-1][2] if phrase.places else 0


def _asked_for(inputs: StepInputs) -> Iterator[Signal]:
    profile = inputs.profile
    periods = plan_periods(profile.start_month)
    due = {
        account.id
        for account in profile.accounts
        if account.renewal_date and periods[0] <= period_of(account.renewal_date) <= periods[-1]
    }
    for goal in own_goals(profile, inputs.answers):
        if goal.about == "accounts" and not due.isdisjoint(goal.accounts):
            yield "renewals_due"
        if goal.about == "renewals":
            yield "renewals_due" if profile.relationship_model == "contract" else "dormant_customers"
    for answer in inputs.answers:
        if answer.topic != "objectives" or answer.consultant_only:
            continue
        for phrase in phrases(answer.text or ""):
            flows = (flow_in(clause) for clause in _CLAUSE.split(phrase.text))
            yield from (_OF_FLOWS[flow.key] for flow in flows if flow is not None)
