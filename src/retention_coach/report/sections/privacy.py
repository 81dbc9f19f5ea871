"""Personal data: what the law asks of a plan that names people."""

from dataclasses import dataclass
from datetime import date

from retention_coach.knowledge.entries.legal import LegalLimit
from retention_coach.report.case import Case
from retention_coach.spanish.words import fold

_MARKS = ("lopdp", "proteccion de datos")


@dataclass(frozen=True, slots=True)
class PrivacyNote:
    """A rule on personal data, what it demands and what it forbids."""

    name: str
    norm: str
    says: str
    requires: tuple[str, ...]
    forbids: tuple[str, ...]
    verified_on: date


@dataclass(frozen=True, slots=True)
class Privacy:
    """The notes; not legal advice. `caveats` are those of the notes, each once."""

    title: str
    warning: str
    caveats: tuple[str, ...]
    notes: tuple[PrivacyNote, ...]


def privacy_of(case: Case) -> Privacy | None:
    """The notes; None while there is no plan that could use personal data, or no entry on them."""
    entries = privacy_entries(case)
    if not entries:
        return None
    return Privacy(
        title="Datos personales: lo que el plan debe cuidar",
        warning="Orientación práctica; no reemplaza una asesoría legal.",
        caveats=tuple(dict.fromkeys(entry.caveat for entry in entries if entry.caveat)),
        notes=tuple(
            PrivacyNote(
                name=entry.name,
                norm=f"{entry.norm}, {entry.article}",
                says=entry.says,
                requires=entry.requires,
                forbids=entry.forbids,
                verified_on=entry.verified_on,
            )
            for entry in entries
        ),
    )


def privacy_entries(case: Case) -> tuple[LegalLimit, ...]:
    """The entries of the personal data protection law (LOPDP) that the notes show, then those of the own sector."""
    if case.strategy is None or case.profile is None:
        return ()
    own = {sector.key for sector in case.knowledge.sectors_in(case.profile.industry)}
    legal = case.knowledge.legal
    general = [entry for entry in legal if any(mark in fold(entry.norm) for mark in _MARKS)]
    return (*general, *(entry for entry in legal if own & set(entry.own_sectors)))
