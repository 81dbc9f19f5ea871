"""Help and usage errors in Spanish: what typer prints in English is written here instead.

Every command also takes the options of the program itself, so that `--json` and the folders may stand before or after
the command's name.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from retention_coach.cli.refusals import in_spanish
from retention_coach.errors import UserError

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter, Parameter

    _Base = Command
else:
    _Base = object


class _SpanishUsage(_Base):
    """What commands and groups have in common: their parameters, their help, and how they refuse."""

    def get_params(self, ctx: "Context") -> list["Parameter"]:
        """The command's own parameters, then those of the program, then `--help`."""
        *own, help_option = super().get_params(ctx)
        names = {param.name for param in own}
        program = ctx.find_root().command
        shared = [param for param in program.params if param.name not in names] if program is not self else []
        return [*own, *shared, help_option]

    def get_help_option(self, ctx: "Context") -> TyperOption | None:
        """`--help`, described in Spanish."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Muestra esta ayuda y termina."
        return option

    def collect_usage_pieces(self, ctx: "Context") -> list[str]:
        """The arguments of the usage line: `ID`, or `[ID]` if it may be left out."""
        arguments = [param for param in self.get_params(ctx) if isinstance(param, TyperArgument)]
        pieces = [_name_of(param) if param.required else f"[{_name_of(param)}]" for param in arguments]
        return [*pieces, "[OPCIONES]"]

    def format_usage(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """«Uso: …»."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Uso: ")

    def format_options(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """The tables of arguments and options."""
        params = self.get_params(ctx)
        arguments = [(_name_of(param), param.help or "") for param in params if isinstance(param, TyperArgument)]
        options = [
            (_option_row(param), param.help or "")
            for param in params
            if isinstance(param, TyperOption) and not param.hidden
        ]
        for title, rows in (("Argumentos", arguments), ("Opciones", options)):
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Parse, refusing in Spanish.

        Raises:
            UserError: an unknown option, a missing argument, a word too many.
        """
        try:
            return super().parse_args(ctx, args)
        except typer.TyperException as error:
            raise in_spanish(error, ctx.command_path) from error


class SpanishCommand(_SpanishUsage, TyperCommand):
    """A command."""


class SpanishGroup(_SpanishUsage, TyperGroup):
    """A group of commands; without a command it shows its help."""

    def collect_usage_pieces(self, ctx: "Context") -> list[str]:
        """The usage line's end: a command is expected."""
        return ["COMANDO", *_SpanishUsage.collect_usage_pieces(self, ctx)]

    def format_options(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """The commands first: they are what one looks for."""
        rows = list(self._rows(ctx))
        if rows:
            with formatter.section("Comandos"):
                formatter.write_dl(rows)
        _SpanishUsage.format_options(self, ctx, formatter)

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Parse; with nothing to parse, show the help and end as for any missing argument."""
        if not args and not ctx.resilient_parsing:
            typer.echo(ctx.get_help(), err=True)
            raise typer.Exit(UserError.exit_code)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: "Context", args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that was named.

        Raises:
            UserError: there is none; the message suggests the nearest.
        """
        name = args[0]
        if self.get_command(ctx, name) is None:
            near = get_close_matches(name, self.commands)
            hint = f"¿Quiso decir «{near[0]}»?" if near else f"Vea los que hay con: {ctx.command_path} --help"
            raise UserError(f"No existe el comando «{name}».", hint=hint)
        return super().resolve_command(ctx, args)

    def _rows(self, ctx: "Context") -> Iterator[tuple[str, str]]:
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None and not command.hidden:
                yield name, command.short_help or (command.help or "").partition("\n")[0]


def _name_of(argument: TyperArgument) -> str:
    return argument.metavar or argument.name.upper()


def _option_row(option: TyperOption) -> str:
    names = ", ".join(option.opts)
    return names if option.is_flag or not option.metavar else f"{names} {option.metavar}"
