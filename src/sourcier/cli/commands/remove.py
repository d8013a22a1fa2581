"""`sourcier remove`: an article, or all texts of its page, out of the ledger."""

from typing import TYPE_CHECKING, Any

from sourcier.cli import options
from sourcier.cli.corpus import ledger_file
from sourcier.cli.page import Command
from sourcier.cli.progress import Progress
from sourcier.cli.terminal import Terminal
from sourcier.core.errors import InputError, LedgerHeld
from sourcier.core.problem import Problem
from sourcier.lang.interface import Phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sourcier.workflow.opened import Ledger

_SHOWN = 5  # of the ids of several texts


def command(phrases: Phrases) -> Command:
    """Make the command."""
    params = [
        options.argument(phrases, "id_or_url"),
        options.flag(phrases, "all"),
        *options.ledger(phrases, memory=False),
        *options.output(phrases),
    ]
    return Command("remove", phrases, params, run)


def _wanted(terminal: Terminal, opened: "Ledger", wanted: str, *, whole: bool) -> "Sequence[str]":
    """Return the ids of the articles to be removed; an address that several texts have takes --all."""
    if not whole and "://" not in wanted:
        return [opened.article(wanted).id]
    found = opened.texts_of(wanted)
    if not whole and len(found) > 1:
        told = {"n": len(found), "url": wanted, "ids": ", ".join(found[:_SHOWN]) + (", …" if found[_SHOWN:] else "")}
        raise InputError(terminal.say("remove.several", **told), terminal.say("remove.several_hint"))
    return found


def run(terminal: Terminal, *, ledger: str, id_or_url: str, **values: Any) -> int:
    """Remove one article, or with --all every text of its page."""
    from sourcier.workflow.opened import Ledger  # noqa: PLC0415 - brings in the store

    status = 0
    with Ledger(ledger_file(terminal, ledger)) as opened:
        gone = _wanted(terminal, opened, id_or_url, whole=values["all"])
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
