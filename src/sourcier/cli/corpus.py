"""The articles that a command works on: paths in memory, else the ledger."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sourcier.cli.options import READING
from sourcier.cli.progress import Progress
from sourcier.cli.terminal import Terminal
from sourcier.core.errors import InputError

if TYPE_CHECKING:
    from sourcier.workflow.corpus import Corpus
    from sourcier.workflow.options import ReadOptions


def corpus(terminal: Terminal, paths: Sequence[str], ledger: str | None, reading: "ReadOptions") -> "Corpus":
    """Read the paths into memory, or without any the ledger; problems are told at once."""
    from sourcier.workflow import corpus as workflow  # noqa: PLC0415 - brings in the readers

    if paths:
        with Progress(terminal.phrases, quiet=terminal.as_json) as progress:
            found = workflow.read(paths, reading, progress=progress)
    else:
        found = workflow.from_ledger(ledger_file(terminal, ledger))
    terminal.problems(found.problems)
    return found


def ledger_file(terminal: Terminal, ledger: str | None) -> Path:
    """Return the ledger's path; InputError where none is to be used, or it is not there."""
    if ledger is None:
        raise InputError(terminal.say("wrong.memory"), terminal.say("wrong.memory_hint"))
    path = Path(ledger)
    if not path.is_file():
        raise InputError(terminal.say("wrong.no_ledger", path=path), terminal.say("wrong.no_ledger_hint"))
    return path


def read_options(values: dict[str, Any]) -> "ReadOptions":
    """Take the values of `options.reading` out of a command's values, as one."""
    from sourcier.workflow.options import ReadOptions  # noqa: PLC0415 - as above

    given = {name: values.pop(name) for name in READING if name in values}
    return ReadOptions(**{**given, "mapping": dict(given.get("mapping", ()))})
