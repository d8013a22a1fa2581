"""`sourcier search`: words in the ledger's articles."""

import click

from sourcier.cli import options
from sourcier.cli.corpus import ledger_file
from sourcier.cli.page import Command
from sourcier.cli.terminal import Terminal
from sourcier.core.hit import Hit
from sourcier.lang.interface import Phrases

_LIMIT = 20


def command(phrases: Phrases) -> Command:
    """Make the command."""
    params = [
        click.Argument(["query"], nargs=-1, required=True, metavar=phrases.say("metavar.query")),
        click.Option(
            ["--limit"],
            type=click.IntRange(min=1),
            default=_LIMIT,
            metavar=phrases.say("metavar.limit"),
            help=phrases.say("option.limit"),
        ),
        *options.ledger(phrases, memory=False),
        *options.output(phrases),
    ]
    return Command("search", phrases, params, run)


def run(terminal: Terminal, *, query: tuple[str, ...], limit: int, ledger: str) -> int:
    """Print what holds the words."""
    from sourcier.workflow.opened import Ledger  # noqa: PLC0415 - brings in the store

    with Ledger(ledger_file(terminal, ledger)) as opened:
        hits = opened.search(" ".join(query), limit)
        total = len(opened)
    if terminal.as_json:
        from sourcier.export.ledger_rows import hit  # noqa: PLC0415 - keeps orjson off --help

        terminal.rows(hit(each) for each in hits)
    else:
        _show(terminal, hits, total)
    return 0


def _show(terminal: Terminal, hits: list[Hit], total: int) -> None:
    from sourcier.cli.screen import hits as hits_screen  # noqa: PLC0415 - rich is for people

    if hits:
        terminal.show(*hits_screen.screen(hits, terminal.phrases))
    else:
        terminal.tell(terminal.say("search.nothing", n=total))
