"""Where there is nothing to build on yet: strategies that begin by finding it, and say so."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from retention_coach.assessment import cite
from retention_coach.domain.evidence import Evidence, Figure
from retention_coach.domain.profile import Segment
from retention_coach.engines.playbook.advocacy.consent import SALES, consent
from retention_coach.engines.playbook.advocacy.ground import Ground
from retention_coach.engines.playbook.advocacy.idea import Idea, Metric, Sheet, Slot
from retention_coach.engines.playbook.printable import printable
from retention_coach.knowledge.entries.advocacy import AdvocacyPlay
from retention_coach.knowledge.entries.vocabulary import Signal
from retention_coach.spanish.formats import duration

Group = Literal["segment", "new", "complained", "team"]


@dataclass(frozen=True, slots=True)
class Search:
    """How an entry of the knowledge base finds an experience: among whom, hours for one, how many are believable."""

    group: Group
    hours_each: float
    most: int


SEARCHES: dict[str, Search] = {
    "advocacy.pregunta_en_la_entrega": Search("segment", 0.5, 6),
    "advocacy.origen_de_cada_cliente": Search("new", 0.25, 8),
    "advocacy.diario_de_logros": Search("team", 0.5, 8),
    "advocacy.primer_caso_medido": Search("new", 6.0, 1),
    "advocacy.carta_de_compromisos": Search("segment", 2.0, 3),
    "advocacy.medir_antes_de_pedir": Search("segment", 1.0, 6),
    "advocacy.convertir_queja": Search("complained", 2.0, 2),
}
"""What needs no experience to begin, the soonest useful first."""

_CLOSED_BY = 4
"""The month by which a complaint that is open today may have been closed and checked."""


def search_ideas(ground: Ground) -> Iterator[Idea]:
    """What the company's own situation calls for first; each for another group of customers, as far as there are."""
    entries = {entry.id: entry for entry in ground.case.knowledge.advocacy}
    known = [(entries[key], search) for key, search in SEARCHES.items() if key in entries]
    known.sort(key=lambda pair: -sum(ground.case.weights.get(theme, 0) for theme in pair[0].themes))
    segments = list(ground.largest_segments())
    for play, search in known:
        segment = segments.pop(0) if search.group == "segment" and segments else None
        yield _idea(ground, play, search, segment)


def _idea(ground: Ground, play: AdvocacyPlay, search: Search, segment: Segment | None) -> Idea:
    missing = cite.assumption("No consta ninguna experiencia que pueda contarse; el primer paso es encontrarla.")
    return Idea(
        source=play.id,
        play=play.id,
        whom=segment.name if segment else f"{search.group} {play.id}",
        evidence=(*_seen(ground, play.themes), missing),
        write=lambda slot: _sheet(ground, play, search, segment, slot),
        is_own=False,
        earliest=_CLOSED_BY if search.group == "complained" else 1,
        sectors=ground.sectors_in(segment.name) if segment else (),
    )


def _seen(ground: Ground, themes: tuple[Signal, ...]) -> tuple[Evidence, ...]:
    """What in this company calls for it, if anything was said."""
    seen = next((item for item in ground.case.told if item.signal.code in themes), None)
    return tuple(item for item in seen.evidence if item.kind not in {"assumption", "account"})[:2] if seen else ()


def _sheet(ground: Ground, play: AdvocacyPlay, search: Search, segment: Segment | None, slot: Slot) -> Sheet:
    figures = _new(ground) if search.group == "new" else ()
    most = min(search.most, *(int(figure.value) for figure in figures)) if figures else search.most
    wanted = max(1, min(most, int(slot.hours / search.hours_each)))
    why = f"Cada uno toma {duration(search.hours_each)} de las horas asignadas, y se empieza de cero."
    name = f"{play.name}: {printable(segment.name)}" if segment else play.name
    return Sheet(
        name=name,
        action=play.action,
        objective=play.objective,
        steps=(_first_step(ground, search, segment), *play.steps),
        application=play.commercial_application,
        consent=consent(ground.company, "usar lo que aprobé, con mis palabras", SALES, parts=_PARTS),
        message=f"Buenos días. {play.collection_script}",
        metric=Metric(
            play.success_metric,
            cite.assumed("meta en los seis meses", wanted, "count", why),
            "Se cuenta al cierre de cada mes, con la autorización archivada.",
        ),
        figures=figures,
    )


_PARTS = ("mis palabras", "mi nombre y cargo", "el nombre de la empresa")


def _first_step(ground: Ground, search: Search, segment: Segment | None) -> str:
    """That there is nothing yet, and among whom to look."""
    match search.group:
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
