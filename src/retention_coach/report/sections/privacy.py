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
    caveat: str
    verified_on: date


@dataclass(frozen=True, slots=True)
class Privacy:
    """The notes; not legal advice."""

    title: str
    warning: str
    notes: tuple[PrivacyNote, ...]


def privacy_of(case: Case) -> Privacy | None:
    """The notes; None while there is no plan that could use personal data, or no entry on them."""
    entries = privacy_entries(case)
    if not entries:
        return None
    return Privacy(
        title="Datos personales: lo que el plan debe cuidar",
        warning="Orientación práctica; no reemplaza una asesoría legal.",
        notes=tuple(
            PrivacyNote(
                name=entry.name,
                norm=f"{entry.norm}, {entry.article}",
                says=entry.says,
                requires=entry.requires,
                forbids=entry.forbids,
                caveat=entry.caveat,
                verified_on=entry.verified_on,
            )
            for entry in entries
        ),
    )


def privacy_entries(case: Case) -> tuple[LegalLimit, ...]:
    """The entries of the personal data protection law (LOPDP) that the notes show."""
    if case.strategy is None:
        return ()
    return tuple(entry for entry in case.knowledge.legal if any(mark in fold(entry.norm) for mark in _MARKS))
