"""What can be done where customers already recommend: ask for introductions, and thank."""

from collections.abc import Iterator

from retention_coach.assessment import cite
from retention_coach.assessment.successes import Referrals, Referrer
from retention_coach.domain.evidence import Figure
from retention_coach.engines.playbook.advocacy.consent import consent, nothing_signed
from retention_coach.engines.playbook.advocacy.ground import Ground, brief, lines
from retention_coach.engines.playbook.advocacy.idea import Idea, Metric, Sheet, Slot
from retention_coach.spanish.formats import plural

_HOURS_EACH = 0.25
"""A call of thanks takes a quarter of an hour."""


def referral_ideas(ground: Ground) -> Iterator[Idea]:
    """Introductions by each one who is named, then thanks to all."""
    referrals = ground.found.referrals
    if referrals is None:
        return
    for referrer in referrals.by:
        yield _introductions(ground, referrals, referrer)
    if referrals.recommended:
        yield _thanks(ground, referrals, referrals.recommended)


def _introductions(ground: Ground, referrals: Referrals, referrer: Referrer) -> Idea:
    account = (cite.account(referrer.account),) if referrer.account else ()
    contact = referrer.contact or ground.contact_of(referrer.account)
    whom = ground.person(contact) or ground.name_of(referrer.account)
    count = max(referrer.brought or 1, 1)
    wanted = cite.assumed("presentaciones", count, "count", _why(referrer.brought))

    def write(_slot: Slot) -> Sheet:
        asked = plural(count, "presentación", "presentaciones")
        return Sheet(
            name=f"Presentaciones de {whom}",
            action=brief(
                f"Agradezca a {whom} sus recomendaciones y pídale {asked} con colegas que acepten antes la llamada.",
                f"Agradezca a quien ya recomienda y pídale {asked} con colegas que acepten antes la llamada.",
            ),
            objective=f"Pedir con orden lo que hasta hoy llegó solo: «{referrals.words}»."
            if referrals.words
            else "Pedir con orden lo que hasta hoy llegó solo.",
            steps=lines(
                _nobody_asked(referrals),
                f"Agradezca primero a {whom} por quienes ya envió y cuéntele, con permiso de ellos, cómo les va.",
                f"Pregunte a quién más le serviría, y que esa persona acepte antes de que {ground.company} la llame.",
                "Llame en la misma semana y diga de parte de quién.",
                "Cuente a quien presentó cómo terminó cada conversación, haya o no venta.",
            ),
            application="Cada presentación es una primera reunión con un prospecto que ya oyó hablar bien de la "
            "empresa.",
            consent=consent(
                ground.company,
                "decir que esta presentación la hice yo, una vez que mi colega acepte la llamada",
                "la conversación con ese posible cliente",
                is_lender=ground.is_lender,
            ),
            message="Sabemos que personas que hoy trabajan con nosotros llegaron por usted, y quiero agradecérselo. "
            "¿Conoce a algún colega a quien le sirva lo mismo y que acepte que le llamemos? Si prefiere no hacerlo, no "
            "hay problema: el agradecimiento queda igual.",
            contact=contact,
            metric=Metric("Presentaciones aceptadas", wanted, "Se anota cada presentación y en qué terminó."),
        )

    return Idea(
        kind="referral",
        source=referrals.question,
        play="advocacy.presentacion_personal",
        whom=f"who recommends: {whom}",
        evidence=(cite.answer(referrals.question), *account),
        write=write,
        earliest=ground.earliest(referrer.account),
        sectors=ground.sectors_of(referrer.account),
    )


def _why(brought: int | None) -> str:
    if brought is None:
        return "Quien ya recomendó sin que nadie se lo pidiera puede hacer una presentación si se le pide una vez."
    return (
        f"Quien recomendó trajo {brought} en un año sin que nadie se lo pidiera; si se le pide, se espera que presente "
        f"a {brought} en seis meses."
    )


def _thanks(ground: Ground, referrals: Referrals, came: int) -> Idea:
    known = Figure(
        label="nuevos que llegaron recomendados", value=came, unit="customers", basis=cite.answer(referrals.question)
    )

    def write(slot: Slot) -> Sheet:
        count = max(1, min(came, int(slot.hours / _HOURS_EACH)))
        return Sheet(
            name="Las gracias que faltan a quien recomendó",
            action=f"Averigüe quién recomendó a {_some(count, came)} {ground.customers} que llegaron así y "
            "agradézcale con una "
            "llamada.",
            objective=f"Cuidar el camino por el que ya llegan nuevos: «{referrals.words}»."
            if referrals.words
            else "Cuidar el camino por el que ya llegan nuevos.",
            steps=lines(
                _nobody_asked(referrals),
                f"Pregunte a cada {ground.customer} que llegó así quién le habló de ustedes y si puede decírselo.",
                "Llame a quien recomendó: dé las gracias, pregunte cómo está y no pida nada en esa llamada.",
                "Anote en la ficha de cada nuevo quién lo recomendó, y siga haciéndolo con los que lleguen.",
                "A quien recomendó más de una vez, pídale después una presentación, con permiso de su colega.",
            ),
            application="Muestra quién trae prospectos y en qué gremio o barrio, y a quién conviene pedir la próxima "
            "presentación.",
            consent=nothing_signed(
                f"Basta preguntar de palabra a cada {ground.customer} nuevo si acepta que se cuente a quien lo "
                "recomendó."
            ),
            message="Alguien que llegó por recomendación suya ya trabaja con nosotros y nos permitió contárselo. Solo "
            "quería darle las gracias, de verdad; no hace falta que responda.",
            metric=Metric(
                "Recomendaciones con nombre y agradecidas",
                cite.assumed("recomendaciones agradecidas", count, "count", _which(count, came)),
                "Se cuentan las fichas con el nombre de quien recomendó y la fecha de la llamada.",
            ),
            figures=(known,),
        )

    return Idea(
        kind="referral",
        source=f"{referrals.question} todos",
        play="advocacy.origen_de_cada_cliente",
        whom="recommended",
        evidence=(cite.answer(referrals.question),),
        write=write,
    )


def _some(count: int, came: int) -> str:
    return f"los {came}" if count == came else f"{count} de los {came}"


def _which(count: int, came: int) -> str:
    if count == came:
        return f"Se agradece por cada uno de los {came} que llegaron así, con una llamada de un cuarto de hora."
    return (
        f"Cada llamada de agradecimiento toma un cuarto de hora, y en las horas asignadas caben {count} de las {came}."
    )


def _nobody_asked(referrals: Referrals) -> str:
    return f"Hoy no se hace: «{referrals.neglected}»." if referrals.neglected else ""
