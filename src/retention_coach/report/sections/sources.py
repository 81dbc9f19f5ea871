"""What the documents rest on: knowledge cited, the company's own figures, and assumptions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from retention_coach.checks.walk import nodes
from retention_coach.domain.evidence import Evidence
from retention_coach.domain.figures import UNITS, Measure
from retention_coach.domain.kpi_set import OptimalRatio
from retention_coach.domain.strategy import LocalFit
from retention_coach.report.case import Case
from retention_coach.report.entry_names import cite
from retention_coach.report.evidence_wording import figure_name
from retention_coach.report.figure_wording import UNKNOWN, amount
from retention_coach.report.labels import ORIGIN, PERIOD
from retention_coach.report.sections.calendar import calendar_entries
from retention_coach.report.sections.privacy import privacy_entries


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source and the entries cited from it, verified on the same day."""

    source: str
    verified_on: date
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompanyFigure:
    """A figure of the company as it was given; `cutoff` is None where the date was not said."""

    name: str
    value: str
    period: str
    cutoff: date | None
    origin: str
    note: str


@dataclass(frozen=True, slots=True)
class Sources:
    """What the documents rest on."""

    title: str
    cited: tuple[SourceLine, ...]
    figures: tuple[CompanyFigure, ...]
    assumptions: tuple[str, ...]


def sources_of(case: Case) -> Sources | None:
    """The sources; None when there is nothing to account for."""
    cited, figures, assumptions = _cited(case), tuple(_figures(case)), _assumptions(case)
    if not (cited or figures or assumptions):
        return None
    return Sources("En qué se apoya este documento", cited, figures, assumptions)


def cited_ids(output: BaseModel) -> Iterator[str]:
    """Ids of the knowledge entries that an output cites."""
    for node in nodes(output):
        match node.model:
            case Evidence(kind="knowledge", ref=ref) | LocalFit(knowledge_id=ref):
                yield ref
            case OptimalRatio(benchmark_id=str(ref)):
                yield ref


def _cited(case: Case) -> tuple[SourceLine, ...]:
    """Grouped by source, published sources first."""
    ids = [ref for _step, output in case.outputs() for ref in cited_ids(output) if case.knowledge.has(ref)]
    entries = [*(case.knowledge.entry(ref) for ref in ids), *calendar_entries(case), *privacy_entries(case)]
    groups: dict[tuple[bool, str, date], list[str]] = {}
    for entry in {entry.id: entry for entry in entries}.values():
        found = cite(entry)
        groups.setdefault((entry.professional_judgement, found.source, found.verified_on), []).append(found.name)
    return tuple(
        SourceLine(source, verified_on, tuple(dict.fromkeys(names)))
        for (_judged, source, verified_on), names in sorted(groups.items(), key=lambda group: group[0][0])
    )


def _figures(case: Case) -> Iterator[CompanyFigure]:
    if case.profile is None:
        return
    for figure_id, unit in UNITS.items():
        measure: Measure | None = getattr(case.profile.figures, figure_id)
        if measure is not None:
            known = measure.value is not None
            yield CompanyFigure(
                name=figure_name(figure_id, case.knowledge),
                value=UNKNOWN if measure.value is None else amount(measure.value, unit),
                period=PERIOD[measure.period] if known else "",
                cutoff=measure.cutoff,
                origin=ORIGIN[measure.origin] if known else "",
                note=measure.note,
            )


def _assumptions(case: Case) -> tuple[str, ...]:
    found = (
        node.model.detail
        for _step, output in case.outputs()
        for node in nodes(output)
        if isinstance(node.model, Evidence) and node.model.kind == "assumption" and node.model.detail.strip()
    )
    return tuple(dict.fromkeys(found))
