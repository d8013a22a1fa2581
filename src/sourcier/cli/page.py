"""A command and its help page, in the language of the interface."""

from collections.abc import Callable, Sequence
from typing import Any

import click

from sourcier.cli.terminal import Terminal
from sourcier.lang.interface import Phrases

INTERRUPTED, PIPE_CLOSED = 130, 141


class Command(click.Command):
    """A command whose help is made of the catalogue's `NAME.about`, `NAME.examples` and its options' help.

    `run` gets the terminal, then the values of the parameters, and returns the exit status.
    """

    def __init__(self, name: str, phrases: Phrases, params: Sequence[click.Parameter], run: Callable[..., int]) -> None:
        def callback(*, as_json: bool, **values: Any) -> int:
            try:
                return run(Terminal(phrases, as_json), **values)
            except KeyboardInterrupt as stop:  # click would write an empty line of its own
                raise click.exceptions.Exit(INTERRUPTED) from stop
            except BrokenPipeError as gone:  # click would call it status 1, which means that nothing was read
                raise click.exceptions.Exit(PIPE_CLOSED) from gone

        super().__init__(name, params=[*params, help_option(phrases)], callback=callback, add_help_option=False)
        self.phrases = phrases

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write usage, what it does, arguments and options, examples."""
        say = self.phrases.say
        usage(ctx, formatter, self.phrases, " ".join(self.collect_usage_pieces(ctx)))
        paragraphs(formatter, say(f"{self.name}.about"))
        arguments = [
            (str(param.metavar), say(f"argument.{param.name}"))
            for param in self.params
            if isinstance(param, click.Argument)
        ]
        if arguments:
            with formatter.section(say("help.arguments")):
                formatter.write_dl(arguments)
        with formatter.section(say("help.options")):
            formatter.write_dl(rows(self, ctx))
        with formatter.section(say("help.examples")):
            verbatim(formatter, say(f"{self.name}.examples"))

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the option mark and the arguments."""
        pieces = [str(param.metavar) for param in self.params if isinstance(param, click.Argument)]
        return [self.phrases.say("help.options_mark"), *pieces]


def help_option(phrases: Phrases) -> click.Option:
    """Return --help with its own words."""

    def show(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
        if value:
            click.echo(ctx.get_help(), color=ctx.color)
            ctx.exit()

    return click.Option(
        ["--help", "-h"], is_flag=True, expose_value=False, is_eager=True, callback=show, help=phrases.say("help.help")
    )


def usage(ctx: click.Context, formatter: click.HelpFormatter, phrases: Phrases, arguments: str) -> None:
    """Write the usage line."""
    formatter.write_usage(ctx.command_path, arguments, prefix=phrases.say("help.usage") + " ")


def rows(command: click.Command, ctx: click.Context) -> list[tuple[str, str]]:
    """Return each option with its help."""
    records = (param.get_help_record(ctx) for param in command.params if isinstance(param, click.Option))
    return [record for record in records if record]


def paragraphs(formatter: click.HelpFormatter, text: str) -> None:
    """Write wrapped paragraphs."""
    for paragraph in text.strip().split("\n\n"):
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(" ".join(paragraph.split()))


def verbatim(formatter: click.HelpFormatter, text: str) -> None:
    """Write lines as they are."""
    for line in text.strip().splitlines():
        formatter.write(f"{'':>{formatter.current_indent}}{line}\n")
