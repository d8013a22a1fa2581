"""`sourcier parse`: words, sentences and syntax of articles."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from sourcier.cli import options
from sourcier.cli.corpus import read_options
from sourcier.cli.page import Command
from sourcier.cli.terminal import Terminal
from sourcier.core.problem import Problem
from sourcier.lang.interface import Phrases

if TYPE_CHECKING:
    from sourcier.workflow.parsing import Parsed


def command(phrases: Phrases) -> Command:
    """Make the command."""
    params = [
        options.paths(phrases, required=True),
        options.flag(phrases, "conllu"),
        click.Option(["--engine"], metavar=phrases.say("metavar.engine"), help=phrases.say("option.engine")),
        *options.reading(phrases),
        *options.output(phrases),
    ]
    return Command("parse", phrases, params, run)


def run(terminal: Terminal, *, paths: tuple[str, ...], conllu: bool, engine: str | None, **values: Any) -> int:
    """Print each article as soon as it is parsed; problems come last, so that those of one sort are folded."""
    from sourcier.workflow.parsing import parse  # noqa: PLC0415 - brings in the readers

    problems: list[Problem] = []
    count = 0
    try:
        for each in _met(parse(paths, read_options(values), engine), problems):
            _print(terminal, each, conllu=conllu)
            count += 1
    finally:
        terminal.problems(problems)
    return 0 if count else 1


def _met(found: "Iterator[Parsed | Problem]", problems: list[Problem]) -> "Iterator[Parsed]":
    for each in found:
        if isinstance(each, Problem):
            problems.append(each)
        else:
            yield each


def _print(terminal: Terminal, each: "Parsed", *, conllu: bool) -> None:
    if conllu:
        terminal.rows(each.conllu())
    elif terminal.as_json:
        terminal.rows([each.row()])
    else:
        from sourcier.cli.screen import parse as screen  # noqa: PLC0415 - rich is for people

        terminal.show(*screen.screen(each, terminal.phrases))
