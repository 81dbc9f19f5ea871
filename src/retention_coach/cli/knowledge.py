"""`knowledge …`: what the program knows about Ecuador, its sectors and retention, with sources and dates."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from retention_coach.cli.invocation import Invocation

if TYPE_CHECKING:
    from retention_coach.knowledge.base import Knowledge
    from retention_coach.knowledge.provenance import Entry

EntryId = Annotated[str, typer.Argument(metavar="ID", help="Identificador de la entrada, por ejemplo sector.flores.")]
Words = Annotated[str, typer.Argument(metavar="TEXTO", help="Palabras que debe tener la entrada.")]
Kind = Annotated[
    str | None, typer.Option("--kind", metavar="CLASE", help="Solo las entradas de esta clase, por ejemplo play.")
]
Expiring = Annotated[bool, typer.Option("--expiring", help="Solo lo vencido y lo que vence en 90 días.")]

_PROVENANCE = {"id", "name", "source", "professional_judgement", "verified_on", "valid_until"}


def list_entries(ctx: typer.Context, kind: Kind = None, expiring: Expiring = False) -> int:
    """List the kinds with their number and what expires soon; with an option, the entries it chooses."""
    from retention_coach.knowledge.loader import load

    call, knowledge, today = Invocation.of(ctx), load(), _today()
    entries = _of_kind(knowledge, kind)
    if expiring:
        due = _due(knowledge, today)
        entries = [entry for entry in due if entry in entries]
    if call.as_json or kind is not None or expiring:
        _tell_entries(call, entries, today)
    else:
        _tell_kinds(call, knowledge, today)
    return 0


def search(ctx: typer.Context, text: Words) -> int:
    """List the entries that hold all these words, the closest first; the exit code is 1 if there is none."""
    from retention_coach.knowledge.loader import load

    call = Invocation.of(ctx)
    found = load().find(text)
    if not found and not call.as_json:
        call.terminal.say(f"Ninguna entrada tiene «{text}».")
        return 1
    _tell_entries(call, found, _today())
    return 0 if found else 1


def show(ctx: typer.Context, entry_id: EntryId) -> int:
    """Show an entry whole, with its source."""
    from retention_coach.knowledge.loader import load
    from retention_coach.report.entry_names import cite, entry_name, expiry
    from retention_coach.spanish.formats import short_date

    call, knowledge = Invocation.of(ctx), load()
    entry = knowledge.entry(entry_id.strip())
    if call.as_json:
        call.write_json(entry.model_dump(mode="json"))
        return 0
    call.terminal.heading(entry_name(entry))
    call.terminal.pair("Identificador", entry.id)
    _tell_content(call, entry, names_of_codes(knowledge))
    call.terminal.pair("Fuente", cite(entry).source)
    call.terminal.pair("Verificada el", short_date(entry.verified_on))
    if entry.valid_until:
        call.terminal.pair("Vale hasta el", short_date(entry.valid_until))
    if due := expiry(entry, _today()):
        call.terminal.say(f"Atención: esta entrada {due}; verifíquela antes de citarla.", "warning")
    return 0


def _today() -> date:
    from retention_coach.bootstrap import SystemClock

    return SystemClock().now().date()


def _of_kind(knowledge: "Knowledge", kind: str | None) -> "list[Entry]":
    from retention_coach.cli.knowledge_labels import KINDS
    from retention_coach.errors import InvalidInputError

    if kind is not None and kind not in KINDS:
        raise InvalidInputError(f"No hay entradas de la clase «{kind}».", hint=f"Las clases son: {', '.join(KINDS)}.")
    return [entry for entry in knowledge.entries() if kind in {None, entry.prefix}]


def _due(knowledge: "Knowledge", today: date) -> "tuple[Entry, ...]":
    from retention_coach.knowledge.provenance import EXPIRES_SOON

    return knowledge.expiring(today + EXPIRES_SOON)


def _tell_kinds(call: Invocation, knowledge: "Knowledge", today: date) -> None:
    from retention_coach.cli.knowledge_labels import KINDS

    counts = Counter(entry.prefix for entry in knowledge.entries())
    call.terminal.heading(f"Base de conocimiento {knowledge.version}: {sum(counts.values())} entradas")
    call.terminal.table(("Clase", "Qué es", "Entradas"), [(kind, KINDS[kind], str(counts[kind])) for kind in KINDS])
    due = _due(knowledge, today)
    call.terminal.heading("Por verificar: vencido o por vencer en 90 días" if due else "Nada vence en 90 días")
    _tell_entries(call, due, today)
    call.terminal.say()
    call.terminal.say("Las entradas de una clase, una entera, o las que tienen una palabra:")
    call.tell_command("knowledge", "list", "--kind", "sector")
    call.tell_command("knowledge", "show", "sector.flores")
    call.tell_command("knowledge", "search", "renovación")


def _tell_entries(call: Invocation, entries: "Iterable[Entry]", today: date) -> None:
    from retention_coach.report.entry_names import entry_name, expiry

    if call.as_json:
        call.write_json(
            [
                {
                    "id": entry.id,
                    "name": entry_name(entry),
                    "valid_until": entry.valid_until.isoformat() if entry.valid_until else None,
                }
                for entry in entries
            ]
        )
        return
    for entry in entries:
        due = expiry(entry, today)
        call.terminal.pair(entry.id, f"{entry_name(entry)} ({due})" if due else entry_name(entry))


def names_of_codes(knowledge: "Knowledge") -> dict[str, str]:
    """What the codes are called that have an entry of their own."""
    signals = {str(entry.code): entry.label for entry in knowledge.signals}
    indicators = {str(entry.code): entry.name for entry in knowledge.health}
    levels = {str(entry.code): entry.name for entry in knowledge.health_levels}
    comparisons = {str(entry.comparison): entry.name for entry in knowledge.contradictions if entry.comparison}
    return {**indicators, **levels, **comparisons, **signals}


def _tell_content(call: Invocation, entry: "Entry", names: dict[str, str]) -> None:
    """Every field that is not blank, by its Spanish name: a line, or a list under it."""
    from retention_coach.cli.knowledge_values import Wording

    wording = Wording(names)
    for field, value in entry.model_dump(exclude=_PROVENANCE).items():
        for title, lines in wording.sections(field, value):
            if len(lines) == 1:
                call.terminal.pair(title, lines[0])
            elif lines:
                call.terminal.say(f"{title}:", "strong")
                call.terminal.bullets(lines)
