"""What can be done with what the company knows of its customers' business and does not use."""

from collections.abc import Iterator

from retention_coach.assessment import cite
from retention_coach.assessment.successes import Asset
from retention_coach.domain.evidence import Evidence
from retention_coach.engines.playbook.advocacy.consent import SALES, consent
from retention_coach.engines.playbook.advocacy.ground import Ground, brief, lines
from retention_coach.engines.playbook.advocacy.idea import Idea, Metric, Sheet


def asset_ideas(ground: Ground) -> Iterator[Idea]:
    """Somebody content tries it; then it is talked over among colleagues; whoever of them has a free month."""
    asset = ground.found.asset
    if asset is None:
        return
    for account in (*_good(ground), None):
        for play, write in (("advocacy.cliente_fundador", _trial), ("advocacy.gremio_del_cliente", _round_table)):
            sheet = write(ground, asset, account)
            yield Idea(
                kind="asset",
                source=asset.question,
                play=play,
                whom=account or "whoever tries it",
                evidence=_evidence(asset, account),
                write=lambda _slot, sheet=sheet: sheet,  # type: ignore[misc]
                earliest=ground.earliest(account),
                sectors=ground.sectors_of(account),
            )


def _good(ground: Ground) -> list[str]:
    """The good accounts, those without a story of their own first."""
    told = {story.account for story in ground.found.stories}
    return sorted((relation.account for relation in ground.found.relations), key=lambda account: account in told)


def _evidence(asset: Asset, account: str | None) -> tuple[Evidence, ...]:
    return (cite.answer(asset.question), *((cite.account(account),) if account else ()))


def _trial(ground: Ground, asset: Asset, account: str | None) -> Sheet:
    name = _name(ground, account)
    return Sheet(
        name=f"Una prueba con {name} de lo que la empresa sabe",
        action=brief(
            f"Muestre a {name} lo que la empresa sabe de su actividad y pregúntele con franqueza qué le sirve.",
            "Muestre a un buen cliente lo que la empresa sabe de su actividad y pregúntele qué le sirve.",
        ),
        objective=f"Que un buen {ground.customer} aproveche lo que la empresa ya sabe: «{asset.words}».",
        steps=lines(
            _what_it_is(asset),
            "Quite todo dato que delate a otro: nadie debe reconocer a nadie.",
            f"Muéstrelo a {name} conversando, no por correo; pregunte qué usaría, qué sobra y qué falta.",
            "Corrija y vuelva a mostrarlo al mes siguiente.",
            "Pida permiso para contar su opinión, sea cual sea.",
        ),
        application=f"En la primera reunión con {ground.like(account)} se muestra un ejemplo, sin datos de nadie, "
        "y la opinión autorizada de quien ya lo probó.",
        consent=consent(
            ground.company,
            "contar, con mis palabras, qué me pareció esta prueba",
            SALES,
            parts=("mis palabras", "mi nombre y cargo", "el nombre de la empresa"),
            is_lender=ground.is_lender,
        ),
        message="Preparamos algo para su negocio con lo que vemos en su actividad. ¿Le gustaría verlo y decirnos con "
        "franqueza qué le sirve y qué le falta? Si prefiere que no, no hay problema. Muchas gracias.",
        contact=ground.contact_of(account),
        metric=Metric(
            "Opiniones recibidas y autorizadas",
            cite.assumed(
                "opiniones autorizadas",
                1,
                "count",
                f"La prueba se hace con un solo {ground.customer}; lo que diga decide si se ofrece a los demás.",
            ),
            "La opinión se guarda con sus palabras y con la autorización firmada.",
        ),
    )


def _round_table(ground: Ground, asset: Asset, account: str | None) -> Sheet:
    name = _name(ground, account)
    return Sheet(
        name="Una mesa corta sobre lo que la empresa ve",
        action=brief(
            f"Proponga a {name} una mesa con tres colegas suyos para comentar, sin nombres, lo que la empresa ve.",
            "Proponga a un buen cliente una mesa con tres colegas suyos para comentar, sin nombres, lo que se ve.",
        ),
        objective=f"Que colegas de un buen {ground.customer} conozcan lo que la empresa ya sabe: «{asset.words}».",
        steps=lines(
            _what_it_is(asset),
            "Quite todo dato que delate a otro: nadie debe reconocer a nadie.",
            f"Acuerde con {name} el día, el lugar y a quién invita; que cada invitado acepte antes.",
            "Preséntelo en veinte minutos y deje que hablen ellos; nada de venta ese día.",
            "Llame en la semana a quien preguntó algo, con la respuesta.",
        ),
        application="Cada invitado que pregunta es un prospecto que abrió él mismo la conversación; la respuesta "
        "termina en una propuesta si la pide.",
        consent=consent(
            ground.company,
            f"decir que {name} participa en esta mesa" if account else "decir que participo en esta mesa",
            "la invitación a esos colegas",
            is_lender=ground.is_lender,
        ),
        message="Vemos en su actividad algo que a usted y a sus colegas les serviría, y lo contaríamos sin nombres. "
        "¿Le gustaría comentarlo con dos o tres colegas que usted elija? Si prefiere que no, no hay problema. Muchas "
        "gracias.",
        contact=ground.contact_of(account),
        metric=Metric(
            "Colegas invitados que piden una conversación",
            cite.assumed(
                "conversaciones pedidas",
                1,
                "count",
                "Los invitados a la mesa son tres, y se espera que al menos uno pida conversar.",
            ),
            "Se anota quién preguntó, qué se le respondió y en qué terminó.",
        ),
    )


def _name(ground: Ground, account: str | None) -> str:
    return ground.name_of(account) if account else f"un {ground.customer} sin quejas abiertas"


def _what_it_is(asset: Asset) -> str:
    if asset.could:
        return f"Prepare una primera versión de lo que la propia empresa ya pensó: «{asset.could}»."
    return f"Haga una sola página con lo que ya tienen: «{asset.words}»."
