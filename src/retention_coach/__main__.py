"""The program: `retention-coach` and `python -m retention_coach`. The only place that prints errors."""

import io
import os
import sys
from collections.abc import Sequence

import typer

from retention_coach.cli.app import command_line
from retention_coach.cli.invocation import Invocation
from retention_coach.errors import InvalidInputError, RetentionCoachError

PROGRAM = "retention-coach"
OUTPUT_FAILED = 1
INTERRUPTED = 130
READER_GONE = 141
DEBUG_VARIABLE = "RETENTION_COACH_DEBUG"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code.

    0 done; 1 findings, or a part failed, or nothing can be written to standard output; 2 the user's input; 3 the
    engine's provider; 130 Ctrl-C; 141 the reader of the output went away, as the shell numbers it.

    Args:
        arguments: the words after the program's name; by default those it was started with.
    """
    if sys.stdout is None:
        _print("Error: la salida está cerrada y no hay dónde mostrar nada; no se hizo nada.")
        return OUTPUT_FAILED
    _speak_utf8()
    return _guarded(sys.argv[1:] if arguments is None else arguments)


def _guarded(arguments: Sequence[str]) -> int:
    """The exit code of a command line, whatever happens to it."""
    invocation = Invocation()
    try:
        code = _run(arguments, invocation)
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_output()
        return READER_GONE
    except RetentionCoachError as error:
        _tell(error, invocation.to_go_on)
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        _print("\nInterrumpido.", _how_to_go_on(invocation.to_go_on))
        return INTERRUPTED
    except OSError as error:
        return _tell_unwritable() if _output_fails() else _tell_unexpected(error)
    except Exception as error:  # noqa: BLE001 - nobody who sells advice should meet a traceback
        return _tell_unexpected(error)
    return code


def _run(arguments: Sequence[str], invocation: Invocation) -> int:
    command = command_line()
    try:
        with command.make_context(PROGRAM, list(arguments), obj=invocation) as ctx:
            return int(command.invoke(ctx) or 0)
    except typer.Exit as end:
        return end.exit_code


def _speak_utf8() -> None:
    """UTF-8 out, whatever the console's code page: «ñ» and «—» must neither fail nor come out as something else.

    An encoding asked for with PYTHONIOENCODING is kept; what it lacks is replaced.
    """
    encoding = None if os.environ.get("PYTHONIOENCODING") else "utf-8"
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="replace")


def _tell(error: RetentionCoachError, to_go_on: str) -> None:
    problems = error.problems if isinstance(error, InvalidInputError) else ()
    hint = error.hint or _how_to_go_on(to_go_on)
    _print(f"Error: {error.message}", *(f"  - {problem}" for problem in problems), hint)


def _tell_unexpected(error: Exception) -> int:
    if os.environ.get(DEBUG_VARIABLE):
        import traceback

        traceback.print_exception(error)
    _print(
        f"Error interno ({type(error).__name__}). Lo que ya estaba guardado sigue intacto.",
        f"Para informarlo: repita la orden con la variable {DEBUG_VARIABLE}=1 y envíe lo que se muestre, sin datos de"
        " la empresa, a quien le da soporte.",
    )
    return 1


def _how_to_go_on(command: str) -> str:
    return f"Para continuar: {command}" if command else ""


def _print(*lines: str) -> None:
    from retention_coach.spanish.cleaning import clean

    for line in filter(None, lines):
        print(clean(line), file=sys.stderr)


def _output_fails() -> bool:
    """Whether standard output takes nothing, not even an empty line."""
    try:
        sys.stdout.write("\n")
        sys.stdout.flush()
    except OSError:
        return True
    return False


def _tell_unwritable() -> int:
    _leave_output()
    _print("Error: no se puede escribir en la salida; el disco puede estar lleno. Lo ya guardado sigue intacto.")
    return OUTPUT_FAILED


def _leave_output() -> None:
    """Point standard output at nothing, so that the interpreter's last flush does not complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
