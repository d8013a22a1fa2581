"""`sourcier sample`: pairs of articles to be coded by people who do not know what was found."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sourcier.cli import kinds, options
from sourcier.cli.corpus import corpus, ledger_file, read_options
from sourcier.cli.page import Command
from sourcier.cli.progress import Progress
from sourcier.cli.terminal import Terminal
from sourcier.cli.written import write
from sourcier.core.errors import InputError
from sourcier.lang.interface import Phrases

if TYPE_CHECKING:
    from sourcier.workflow.options import ReadOptions
    from sourcier.workflow.sampling import Drawing

    _Source = tuple[Sequence[str], str | None, ReadOptions]

_ROWS, _MOST = 200, 20_000
_SEEDS = 1_000_000_000


def command(phrases: Phrases) -> Command:
    """Make the command."""
    params = [
        options.paths(phrases),
        click.Option(["-o", "--output", "sheet"], default="sheet.csv", metavar=phrases.say("metavar.output"),
                     help=phrases.say("option.sheet")),
        _number(phrases, "--n", "rows", range(2, _MOST + 1), _ROWS),
        _number(phrases, "--seed", "seed", range(_SEEDS), 1),
        *options.ledger(phrases),
        *options.reading(phrases),
        *options.output(phrases),
    ]  # fmt: skip
    return Command("sample", phrases, params, run)


def _number(phrases: Phrases, option: str, name: str, wanted: range, usual: int) -> click.Option:
    return click.Option(
        [option, name],
        type=kinds.among(phrases, wanted),
        default=usual,
        metavar=phrases.say("metavar.limit"),
        help=phrases.say(f"option.{name}"),
    )


def run(terminal: Terminal, *, paths: tuple[str, ...], sheet: str, rows: int, seed: int, **values: Any) -> int:
    """Draw, and write the sheet and its key."""
    from sourcier.figures import key  # noqa: PLC0415 - brings in NumPy
    from sourcier.figures.enough import rows_needed  # noqa: PLC0415 - as above
    from sourcier.figures.rows import sampled  # noqa: PLC0415 - as above
    from sourcier.figures.sheet import sheet as lines  # noqa: PLC0415 - as above
    from sourcier.figures.strata import FOUND  # noqa: PLC0415 - as above

    ledger, memory = values.pop("ledger"), values.pop("memory")
    target = _free(terminal, Path(sheet))
    key_path = _free(terminal, target.with_name(f"{target.stem}.key.json"))
    source = paths, None if memory else ledger, read_options(values)
    made = _drawn(terminal, source, rows, seed)
    write(terminal, target, lines(made.sample, made.rows, terminal.phrases))
    write(terminal, key_path, key.written(made.sample))
    if terminal.as_json:
        terminal.rows([sampled(made.sample, str(target), str(key_path))])
        return 0
    terminal.tell(terminal.say("sample.written", n=len(made.rows), path=target))
    terminal.tell(terminal.say("sample.key", path=key_path))
    if len(made.rows) < rows:
        terminal.note(terminal.say("sample.fewer", n=len(made.rows)))
    if not any(made.sample.populations[name].pairs for name in FOUND):
        terminal.note(terminal.say("sample.none_found"))
    elif needed := rows_needed(made.sample):
        terminal.note(terminal.say("sample.too_few", n=needed))
    return 0


def _free(terminal: Terminal, path: Path) -> Path:
    if path.exists():
        raise InputError(terminal.say("sample.kept", path=path), terminal.say("sample.kept_hint"))
    return path


def _drawn(terminal: Terminal, source: "_Source", rows: int, seed: int) -> "Drawing":
    paths, ledger, reading = source
    if paths:
        from sourcier.workflow.sampling import sample_corpus  # noqa: PLC0415 - brings in the stages

        articles = corpus(terminal, paths, None, reading)
        with Progress(terminal.phrases, quiet=terminal.as_json) as progress:
            return sample_corpus(articles, rows, seed, progress)
    from sourcier.workflow.opened import Ledger  # noqa: PLC0415 - brings in the store

    path = ledger_file(terminal, ledger)
    with Progress(terminal.phrases, quiet=terminal.as_json) as progress, Ledger(path) as opened:
        return opened.sample(rows, seed, progress)
