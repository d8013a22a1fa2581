"""`sourcier trace`: which passages stand in which earlier text."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sourcier.cli import options
from sourcier.cli.corpus import ledger_file, read_options
from sourcier.cli.page import Command
from sourcier.cli.progress import Progress
from sourcier.cli.terminal import Terminal
from sourcier.cli.tracing import traced
from sourcier.cli.written import check, write
from sourcier.lang.interface import Phrases

if TYPE_CHECKING:
    from sourcier.workflow.traced import Trace


def command(phrases: Phrases) -> Command:
    """Make the command."""
    params = [
        options.paths(phrases),
        options.flag(phrases, "families"),
        click.Option(["--edges"], metavar=phrases.say("metavar.file"), help=phrases.say("option.edges")),
        *options.ledger(phrases),
        *options.reading(phrases),
        *options.output(phrases),
    ]
    return Command("trace", phrases, params, run)


def run(terminal: Terminal, *, paths: tuple[str, ...], edges: str | None, ledger: str, **values: Any) -> int:
    """Print passages, or families, or write the edge list."""
    families, chosen = values.pop("families"), None if values.pop("memory") else ledger
    if edges:
        _check(terminal, Path(edges), (*paths, ledger))
        if not (paths or terminal.as_json):
            return _write_ledger(terminal, Path(edges), chosen)
    wanted = families or bool(edges) or not terminal.as_json
    found = traced(terminal, paths, chosen, read_options(values), families=wanted)
    if not found.articles:
        terminal.note(terminal.say("trace.nothing"))
        return 1
    if edges:
        _write(terminal, Path(edges), found)
    if terminal.as_json:
        terminal.rows(found.family_rows() if families else found.rows())
    elif not edges:
        _show(terminal, found, families=families)
    return 0


def _show(terminal: Terminal, found: "Trace", *, families: bool) -> None:
    from sourcier.cli.screen import families as families_screen  # noqa: PLC0415 - rich is for people
    from sourcier.cli.screen import trace as trace_screen  # noqa: PLC0415

    screen = families_screen.screen if families else trace_screen.screen
    terminal.show(*screen(found, terminal.phrases))


def _check(terminal: Terminal, path: Path, inputs: Sequence[str]) -> None:
    from sourcier.export.edge_list import HEAD  # noqa: PLC0415 - only where one is asked for

    check(terminal, path, inputs, HEAD.encode())


def _write(terminal: Terminal, path: Path, found: "Trace") -> None:
    from sourcier.export.edge_list import edge_list  # noqa: PLC0415 - only where one is asked for

    write(terminal, path, edge_list(found.ties(), found.producer))
    terminal.note(terminal.say("trace.written", path=path))


def _write_ledger(terminal: Terminal, path: Path, ledger: str | None) -> int:
    """Write the ties of a ledger row by row: it may hold more articles than memory does."""
    from sourcier.workflow.opened import Ledger  # noqa: PLC0415 - brings in the store

    file = ledger_file(terminal, ledger)
    with Progress(terminal.phrases, quiet=terminal.as_json) as progress, Ledger(file) as opened:
        if not len(opened):
            terminal.note(terminal.say("trace.nothing"))
            return 1
        write(terminal, path, opened.edge_list(progress))
    terminal.note(terminal.say("trace.written", path=path))
    return 0
