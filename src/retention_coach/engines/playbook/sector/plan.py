"""The sector plan: four considerations, and three phases made of the six-month plan's actions and what is added."""

from retention_coach.assessment import cite
from retention_coach.domain.action_plan import ActionPlan, PlanAction
from retention_coach.domain.capacity import is_feasible
from retention_coach.domain.sector_plan import PHASE_TITLES, PhaseDraft, SectorActionDraft, SectorPlanDraft
from retention_coach.engines.playbook.action_plan import infeasible
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.ledger import Ledger
from retention_coach.engines.playbook.local import figures_of, fit_for
from retention_coach.engines.playbook.sector.additions import added
from retention_coach.engines.playbook.sector.considerations import considerations_of
from retention_coach.engines.playbook.sector.deeds import deeds_of
from retention_coach.engines.playbook.sector.meant import trades_meant
from retention_coach.engines.playbook.sector.purposes import purpose_of
from retention_coach.engines.playbook.sector.trades import trades_of

_MOST_LINKED = 4


def write_sector_plan(case: Case) -> SectorPlanDraft:
    """The considerations always; the phases where somebody has the hours."""
    trades = trades_of(case)
    feasible = is_feasible(case.profile)
    return SectorPlanDraft(
        industry=", ".join(case.profile.customer_industries) or case.profile.industry,
        customer_profile=case.profile.customer_profile,
        considerations=considerations_of(case, trades),
        phases=_phases(case) if feasible else (),
        infeasible=None if feasible else infeasible(),
    )


def _phases(case: Case) -> tuple[PhaseDraft, ...]:
    plan = case.inputs.output(ActionPlan)
    ledger = Ledger(case.profile).after(plan)
    return tuple(_phase(case, plan, ledger, number) for number in range(len(PHASE_TITLES)))


def _phase(case: Case, plan: ActionPlan, ledger: Ledger, number: int) -> PhaseDraft:
    actions = [action for month in plan.months[number * 2 : number * 2 + 2] for action in month.actions]
    new = tuple(added(case, plan, ledger, number))
    purpose = purpose_of(case, number, deeds_of(case, actions, new))
    telling = sorted(actions, key=lambda action: (action.id not in purpose.done_by, _closeness(case, action)))
    linked = sorted(telling[:_MOST_LINKED], key=_by_date)
    return PhaseDraft(
        title=PHASE_TITLES[number],
        purpose=purpose.text,
        actions=(*(_linked(case, action) for action in linked), *new),
        figures=(),
    )


def _closeness(case: Case, action: PlanAction) -> int:
    """0 for an action of the customers' trade, 1 for one that names accounts, 2 for the others."""
    cited = {item.ref for item in action.evidence}
    if any(play.id in cited and (play.customer_sectors or play.only_sectors) for play in case.plays):
        return 0
    return 1 if any(item.kind == "account" for item in action.evidence) else 2


def _by_date(action: PlanAction) -> tuple[str, str]:
    return action.deadline.isoformat(), action.id


def _linked(case: Case, action: PlanAction) -> SectorActionDraft:
    """An action of the six-month plan, with what the sector makes of it; its number is its own target."""
    fit = fit_for(case, action.deadline, trades_meant(case, action.activity, action.evidence))
    if action.figures:
        target = action.figures[0].model_copy(update={"basis": cite.plan(action.id)})
    else:
        target = cite.assumed(
            "acción hecha y comprobada", 1, "count", "La acción se cumple una sola vez y queda constancia escrita."
        )
    return SectorActionDraft(
        plan_action_id=action.id,
        activity=action.activity,
        owner=action.owner,
        hours=action.hours,
        cost_usd=action.cost_usd,
        deadline=action.deadline,
        kpi=action.kpi,
        metric=action.metric,
        target=target,
        local_fit=fit,
        evidence=(cite.plan(action.id), cite.knowledge(fit.knowledge_id)),
        figures=(*action.figures, *figures_of(fit)),
    )
