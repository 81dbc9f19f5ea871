"""What a knowledge entry is called in a document, and what is said of its source."""

from dataclasses import dataclass
from datetime import date

from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.calendar.entries import Decree, Holiday, TaxDueDay
from retention_coach.knowledge.entries.benchmarks import NoBenchmark
from retention_coach.knowledge.entries.questions import Question
from retention_coach.knowledge.entries.signals import SignalEntry
from retention_coach.knowledge.provenance import EXPIRES_SOON, Entry
from retention_coach.report.labels import KPI
from retention_coach.spanish.formats import short_date

JUDGEMENT = "criterio profesional, por confirmar con la empresa"


@dataclass(frozen=True, slots=True)
class CitedEntry:
    """A knowledge entry that a document cites: its name, where it comes from and when that was verified."""

    id: str
    name: str
    source: str
    verified_on: date


def entry_name(entry: Entry) -> str:
    """The name that people read."""
    match entry:
        case Holiday() | Decree():
            return f"{entry.name} ({short_date(entry.day)})"
        case Question():
            return entry.text
        case SignalEntry():
            return entry.label
        case NoBenchmark():
            return f"{KPI[entry.kpi]}: sin referencia publicada"
        case TaxDueDay():
            return f"Vencimiento de impuestos, noveno dígito {entry.ninth_digit}"
        case _:
            return str(getattr(entry, "name", entry.id))


def expiry(entry: Entry, today: date) -> str:
    """«venció el …» or «vence el …» where the entry is past or soon due; empty where it holds for longer."""
    if entry.valid_until is None or entry.valid_until >= today + EXPIRES_SOON:
        return ""
    return f"{'venció' if entry.valid_until < today else 'vence'} el {short_date(entry.valid_until)}"


def cite(entry: Entry) -> CitedEntry:
    """The entry as the list of sources shows it."""
    return CitedEntry(entry.id, entry_name(entry), entry.source or JUDGEMENT, entry.verified_on)


def name_of(entry_id: str, knowledge: Knowledge) -> str:
    """The name of the entry with this id; what the base no longer holds is said so."""
    return entry_name(knowledge.entry(entry_id)) if knowledge.has(entry_id) else "una entrada que ya no consta"
