"""Where there is nothing to build on yet: strategies that begin by finding it, and say so."""

from collections.abc import Iterator

from retention_coach.assessment import cite
from retention_coach.domain.profile import Segment
from retention_coach.engines.playbook.advocacy.consent import consent
from retention_coach.engines.playbook.advocacy.ground import Ground
from retention_coach.engines.playbook.advocacy.idea import Idea, Metric, Sheet
from retention_coach.knowledge.entries.advocacy import AdvocacyPlay

_HOURS_EACH = 0.5
_MOST_ASKED = 10
_CLOSED_BY = 4
"""The month by which a complaint that is open today may have been closed and checked."""

SEARCHES = (
    "advocacy.pregunta_en_la_entrega",
    "advocacy.diario_de_logros",
    "advocacy.origen_de_cada_cliente",
    "advocacy.primer_caso_medido",
    "advocacy.carta_de_compromisos",
    "advocacy.medir_antes_de_pedir",
    "advocacy.convertir_queja",
)
"""What needs no experience to begin, the soonest useful first."""


def search_ideas(ground: Ground) -> Iterator[Idea]:
    """Each for another group of customers, as far as the company has groups."""
    segments = ground.largest_segments()
    plays = [entry for entry in ground.case.knowledge.advocacy if entry.id in SEARCHES]
    plays.sort(key=lambda entry: (-_called_for(ground, entry), SEARCHES.index(entry.id)))
    for position, play in enumerate(plays):
        segment = segments[position % len(segments)] if segments else None
        yield _idea(ground, play, segment)


def _called_for(ground: Ground, play: AdvocacyPlay) -> int:
    return sum(ground.case.weights.get(theme, 0) for theme in play.themes)


def _idea(ground: Ground, play: AdvocacyPlay, segment: Segment | None) -> Idea:
    missing = cite.assumption("No consta ninguna experiencia que pueda contarse; el primer paso es encontrarla.")
    seen = next((item for item in ground.case.told if item.signal.code in play.themes), None)
    evidence = tuple(item for item in seen.evidence if item.kind != "assumption")[:2] if seen else ()
    return Idea(
        source=play.id,
        play=play.id,
        whom=segment.name if segment else play.id,
        evidence=(*evidence, missing),
        write=lambda hours: _sheet(ground, play, segment, hours),
        is_own=False,
        earliest=_CLOSED_BY if play.id == "advocacy.convertir_queja" else 1,
        sectors=ground.sectors_in(segment.name) if segment else (),
    )


def _sheet(ground: Ground, play: AdvocacyPlay, segment: Segment | None, hours: float) -> Sheet:
    group = f" del segmento {ground.printable(segment.name)}" if segment else ""
    most = min(_MOST_ASKED, segment.customers or _MOST_ASKED) if segment else _MOST_ASKED
    asked = max(1, min(most, int(hours / _HOURS_EACH)))
    return Sheet(
        name=f"{play.name}{',' if group else ''}{group.replace(' del segmento', ' en el segmento')}",
        action=play.action,
        objective=play.objective,
        steps=(
            f"Empiece por encontrarla: hoy no consta ninguna experiencia de {ground.customers}{group} que pueda contarse.",
            *play.steps,
        ),
        application=play.commercial_application,
        consent=consent(ground.company, "usar lo que aprobé, con mis palabras", "propuestas y reuniones con posibles clientes"),
        message=f"Buenos días. {play.collection_script}",
        metric=Metric(
            play.success_metric,
            cite.assumed("meta en los seis meses", asked, "count", "A media hora cada uno en las horas asignadas."),
            "Se cuenta al cierre de cada mes, con la autorización archivada.",
        ),
    )
