"""Where there is nothing to build on yet: strategies that begin by finding it, and say so."""

from collections.abc import Iterator
from typing import Literal

from retention_coach.assessment import cite
from retention_coach.domain.evidence import Evidence, Figure
from retention_coach.domain.profile import Segment
from retention_coach.engines.playbook.advocacy.consent import SALES, consent, nothing_signed
from retention_coach.engines.playbook.advocacy.ground import Ground
from retention_coach.engines.playbook.advocacy.idea import Idea, Metric, Sheet, Slot
from retention_coach.engines.playbook.printable import printable
from retention_coach.knowledge.entries.advocacy import AdvocacyPlay
from retention_coach.knowledge.entries.vocabulary import Signal
from retention_coach.spanish.formats import duration

Group = Literal["segment", "new", "complained", "team"]


SEARCHES: dict[str, Group] = {
    "advocacy.pregunta_en_la_entrega": "segment",
    "advocacy.origen_de_cada_cliente": "new",
    "advocacy.diario_de_logros": "team",
    "advocacy.primer_caso_medido": "new",
    "advocacy.carta_de_compromisos": "segment",
    "advocacy.medir_antes_de_pedir": "segment",
    "advocacy.convertir_queja": "complained",
}
"""What needs no experience to begin, each with those among whom it is looked for, the soonest useful first."""

_NOTHING_PUBLISHED = {
    "advocacy.origen_de_cada_cliente": "Basta preguntar de palabra si acepta que se agradezca a quien lo recomendó.",
}
"""Searches after which nothing is shown to anybody, with what is still asked aloud."""

_CLOSED_BY = 4
"""The month by which a complaint that is open today may have been closed and checked."""


def search_ideas(ground: Ground) -> Iterator[Idea]:
    """What the company's own situation calls for first; each for another group of customers, as far as there are."""
    entries = {entry.id: entry for entry in ground.case.knowledge.advocacy}
    known = [(entries[key], group) for key, group in SEARCHES.items() if key in entries]
    known.sort(key=lambda pair: -sum(ground.case.weights.get(theme, 0) for theme in pair[0].themes))
    segments = list(ground.largest_segments())
    for play, group in known:
        segment = segments.pop(0) if group == "segment" and segments else None
        yield _idea(ground, play, group, segment)


def _idea(ground: Ground, play: AdvocacyPlay, group: Group, segment: Segment | None) -> Idea:
    missing = cite.assumption("No consta ninguna experiencia que pueda contarse; el primer paso es encontrarla.")
    return Idea(
        kind="search",
        source=play.id,
        play=play.id,
        whom=segment.name if segment else f"{group} {play.id}",
        evidence=(*_seen(ground, play.themes), missing),
        write=lambda slot: _sheet(ground, play, group, segment, slot),
        earliest=_CLOSED_BY if group == "complained" else 1,
        sectors=ground.sectors_in(segment.name) if segment else (),
    )


def _seen(ground: Ground, themes: tuple[Signal, ...]) -> tuple[Evidence, ...]:
    """What in this company calls for it, if anything was said."""
    seen = next((item for item in ground.case.told if item.signal.code in themes), None)
    return tuple(item for item in seen.evidence if item.kind not in {"assumption", "account"})[:2] if seen else ()


def _sheet(ground: Ground, play: AdvocacyPlay, group: Group, segment: Segment | None, slot: Slot) -> Sheet:
    figures = _new(ground) if group == "new" else ()
    wanted = min(play.success.target(slot.hours), *(int(figure.value) for figure in figures), play.success.most)
    why = (
        f"Cada {play.success.one} toma {duration(play.success.hours_each)} de las horas asignadas, y se parte de cero."
    )
    name = f"{play.name}: {printable(segment.name)}" if segment else play.name
    return Sheet(
        name=name,
        action=play.action,
        objective=play.objective,
        steps=(_first_step(ground, group, segment), *play.steps),
        application=play.commercial_application,
        consent=_permission(ground, play),
        message=f"{play.collection_script} Si prefiere no hacerlo, no hay problema. Muchas gracias.",
        metric=Metric(
            play.success_metric,
            cite.assumed("meta en los seis meses", wanted, "count", why),
            "Se cuenta al cierre de cada mes, con la autorización archivada.",
        ),
        figures=figures,
    )


def _permission(ground: Ground, play: AdvocacyPlay) -> str:
    asked_aloud = _NOTHING_PUBLISHED.get(play.id)
    if asked_aloud:
        return nothing_signed(asked_aloud)
    uses = "usar lo que aprobé, con mis palabras"
    return consent(ground.company, uses, SALES, parts=_PARTS, is_lender=ground.is_lender)


_PARTS = ("mis palabras", "mi nombre y cargo", "el nombre de la empresa")


def _first_step(ground: Ground, group: Group, segment: Segment | None) -> str:
    """That there is nothing yet, and among whom to look."""
    match group:
        case "segment" if segment is not None:
            return (
                f"Empiece con el segmento {printable(segment.name)}: hoy no consta ninguna experiencia suya que "
                "pueda contarse."
            )
        case "new" if new := _new(ground):
            return (
                f"Empiece con los {int(new[0].value)} {ground.customers} nuevos del período: de ninguno consta "
                "cómo llegó "
                "ni qué ha logrado."
            )
        case "complained":
            seen = next((item for item in ground.case.told if item.signal.code == "unresolved_complaints"), None)
            said = f" («{seen.quote}»)" if seen and seen.quote else ""
            return f"Primero cierre lo pendiente{said}: a quien tiene un reclamo abierto no se le pide nada."
        case _:
            return "Empiece por encontrarla: hoy no consta ninguna experiencia que pueda contarse."


def _new(ground: Ground) -> tuple[Figure, ...]:
    figures = ground.case.profile.figures
    if (figures.value("customers_new") or 0) < 2:
        return ()
    return (cite.company_figure(figures, "customers_new", "clientes nuevos"),)
