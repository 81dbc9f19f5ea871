"""What can be done with the reasons for which customers stay, once they say them themselves."""

from collections.abc import Callable, Iterator

from retention_coach.assessment import cite
from retention_coach.assessment.successes import Praise
from retention_coach.domain.evidence import Evidence, Figure
from retention_coach.engines.playbook.advocacy.consent import SALES, consent
from retention_coach.engines.playbook.advocacy.ground import Ground, brief, lines
from retention_coach.engines.playbook.advocacy.idea import Idea, Metric, Sheet, Slot

_HOURS_EACH = 0.5
"""Asking one customer in a conversation, and writing down what was said."""
_MOST_ASKED = 6


def praise_ideas(ground: Ground) -> Iterator[Idea]:
    """Their own words with permission; the promise in writing; each for another of the reasons, if there are two."""
    reasons = ground.found.praise
    if not reasons:
        return
    yield _idea(ground, reasons[0], "advocacy.palabras_exactas", _own_words)
    yield _idea(ground, reasons[-1], "advocacy.carta_de_compromisos", _promise)


def _idea(ground: Ground, praise: Praise, play: str, write: Callable[[Ground, Praise, Slot], Sheet]) -> Idea:
    return Idea(
        kind="praise",
        source=f"{praise.question} {praise.words}",
        play=play,
        whom=praise.account or "those who stayed longest",
        evidence=_evidence(praise),
        write=lambda slot: write(ground, praise, slot),
        earliest=ground.earliest(praise.account),
        sectors=ground.sectors_of(praise.account),
    )


def _evidence(praise: Praise) -> tuple[Evidence, ...]:
    return (cite.answer(praise.question), *((cite.account(praise.account),) if praise.account else ()))


def _own_words(ground: Ground, praise: Praise, slot: Slot) -> Sheet:
    asked = 1 if praise.account else max(1, min(_MOST_ASKED, int(slot.hours / _HOURS_EACH)))
    name = ground.name_of(praise.account) if praise.account else f"{asked} {_old(ground, asked)}"
    wanted = max(1, asked // 2)
    return Sheet(
        name=f"Por qué se quedan, dicho por {ground.name_of(praise.account) if praise.account else 'ellos mismos'}",
        action=brief(
            f"Pregunte a {name} por qué siguen, anote sus palabras y pida permiso para usarlas."
            if not praise.account
            else f"Pregunte a {name} por qué sigue, anote sus palabras y pida permiso para usarlas.",
            "Pregunte a un cliente antiguo por qué sigue, anote sus palabras y pida permiso para usarlas.",
        ),
        objective=f"Pasar de lo que la empresa cree oír, «{praise.words}», a palabras que alguien firma.",
        steps=(
            "Hoy solo consta lo que cuenta la empresa; todavía no es un testimonio. Oígalo de ellos.",
            "Pregunte en una conversación, sin sugerir la respuesta, y escriba la frase tal como la dijeron.",
            "Muestre la frase y el lugar exacto donde iría; quien no quiera, queda fuera sin más.",
            "Úsela sin cambiar una palabra y retírela si se lo piden.",
        ),
        application="Las frases firmadas van en la primera hoja de cada propuesta y en lo que un prospecto "
        "revisa antes de "
        "llamar.",
        consent=consent(
            ground.company,
            "publicar esta frase como la dije, sin cambiarle nada",
            "propuestas y en su página o perfil",
            parts=("la frase", "mi nombre y cargo", "el nombre de la empresa"),
            is_lender=ground.is_lender,
        ),
        message="Usted lleva tiempo con nosotros, se lo agradezco y quisiera entender por qué. ¿Me lo diría con sus "
        "palabras, lo bueno y lo que falta? Nada se repite sin preguntarle antes; si prefiere no decirlo, no hay "
        "problema.",
        contact=ground.contact_of(praise.account),
        metric=Metric(
            "Frases firmadas y en uso",
            cite.assumed(
                "frases firmadas",
                wanted,
                "count",
                f"Se pregunta a {asked} {ground.customers} y se espera que al menos la mitad firme su frase."
                if asked > 1
                else f"Se pregunta a un solo {ground.customer}, así que se espera una frase firmada, o ninguna.",
            ),
            "Se cuentan las frases con autorización archivada.",
        ),
        figures=() if praise.account else (_asked(asked),),
    )


def _promise(ground: Ground, praise: Praise, slot: Slot) -> Sheet:
    name = ground.name_of(praise.account) if praise.account else ""
    asked = 1 if name else max(1, min(_MOST_ASKED, int(slot.hours / _HOURS_EACH)))
    whom = name or f"{asked} {_old(ground, asked)}"
    return Sheet(
        name="Lo que ya cumplen, puesto por escrito",
        action=brief(
            f"Escriba como compromiso lo que {name} más valora y pídale calificar si se cumplió."
            if name
            else f"Escriba como compromiso lo que más valoran y pida a {whom} calificar si se cumplió.",
            "Escriba como compromiso lo que más valoran y pida calificar si se cumplió.",
        ),
        objective=f"Convertir en promesa verificable lo que hoy se dice de palabra: «{praise.words}».",
        steps=lines(
            f"Pregunte a {whom} si eso es lo que de verdad cuenta; si es otra cosa, escriba esa.",
            "Mida un mes cuánto se cumple antes de prometerlo, y prometa solo lo que ya se logra.",
            "Ponga el compromiso en una línea y pida una calificación al cierre del trimestre.",
            "Muestre el resultado aunque no sea perfecto, con lo que se corrigió.",
        ),
        application="El compromiso con su calificación va en la propuesta: el prospecto lee una promesa que otros ya "
        "comprobaron.",
        consent=consent(
            ground.company,
            "sumar mi calificación a un resultado general, sin nombrarme",
            SALES,
        ),
        message="Queremos poner por escrito lo que usted más valora de nosotros. ¿Me diría si lo hemos cumplido este "
        "trimestre, y qué faltó? Su respuesta no llevará su nombre; si prefiere no calificarnos, no hay problema. "
        "Muchas gracias.",
        contact=ground.contact_of(praise.account),
        metric=Metric(
            "Calificaciones recibidas del compromiso",
            cite.assumed(
                "calificaciones",
                asked,
                "count",
                f"El compromiso se escribe para un solo {ground.customer}, así que se espera una calificación."
                if name
                else f"Cada conversación toma media hora, y en las horas asignadas caben {asked}.",
            ),
            "Se guarda la calificación y la medición del mes, lado a lado.",
        ),
        figures=() if name else (_asked(asked),),
    )


def _old(ground: Ground, count: int) -> str:
    return f"{ground.customer} antiguo" if count == 1 else f"{ground.customers} antiguos"


def _asked(count: int) -> Figure:
    return cite.assumed(
        "a quienes se pregunta",
        count,
        "count",
        f"Cada conversación toma media hora, y en las horas asignadas caben {count}.",
    )
