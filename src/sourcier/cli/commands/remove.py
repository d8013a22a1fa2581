"""`sourcier remove`: an article, or all texts of its page, out of the ledger."""

from typing import Any

from sourcier.cli import options
from sourcier.cli.corpus import ledger_file
from sourcier.cli.page import Command
from sourcier.cli.progress import Progress
from sourcier.cli.terminal import Terminal
from sourcier.core.errors import LedgerHeld
from sourcier.core.problem import Problem
from sourcier.lang.interface import Phrases


def command(phrases: Phrases) -> Command:
    """Make the command."""
    params = [
        options.argument(phrases, "id_or_url"),
        options.flag(phrases, "all"),
        *options.ledger(phrases, memory=False),
        *options.output(phrases),
    ]
    return Command("remove", phrases, params, run)


def run(terminal: Terminal, *, ledger: str, id_or_url: str, **values: Any) -> int:
    """Remove one article, or with --all every text of its page."""
    from sourcier.workflow.opened import Ledger  # noqa: PLC0415 - brings in the store

    status = 0
    with Ledger(ledger_file(terminal, ledger)) as opened:
        gone = opened.texts_of(id_or_url) if values["all"] else [opened.article(id_or_url).id]
        try:
            with Progress(terminal.phrases, quiet=terminal.as_json) as progress:
                opened.remove_all(gone, progress)
        except LedgerHeld as busy:  # the article is removed, but not every byte of it
            terminal.problem(Problem("ledger", "", busy.message, busy.hint))
            status = 1
    if terminal.as_json:
        from sourcier.export.ledger_rows import removed  # noqa: PLC0415 - keeps orjson off --help

        terminal.rows(map(removed, gone))
    else:
        for id_ in gone:
            terminal.tell(terminal.say("remove.done", id=id_))
    return status
