from collections.abc import Callable

import pytest
from calendar_sources import calendar_data, raw_sources
from pydantic import ValidationError

from retention_coach.knowledge.calendar.calendar_data import CalendarData

Raw = dict[str, list[dict[str, object]]]


def repeat_an_id(raw: Raw) -> None:
    """Gives two seasons one id."""
    raw["seasons"][1]["id"] = raw["seasons"][0]["id"]


def repeat_a_day(raw: Raw) -> None:
    """Gives two holidays one date."""
    raw["holidays"][1]["day"] = raw["holidays"][0]["day"]


def repeat_a_digit(raw: Raw) -> None:
    """Gives two due days one digit."""
    raw["tax_due_days"][1]["ninth_digit"] = raw["tax_due_days"][0]["ninth_digit"]


def leave_a_gap(raw: Raw) -> None:
    """Takes out the year 2028."""
    raw["holidays"] = [each for each in raw["holidays"] if not str(each["statutory_day"]).startswith("2028")]


def empty_the_table(raw: Raw) -> None:
    """Takes out every national holiday."""
    raw["holidays"] = []


def misname_a_province(raw: Raw) -> None:
    """Puts a canton in a province that is a canton."""
    raw["cantons"][0]["province"] = "province.quito"


def misname_a_place(raw: Raw) -> None:
    """Puts a local holiday nowhere."""
    raw["local_holidays"][0]["place"] = "canton.atlantida"


def misname_a_festivity(raw: Raw) -> None:
    """Puts a season nowhere."""
    raw["seasons"][0]["places"] = ["canton.atlantida"]


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (repeat_an_id, "aparece 2 veces"),
        (repeat_a_day, "feriado del"),
        (repeat_a_digit, "noveno dígito"),
        (leave_a_gap, "no cubre 2028"),
        (empty_the_table, "vacía"),
        (misname_a_province, "province.quito"),
        (misname_a_place, "canton.atlantida"),
        (misname_a_festivity, "canton.atlantida"),
    ],
)
def test_data_that_do_not_hold_together_are_refused(damage: Callable[[Raw], None], message: str) -> None:
    """One fault in otherwise good sources is refused and named."""
    raw = raw_sources()
    damage(raw)
    with pytest.raises(ValidationError, match=message):
        CalendarData.model_validate(raw)


def test_every_file_is_a_field() -> None:
    """The loader gives each file to the field of its name."""
    assert set(raw_sources()) == set(CalendarData.model_fields)


def test_entries_lists_every_entry() -> None:
    """`entries` holds what all files hold."""
    assert len(calendar_data().entries) == sum(len(each) for each in raw_sources().values())


def test_data_survive_their_json() -> None:
    """What is compiled to JSON without defaults reads back equal."""
    data = calendar_data()
    assert CalendarData.model_validate_json(data.model_dump_json(exclude_defaults=True)) == data


def test_every_source_is_an_address() -> None:
    """A source can be opened."""
    assert all(entry.source.startswith("https://") for entry in calendar_data().entries if entry.source)
