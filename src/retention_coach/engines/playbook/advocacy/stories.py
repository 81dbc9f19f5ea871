"""What can be done with a success that a customer had: a letter, a page, a call."""

from collections.abc import Callable, Iterator

from retention_coach.assessment import cite
from retention_coach.assessment.successes import Story
from retention_coach.domain.evidence import Evidence
from retention_coach.engines.playbook.advocacy.consent import SALES, consent
from retention_coach.engines.playbook.advocacy.ground import Ground, brief, lines
from retention_coach.engines.playbook.advocacy.idea import Idea, Metric, Sheet, Slot

_NAMES = ("nombre y logotipo de la empresa", "mi nombre y cargo")


def story_ideas(ground: Ground) -> Iterator[Idea]:
    """First what the customer offered, then what still has to be asked."""
    for story in ground.found.stories:
        given = story.permission.given
        if "letter" in given:
            yield _idea(ground, story, "advocacy.carta_de_recomendacion", _letter)
        if story.permission.is_nameless or story.account is None:
            yield _idea(ground, story, "advocacy.caso_sin_nombre", _unnamed)
            continue
        yield _idea(ground, story, "advocacy.caso_con_nombre", _page)
        yield _idea(ground, story, "advocacy.referencia_telefonica", _call)


def _idea(ground: Ground, story: Story, play: str, write: Callable[[Ground, Story, Slot], Sheet]) -> Idea:
    return Idea(
        kind="story",
        source=story.question,
        play=play,
        whom=story.account or "the customer of the best case",
        evidence=_evidence(story),
        write=lambda slot: write(ground, story, slot),
        earliest=ground.earliest(story.account),
        sectors=ground.sectors_of(story.account),
    )


def _evidence(story: Story) -> tuple[Evidence, ...]:
    account = (cite.account(story.account),) if story.account else ()
    return (cite.answer(story.question), *account)


def _letter(ground: Ground, story: Story, slot: Slot) -> Sheet:
    name, person = ground.name_of(story.account), ground.person(story.contact)
    calls = "call" in story.permission.given
    whom = person or "su contacto"
    return Sheet(
        name=f"La carta que ofreció {name}" + (" y las llamadas de referencia" if calls else ""),
        action=brief(
            f"Pida a {whom}, de {name}, la carta de recomendación que ofreció"
            + (" y acuerde cuándo puede recibir llamadas." if calls else "."),
            "Pida la carta de recomendación que su mejor caso ofreció y acuerde su uso por escrito.",
        ),
        objective=f"Que un prospecto pueda confirmar, con quien lo vivió, este resultado: «{story.result}».",
        steps=lines(
            _what_was_said(story, "Falta por escrito: si puede ir el nombre, el cargo y la cifra del resultado."),
            "Envíe fechas y trabajos realizados para que la carta se escriba a su manera, sin dictar elogios.",
            "Acuerde qué días puede atender una llamada y avísele antes de cada una." if calls else "",
            "Archive la carta con la autorización firmada y úsela solo para lo que dice.",
            "Cuéntele después en qué propuesta sirvió y agradézcalo de nuevo.",
        ),
        application=f"La carta va en cada propuesta a {ground.like(story.account)}"
        + (f"; a quien duda al final se le ofrece hablar con {whom}." if calls else "."),
        consent=consent(
            ground.company,
            f"usar la carta que firmé en nombre de {name} y el resultado que la empresa cuenta así, revisado por mí: "
            f"«{story.result}»" + (", y a dar mi teléfono de trabajo avisándome antes cada vez" if calls else ""),
            SALES,
            parts=(*_NAMES, "la cifra del resultado", *(("las llamadas",) if calls else ())),
            excluded=story.permission.excluded,
            is_lender=ground.is_lender,
        ),
        message="Le agradezco su disposición a recomendarnos por escrito. ¿Podría enviarnos esa carta, escrita a su "
        "manera? Usted decide qué datos lleva; si prefiere dejarlo para después, no hay problema. Muchas gracias.",
        contact=story.contact,
        metric=Metric(
            "Ventas en que se mostró la carta firmada",
            ground.sales_after(slot.month),
            "Se anota en cada propuesta o reunión.",
        ),
    )


def _page(ground: Ground, story: Story, slot: Slot) -> Sheet:
    name, person = ground.name_of(story.account), ground.person(story.contact)
    given, excluded = story.permission.given, story.permission.excluded
    return Sheet(
        name=f"El caso de {name} en una página",
        action=brief(
            f"Escriba con {person or 'su contacto'}, de {name}, su caso en una página"
            + (f", «{excluded}»," if excluded else ",")
            + " y muéstrelo solo con su firma.",
            "Escriba en una página su mejor caso con quien lo vivió y muéstrelo solo con su firma.",
        ),
        objective=f"Tener una prueba que se pueda verificar: «{story.result}».",
        steps=lines(
            _what_was_said(story, _missing(given)),
            f"Anote con {person or 'su contacto'} cómo estaba antes, qué se hizo y el resultado, y compruebe cada dato "
            "con sus registros.",
            f"Deje fuera lo que pidió reservar: «{excluded}»." if excluded else "",
            "Envíe la página para que la corrija y la firme; sin esa firma no se muestra.",
        ),
        application=f"La página abre la primera reunión con {ground.like(story.account)} y va en cada propuesta.",
        consent=consent(
            ground.company,
            f"usar el nombre de {name}, la página que aprobé y el resultado que la empresa cuenta así, revisado por "
            f"mí: «{story.result}»",
            SALES,
            parts=(*_NAMES, "mis palabras", "las cifras"),
            excluded=excluded,
            is_lender=ground.is_lender,
        ),
        message="Gracias por la confianza de este tiempo. Lo que logramos juntos puede servir a otra empresa como la "
        "suya. ¿Me permite contarlo en una página que usted corrija y firme antes de que nadie la vea?"
        + (" Lo que pidió reservar queda fuera." if excluded else "")
        + " Si prefiere que no se cuente, no hay problema.",
        contact=story.contact,
        metric=Metric(
            "Ventas en que se mostró el caso firmado",
            ground.sales_after(slot.month),
            "Se anota en cada propuesta o reunión; antes de la firma, ninguna.",
        ),
    )


def _call(ground: Ground, story: Story, _slot: Slot) -> Sheet:
    name, person = ground.name_of(story.account), ground.person(story.contact)
    whom = person or "su contacto"
    asked = (
        _what_was_said(story, "") if "call" in story.permission.given else "No consta que acepte llamadas: pregúntelo."
    )
    return Sheet(
        name=f"Una llamada con {name} antes de decidir",
        action=brief(
            f"Pregunte a {whom}, de {name}, si aceptaría de vez en cuando la llamada de un prospecto serio.",
            "Pregunte a su mejor caso si aceptaría de vez en cuando la llamada de un prospecto serio.",
        ),
        objective=f"Que el prospecto oiga de un colega lo que pasó: «{story.result}».",
        steps=lines(
            asked,
            "Acuerde el tema, los días y con cuánta anticipación quiere el aviso.",
            f"Recuerde al prospecto lo que no se comenta: «{story.permission.excluded}»."
            if story.permission.excluded
            else "",
            "Avise antes de cada llamada y agradézcala después, haya o no venta.",
        ),
        application=f"Se ofrece en la última reunión a {ground.like(story.account)} que dudan.",
        consent=consent(
            ground.company,
            f"decir que {name} es su cliente y a dar mi teléfono de trabajo, avisándome antes cada vez",
            "conversaciones con posibles clientes",
            excluded=story.permission.excluded,
            is_lender=ground.is_lender,
        ),
        message="A veces un posible cliente quiere oír a alguien que ya trabaja con nosotros. ¿Aceptaría una llamada "
        "corta, avisándole siempre antes? Si prefiere que no, no hay problema. Muchas gracias.",
        contact=story.contact,
        metric=Metric(
            "Llamadas de referencia hechas",
            cite.assumed(
                "llamadas de referencia", 2, "count", "A una misma persona no se le pide más de una por trimestre."
            ),
            "Se anota cada llamada y qué decidió después el prospecto.",
        ),
    )


def _unnamed(ground: Ground, story: Story, slot: Slot) -> Sheet:
    permission = story.permission
    said = (
        f"Consta esto: «{permission.words}»." if permission.words else "Hoy no consta ningún permiso: pídalo primero."
    )
    return Sheet(
        name="El mejor caso, contado sin nombre",
        action=f"Cuente en media página el mejor caso, sin nombre ni datos que delaten al {ground.customer}, y "
        "hágalo aprobar.",
        objective=f"Mostrar un resultado real, con la reserva que pide quien lo logró: «{story.result}».",
        steps=(
            f"{said} Confirme por escrito que acepta que se cuente sin nombre.",
            "Escriba el antes y el después de modo que nadie pueda adivinar de quién se trata.",
            "Envíelo para que lo lea y lo apruebe; sin esa aprobación no se muestra.",
        ),
        application="Se cuenta en la primera reunión con prospectos que viven el mismo problema.",
        consent=consent(
            ground.company,
            "contar, sin nombrar a mi empresa ni dar datos que permitan reconocerla, el resultado que "
            f"{ground.company} describe así, revisado por mí: «{story.result}»",
            SALES,
            excluded="" if permission.is_nameless else permission.excluded,
            is_lender=ground.is_lender,
        ),
        message="Gracias por la confianza de este tiempo. Lo que logramos juntos puede servir a otros. ¿Me permite "
        "contarlo sin su nombre, con un texto que usted apruebe antes? Si prefiere que no, no hay problema.",
        contact=story.contact,
        metric=Metric(
            "Reuniones en que se contó el caso aprobado",
            ground.sales_after(slot.month),
            "Se anota en cada primera reunión con un prospecto.",
        ),
    )


def _what_was_said(story: Story, missing: str) -> str:
    """The permission that there is, and what is still missing, as the first thing to do."""
    if not story.permission.words:
        return "Pida primero el permiso por escrito: hoy no consta ninguno."
    return f"Parta de lo que ya se dijo: «{story.permission.words}». {missing}".strip()


def _missing(given: frozenset[str]) -> str:
    if "name" in given:
        return "Falta por escrito: el logotipo, las palabras de la persona y dónde se mostrará."
    return "Falta por escrito: si puede ir el nombre de la empresa y el de la persona, y dónde se mostrará."
