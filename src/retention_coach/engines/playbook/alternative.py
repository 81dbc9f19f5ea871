"""One alternative of step 61 in words: the approach, told for this company, and what its plan takes."""

from collections.abc import Iterator, Sequence

from retention_coach.assessment import cite
from retention_coach.assessment.sightings import Sighting
from retention_coach.domain.base import AlternativeLabel, Method
from retention_coach.domain.capacity import HORIZON_MONTHS, is_feasible
from retention_coach.domain.evidence import Evidence
from retention_coach.domain.strategy import Alternative, Lever
from retention_coach.engines.playbook.approach_facts import Facts
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.goals import objective, whole
from retention_coach.engines.playbook.local import figures_of, month_fits
from retention_coach.engines.playbook.measured_goals import way_of
from retention_coach.engines.playbook.option import Option
from retention_coach.spanish import formats

LEVER_NAMES: dict[Method, str] = {
    "proactive_checkin": "Check-in proactivo",
    "value_content": "Contenido de valor",
    "loyalty_program": "Programa de lealtad",
    "expansion": "Expansión de servicios",
    "community": "Comunidad de clientes",
}


_MOST_SAID = 3
"""Conditions, and ways to fail, that somebody remembers."""


def write_alternative(case: Case, option: Option, label: AlternativeLabel) -> Alternative:
    """The option as the alternative with this label."""
    approach, facts = option.approach, Facts(case, option.fit)
    fits = month_fits(case, case.months[0])[:2]
    return Alternative(
        label=label,
        name=facts.title(),
        focus=" ".join((*facts.tell(approach.focus), facts.say(approach.later))),
        why=" ".join((*facts.tell(approach.why), _grounds(option.fit.causes))),
        levers=tuple(_lever(option, method) for method in option.course.methods),
        objectives=tuple(
            objective(case, way_of(case, kpi, option.tasks, HORIZON_MONTHS), option.route.due(kpi))
            for kpi in option.route.objectives
        ),
        effort_hours=option.hours,
        cost_usd=option.cost_usd,
        weeks_to_first_result=option.weeks,
        must_be_true=(*facts.tell(approach.must_be_true)[:_MOST_SAID], *_conditions(case, option)),
        how_it_can_fail=facts.tell(approach.how_it_can_fail)[:_MOST_SAID],
        early_sign=_early_sign(facts),
        local_fit=fits,
        evidence=_evidence(option),
        figures=(
            *facts.figures,
            *(task.reach_figure() for task in option.tasks if task.reach),
            *figures_of(*fits),
            *whole(case),
        ),
    )


def _grounds(causes: Sequence[Sighting]) -> str:
    """What the company said or measured that calls for the approach."""
    quoted = list(dict.fromkeys(f"«{cause.quote}»" for cause in causes if cause.quote))[:2]
    if quoted:
        return f"La empresa lo cuenta así: {formats.join_words(quoted)}."
    if any(item.kind != "assumption" for cause in causes for item in cause.evidence):
        return "Lo muestran las cifras y cuentas que entregó la empresa."
    return "Las respuestas todavía no lo confirman: es un supuesto que se comprueba en el primer mes."


def _lever(option: Option, method: Method) -> Lever:
    """The method by its first task that is work of the approach, or of the course, or by its first of any."""
    mine = [task for task in option.tasks if task.play.method == method]
    first = min(mine, key=lambda task: (not option.course.follows(task.play), not option.course.owns(task.play)))
    name = first.play.name
    return Lever(
        method=method,
        name=f"{LEVER_NAMES[method]}: {name[:1].lower()}{name[1:]}",
        first_action=first.activity,
        evidence=(*first.evidence(), cite.knowledge(first.play.id), cite.knowledge(option.approach.id)),
    )


def _early_sign(facts: Facts) -> str:
    """The sign with the day until which to look for it."""
    day, sign = facts.early_sign()
    return f"Hasta el {formats.long_date(day)}: {sign}"


def _evidence(option: Option) -> tuple[Evidence, ...]:
    seen = tuple(dict.fromkeys(item for cause in option.fit.causes for item in cause.evidence))[:4]
    return seen or (cite.profile("services"), cite.assumption("La entrevista no dio señales; se parte de lo habitual."))


def _conditions(case: Case, option: Option) -> Iterator[str]:
    """What this company's means ask for besides, in one sentence: the other alternative asks for the like."""
    hours = formats.plural(option.hours, "hora", "horas")
    has_budget = case.profile.budget_usd is not None
    if not case.profile.team:
        rest = "hasta entonces son un supuesto" if has_budget else "y con qué presupuesto; por ahora nada cuesta"
        yield f"Se confirma quién dará las {hours} que pide este camino{'; ' if has_budget else ' '}{rest}."
    elif not is_feasible(case.profile):
        rest = "hoy nadie las tiene" if has_budget else "hoy nadie las tiene, ni hay presupuesto definido"
        yield f"Alguien del equipo consigue las {hours} que pide este camino; {rest}."
    elif not has_budget:
        yield "El presupuesto está por definirse; mientras tanto este camino usa solo acciones sin costo."
