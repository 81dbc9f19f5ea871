"""Step 65: five strategies that start from this company's own good experiences."""

from retention_coach.assessment import cite
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.advocacy_plan import AdvocacyPlanDraft, AdvocacyStrategyDraft, SuccessMetric
from retention_coach.domain.capacity import HORIZON_MONTHS, is_feasible
from retention_coach.domain.evidence import Evidence
from retention_coach.domain.sector_plan import SectorPlan
from retention_coach.engines.playbook.action_plan import infeasible
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.ledger import Ledger
from retention_coach.knowledge.entries.advocacy import AdvocacyNeed, AdvocacyPlay
from retention_coach.knowledge.selection import advocacy_for

STRATEGIES = 5
_LEAST_HOURS = 1.0


def write_advocacy_plan(case: Case) -> AdvocacyPlanDraft:
    """The five that fit best what the company has: named customers, satisfied ones, or nothing measured yet."""
    if not is_feasible(case.profile):
        return AdvocacyPlanDraft(strategies=(), infeasible=infeasible())
    plan = case.inputs.output(ActionPlan)
    ledger = Ledger(case.profile).after(plan, case.inputs.output(SectorPlan))
    chosen = sorted(_ranked(case)[:STRATEGIES], key=lambda play: play.needs != "none")
    strategies = tuple(_strategy(case, play, ledger, position) for position, play in enumerate(chosen))
    return AdvocacyPlanDraft(strategies=strategies, infeasible=None)


def _ranked(case: Case) -> list[AdvocacyPlay]:
    """Those whose need is met, the best answer to what was seen first; the others fill up to five."""
    model = case.profile.relationship_model
    met = advocacy_for(case.knowledge, available=_available(case), model=model, sector=case.own_key)
    rest = [play for play in case.knowledge.advocacy if play not in met]
    return [*_by_score(case, met), *_by_score(case, rest)]


def _by_score(case: Case, plays: tuple[AdvocacyPlay, ...] | list[AdvocacyPlay]) -> list[AdvocacyPlay]:
    free_only = case.profile.budget_usd in {None, 0}
    return sorted(
        plays,
        key=lambda play: (
            free_only and play.cost_usd > 0,
            -sum(case.weights.get(theme, 0) for theme in play.themes),
            play.id,
        ),
    )


def _available(case: Case) -> set[AdvocacyNeed]:
    """What the company can start from: a satisfied customer, and one who may be named."""
    found: set[AdvocacyNeed] = set()
    if case.weights.keys() & {"satisfied_customers", "referral_potential"}:
        found |= {"satisfied_customers", "named_customer"}
    return found


def _strategy(case: Case, play: AdvocacyPlay, ledger: Ledger, position: int) -> AdvocacyStrategyDraft:
    owner, month, hours = _slot(play, ledger, position)
    cost = play.cost_usd if play.cost_usd <= ledger.money else 0.0
    ledger.take(owner, month, hours, cost)
    wanted = max(1, round(hours / play.hours * 3))
    target = cite.assumed(
        "meta en los seis meses", wanted, "count", "Criterio profesional, a la medida de las horas asignadas."
    )
    return AdvocacyStrategyDraft(
        name=play.name,
        action=play.action,
        objective=play.objective,
        steps=play.steps,
        resources=play.resources,
        success_metrics=(
            SuccessMetric(
                name=play.success_metric,
                kpi=play.kpi,
                target=target,
                how_to_measure="Se cuenta al cierre de cada mes, con la autorización de cada cliente archivada.",
            ),
        ),
        commercial_application=play.commercial_application,
        consent_text=play.consent_text,
        message=play.collection_script,
        owner=owner,
        month=month,
        hours=hours,
        cost_usd=cost,
        method=play.method,
        evidence=(*_experience(case, play), cite.knowledge(play.id)),
        figures=(),
    )


def _slot(play: AdvocacyPlay, ledger: Ledger, position: int) -> tuple[str, int, float]:
    """Who and when: the month meant for it or the next one with at least an hour, and no more hours than are left.

    Where nobody has a whole hour left, the person with most hours in the least busy month.
    """
    months = [(position + offset) % HORIZON_MONTHS + 1 for offset in range(HORIZON_MONTHS)]
    owners = ledger.owners(play.owner_roles)
    for month in months:
        for owner in owners:
            if ledger.left(owner, month) >= _LEAST_HOURS:
                return owner, month, min(play.hours, ledger.left(owner, month))
    owner, month = max(
        ((owner, month) for owner in owners for month in months), key=lambda slot: ledger.left(slot[0], slot[1])
    )
    return owner, month, ledger.left(owner, month)


def _experience(case: Case, play: AdvocacyPlay) -> tuple[Evidence, ...]:
    """The answers, accounts or figures that the strategy starts from; else what would have to be found first."""
    seen = [item for item in case.told if item.signal.code in play.themes and item.signal.kind == "opportunity"]
    evidence = tuple(dict.fromkeys(item for sighting in seen for item in sighting.evidence))[:3]
    if any(item.kind != "assumption" for item in evidence):
        return evidence
    safe = [account for account in case.profile.accounts if account.risk == "low"]
    if safe and not set(play.themes) & {"unresolved_complaints", "quality_failures", "service_delays"}:
        return tuple(cite.account(account.id) for account in safe[:2])
    return (cite.assumption("Falta identificar a un cliente conforme; el primer paso es preguntarlo."),)
