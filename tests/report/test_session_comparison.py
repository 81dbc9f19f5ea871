"""Two sessions side by side."""

from sample_case import LATE_EVENING, OUTPUTS, PLAN_OUTPUT, session_until

from retention_coach.chain.machine import new_session
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.report.comparison import ComparisonRow, compare


def _rows(*rows: ComparisonRow) -> dict[str, ComparisonRow]:
    return {row.label: row for row in rows}


def _other_plan() -> ActionPlan:
    first, *others = PLAN_OUTPUT.months
    action = first.actions[0].model_copy(update={"activity": "Reúna a las fincas.", "method": "community", "hours": 6})
    return PLAN_OUTPUT.model_copy(
        update={"months": (first.model_copy(update={"actions": (action, first.actions[1])}), *others)}
    )


def test_same_session_does_not_differ() -> None:
    """Compared with itself, a session differs in nothing."""
    session = session_until()
    assert not any(row.differs for row in compare(session, session))


def test_alternatives_of_one_company_are_compared() -> None:
    """Choice, goals, hours, actions by method, first result, and what only one of them does."""
    left = session_until()
    right = session_until(choice="B", outputs={**OUTPUTS, "plan": _other_plan()}, session_id="contadores-b-9f9f9f")
    rows = _rows(*compare(left, right))
    assert rows["Sesión"].right == ("contadores-b-9f9f9f",)
    assert rows["Alternativa elegida"].left == ("A, «Respuesta a tiempo»",)
    assert rows["Alternativa elegida"].right == ("B, «Club de fincas»",)
    assert rows["Metas"].right == ("Subir el NPS de 50 a 60 puntos.",)
    assert rows["Meta: Tasa de churn o deserción"].left == ("2 de 18 clientes",)
    assert (rows["Horas en seis meses"].left, rows["Horas en seis meses"].right) == (("40 horas",), ("42 horas",))
    assert rows["Costo en seis meses"].left == ("USD 175,00",)
    assert rows["Acciones por método"].left == ("Check-in proactivo: 5", "Contenido de valor: 2")
    assert "Comunidad de clientes: 1" in rows["Acciones por método"].right
    assert rows["Primer resultado"].left == ("4 semanas",)
    only = rows["Acciones que solo tiene esta"]
    assert (only.left, only.right) == (("Llame a cada cliente y escuche.",), ("Reúna a las fincas.",))
    assert rows["Estado"].left == ("BORRADOR, 8 de 8 pasos",)
    assert rows["Motor"].left == ("playbook",)


def test_what_is_not_known_yet_is_a_dash() -> None:
    """A session without results is compared too."""
    rows = _rows(*compare(session_until(), new_session("vacia-1", LATE_EVENING)))
    assert rows["Metas"].right == ("—",)
    assert rows["Horas en seis meses"].right == ("—",)
    assert rows["Empresa"].right == ("—",)
