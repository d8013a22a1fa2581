"""`sourcier set`: what is known of an article, corrected."""

from typing import Any

import click

from sourcier.cli import options
from sourcier.cli.corpus import ledger_file
from sourcier.cli.page import Command
from sourcier.cli.progress import Progress
from sourcier.cli.terminal import Terminal
from sourcier.core.errors import InputError
from sourcier.core.moment import Moment
from sourcier.lang.interface import Phrases


def command(phrases: Phrases) -> Command:
    """Make the command."""
    params = [
        options.argument(phrases, "id"),
        *options.known(phrases),
        click.Option(["--author"], metavar=phrases.say("metavar.byline"), help=phrases.say("option.author")),
        *options.ledger(phrases, memory=False),
        *options.output(phrases),
    ]
    return Command("set", phrases, params, run)


def run(terminal: Terminal, *, author: str | None, ledger: str, **values: Any) -> int:
    """Keep each value given as a correction."""
    from sourcier.workflow.opened import Ledger  # noqa: PLC0415 - brings in the store

    wanted = values.pop("id")
    given = {name: _written(value) for name, value in values.items() if value is not None}
    if not given:
        raise InputError(terminal.say("wrong.nothing_to_set"))
    with Ledger(ledger_file(terminal, ledger)) as opened:
        id_ = opened.article(wanted).id
        for field, value in given.items():
            opened.set(id_, field, value or None, author=author)
        with Progress(terminal.phrases, quiet=terminal.as_json) as progress:
            settled = opened.settle(progress)
    if terminal.as_json:
        from sourcier.export.ledger_rows import corrected  # noqa: PLC0415 - keeps orjson off --help

        terminal.rows(corrected(id_, field, value) for field, value in given.items())
        return 0
    for field, value in given.items():
        terminal.tell(terminal.say("set.done", id=id_, field=terminal.say(f"field.{field}"), value=value))
    if not settled:
        terminal.note(terminal.say("set.later"))
    return 0


def _written(value: str | Moment | None) -> str | None:
    return value.value if isinstance(value, Moment) else value
