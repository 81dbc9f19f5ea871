from collections.abc import Callable

import pytest
from knowledge_edits import changed, with_entry

from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.questions import SkipWhen
from retention_coach.knowledge.integrity import problems
from retention_coach.knowledge.loader import load

K = load()


def play(entry_id: str, **fields: object) -> Knowledge:
    """The base with one play changed."""
    return changed(plays=with_entry(K.plays, f"play.{entry_id}", **fields))


def signal(entry_id: str, **fields: object) -> Knowledge:
    """The base with one signal changed."""
    return changed(signals=with_entry(K.signals, f"signal.{entry_id}", **fields))


def approach(entry_id: str, **fields: object) -> Knowledge:
    """The base with one approach changed."""
    return changed(approaches=with_entry(K.approaches, f"approach.{entry_id}", **fields))


def alias_taken() -> Knowledge:
    """Cocoa claims what shrimp farms are called."""
    return changed(sectors=with_entry(K.sectors, "sector.cacao", aliases=("Camaroneras",)))


def formula_without_figure() -> Knowledge:
    """Retention needs a figure that nobody asks for."""
    retention = K.kpi("retention")
    formulas = (retention.formulas[0].model_copy(update={"needs": ("customers_dreamt",)}),)
    return changed(kpis=with_entry(K.kpis, "kpi.retention", formulas=formulas))


def lesson_of_nothing() -> Knowledge:
    """A lesson is put into practice by a play that does not exist."""
    part = K.lessons[0].parts[0]
    items = (part.items[0].model_copy(update={"plays": ("play.inventada",)}), *part.items[1:])
    parts = (part.model_copy(update={"items": items}),)
    return changed(lessons=with_entry(K.lessons, K.lessons[0].id, parts=parts))


def repeated_follow_up() -> Knowledge:
    """The first question asks its first follow-up twice."""
    first = K.questions[0]
    return changed(questions=with_entry(K.questions, first.id, follow_ups=(first.follow_ups[0], first.follow_ups[0])))


CORRUPTIONS: dict[str, tuple[Callable[[], Knowledge], str]] = {
    "id twice": (lambda: changed(plays=(*K.plays, K.plays[0])), f"«{K.plays[0].id}» aparece 2 veces"),
    "wrong prefix": (lambda: play("linea_base", id="jugada.linea_base"), "debería empezar por «play.»"),
    "follow-up twice": (repeated_follow_up, "la repregunta «Q1.1» aparece 2 veces"),
    "no general sector": (
        lambda: changed(sectors=tuple(s for s in K.sectors if s.key != "general")),
        "falta «sector.general»",
    ),
    "indicator missing": (lambda: changed(kpis=K.kpis[1:]), "indicador «retention»: se espera una entrada y hay 0"),
    "signal twice": (
        lambda: signal("no_crm", code="slow_response"),
        "señal «slow_response»: se espera una entrada y hay 2",
    ),
    "no-benchmark missing": (lambda: changed(no_benchmarks=K.no_benchmarks[1:]), "nota de referencia «retention»"),
    "play of an unknown sector": (
        lambda: play("linea_base", customer_sectors=("minas",)),
        "«play.linea_base» nombra el sector desconocido «minas»",
    ),
    "question of an unknown sector": (
        lambda: changed(questions=with_entry(K.questions, "question.q1", skip_when=SkipWhen(sectors=("minas",)))),
        "«question.q1» nombra el sector desconocido «minas»",
    ),
    "alias of two sectors": (alias_taken, "el alias «camaronera» es de varios sectores"),
    "akin to nothing": (
        lambda: approach("vender_mas", akin=("approach.inventado",)),
        "«approach.vender_mas» se parece al camino desconocido «approach.inventado»",
    ),
    "akin one way": (
        lambda: approach("vender_mas", akin=("approach.referidos",)),
        "«approach.vender_mas» se parece a «approach.referidos», pero no al revés",
    ),
    "prerequisite unknown": (
        lambda: play("linea_base", prerequisites=("play.inventada",)),
        "requiere la jugada desconocida «play.inventada»",
    ),
    "prerequisites in a circle": (
        lambda: play("cerrar_quejas", prerequisites=("play.causa_de_la_queja",)),
        "«play.cerrar_quejas» se requiere a sí misma",
    ),
    "prerequisite of a later phase": (
        lambda: play("linea_base", prerequisites=("play.panel_mensual",)),
        "que viene en una fase posterior",
    ),
    "prerequisite for other models": (
        lambda: play("informe_de_valor", prerequisites=("play.mapa_de_renovaciones",)),
        "que no sirve a todos sus modelos de relación",
    ),
    "prerequisite for other sectors": (
        lambda: play("informe_de_valor", prerequisites=("play.pagos_con_cosecha",)),
        "que no sirve a todos sus sectores",
    ),
    "prerequisite for goods alone": (
        lambda: play("linea_base", prerequisites=("play.muestra_firmada",)),
        "que no sirve para todas sus clases de oferta",
    ),
    "prerequisite in the country": (
        lambda: play("linea_base", prerequisites=("play.visita_cuentas_clave",)),
        "que supone clientes en el Ecuador",
    ),
    "sector that sells nothing": (
        lambda: changed(sectors=with_entry(K.sectors, "sector.cacao", offers=())),
        "«sector.cacao» no dice qué vende",
    ),
    "lesson of an unknown play": (lesson_of_nothing, "nombra la jugada desconocida «play.inventada»"),
    "formula without its figure": (formula_without_figure, "necesita la cifra desconocida «customers_dreamt»"),
    "signal that excludes itself": (
        lambda: signal("no_crm", any_of=("no tener crm",), none_of=("tener/usar crm",)),
        "«tener/usar crm» excluye siempre a «no tener crm»",
    ),
    "pattern of an unknown set": (
        lambda: signal("no_crm", any_of=("no <software>",)),
        "«signal.no_crm» nombra el conjunto desconocido «software»",
    ),
    "pattern that is none": (lambda: signal("no_crm", lack_of=("Crm",)), "«Crm» no es un patrón"),
    "verb that nobody conjugates": (
        lambda: signal("no_crm", any_of=("no googlear",)),
        "«googlear» parece un verbo y no está en verbs.yaml",
    ),
    "verb of two models": (
        lambda: changed(verbs=(*K.verbs, K.verbs[0])),
        f"el verbo «{K.verbs[0].verbs[0]}» está en 2 modelos",
    ),
    "weights that are no hundred": (
        lambda: changed(health=with_entry(K.health, "health.complaints", weight=21)),
        "los pesos de la salud suman 101 y deben sumar 100",
    ),
    "levels out of order": (
        lambda: changed(health_levels=with_entry(K.health_levels, "health_level.watch", from_score=95)),
        "los niveles de salud deben bajar hasta cero",
    ),
    "indicator of an unknown question": (
        lambda: changed(health=with_entry(K.health, "health.complaints", asked_in=("Q99",))),
        "«health.complaints» nombra la pregunta desconocida «Q99»",
    ),
    "comparison told twice": (
        lambda: changed(contradictions=(*K.contradictions, K.contradictions[-1])),
        "comparación «accounts_over_segment»: se espera una entrada y hay 2",
    ),
    "address that is none": (
        lambda: changed(legal=with_entry(K.legal, "legal.terceros", source="un amigo")),
        "«un amigo» no es una dirección",
    ),
    "further address that is none": (
        lambda: changed(customs=with_entry(K.customs, "custom.trato_de_usted", also=("ftp://x",))),
        "«ftp://x» no es una dirección",
    ),
}


def test_the_shipped_base_holds_together() -> None:
    """No rule finds anything in what is shipped."""
    assert problems(K) == []


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_a_corruption_is_reported(name: str) -> None:
    """Each rule fires on a base corrupted in that one place."""
    corrupt, expected = CORRUPTIONS[name]
    assert any(expected in problem for problem in problems(corrupt()))
