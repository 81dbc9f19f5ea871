"""Five strategies that use good experiences with permission, to win customers (constraints 65.1 to 65.4)."""

import re
from collections.abc import Iterator

from retention_coach.checks.context import CheckContext
from retention_coach.checks.feasibility import unless_infeasible
from retention_coach.checks.walk import join
from retention_coach.domain.advocacy_plan import AdvocacyPlan
from retention_coach.domain.capacity import HORIZON_MONTHS
from retention_coach.domain.finding import Finding
from retention_coach.spanish.words import fold, normalise_spaces

STRATEGIES = 5
LEAST_STEPS = 2

_WINS_CUSTOMERS = re.compile(
    r"""
    \b(?: nuev[oa]s? \s (?:\w+\s)? (?:client|cuent|contrat|empres)\w*    # nuevos clientes, nuevas cuentas
        | (?:client|cuent)\w* \s (?:\w+\s)? nuev\w*                      # clientes nuevos
        | prospect\w* | propuest\w* | referid\w* | recomendad\w* | cotizaci\w* | oferta\w* | licitaci\w*
        | capta\w* | interesad\w* | potencial\w* | compradores | ventas? | comercial(?:es)? | ferias? )\b
    """,
    re.VERBOSE,
)
_ASKS_PERMISSION = re.compile(r"\b(?:autori[zc]\w*|permi[st]\w*|consent\w*|consient\w*|acept\w*)\b")

_TELLING_NAME = 6
"""Letters; a shorter name is part of too many sentences."""

_EXPERIENCE = frozenset({"answer", "account", "figure", "assumption"})
"""What a strategy may start from; an assumption says which experience would have to be found first."""


@unless_infeasible
def strategies_are_five(plan: AdvocacyPlan, context: CheckContext) -> Iterator[Finding]:
    """STRATEGIES_NOT_FIVE (65.1)."""
    if len(plan.strategies) != STRATEGIES:
        yield context.finding("STRATEGIES_NOT_FIVE", "strategies", count=len(plan.strategies))


def strategies_differ(plan: AdvocacyPlan, context: CheckContext) -> Iterator[Finding]:
    """STRATEGY_REPEATED: no two strategies share their name or their action."""
    seen: dict[tuple[str, str], str] = {}
    for index, strategy in enumerate(plan.strategies):
        said = [(field, normalise_spaces(fold(getattr(strategy, field)))) for field in ("name", "action")]
        first = next((seen[each] for each in said if each in seen), None)
        if first is not None:
            yield context.finding("STRATEGY_REPEATED", join("strategies", index), first=first)
        for each in said:
            if each[1]:
                seen.setdefault(each, strategy.id)


def strategies_are_complete(plan: AdvocacyPlan, context: CheckContext) -> Iterator[Finding]:
    """STEPS_TOO_FEW, METRICS_MISSING, RESOURCES_MISSING and MONTH_OUTSIDE (65.2)."""
    for index, strategy in enumerate(plan.strategies):
        path = join("strategies", index)
        if len(strategy.steps) < LEAST_STEPS:
            yield context.finding("STEPS_TOO_FEW", join(path, "steps"), count=len(strategy.steps), least=LEAST_STEPS)
        if not strategy.success_metrics:
            yield context.finding("METRICS_MISSING", join(path, "success_metrics"))
        if not strategy.resources:
            yield context.finding("RESOURCES_MISSING", join(path, "resources"))
        if not 1 <= strategy.month <= HORIZON_MONTHS:
            yield context.finding("MONTH_OUTSIDE", join(path, "month"), month=strategy.month)


def strategies_win_customers(plan: AdvocacyPlan, context: CheckContext) -> Iterator[Finding]:
    """COMMERCIAL_USE_MISSING (65.3): the commercial application says how it wins new customers."""
    for index, strategy in enumerate(plan.strategies):
        text = strategy.commercial_application
        if text.strip() and not _WINS_CUSTOMERS.search(fold(text)):
            yield context.finding("COMMERCIAL_USE_MISSING", join("strategies", index, "commercial_application"))


def strategies_ask_permission(plan: AdvocacyPlan, context: CheckContext) -> Iterator[Finding]:
    """CONSENT_MISSING (65.4): the consent text asks for permission."""
    for index, strategy in enumerate(plan.strategies):
        text = strategy.consent_text
        if text.strip() and not _ASKS_PERMISSION.search(fold(text)):
            yield context.finding("CONSENT_MISSING", join("strategies", index, "consent_text"))


def strategies_spare_accounts_at_risk(plan: AdvocacyPlan, context: CheckContext) -> Iterator[Finding]:
    """ACCOUNT_AT_RISK_ASKED (65.4): whoever may leave is asked for no favour, neither as a reference nor in a text."""
    at_risk = [account for account in context.profile.accounts if account.risk == "high"]
    for index, strategy in enumerate(plan.strategies):
        asked = {item.ref for item in strategy.evidence if item.kind == "account"}
        said = fold(f"{strategy.action} {strategy.consent_text} {strategy.message}")
        for account in at_risk:
            if account.id in asked or _is_named(account.customer, said, context):
                yield context.finding("ACCOUNT_AT_RISK_ASKED", join("strategies", index), account=account.customer)


def _is_named(customer: str, said: str, context: CheckContext) -> bool:
    """Whether a folded text names a customer; names that may stand in it for another reason are not looked for."""
    name = fold(customer)
    telling = len(name) >= _TELLING_NAME and name not in fold(context.profile.company)
    return telling and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said) is not None


def strategies_start_from_experience(plan: AdvocacyPlan, context: CheckContext) -> Iterator[Finding]:
    """EXPERIENCE_MISSING (65.3): it starts from an answer, an account or a figure, or says what to find first."""
    for index, strategy in enumerate(plan.strategies):
        kinds = {item.kind for item in strategy.evidence}
        if kinds and not kinds & _EXPERIENCE:
            yield context.finding("EXPERIENCE_MISSING", join("strategies", index, "evidence"))
