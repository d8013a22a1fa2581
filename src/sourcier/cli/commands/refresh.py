"""`sourcier refresh`: lineage and index brought up to date with the articles."""

from typing import TYPE_CHECKING, Any

import click

from sourcier.cli import kinds, options
from sourcier.cli.corpus import ledger_file
from sourcier.cli.page import Command
from sourcier.cli.progress import Progress
from sourcier.cli.terminal import Terminal
from sourcier.core.errors import InputError
from sourcier.lang.interface import Phrases

if TYPE_CHECKING:
    from sourcier.workflow.refreshing import Refreshed

_K, _WINDOW = range(3, 13), range(1, 9)  # words; longer ones would miss what people call a passage

_COUNTED = ("indexed", "matched", "judged", "read")


def command(phrases: Phrases) -> Command:
    """Make the command."""
    params = [
        options.flag(phrases, "reindex"),
        _number(phrases, "k", _K),
        _number(phrases, "window", _WINDOW),
        *options.ledger(phrases, memory=False),
        *options.output(phrases),
    ]
    return Command("refresh", phrases, params, run)


def run(terminal: Terminal, *, reindex: bool, k: int | None, window: int | None, ledger: str, **_: Any) -> int:
    """Do what is to be done, and tell how much it was."""
    from sourcier.workflow.opened import Ledger  # noqa: PLC0415 - brings in the store

    parameters = {name: value for name, value in (("k", k), ("window", window)) if value is not None}
    if parameters and not reindex:
        raise InputError(terminal.say("wrong.reindex"), terminal.say("wrong.reindex_hint"))
    path = ledger_file(terminal, ledger)
    with Progress(terminal.phrases, quiet=terminal.as_json) as progress, Ledger(path) as opened:
        done = opened.refresh(progress, reindex=reindex, parameters=parameters)
        articles = len(opened)
    if terminal.as_json:
        from sourcier.export.ledger_rows import refreshed  # noqa: PLC0415 - keeps orjson off --help

        counts = done.indexed, done.matched, done.judged, done.read
        terminal.rows([refreshed(path, articles, counts, done.parameters)])
    else:
        terminal.tell(_summary(terminal, done, articles, str(path)))
    return 0


def _summary(terminal: Terminal, done: "Refreshed", articles: int, path: str) -> str:
    if not (done.indexed or done.matched or done.judged or done.read):
        return terminal.say("refresh.nothing", n=articles, path=path)
    counts = {name: terminal.say(f"refresh.{name}", n=getattr(done, name)) for name in _COUNTED}
    return terminal.say("refresh.done", path=path, **counts)


def _number(phrases: Phrases, name: str, wanted: range) -> click.Option:
    return click.Option(
        [f"--{name}"],
        type=kinds.among(phrases, wanted),
        metavar=phrases.say("metavar.limit"),
        help=phrases.say(f"option.{name}"),
    )
