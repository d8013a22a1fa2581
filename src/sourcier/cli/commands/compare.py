"""`sourcier compare`: two texts side by side, on screen or as a dossier."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sourcier.cli import options
from sourcier.cli.corpus import read_options
from sourcier.cli.dossier_file import replaceable
from sourcier.cli.page import Command
from sourcier.cli.terminal import Terminal
from sourcier.cli.written import write
from sourcier.core.errors import InputError
from sourcier.lang.interface import Phrases

if TYPE_CHECKING:
    from sourcier.core.comparison import Comparison


def command(phrases: Phrases) -> Command:
    """Make the command."""
    params = [
        options.argument(phrases, "a"),
        options.argument(phrases, "b"),
        click.Option(["-o", "--output"], metavar=phrases.say("metavar.output"), help=phrases.say("option.output")),
        options.flag(phrases, "full"),
        *options.ledger(phrases),
        *options.reading(phrases),
        *options.output(phrases),
    ]
    return Command("compare", phrases, params, run)


def run(terminal: Terminal, *, output: str | None, full: bool, ledger: str, memory: bool, **values: Any) -> int:
    """Print the comparison, or write it as a dossier."""
    from sourcier.workflow.one_article import two  # noqa: PLC0415 - brings in the readers
    from sourcier.workflow.trace import compare  # noqa: PLC0415 - brings in the stages

    names = values.pop("a"), values.pop("b")
    if output and not replaceable(Path(output), names):
        raise InputError(terminal.say("wrong.kept", path=output), terminal.say("wrong.kept_hint"))
    first, second, problems = two(*names, None if memory else Path(ledger), read_options(values))
    terminal.problems(problems)
    pair = compare(first, second)
    if output:
        _write(terminal, Path(output), pair, full)
    if terminal.as_json:
        from sourcier.workflow.shown import shown  # noqa: PLC0415 - brings in the stages

        terminal.rows([shown(pair).row()])
    elif not output:
        from sourcier.cli.screen import comparison  # noqa: PLC0415 - rich is for people

        terminal.show(*comparison.screen(pair, terminal.phrases))
    return 0


def _write(terminal: Terminal, path: Path, pair: "Comparison", full: bool) -> None:
    from sourcier.export.dossier import dossier  # noqa: PLC0415 - only where one is asked for

    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    write(terminal, path, dossier(pair, terminal.phrases, full=full, time=now))
    terminal.note(terminal.say("compare.written", path=path))
