"""`sourcier read`: who, which bodies, where, when and how many, article by article."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from sourcier.cli import options
from sourcier.cli.corpus import corpus, ledger_file, read_options
from sourcier.cli.page import Command
from sourcier.cli.progress import Progress
from sourcier.cli.terminal import Terminal
from sourcier.core.problem import Problem
from sourcier.lang.interface import Phrases

if TYPE_CHECKING:
    from sourcier.workflow.read import Read


def command(phrases: Phrases) -> Command:
    """Make the command."""
    params = [
        options.paths(phrases),
        *options.ledger(phrases),
        *options.reading(phrases),
        *options.output(phrases),
    ]
    return Command("read", phrases, params, run)


def run(terminal: Terminal, *, paths: tuple[str, ...], ledger: str, memory: bool, **values: Any) -> int:
    """Print each article as soon as it is read; problems come last, so that those of one sort are folded."""
    problems: list[Problem] = []
    count = 0
    try:
        for each in _met(_read(terminal, paths, None if memory else ledger, values), problems):
            _print(terminal, each)
            count += each.facts is not None
    finally:
        terminal.problems(problems)
    return 0 if count else 1


def _read(
    terminal: Terminal, paths: tuple[str, ...], ledger: str | None, values: dict[str, Any]
) -> "Iterator[Read | Problem]":
    from sourcier.workflow.opened import Ledger  # noqa: PLC0415 - brings in the store
    from sourcier.workflow.read import read_corpus  # noqa: PLC0415 - brings in the readers

    with Progress(terminal.phrases, quiet=terminal.as_json) as progress:
        if paths:
            yield from read_corpus(corpus(terminal, paths, ledger, read_options(values)), progress)
            return
        with Ledger(ledger_file(terminal, ledger)) as opened:
            yield from opened.read(progress)


def _met(found: "Iterable[Read | Problem]", problems: list[Problem]) -> "Iterator[Read]":
    for each in found:
        if isinstance(each, Problem):
            problems.append(each)
            continue
        if each.facts is None:
            problems.extend(each.problems)
        yield each


def _print(terminal: Terminal, each: "Read") -> None:
    if terminal.as_json:
        terminal.rows([each.row()])
        return
    from sourcier.cli.screen import read as screen  # noqa: PLC0415 - rich is for people

    terminal.show(*screen.screen(each, terminal.phrases))
