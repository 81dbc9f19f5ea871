"""The six outputs of the sample company: small, complete and without a single finding."""

from datetime import date

from sample_company import ANSWERS, KNOWLEDGE, PROFILE

from retention_coach.checks import CheckContext
from retention_coach.domain.action_plan import ActionPlan, MainIndicator, PlanAction, PlanMonth
from retention_coach.domain.advocacy_plan import AdvocacyPlan, AdvocacyStrategy, SuccessMetric
from retention_coach.domain.base import TOPICS, AlternativeLabel, KpiId, Method, Topic, Unit
from retention_coach.domain.evidence import Evidence, EvidenceKind, Figure
from retention_coach.domain.interview import GuideQuestion, InterviewGuide
from retention_coach.domain.kpi_set import Kpi, KpiSet, OptimalRatio, Scenario
from retention_coach.domain.sector_plan import (
    PHASE_TITLES,
    Consideration,
    ConsiderationKind,
    Phase,
    SectorAction,
    SectorPlan,
)
from retention_coach.domain.strategy import (
    Alternative,
    Lever,
    LocalFit,
    Objective,
    Observation,
    Recommendation,
    Strategy,
    Unknown,
)
from retention_coach.ports import StepInputs

MANAGER, ASSISTANT = "Gerente general", "Asistente contable"


def source(kind: EvidenceKind, ref: str, detail: str = "") -> Evidence:
    """A piece of evidence."""
    return Evidence(kind=kind, ref=ref, detail=detail)


def figure(value: float, unit: Unit, kind: EvidenceKind, ref: str, detail: str = "") -> Figure:
    """A figure with its basis."""
    return Figure(label="cifra del plan", value=value, unit=unit, basis=source(kind, ref, detail))


def sums_to(value: float, unit: Unit, operation: str) -> Figure:
    """A figure computed from the plan's own numbers."""
    return figure(value, unit, "calculation", "plan_arithmetic", operation)


PORTFOLIO = figure(18, "customers", "figure", "customers_start")
LOST = figure(3, "customers", "figure", "customers_lost")
MEDIAN = figure(10, "hours", "figure", "response_hours_median")
NPS = figure(50, "points", "calculation", "nps_counts", "(6 - 1) / 10 * 100")
CONSENT = LocalFit(knowledge_id="legal.consent", statement="Todo permiso se pide por escrito y puede retirarse.")


def question(number: int, topic: Topic) -> GuideQuestion:
    """A question of the guide."""
    return GuideQuestion(
        id=f"Q{number}",
        topic=topic,
        text="¿Cómo responde usted a una queja?",
        why="Muestra cuánto esperan sus clientes.",
        examples=("Por correo, el mismo día.", "Depende de quién esté en la oficina."),
        confirms="sector.flores" if number == 1 else None,
    )


GUIDE = InterviewGuide(questions=tuple(question(number, topic) for number, topic in enumerate(TOPICS, start=1)))


def observation(number: int, topic: Topic, statement: str, ref: str, *figures: Figure) -> Observation:
    """An observation that rests on an answer."""
    return Observation(
        id=f"D{number}",
        topic=topic,
        statement=statement,
        strength="strong",
        evidence=(source("answer", ref),),
        figures=figures,
    )


def lever(method: Method, name: str, action: str, ref: str) -> Lever:
    """A lever that rests on a knowledge entry."""
    return Lever(method=method, name=name, first_action=action, evidence=(source("knowledge", ref),))


FEWER_LOSSES = Objective(
    kpi="churn",
    kind="improve",
    statement="Perder a lo sumo 2 de 18 clientes.",
    baseline=LOST,
    target=sums_to(2, "customers", "3 - 1"),
    due=date(2028, 1, 31),
)
FASTER_ANSWERS = Objective(
    kpi="response_time",
    kind="improve",
    statement="Bajar la mediana de respuesta de 10 a 8 horas.",
    baseline=MEDIAN,
    target=sums_to(8, "hours", "10 * 0.8"),
    due=date(2027, 11, 30),
)
BETTER_NPS = Objective(
    kpi="nps",
    kind="improve",
    statement="Subir el NPS de 50 a 60 puntos.",
    baseline=NPS,
    target=sums_to(60, "points", "50 + 10"),
    due=date(2028, 1, 31),
)


def alternative(
    label: AlternativeLabel,
    name: str,
    levers: tuple[Lever, ...],
    objectives: tuple[Objective, ...],
    own: tuple[str, str, str, str],
    weeks: int,
) -> Alternative:
    """An alternative; `own` are its focus, condition, way to fail and early sign; the rest is common to both."""
    focus, condition, failure, sign = own
    return Alternative(
        label=label,
        name=name,
        focus=focus,
        why="La empresa ya sabe por qué se fueron sus clientes y puede corregirlo sin contratar a nadie.",
        levers=levers,
        objectives=objectives,
        effort_hours=60,
        cost_usd=300,
        weeks_to_first_result=weeks,
        must_be_true=(condition,),
        how_it_can_fail=(failure,),
        early_sign=sign,
        local_fit=(LocalFit(knowledge_id="sector.flores", statement="En enero las fincas no reciben visitas."),),
        evidence=(source("answer", "Q2"), source("profile", "team")),
        figures=(PORTFOLIO,),
    )


STRATEGY = Strategy(
    diagnosis=(
        observation(1, "situation", "La relación es buena, pero la respuesta tarda 10 horas.", "Q1", MEDIAN),
        observation(2, "risks", "Quienes se fueron dicen que «nadie les contestaba a tiempo el correo».", "Q2"),
        observation(3, "opportunities", "Hay clientes dispuestos a recomendar a la empresa.", "Q4"),
        observation(4, "resources", "Dos personas pueden dedicar horas a sus clientes.", "Q1"),
    ),
    unknowns=(
        Unknown(topic="objectives", what="La meta de la gerencia.", how_to_know="Preguntarla en la próxima reunión."),
    ),
    alternatives=(
        alternative(
            "A",
            "Respuesta a tiempo",
            (
                lever("proactive_checkin", "Llamada de cortesía", "Llame a cada finca una vez.", "sector.flores"),
                lever("value_content", "Aviso tributario", "Envíe un aviso antes de cada cierre.", "legal.consent"),
            ),
            (FEWER_LOSSES, FASTER_ANSWERS),
            (
                "Se concentra en contestar en el día a las fincas y deja los beneficios para después.",
                "La gerencia reserva tiempo cada semana para las llamadas.",
                "El cierre de mes absorbe a todo el equipo.",
                "Pasan dos semanas sin llamadas.",
            ),
            weeks=4,
        ),
        alternative(
            "B",
            "Club de fincas",
            (
                lever("loyalty_program", "Beneficio por antigüedad", "Defina un beneficio anual.", "sector.flores"),
                lever("community", "Desayuno de fincas", "Invite a un desayuno técnico.", "legal.consent"),
            ),
            (BETTER_NPS,),
            (
                "Reúne a los clientes antiguos y les reconoce la permanencia; la publicidad queda para después.",
                "Al menos cinco fincas aceptan encontrarse con sus vecinas.",
                "El beneficio llega tarde y molesta más que su ausencia.",
                "Los invitados confirman por cortesía.",
            ),
            weeks=8,
        ),
    ),
    recommendation=Recommendation(
        label="A",
        reason="Corrige la causa de las salidas con 60 horas de trabajo.",
        when_the_other_is_better="Si las respuestas ya fueran rápidas.",
        evidence=(source("plan", "A"), source("answer", "Q2")),
        figures=(figure(60, "hours", "plan", "A"),),
    ),
)


def action(number: int, activity: str, owner: str, deadline: date, method: Method) -> PlanAction:
    """An action of four hours and USD 20."""
    return PlanAction(
        id=f"A{number}",
        activity=activity,
        owner=owner,
        resources=("Lista de clientes",),
        hours=4,
        cost_usd=20,
        deadline=deadline,
        method=method,
        kpi="churn",
        metric="Clientes atendidos",
        evidence=(source("plan", "D2"), source("account", "C1")),
        figures=(),
    )


def goal(kpi: KpiId, statement: str, target: Figure, due: date, baseline: Figure | None = None) -> Objective:
    """A goal that improves an indicator."""
    return Objective(kpi=kpi, kind="improve", statement=statement, baseline=baseline, target=target, due=due)


def month(number: int, period: str, month_goal: Objective, seasons: tuple[str, ...], *actions: PlanAction) -> PlanMonth:
    """A month of the plan."""
    return PlanMonth(
        number=number,
        period=period,
        goal=month_goal,
        main_indicator=MainIndicator(kpi=month_goal.kpi, reading="Se va bien si la lectura mejora."),
        seasonality=tuple(LocalFit(knowledge_id=entry, statement="Se evita ese día.") for entry in seasons),
        seasonality_note="Las visitas se agendan fuera de los cierres de mes.",
        actions=actions,
        figures=(),
    )


SURVEY = Objective(
    kpi="nps",
    kind="measure",
    statement="Obtener 12 respuestas a la pregunta de recomendación.",
    baseline=None,
    target=figure(12, "answers", "assumption", "", "Dos de cada tres clientes contestan."),
    due=date(2027, 8, 31),
)

ACTION_PLAN = ActionPlan(
    alternative="A",
    months=(
        month(
            1,
            "2027-08",
            SURVEY,
            ("season.decimo_cuarto_sierra",),
            action(1, "Llame a cada cliente y escuche.", ASSISTANT, date(2027, 8, 20), "proactive_checkin"),
            action(2, "Envíe la pregunta de recomendación.", MANAGER, date(2027, 8, 27), "proactive_checkin"),
        ),
        month(
            2,
            "2027-09",
            goal(
                "response_time", "Responder en 9,5 horas.", sums_to(9.5, "hours", "10 - 0.5"), date(2027, 9, 30), MEDIAN
            ),
            (),
            action(3, "Publique un aviso tributario breve.", ASSISTANT, date(2027, 9, 15), "value_content"),
        ),
        month(
            3,
            "2027-10",
            goal("response_time", "Responder en 9 horas.", sums_to(9, "hours", "10 - 1"), date(2027, 10, 29)),
            ("holiday.2027-guayaquil",),
            action(4, "Asigne un responsable a cada correo.", MANAGER, date(2027, 10, 15), "proactive_checkin"),
        ),
        month(
            4,
            "2027-11",
            goal("response_time", "Responder en 8 horas.", figure(8, "hours", "plan", "A"), date(2027, 11, 30)),
            ("holiday.2027-difuntos",),
            action(5, "Revise los correos sin respuesta.", ASSISTANT, date(2027, 11, 19), "proactive_checkin"),
        ),
        month(
            5,
            "2027-12",
            goal("churn", "Perder a lo sumo 3 clientes.", LOST, date(2027, 12, 30)),
            ("local.quito", "holiday.2027-navidad"),
            action(6, "Visite con gerencia a las fincas clave.", MANAGER, date(2027, 12, 15), "proactive_checkin"),
        ),
        month(
            6,
            "2028-01",
            goal(
                "churn",
                "Perder a lo sumo 2 clientes en 6 meses.",
                figure(2, "customers", "plan", "churn"),
                date(2028, 1, 31),
            ),
            (),
            action(7, "Entregue un resumen de lo logrado.", MANAGER, date(2028, 1, 12), "value_content"),
        ),
    ),
    calendar_note="Los feriados de 2028 aún no se conocen.",
    infeasible=None,
)


def kpi(kpi_id: KpiId, formula: str, baseline: Figure | None, target: Figure | None = None) -> Kpi:
    """An indicator with three scenarios around 5 and 9."""
    return Kpi(
        kpi=kpi_id,
        definition="Mide cómo siguen sus clientes.",
        formula_id=formula,
        formula_text="Se divide lo observado para el total.",
        frequency="monthly",
        direction="down" if kpi_id in {"churn", "response_time"} else "up",
        baseline=baseline,
        baseline_note="Dato de la propia empresa.",
        target=target,
        optimal_ratio=OptimalRatio(
            own_target="La meta es la del plan.",
            benchmark_id="benchmark.first_reply_consultancy" if kpi_id == "response_time" else None,
            benchmark_note="Sin referencia publicada para el Ecuador.",
        ),
        scenarios=(
            Scenario(label="alert", low=None, high=5, action="Reunir al equipo esa semana."),
            Scenario(label="watch", low=5, high=9, action="Revisar las cuentas una por una."),
            Scenario(label="on_target", low=9, high=None, action="Mantener lo que se hace."),
        ),
        owner=MANAGER,
        data_source="Registro de clientes",
        evidence=(source("knowledge", "sector.contabilidad"),),
        figures=(),
    )


CLV = figure(2400 / (1 + 0.12 - 15 / 18), "usd", "calculation", "clv_end_of_period", "2400 / (1 + 0.12 - 15 / 18)")

KPI_SET = KpiSet(
    kpis=(
        kpi("retention", "retention_by_lost", sums_to(15, "customers", "18 - 3")),
        kpi("nps", "nps_counts", NPS),
        kpi("clv", "clv_end_of_period", CLV),
        kpi("churn", "logo_churn", LOST, figure(2, "customers", "plan", "churn")),
        kpi("usage", "usage_per_customer", None),
        kpi("response_time", "first_response_median", MEDIAN, figure(8, "hours", "plan", "response_time")),
    )
)


def consideration(kind: ConsiderationKind) -> Consideration:
    """One of the four considerations."""
    return Consideration(
        kind=kind,
        statement="Las fincas concentran su trabajo antes de San Valentín.",
        evidence=(source("knowledge", "sector.flores"),),
        figures=(),
    )


def sector_action(number: int, original: PlanAction | None, activity: str, deadline: date) -> SectorAction:
    """A sector action: one of the plan, or a new one of two hours and USD 10."""
    return SectorAction(
        id=f"S{number}",
        plan_action_id=original.id if original else None,
        activity=activity,
        owner=original.owner if original else ASSISTANT,
        hours=original.hours if original else 2,
        cost_usd=original.cost_usd if original else 10,
        deadline=original.deadline if original else deadline,
        kpi="churn",
        metric="Fincas atendidas",
        target=figure(2, "customers", "plan", "churn"),
        local_fit=CONSENT,
        evidence=(source("plan", "A1"),),
        figures=(),
    )


def phase(number: int, *actions: SectorAction) -> Phase:
    """A phase of two months."""
    return Phase(
        title=PHASE_TITLES[number],
        purpose="Mes 1-2: Fortalecimiento de relación inicial, con cada finca." if number == 0 else "Dar más valor.",
        actions=actions,
        figures=(),
    )


_BY_ID = ACTION_PLAN.actions()

SECTOR_PLAN = SectorPlan(
    industry="Florícola",
    customer_profile="Fincas medianas de Cayambe",
    considerations=(
        consideration("particularities"),
        consideration("business_cycle"),
        consideration("competitive_pressures"),
        consideration("customer_expectations"),
    ),
    phases=(
        phase(0, sector_action(1, _BY_ID["A1"], "Llame a cada finca y escuche.", date(2027, 8, 20))),
        phase(1, sector_action(2, None, "Prepare una guía de costos por tallo.", date(2027, 10, 20))),
        phase(2, sector_action(3, _BY_ID["A6"], "Visite las fincas antes de la cosecha.", date(2027, 12, 15))),
    ),
    infeasible=None,
)


def advocacy(number: int, name: str, action_text: str) -> AdvocacyStrategy:
    """One of the five strategies, of two hours in month `number`."""
    return AdvocacyStrategy(
        id=f"E{number}",
        name=name,
        action=action_text,
        objective="Que las fincas confíen en la empresa por lo que otras cuentan.",
        steps=("Elija al cliente.", "Pida permiso por escrito."),
        resources=("Formulario de autorización",),
        success_metrics=(
            SuccessMetric(
                name="Permisos obtenidos",
                kpi="nps",
                target=figure(4, "count", "assumption", "", "Uno de cada cuatro clientes acepta."),
                how_to_measure="Se cuentan los formularios firmados.",
            ),
        ),
        commercial_application="Se adjunta a cada propuesta para clientes nuevos.",
        consent_text="Autorizo a usar el nombre de mi empresa; puedo retirar el permiso cuando quiera.",
        message="Le saluda Contadores del Valle 24 Horas. ¿Nos permitiría contar su experiencia?",
        owner=MANAGER,
        month=number,
        hours=2,
        cost_usd=5,
        method="community",
        evidence=(source("answer", "Q4"), source("account", "C1")),
        figures=(),
    )


ADVOCACY_PLAN = AdvocacyPlan(
    strategies=(
        advocacy(1, "Caso de éxito", "Redacte un caso breve con una finca."),
        advocacy(2, "Referidos", "Pida una presentación a cada finca satisfecha."),
        advocacy(3, "Testimonio en video", "Grabe un minuto con la gerencia de la finca."),
        advocacy(4, "Visita guiada", "Lleve a un interesado a una finca cliente."),
        advocacy(5, "Mesa de fincas", "Reúna a fincas clientes y a fincas invitadas."),
    ),
    infeasible=None,
)

_INPUTS = StepInputs(profile=PROFILE, answers=ANSWERS, choice="A")


def _after(*outputs: Strategy | ActionPlan | KpiSet | SectorPlan) -> StepInputs:
    return StepInputs(
        profile=PROFILE, answers=ANSWERS, choice="A", outputs={type(output): output for output in outputs}
    )


CONTEXTS: dict[str, CheckContext] = {
    "guide": CheckContext("61-interview", StepInputs(profile=PROFILE), KNOWLEDGE),
    "strategy": CheckContext("61-strategy", _INPUTS, KNOWLEDGE),
    "plan": CheckContext("62-action-plan", _after(STRATEGY), KNOWLEDGE),
    "kpis": CheckContext("63-kpis", _after(STRATEGY, ACTION_PLAN), KNOWLEDGE),
    "sector": CheckContext("64-sector-plan", _after(STRATEGY, ACTION_PLAN, KPI_SET), KNOWLEDGE),
    "advocacy": CheckContext("65-advocacy", _after(STRATEGY, ACTION_PLAN, KPI_SET, SECTOR_PLAN), KNOWLEDGE),
}
"""What each step was given, by a short name of the step."""

OUTPUTS = {
    "guide": GUIDE,
    "strategy": STRATEGY,
    "plan": ACTION_PLAN,
    "kpis": KPI_SET,
    "sector": SECTOR_PLAN,
    "advocacy": ADVOCACY_PLAN,
}
"""What each step produced."""
