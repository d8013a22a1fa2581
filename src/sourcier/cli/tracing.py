"""Tracing for a command: paths in memory, or the whole ledger."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sourcier.cli.corpus import corpus, ledger_file
from sourcier.cli.progress import Progress
from sourcier.cli.terminal import Terminal

if TYPE_CHECKING:
    from sourcier.workflow.options import ReadOptions
    from sourcier.workflow.traced import Trace


def traced(
    terminal: Terminal, paths: Sequence[str], ledger: str | None, reading: "ReadOptions", *, families: bool = True
) -> "Trace":
    """Return what was found over the paths, or the ledger; paths go quicker without families.

    No `ledger` means that none is to be used.
    """
    if not paths:
        return _of_ledger(terminal, ledger)
    from sourcier.workflow.traced import trace_corpus  # noqa: PLC0415 - brings in the stages

    articles = corpus(terminal, paths, ledger, reading)
    with Progress(terminal.phrases, quiet=terminal.as_json) as progress:
        return trace_corpus(articles, families=families, progress=progress)


def _of_ledger(terminal: Terminal, ledger: str | None) -> "Trace":
    from sourcier.workflow.opened import Ledger  # noqa: PLC0415 - brings in the store

    path = ledger_file(terminal, ledger)
    with Progress(terminal.phrases, quiet=terminal.as_json) as progress, Ledger(path) as opened:
        return opened.trace(progress)
