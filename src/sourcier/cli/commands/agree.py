"""`sourcier agree`: coded sheets reckoned up."""

import click

from sourcier.cli import options
from sourcier.cli.page import Command
from sourcier.cli.terminal import Terminal
from sourcier.lang.interface import Phrases


def command(phrases: Phrases) -> Command:
    """Make the command."""
    params = [
        click.Argument(["sheets"], nargs=-1, required=True, metavar=phrases.say("metavar.sheets")),
        click.Option(["--key"], metavar=phrases.say("metavar.file"), help=phrases.say("option.key")),
        *options.output(phrases),
    ]
    return Command("agree", phrases, params, run)


def run(terminal: Terminal, *, sheets: tuple[str, ...], key: str | None) -> int:
    """Print precision, recall and the coders' agreement."""
    from sourcier.workflow.agreeing import agree  # noqa: PLC0415 - brings in NumPy

    found = agree(sheets, key)
    terminal.problems(found.problems)
    if terminal.as_json:
        from sourcier.figures.rows import agreed  # noqa: PLC0415 - keeps orjson off --help

        terminal.rows([agreed(found.report)])
        return 0
    from sourcier.cli.screen import agreement  # noqa: PLC0415 - rich is for people

    terminal.show(*agreement.screen(found.report, terminal.phrases))
    return 0
