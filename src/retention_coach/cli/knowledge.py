"""`knowledge …`: what the program knows about Ecuador, its sectors and retention, with sources and dates."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from retention_coach.cli.invocation import Invocation

if TYPE_CHECKING:
    from retention_coach.knowledge.provenance import Entry

EntryId = Annotated[str, typer.Argument(metavar="ID", help="Identificador de la entrada, por ejemplo sector.flores.")]
Words = Annotated[str, typer.Argument(metavar="TEXTO", help="Palabras que debe tener la entrada.")]


def list_entries(ctx: typer.Context) -> int:
    """List every entry."""
    from retention_coach.knowledge.loader import load

    _tell_entries(Invocation.of(ctx), load().entries())
    return 0


def search(ctx: typer.Context, text: Words) -> int:
    """List the entries that hold all these words; the exit code is 1 if there is none."""
    from retention_coach.knowledge.loader import load

    call = Invocation.of(ctx)
    found = load().find(text)
    if not found and not call.as_json:
        call.terminal.say(f"Ninguna entrada tiene «{text}».")
        return 1
    _tell_entries(call, found)
    return 0 if found else 1


def show(ctx: typer.Context, entry_id: EntryId) -> int:
    """Show an entry whole, with its source."""
    from retention_coach.cli.knowledge_labels import label, worded
    from retention_coach.knowledge.loader import load
    from retention_coach.report.entry_names import cite, entry_name
    from retention_coach.spanish.formats import short_date

    call = Invocation.of(ctx)
    entry = load().entry(entry_id.strip())
    if call.as_json:
        call.write_json(entry.model_dump(mode="json"))
        return 0
    call.terminal.heading(entry_name(entry))
    call.terminal.pair("Identificador", entry.id)
    content = entry.model_dump(exclude={"id", "name", "source", "professional_judgement", "verified_on", "valid_until"})
    for key, value in content.items():
        _tell(call, label(key), worded(value))
    call.terminal.pair("Fuente", cite(entry).source)
    call.terminal.pair("Verificada el", short_date(entry.verified_on))
    if entry.valid_until:
        call.terminal.pair("Vale hasta el", short_date(entry.valid_until))
    return 0


def _tell_entries(call: Invocation, entries: "Iterable[Entry]") -> None:
    from retention_coach.report.entry_names import entry_name

    rows = [(entry.id, entry_name(entry)) for entry in entries]
    if call.as_json:
        call.write_json([{"id": entry_id, "name": name} for entry_id, name in rows])
    else:
        for entry_id, name in rows:
            call.terminal.pair(entry_id, name)


def _tell(call: Invocation, name: str, value: Any) -> None:
    match value:
        case "" | [] | {}:
            return
        case str():
            call.terminal.pair(name, value)
        case _:
            call.terminal.say(f"{name}:", "strong")
            call.terminal.bullets(list(_lines(value)))


def _lines(value: Any) -> Iterator[str]:
    """A list or a group as lines: an inner group is one line, its parts apart by semicolons."""
    items = [f"{name}: {_flat(item)}" for name, item in value.items()] if isinstance(value, dict) else map(_flat, value)
    yield from (item for item in items if item)


def _flat(value: Any) -> str:
    match value:
        case dict():
            return "; ".join(f"{name}: {text}" for name, item in value.items() if (text := _flat(item)))
        case list():
            return ", ".join(filter(None, map(_flat, value)))
        case _:
            return str(value)
