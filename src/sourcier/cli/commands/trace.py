"""`sourcier trace`: which passages stand in which earlier text."""

from typing import Any

from sourcier.cli import options
from sourcier.cli.corpus import read_options
from sourcier.cli.page import Command
from sourcier.cli.terminal import Terminal
from sourcier.cli.tracing import traced
from sourcier.lang.interface import Phrases


def command(phrases: Phrases) -> Command:
    """Make the command."""
    params = [
        options.paths(phrases),
        options.flag(phrases, "families"),
        *options.ledger(phrases),
        *options.reading(phrases),
        *options.output(phrases),
    ]
    return Command("trace", phrases, params, run)


def run(terminal: Terminal, *, paths: tuple[str, ...], families: bool, ledger: str, memory: bool, **values: Any) -> int:
    """Print passages, or families."""
    wanted = families or not terminal.as_json
    found = traced(terminal, paths, None if memory else ledger, read_options(values), families=wanted)
    if not found.articles:
        terminal.note(terminal.say("trace.nothing"))
        return 1
    if terminal.as_json:
        terminal.rows(found.family_rows() if families else found.rows())
        return 0
    from sourcier.cli.screen import families as families_screen  # noqa: PLC0415 - rich is for people
    from sourcier.cli.screen import trace as trace_screen  # noqa: PLC0415

    screen = families_screen.screen if families else trace_screen.screen
    terminal.show(*screen(found, terminal.phrases))
    return 0
