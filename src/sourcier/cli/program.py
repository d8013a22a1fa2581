"""The program: names of commands → modules, each loaded when it is called."""

from importlib import import_module

import click

from sourcier.cli.page import Command, help_option, paragraphs, rows, usage, verbatim
from sourcier.lang.interface import Phrases
from sourcier.version import __version__

COMMANDS = {
    "serve": "serve",
    "trace": "trace",
    "show": "show",
    "compare": "compare",
    "find": "find",
    "read": "read",
    "parse": "parse",
    "add": "add",
    "refresh": "refresh",
    "search": "search",
    "entities": "entities",
    "set": "correct",
    "remove": "remove",
    "gazetteer": "gazetteer",
    "sample": "sample",
    "agree": "agree",
    "demo": "demo",
    "doctor": "doctor",
}
"""Each command's module in cli.commands, in the order in which a newcomer needs them."""


class Program(click.Group):
    """The group of all commands; its help reads the catalogue alone and loads none of them."""

    def __init__(self, phrases: Phrases) -> None:
        super().__init__(
            "sourcier",
            params=[lang_option(phrases), _version_option(phrases), help_option(phrases)],
            add_help_option=False,
            invoke_without_command=True,
            callback=_help_without_command,
        )
        self.phrases = phrases

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> Command | None:  # noqa: ARG002 - click's signature
        """Load one command, None where there is none of this name."""
        return load(cmd_name, self.phrases) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str, Command, list[str]]:
        """Find the command that the first argument names; a near miss is suggested."""
        name, *rest = args
        if name not in COMMANDS:
            raise click.UsageError(self.phrases.say("wrong.command", name=name) + self._nearest(name), ctx)
        return name, load(name, self.phrases), rest

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write usage, what the program does, commands, options and examples."""
        say = self.phrases.say
        usage(ctx, formatter, self.phrases, say("help.command_mark"))
        paragraphs(formatter, say("program.about"))
        with formatter.section(say("help.commands")):
            formatter.write_dl([(name, say(f"{name}.short")) for name in COMMANDS])
        with formatter.section(say("help.options")):
            formatter.write_dl(rows(self, ctx))
        with formatter.section(say("help.examples")):
            verbatim(formatter, say("program.examples"))

    def _nearest(self, name: str) -> str:
        from difflib import get_close_matches  # noqa: PLC0415 - only after a slip

        close = get_close_matches(name, COMMANDS, n=1)
        return " " + self.phrases.say("wrong.nearest", name=close[0]) if close else ""


def load(name: str, phrases: Phrases) -> Command:
    """Import the module of one command and make it in one language."""
    command: Command = import_module(f"sourcier.cli.commands.{COMMANDS[name]}").command(phrases)
    return command


def lang_option(phrases: Phrases) -> click.Option:
    """Return --lang; sourcier.cli.interface_language has read its value before."""
    return click.Option(
        ["--lang"], type=click.Choice(["fr", "en"]), expose_value=False, help=phrases.say("option.lang")
    )


@click.pass_context
def _help_without_command(ctx: click.Context) -> int:
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
    return 0


def _version_option(phrases: Phrases) -> click.Option:
    def show(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
        if value:
            click.echo(f"sourcier {__version__}")
            ctx.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=show,
        help=phrases.say("option.version"),
    )
