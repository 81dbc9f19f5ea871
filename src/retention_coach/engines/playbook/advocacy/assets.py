"""What can be done with what the company knows and does not use."""

from collections.abc import Iterator

from retention_coach.assessment import cite
from retention_coach.assessment.successes import Asset
from retention_coach.domain.evidence import Evidence
from retention_coach.engines.playbook.advocacy.consent import SALES, consent
from retention_coach.engines.playbook.advocacy.ground import Ground, brief, lines
from retention_coach.engines.playbook.advocacy.idea import Idea, Metric, Sheet


def asset_ideas(ground: Ground) -> Iterator[Idea]:
    """Somebody content tries it first; then it is talked over among colleagues."""
    asset = ground.found.asset
    if asset is None:
        return
    account = _first_to_try(ground)
    for play, write in (("advocacy.cliente_fundador", _first_trial), ("advocacy.gremio_del_cliente", _round_table)):
        sheet = write(ground, asset, account)
        yield Idea(
            source=asset.question,
            play=play,
            whom=account or "whoever tries it first",
            evidence=_evidence(asset, account),
            write=lambda _slot, sheet=sheet: sheet,  # type: ignore[misc]
            earliest=ground.earliest(account),
            sectors=ground.sectors_of(account),
        )


def _first_to_try(ground: Ground) -> str | None:
    """A good account without a story of its own, else any good one."""
    told = {story.account for story in ground.found.stories}
    good = [relation.account for relation in ground.found.relations]
    return next((account for account in good if account not in told), good[0] if good else None)


def _evidence(asset: Asset, account: str | None) -> tuple[Evidence, ...]:
    return (cite.answer(asset.question), *((cite.account(account),) if account else ()))


def _first_trial(ground: Ground, asset: Asset, account: str | None) -> Sheet:
    name = ground.name_of(account) if account else f"un {ground.customer} sin quejas abiertas"
    contact = ground.contact_of(account)
    return Sheet(
        name=f"{name[0].upper()}{name[1:]} lo prueba primero",
        action=brief(
            f"Ofrezca a {name}, antes que a nadie, lo que la empresa ya sabe y no usa; pregunte qué le sirvió.",
            "Ofrezca a un buen cliente, antes que a nadie, lo que la empresa ya sabe y no usa; pregunte qué sirvió.",
        ),
        objective=f"Que se vea lo que hoy nadie aprovecha: «{asset.words}».",
        steps=lines(
            _what_it_is(asset),
            "Quite todo dato que delate a otro: nadie debe reconocer a nadie.",
            f"Muéstrela a {name} conversando, no por correo; pregunte qué usaría, qué sobra y qué falta.",
            "Corrija y vuelva a mostrarla al mes siguiente.",
            "Pida permiso para contar su opinión, sea cual sea.",
        ),
        application=f"En la primera reunión con {ground.like(account)} se muestra un ejemplo, sin datos de nadie, "
        "y la opinión autorizada de quien ya la usa.",
        consent=consent(
            ground.company,
            "contar, con mis palabras, qué me pareció esta prueba",
            SALES,
            parts=("mis palabras", "mi nombre y cargo", "el nombre de la empresa"),
        ),
        message=f"{ground.greeting(contact)} Preparamos algo con lo que vemos en su actividad y que aún no ofrecemos "
        "a nadie. ¿Le gustaría verlo primero y decirnos con franqueza qué le falta?",
        metric=Metric(
            "Opiniones recibidas y autorizadas",
            cite.assumed(
                "opiniones autorizadas", 1, "count", "Se prueba con uno; lo que diga decide si se ofrece a los demás."
            ),
            "La opinión se guarda con sus palabras y con la autorización firmada.",
        ),
    )


def _round_table(ground: Ground, asset: Asset, account: str | None) -> Sheet:
    name = ground.name_of(account) if account else f"un {ground.customer} sin quejas abiertas"
    contact = ground.contact_of(account)
    return Sheet(
        name="Una mesa corta sobre lo que solo ustedes ven",
        action=brief(
            f"Proponga a {name} una mesa con tres colegas suyos para comentar, sin nombres, lo que la empresa ve.",
            "Proponga a un buen cliente una mesa con tres colegas suyos para comentar, sin nombres, lo que se ve.",
        ),
        objective=f"Que colegas de un buen {ground.customer} conozcan lo que nadie más tiene: «{asset.words}».",
        steps=lines(
            _what_it_is(asset),
            "Quite todo dato que delate a otro: nadie debe reconocer a nadie.",
            f"Acuerde con {name} el día, el lugar y a quién invita; que cada invitado acepte antes.",
            "Preséntelo en veinte minutos y deje que hablen ellos; nada de venta ese día.",
            "Llame en la semana a quien preguntó algo, con la respuesta.",
        ),
        application="Cada invitado que pregunta es un prospecto que abrió él mismo la conversación; la "
        "respuesta termina en "
        "una propuesta si la pide.",
        consent=consent(
            ground.company,
            f"decir que {name} participó en esta mesa" if account else "decir que participé en esta mesa",
            "la invitación a esos colegas",
        ),
        message=f"{ground.greeting(contact)} Vemos en su actividad algo que a usted y a sus colegas les serviría, y lo "
        "contaríamos sin nombres. ¿Le gustaría comentarlo con dos o tres colegas que usted elija? Si no es buen "
        "momento, "
        "lo dejamos.",
        metric=Metric(
            "Colegas invitados que piden una conversación",
            cite.assumed(
                "conversaciones pedidas", 1, "count", "Son tres invitados; se espera que pregunte al menos uno."
            ),
            "Se anota quién preguntó, qué se le respondió y en qué terminó.",
        ),
    )


def _what_it_is(asset: Asset) -> str:
    if asset.could:
        return f"Prepare una primera versión de lo que la propia empresa ya pensó: «{asset.could}»."
    return f"Haga una sola página con lo que ya tienen: «{asset.words}»."
