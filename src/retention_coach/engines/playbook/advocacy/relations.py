"""What can be done with customers who are content, though nobody has yet asked them why."""

from collections.abc import Iterator

from retention_coach.assessment import cite
from retention_coach.assessment.successes import Relation
from retention_coach.engines.playbook.advocacy.consent import SALES, consent
from retention_coach.engines.playbook.advocacy.ground import Ground, brief, lines
from retention_coach.engines.playbook.advocacy.idea import Idea, Metric, Sheet, Slot

_HOURS_EACH = 0.5
"""A call of some minutes, and the note about it."""


def promoter_ideas(ground: Ground) -> Iterator[Idea]:
    """Those who said that they would recommend were never asked what for."""
    promoters = int(ground.case.profile.figures.value("nps_promoters") or 0)
    if promoters <= 0:
        return

    def write(slot: Slot) -> Sheet:
        called = max(1, min(promoters, int(slot.hours / _HOURS_EACH)))
        wanted = (called + 1) // 2
        known = cite.company_figure(ground.case.profile.figures, "nps_promoters", "dijeron que recomendarían")
        reach = cite.assumed(
            "a quienes se llama",
            called,
            "count",
            f"Cada llamada toma media hora, y en las horas asignadas caben {called}.",
        )
        return Sheet(
            name="Los que ya dijeron que recomendarían",
            action=f"Llame a {_some(called, promoters)} {ground.customers} que dijeron que recomendarían y "
            "pregunte qué fue "
            "lo mejor.",
            objective="Pasar de una calificación alta a un hecho con nombre, fecha y permiso.",
            steps=(
                "Saque de la encuesta quiénes calificaron más alto y quite a quien tenga un reclamo abierto.",
                "Llame uno por uno; agradezca la calificación y pregunte qué cambió en su trabajo.",
                "Escriba la respuesta con sus palabras y léasela antes de colgar.",
                "Pida permiso solo a quien contó un hecho; a los demás, solo las gracias.",
            ),
            application="Ventas recibe una lista verdadera: quién puede hablar bien, de qué, y ante qué "
            "prospecto sirve.",
            consent=consent(
                ground.company,
                "usar mi respuesta con las palabras que me leyeron",
                SALES,
                parts=("mis palabras", "mi nombre", "el nombre de la empresa"),
                is_lender=ground.is_lender,
            ),
            message="Gracias por responder nuestra encuesta. ¿Me contaría, en dos minutos, qué fue lo que más le "
            "sirvió y qué le falta? Nada se repite sin preguntarle antes; si prefiere no contarlo, no hay problema.",
            metric=Metric(
                "Hechos contados con permiso",
                cite.assumed(
                    "hechos con permiso",
                    wanted,
                    "count",
                    f"Se espera que la mitad de las {called} personas llamadas cuente un hecho y lo autorice.",
                ),
                "Se cuentan las respuestas guardadas con autorización.",
            ),
            figures=(known, reach),
        )

    yield Idea(
        kind="promoters",
        source="nps_promoters",
        play="advocacy.medir_antes_de_pedir",
        whom="promoters",
        evidence=(cite.figure("nps_promoters"),),
        write=write,
    )


def _some(called: int, of_all: int) -> str:
    return f"los {of_all}" if called == of_all else f"{called} de los {of_all}"


def relation_ideas(ground: Ground) -> Iterator[Idea]:
    """A good account whose success nobody has written down: ask it, then measure with it."""
    told = {story.account for story in ground.found.stories}
    for relation in ground.found.relations:
        if relation.account in told:
            continue
        answer = (cite.answer(relation.question),) if relation.question else ()
        for play, sheet in (
            ("advocacy.pregunta_en_la_entrega", _question(ground, relation)),
            ("advocacy.primer_caso_medido", _measured(ground, relation)),
        ):
            yield Idea(
                kind="relation",
                source=relation.account,
                play=play,
                whom=relation.account,
                evidence=(*answer, cite.account(relation.account)),
                write=lambda _slot, sheet=sheet: sheet,  # type: ignore[misc]
                earliest=ground.earliest(relation.account),
                sectors=ground.sectors_of(relation.account),
            )


def _question(ground: Ground, relation: Relation) -> Sheet:
    name, contact = ground.name_of(relation.account), ground.contact_of(relation.account)
    return Sheet(
        name=f"Lo que {name} todavía no ha contado",
        action=brief(
            f"Visite o llame a {name}, pregunte qué le ha servido más este año y anote sus palabras.",
            "Llame a su cuenta más tranquila, pregunte qué le ha servido más este año y anote sus palabras.",
        ),
        objective="Encontrar el resultado que existe y nadie ha escrito.",
        steps=lines(
            _standing(relation),
            "Pregunte qué sería más difícil sin ustedes y pida un ejemplo con fecha.",
            "Si hay un hecho con cifra, compruébelo con sus registros y guárdelo.",
            "Solo entonces pida permiso para contarlo; si no hay hecho, quédese con el agradecimiento.",
        ),
        application=f"Un hecho comprobado se lleva a la primera reunión con {ground.like(relation.account)}.",
        consent=consent(
            ground.company, f"contar el hecho que confirmé en nombre de {name}", SALES, is_lender=ground.is_lender
        ),
        message="Con ustedes el trabajo va bien y quisiera saber por qué. ¿Me cuenta qué le ha servido más este año y "
        "qué le falta? Si prefiere hablarlo otro día, no hay problema. Muchas gracias.",
        contact=contact,
        metric=Metric(
            "Hechos encontrados y comprobados",
            cite.assumed(
                "hechos comprobados",
                1,
                "count",
                "Se pregunta a una sola cuenta, así que se espera un hecho comprobado, o ninguno.",
            ),
            "Cuenta si tiene fecha, dato y quién lo confirma.",
        ),
    )


def _measured(ground: Ground, relation: Relation) -> Sheet:
    name, contact = ground.name_of(relation.account), ground.contact_of(relation.account)
    return Sheet(
        name=f"El antes y el después, medido con {name}",
        action=brief(
            f"Acuerde con {name} un resultado, mídanlo hoy y otra vez al terminar el semestre.",
            "Acuerde con su cuenta más tranquila un resultado, mídanlo hoy y al terminar el semestre.",
        ),
        objective="Construir con quien está conforme la primera prueba con cifras.",
        steps=lines(
            _standing(relation),
            "Elijan juntos un dato que le importe y que puedan leer los dos.",
            "Firmen el dato de partida y revísenlo cada mes.",
            "Al final escriban el resultado, bueno o malo, y pida permiso para contarlo.",
        ),
        application=f"La medición firmada por ambos se presenta a {ground.like(relation.account)}.",
        consent=consent(
            ground.company,
            f"medir y contar el resultado que apruebe al final en nombre de {name}",
            SALES,
            is_lender=ground.is_lender,
        ),
        message="Quisiéramos medir con usted, antes y después, algo que le importe. ¿Qué dato elegiría? Al final usted "
        "decide si se cuenta; si prefiere que no, no hay problema. Muchas gracias.",
        contact=contact,
        metric=Metric(
            "Mediciones con inicio y fin firmados",
            cite.assumed("mediciones firmadas", 1, "count", "Se mide con una sola cuenta, al empezar y al terminar."),
            "Cuenta si ambas partes firmaron el dato inicial y el final.",
        ),
    )


def _standing(relation: Relation) -> str:
    """What is known of the account, and that no success of it is."""
    if relation.words:
        return (
            f"Consta que la relación va bien («{relation.words}»), pero ningún resultado suyo: empiece por preguntarlo."
        )
    return "La cuenta figura con riesgo bajo, pero no consta ningún resultado suyo: empiece por preguntarlo."
