"""What typer says in English when a command line does not fit, said in Spanish."""

from typing import Any

import typer

from retention_coach.errors import UserError


def in_spanish(error: typer.TyperException, command: str) -> UserError:
    """The refusal of a command line as an error of ours.

    Typer's classes of usage errors are not public, so they are told apart by name; one that is not known keeps its
    own words rather than lose them.
    """
    found: Any = error
    advice = f"Vea la ayuda con: {command} --help"
    match type(error).__name__:
        case "NoSuchOption":
            near = f" ¿Quiso decir «{found.possibilities[0]}»?" if found.possibilities else ""
            return UserError(f"No existe la opción «{found.option_name}».{near}", hint=advice)
        case "BadOptionUsage" if "requires" in error.message:
            return UserError(f"A la opción «{found.option_name}» le falta su valor.", hint=advice)
        case "BadOptionUsage":
            return UserError(f"La opción «{found.option_name}» no lleva valor.", hint=advice)
        case "MissingParameter":
            is_option = found.param.param_type_name == "option"
            name = found.param.opts[0] if is_option else found.param.metavar
            return UserError(f"Falta «{name}»: {_without_stop(found.param.help)}.", hint=advice)
        case "UsageError" if error.message.startswith("Got unexpected extra argument"):
            words = error.message.partition("(s) (")[2].removesuffix(")")
            return UserError(f"Sobra «{words}».", hint=advice)
        case _:
            return UserError(f"No se entiende la orden ({error.message}).", hint=advice)


def _without_stop(text: str | None) -> str:
    sentence = (text or "un dato").rstrip(".")
    return sentence[:1].lower() + sentence[1:]
