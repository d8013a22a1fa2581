"""`sourcier remove`: an article out of the ledger."""

from typing import Any

from sourcier.cli import options
from sourcier.cli.corpus import ledger_file
from sourcier.cli.page import Command
from sourcier.cli.terminal import Terminal
from sourcier.core.errors import LedgerHeld
from sourcier.core.problem import Problem
from sourcier.lang.interface import Phrases


def command(phrases: Phrases) -> Command:
    """Make the command."""
    params = [
        options.argument(phrases, "id"),
        *options.ledger(phrases, memory=False),
        *options.output(phrases),
    ]
    return Command("remove", phrases, params, run)


def run(terminal: Terminal, *, ledger: str, **values: Any) -> int:
    """Remove one article."""
    from sourcier.workflow.opened import Ledger  # noqa: PLC0415 - brings in the store

    status = 0
    with Ledger(ledger_file(terminal, ledger)) as opened:
        id_ = opened.article(values["id"]).id
        try:
            opened.remove(id_)
        except LedgerHeld as busy:  # the article is removed, but not every byte of it
            terminal.problem(Problem("ledger", "", busy.message, busy.hint))
            status = 1
    if terminal.as_json:
        from sourcier.export.ledger_rows import removed  # noqa: PLC0415 - keeps orjson off --help

        terminal.rows([removed(id_)])
    else:
        terminal.tell(terminal.say("remove.done", id=id_))
    return status
