"""Step 64: the same six months seen from the customers' sector, plus what only this sector needs."""

from collections.abc import Iterator
from datetime import date

from retention_coach.assessment import cite
from retention_coach.domain.action_plan import ActionPlan, PlanAction
from retention_coach.domain.base import KpiId
from retention_coach.domain.capacity import is_feasible
from retention_coach.domain.evidence import Evidence
from retention_coach.domain.sector_plan import (
    PHASE_TITLES,
    Consideration,
    PhaseDraft,
    SectorActionDraft,
    SectorPlanDraft,
)
from retention_coach.engines.playbook.action_plan import infeasible
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.ledger import Ledger
from retention_coach.engines.playbook.local import figures_of, fit_for
from retention_coach.engines.playbook.timing import deadline
from retention_coach.knowledge.entries.plays import Play
from retention_coach.spanish import formats

_MOST_LINKED = 3
_ROOM_FOR_ADVOCACY = 1.0
"""Hours of each month that a new sector action leaves for the strategies of step 65."""

_PURPOSES = (
    "Que cada cliente del sector {sector} sepa quién responde por él y vea resuelto lo primero que pidió.",
    "Que el cliente del sector {sector} reciba algo útil para su propio negocio, aunque no lo haya comprado.",
    "Que quien ya está conforme en el sector {sector} se quede, amplíe y hable bien de la empresa.",
)


def write_sector_plan(case: Case) -> SectorPlanDraft:
    """Considerations, and three phases made of the six-month plan's actions and what the sector adds."""
    industry = ", ".join(case.profile.customer_industries) or case.profile.industry
    if not is_feasible(case.profile):
        return SectorPlanDraft(
            industry=industry,
            customer_profile=case.profile.customer_profile,
            considerations=_considerations(case),
            phases=(),
            infeasible=infeasible(),
        )
    plan = case.inputs.output(ActionPlan)
    ledger = Ledger(case.profile).after(plan)
    return SectorPlanDraft(
        industry=industry,
        customer_profile=case.profile.customer_profile,
        considerations=_considerations(case),
        phases=tuple(_phase(case, plan, ledger, number) for number in range(3)),
        infeasible=None,
    )


def _considerations(case: Case) -> tuple[Consideration, ...]:
    sector = case.sector
    basis = (cite.knowledge(sector.id), *_confirmation(case))
    rivals = next((item for item in case.told if item.signal.code in {"active_competition", "price_pressure"}), None)
    told = f" La empresa lo vive así: «{rivals.quote}»." if rivals and rivals.quote else ""
    evidence_of_rivals: tuple[Evidence, ...] = rivals.evidence if rivals else ()
    return (
        Consideration(
            kind="particularities",
            statement=f"{sector.particularities[0]} {sector.as_customer[0]}{_not_known(case)}",
            evidence=basis,
            figures=(),
        ),
        Consideration(kind="business_cycle", statement=_cycle(case), evidence=basis, figures=()),
        Consideration(
            kind="competitive_pressures",
            statement=f"{' '.join(sector.competitive_pressures[:2])}{told}",
            evidence=(*basis, *evidence_of_rivals),
            figures=(),
        ),
        Consideration(
            kind="customer_expectations", statement=" ".join(sector.expectations[:2]), evidence=basis, figures=()
        ),
    )


def _not_known(case: Case) -> str:
    """Which of the customers' industries the plan cannot speak of, said plainly."""
    names = [quoted for name in case.unknown_industries if (quoted := case.quote(name))]
    if not names:
        return ""
    return f" De {formats.join_words(names)} no hay ficha propia: confirme su ciclo con esos clientes."


def _confirmation(case: Case) -> tuple[Evidence, ...]:
    """The company's word on its sector's season, if it gave it."""
    return tuple(cite.answer(item.id) for item in case.inputs.answers if item.id == "Q0" and item.text)


def _cycle(case: Case) -> str:
    months = [(period, case.month_note(period)) for period in case.setting.periods]
    high = [formats.month_name(period) for period, note in months if note.activity == "high"]
    low = [formats.month_name(period) for period, note in months if note.activity == "low"]
    parts = []
    if high:
        whose = "según la empresa" if case.season.sentence else "para el sector"
        parts.append(f"Meses exigentes {whose}: {formats.join_words(high)}.")
    if low:
        parts.append(f"Meses tranquilos: {formats.join_words(low)}.")
    if case.season.is_other:
        usual = f"La empresa dice que la temporada usual del sector {case.sector.adjective} no es la suya"
        return " ".join([f"{usual}; las visitas se confirman antes con cada cliente.", *parts])
    if not parts:
        parts.append("En estos meses el sector mantiene un ritmo parejo.")
    return " ".join([*parts, months[0][1].text])


def _phase(case: Case, plan: ActionPlan, ledger: Ledger, number: int) -> PhaseDraft:
    months = plan.months[number * 2 : number * 2 + 2]
    linked = [action for month in months for action in month.actions][:_MOST_LINKED]
    actions = [_linked(case, action) for action in linked]
    actions += list(_new(case, plan, ledger, number))
    return PhaseDraft(
        title=PHASE_TITLES[number],
        purpose=_PURPOSES[number].format(sector=case.sector.adjective),
        actions=tuple(actions),
        figures=(),
    )


def _linked(case: Case, action: PlanAction) -> SectorActionDraft:
    """An action of the six-month plan, with what the sector makes of it; its number is its own target."""
    fit = fit_for(case, action.deadline)
    if action.figures:
        target = action.figures[0].model_copy(update={"basis": cite.plan(action.id)})
    else:
        target = cite.assumed("acción hecha y comprobada", 1, "count", "Se cumple una vez, con constancia escrita.")
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
        evidence=(cite.plan(action.id), cite.knowledge(case.sector.id)),
        figures=(*action.figures, *figures_of(fit)),
    )


def _new(case: Case, plan: ActionPlan, ledger: Ledger, number: int) -> Iterator[SectorActionDraft]:
    """One action that only this sector calls for, if there are hours and money left for it in the phase."""
    used = {item.ref for action in plan.actions().values() for item in action.evidence if item.kind == "knowledge"}
    for play in _sector_plays(case, number + 1):
        if play.id in used or not set(play.prerequisites) <= used:
            continue
        for month in (number * 2 + 1, number * 2 + 2):
            period = case.setting.periods[month - 1]
            if play.months and int(period[5:]) not in play.months:
                continue
            day = deadline(case, period, 0, play.lead_time_days)
            owner = _free_owner(ledger, play, month)
            if day is not None and owner is not None:
                reach = play.min_reach if play.needs_reach else 0
                ledger.take(owner, month, play.hours(reach), play.cost_usd(reach))
                yield _added(case, play, day, owner, reach)
                return


def _free_owner(ledger: Ledger, play: Play, month: int) -> str | None:
    """Who can do the play for one customer and still leave room for the strategies of step 65."""
    reach = play.min_reach if play.needs_reach else 0
    hours, cost = play.hours(reach), play.cost_usd(reach)
    if hours <= 0 or cost > ledger.money * 0.2:
        return None
    owners = ledger.owners(play.owner_roles)
    return next((owner for owner in owners if hours <= ledger.left(owner, month) - _ROOM_FOR_ADVOCACY), None)


def _sector_plays(case: Case, phase: int) -> list[Play]:
    fitting = [
        play
        for play in case.plays
        if play.horizon_phase == phase and (play.only_sectors or play.customer_sectors or "{sector}" in play.action)
    ]
    return sorted(
        fitting,
        key=lambda play: (
            not play.customer_sectors,
            -sum(case.weights.get(theme, 0) for theme in play.themes),
            play.id,
        ),
    )


def _added(case: Case, play: Play, day: date, owner: str, reach: int) -> SectorActionDraft:
    fit = fit_for(case, day)
    cause = next((item for item in case.told if item.signal.code in play.themes), None)
    kpi: KpiId = play.kpi
    why = "Se prueba con uno antes de extenderlo."
    target = cite.assumed("clientes con los que se empieza", max(reach, 1), "customers", why)
    return SectorActionDraft(
        plan_action_id=None,
        activity=play.render_action(reach=reach, sector=case.sector.adjective, segment=play.segments[0]),
        owner=owner,
        hours=play.hours(reach),
        cost_usd=play.cost_usd(reach),
        deadline=day,
        kpi=kpi,
        metric=play.metric,
        target=target,
        local_fit=fit,
        evidence=(*(cause.evidence if cause else ()), cite.knowledge(play.id), cite.knowledge(case.sector.id)),
        figures=figures_of(fit),
    )
