"""`knowledge list`, `show` and `search` as a person reads them, at 80 columns."""

import json
import typing
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

import pytest
from command_runs import Program
from pydantic import BaseModel

from retention_coach.cli.knowledge import names_of_codes
from retention_coach.cli.knowledge_labels import KINDS
from retention_coach.cli.knowledge_values import CODES
from retention_coach.knowledge.loader import load

pytest_plugins = ("command_fixtures",)

KNOWLEDGE = load()
SAID_AS_WRITTEN = {
    # roles are Spanish already, formulas are cited by id
    *("Atención al cliente", "Cobranzas", "Ejecutivo de cuenta", "Gerencia general", "Marketing", "Operaciones"),
    *("Ventas", "clv_end_of_period", "first_response_median", "logo_churn", "nps_counts", "retention_by_counts"),
    *("retention_by_lost", "usage_per_customer"),
}


def codes(kind: object) -> Iterator[str]:
    """Every value of the closed lists that a type allows, at any depth."""
    if typing.get_origin(kind) is typing.Literal:
        yield from (code for code in typing.get_args(kind) if isinstance(code, str))
    else:
        for part in typing.get_args(kind):
            yield from codes(part)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        for field in kind.model_fields.values():
            yield from codes(field.annotation)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        yield from kind


def test_list_tells_the_kinds_with_their_number(program: Program) -> None:
    """Each kind with what it is and how many, and none is left out."""
    ran = program("knowledge", "list")
    counts = Counter(entry.prefix for entry in KNOWLEDGE.entries())
    assert ran.code == 0
    assert set(counts) == set(KINDS)
    lines = [line.split() for line in ran.out.splitlines()]
    for kind, words in KINDS.items():
        assert [kind, *words.split(), str(counts[kind])] in lines


def test_list_of_one_kind(program: Program) -> None:
    """Only those of the kind; an unknown one is refused with the kinds there are."""
    sectors = json.loads(program("knowledge", "list", "--kind", "sector", "--json").out)
    assert [entry["id"] for entry in sectors] == [sector.id for sector in KNOWLEDGE.sectors]
    ran = program("knowledge", "list", "--kind", "nada")
    assert ran.code == 2
    assert "«nada»" in ran.err
    assert "sector" in ran.err


def test_list_of_what_expires(program: Program) -> None:
    """What is past or due says so; what holds for longer, or for ever, is not there."""
    due = json.loads(program("knowledge", "list", "--expiring", "--json").out)
    assert due
    assert all(entry["valid_until"] for entry in due)
    past = program("knowledge", "list", "--expiring").out
    assert "venció el 31/05/2026" in past
    assert "season.vacaciones-sierra-2026" in {entry["id"] for entry in due}
    assert program("knowledge", "list", "--expiring", "--kind", "play").out == ""


def test_show_warns_of_what_is_past(program: Program) -> None:
    """An entry that no longer holds may not be cited without a look."""
    ran = program("knowledge", "show", "season.inicio-de-clases-costa-2026")
    assert "Atención: esta entrada venció el 31/05/2026" in " ".join(ran.out.split())
    assert "Atención" not in program("knowledge", "show", "sector.flores").out


@pytest.mark.parametrize(
    ("entry_id", "words"),
    [
        ("lesson.upselling", "Plan básico a plan premium"),
        ("sector.mercados", "Enero, actividad baja: Consumo bajo"),
        ("sector.mercados", "Del 15 de diciembre al 26 de diciembre: Ventas de Navidad"),
        ("sector.mercados", "hasta el 24 de diciembre. (2025) https://"),
        ("play.simulacion_de_fin_de_anio", "septiembre, octubre, noviembre, diciembre"),
        ("play.escuchar_sin_vender", "Llame a [tantos clientes] sin ofrecer nada"),
        ("play.escuchar_sin_vender", "Señales a las que responde: Contacto escaso"),
        ("kpi.churn", "En alerta: Reúna a gerencia"),
    ],
)
def test_show_says_it_in_spanish(program: Program, entry_id: str, words: str) -> None:
    """Months by name, codes in words, slots of an action in brackets."""
    out = program("knowledge", "show", entry_id).out
    assert words in " ".join(out.split())
    assert max(map(len, out.splitlines())) <= 80


def test_every_code_has_its_spanish_words() -> None:
    """No value of a closed list is shown as it is in the code."""
    found = {code for kind in {type(entry) for entry in KNOWLEDGE.entries()} for code in codes(kind)}
    assert found - set(CODES) - set(names_of_codes(KNOWLEDGE)) <= SAID_AS_WRITTEN
