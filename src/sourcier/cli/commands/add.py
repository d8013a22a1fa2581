"""`sourcier add`: articles into the ledger."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sourcier.cli import options
from sourcier.cli.corpus import read_options
from sourcier.cli.page import Command
from sourcier.cli.progress import Progress
from sourcier.cli.terminal import Terminal
from sourcier.core.problem import Problem
from sourcier.lang.interface import Phrases

if TYPE_CHECKING:
    from sourcier.workflow.ledger import Added


def command(phrases: Phrases) -> Command:
    """Make the command."""
    params = [
        options.paths(phrases, required=True),
        *options.ledger(phrases),
        *options.reading(phrases),
        *options.output(phrases),
    ]
    return Command("add", phrases, params, run)


def run(terminal: Terminal, *, paths: tuple[str, ...], ledger: str, memory: bool, **values: Any) -> int:
    """Add, and tell how many were new."""
    from sourcier.workflow.ledger import Interrupted, add  # noqa: PLC0415 - brings in the readers and the store

    path = None if memory else Path(ledger)
    try:
        with Progress(terminal.phrases, quiet=terminal.as_json) as progress:
            added = add(path, paths, read_options(values), progress)
    except Interrupted as stop:
        terminal.problems((*stop.added.problems, _stopped(terminal, stop.added.new, path)))
        raise
    terminal.problems(added.problems)
    if terminal.as_json:
        from sourcier.export.ledger_rows import added as row  # noqa: PLC0415 - keeps orjson off --help

        terminal.rows([row(added.new, added.versions, added.known, len(added.problems), path)])
    else:
        terminal.tell(_summary(terminal, added, path))
    return 0 if added.new + added.known else 1


def _stopped(terminal: Terminal, new: int, path: Path | None) -> Problem:
    if path is None:
        return Problem("ledger", "", terminal.say("add.stopped_memory"))
    return Problem("ledger", str(path), terminal.say("add.stopped", n=new), terminal.say("add.go_on"))


def _summary(terminal: Terminal, added: "Added", path: Path | None) -> str:
    new = terminal.say("add.new", n=added.new)
    counts = {
        "new": new + terminal.say("add.versions", n=added.versions) if added.versions else new,
        "known": terminal.say("add.known", n=added.known),
        "problems": terminal.say("add.problems", n=len(added.problems)),
    }
    if path is None:
        read = terminal.say("add.read", n=added.new + added.known)
        return terminal.say("add.done_memory", new=read, problems=counts["problems"])
    return terminal.say("add.done", path=path, **counts)
