"""Step 61: the diagnosis and two alternatives that pull different levers.

The first protects what is at risk (check-ins and useful content); the second builds on what works (expansion,
loyalty, community). They share no method, so they cannot be two wordings of one idea. Each is costed by planning it:
its hours and dollars are those that step 62 will spend.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from retention_coach.assessment import cite
from retention_coach.assessment.sightings import Sighting
from retention_coach.domain.base import AlternativeLabel, KpiId, Method
from retention_coach.domain.capacity import HORIZON_MONTHS, is_feasible
from retention_coach.domain.strategy import Alternative, Lever, Recommendation, StrategyDraft
from retention_coach.engines.playbook import diagnosis
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.goals import objective, whole
from retention_coach.engines.playbook.ledger import Ledger
from retention_coach.engines.playbook.local import figures_of, month_fits
from retention_coach.engines.playbook.measured_goals import way_of
from retention_coach.engines.playbook.route import Route, route_for
from retention_coach.engines.playbook.schedule import Scheduler
from retention_coach.engines.playbook.task import Task
from retention_coach.knowledge.entries.signals import SignalEntry
from retention_coach.spanish import formats


@dataclass(frozen=True, slots=True)
class Approach:
    """One of the two ways to go: which signals call for it, by which methods, towards which goals."""

    label: AlternativeLabel
    kinds: tuple[str, ...]
    methods: tuple[Method, ...]
    goals: tuple[KpiId, ...]
    verb: str
    focus: str
    why: str
    fallback: str
    must_be_true: tuple[str, ...]
    failures: tuple[str, ...]
    early_sign: str


PROTECT = Approach(
    label="A",
    kinds=("risk", "gap"),
    methods=("proactive_checkin", "value_content"),
    goals=("retention", "response_time", "nps"),
    verb="Proteger la cartera",
    focus="Se concentra en las cuentas que hoy pueden irse: contacto no comercial con fecha fija, respuesta a lo que "
    "molesta e información útil. Deja para después las ventas adicionales.",
    why="Conviene cuando lo urgente es dejar de perder clientes",
    fallback="lo que hoy no se vigila",
    must_be_true=(
        "Quien visite o llame puede resolver, o tiene a quién acudir el mismo día.",
        "Gerencia acepta que en estas conversaciones no se vende.",
    ),
    failures=(
        "Las visitas se vuelven de cortesía y nadie resuelve lo que el cliente contó.",
        "En semanas de mucho trabajo el contacto se posterga y el cliente nota la diferencia.",
    ),
    early_sign="Dos contactos seguidos sin un compromiso escrito con responsable y fecha.",
)

GROW = Approach(
    label="B",
    kinds=("opportunity",),
    methods=("expansion", "loyalty_program", "community"),
    goals=("retention", "usage", "nps"),
    verb="Crecer con quienes ya confían",
    focus="Se concentra en los clientes que están contentos: ampliar lo que compran, reconocer su permanencia y "
    "reunirlos entre ellos. Vigila a los que están en riesgo, sin volcar en ellos el esfuerzo.",
    why="Conviene cuando la base está contenta y compra menos de lo que podría",
    fallback="los clientes que más valoran el servicio",
    must_be_true=(
        "Hay clientes satisfechos a quienes ofrecer algo que de verdad les sirva.",
        "El equipo distingue cuándo un cliente tiene una queja abierta y no le ofrece nada hasta cerrarla.",
    ),
    failures=(
        "El cliente percibe el reconocimiento como una venta disfrazada.",
        "Se ofrece más servicio a quien todavía espera que le resuelvan algo.",
    ),
    early_sign="Los clientes invitados aceptan por compromiso y no vuelven a responder.",
)

LEVER_REASONS: dict[Method, str] = {
    "proactive_checkin": "Check-in proactivo",
    "value_content": "Contenido de valor",
    "loyalty_program": "Programa de lealtad",
    "expansion": "Expansión de servicios",
    "community": "Comunidad de clientes",
}


def write_strategy(case: Case) -> StrategyDraft:
    """Diagnosis, two alternatives, and which is recommended."""
    seen = diagnosis.observations(case)
    protect, grow = _alternative(case, PROTECT), _alternative(case, GROW)
    return StrategyDraft(
        diagnosis=seen,
        unknowns=diagnosis.unknowns(case, seen),
        alternatives=(protect, grow),
        recommendation=_recommendation(case),
    )


def _alternative(case: Case, approach: Approach) -> Alternative:
    route = route_for(case, approach.goals)
    tasks, methods = _plan(case, approach, route)
    causes = _causes(case, approach)
    levers = tuple(_lever(method, tasks) for method in methods)
    fits = month_fits(case, case.months[0])[:2]
    return Alternative(
        label=approach.label,
        name=_name(approach, causes),
        focus=approach.focus,
        why=_why(approach, causes),
        levers=levers,
        objectives=tuple(
            objective(case, way_of(case, kpi, tasks, HORIZON_MONTHS), route.due(kpi)) for kpi in route.objectives
        ),
        effort_hours=round(sum(task.hours for task in tasks), 2),
        cost_usd=round(sum(task.cost_usd for task in tasks), 2),
        weeks_to_first_result=_first_result(tasks),
        must_be_true=(*approach.must_be_true, *_conditions(case)),
        how_it_can_fail=approach.failures,
        early_sign=approach.early_sign,
        local_fit=fits,
        evidence=tuple(dict.fromkeys(item for cause in causes for item in cause.evidence))[:4]
        or (cite.profile("services"), cite.assumption("La entrevista no dio señales; se parte de lo habitual.")),
        figures=(*(task.reach_figure() for task in tasks if task.reach), *figures_of(*fits), *whole(case)),
    )


def _plan(case: Case, approach: Approach, route: Route) -> tuple[tuple[Task, ...], tuple[Method, ...]]:
    """The tasks and the methods that they really use: what does not fit in the hours is no lever."""
    methods: tuple[Method, ...] = approach.methods
    while True:
        tasks = Scheduler(case, Ledger(case.profile), methods).run(route.stops)
        used = tuple(method for method in methods if any(task.play.method == method for task in tasks))
        if used == methods:
            return tasks, methods
        methods = used


def _lever(method: Method, tasks: Sequence[Task]) -> Lever:
    first = next(task for task in tasks if task.play.method == method)
    evidence = first.evidence()
    return Lever(
        method=method,
        name=f"{LEVER_REASONS[method]}: {first.play.name[:1].lower()}{first.play.name[1:]}",
        first_action=first.activity,
        evidence=(*evidence, cite.knowledge(first.play.id)),
    )


def _causes(case: Case, approach: Approach) -> tuple[Sighting, ...]:
    return tuple(item for item in case.told if item.signal.kind in approach.kinds)[:3]


def _name(approach: Approach, causes: Sequence[Sighting]) -> str:
    main = [_lower(item.signal) for item in causes if item.signal.kind == approach.kinds[0]][:2]
    return f"{approach.verb}: {formats.join_words(main) if main else approach.fallback}"


def _why(approach: Approach, causes: Sequence[Sighting]) -> str:
    if not causes:
        return f"{approach.why}. La entrevista aún no dio señales que lo confirmen."
    named = "; ".join(_lower(item.signal) for item in causes)
    return f"{approach.why}. En esta empresa lo sugieren estas señales: {named}."


def _lower(signal: SignalEntry) -> str:
    return signal.label[:1].lower() + signal.label[1:]


def _first_result(tasks: Sequence[Task]) -> int:
    first = min((task.play.lead_time_days for task in tasks if task.month == 1), default=21)
    return max(2, round((first + 14) / 7))


def _conditions(case: Case) -> tuple[str, ...]:
    conditions = []
    if not case.profile.team:
        conditions.append("Se confirma quién hará el trabajo y cuántas horas al mes; hasta entonces son un supuesto.")
    elif not is_feasible(case.profile):
        conditions.append("Al menos una persona del equipo consigue más horas al mes para este trabajo.")
    if case.profile.budget_usd is None:
        conditions.append("El presupuesto está por definirse; mientras tanto el plan solo usa acciones sin costo.")
    return tuple(conditions)


def _recommendation(case: Case) -> Recommendation:
    risk = sum(item.weight for item in case.told if item.signal.kind == "risk")
    promise = sum(item.weight for item in case.told if item.signal.kind == "opportunity")
    protect = risk >= promise
    kind = "risk" if protect else "opportunity"
    causes = [item for item in case.told if item.signal.kind == kind][:3]
    named = "; ".join(_lower(item.signal) for item in causes) or "todavía faltan respuestas"
    evidence = tuple(dict.fromkeys(item for cause in causes for item in cause.evidence))[:4]
    return Recommendation(
        label="A" if protect else "B",
        reason=(
            f"Las señales de riesgo pesan más que las oportunidades: {named}. Antes de vender más, dejar de perder."
            if protect
            else f"Las oportunidades pesan más que los riesgos: {named}. Hay una base contenta sobre la cual construir."
        ),
        when_the_other_is_better=(
            "La B conviene si en los dos primeros meses se cierran las quejas abiertas y los clientes grandes renuevan."
            if protect
            else "La A conviene si una cuenta grande avisa que cotiza con otro o si se acumulan quejas sin cerrar."
        ),
        evidence=evidence or (cite.assumption("Sin señales suficientes se prefiere proteger lo que ya se tiene."),),
        figures=(),
    )
