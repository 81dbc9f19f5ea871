"""`import retention_coach` costs nothing, and gives the names that it promises."""

import subprocess
import sys

import pytest

import retention_coach

OWN = {"retention_coach", "retention_coach._version"}


def loaded_by(statement: str) -> set[str]:
    """The modules outside the standard library that a fresh interpreter has after a statement, and had not before."""
    program = f"import sys; before = set(sys.modules); {statement}; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return {name for name in done.stdout.split() if name.partition(".")[0] not in sys.stdlib_module_names}


def test_import_loads_nothing_else() -> None:
    """Only the package itself and its version; no pydantic, no chain."""
    assert loaded_by("import retention_coach") == OWN


def test_listing_the_names_loads_nothing_else() -> None:
    """A shell's completion does not wait for the models."""
    assert loaded_by("import retention_coach; dir(retention_coach)") == OWN


def test_errors_load_no_models() -> None:
    """A name brings its own module, and what that module needs."""
    found = loaded_by("import retention_coach; retention_coach.RetentionCoachError")
    assert found == {*OWN, "retention_coach.errors"}


@pytest.mark.parametrize("name", retention_coach.__all__)
def test_public_name_resolves(name: str) -> None:
    """Each is there, and is what its own module calls so."""
    found = getattr(retention_coach, name)
    assert found is not None
    assert getattr(found, "__name__", name) == name


def test_public_names_are_sorted_and_declared_once() -> None:
    """`__all__`, the homes and `dir()` say the same."""
    public = retention_coach.__all__
    assert len(set(public)) == len(public)
    assert {*public} == {*retention_coach._HOMES, "__version__"}
    assert dir(retention_coach) == sorted(public)


@pytest.mark.parametrize("name", ["Nothing", "session", "_private", "__wrapped__"])
def test_unknown_name_is_an_attribute_error(name: str) -> None:
    """As with any module, so that `hasattr` and `from … import` work."""
    with pytest.raises(AttributeError, match=name):
        getattr(retention_coach, name)
    assert not hasattr(retention_coach, name)
