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
    terminal: Terminal, paths: Sequence[str], ledger: str, memory: bool, reading: "ReadOptions", families: bool = True
) -> "Trace":
    """Return what was found over the paths, or the ledger; paths go quicker without families."""
    if not paths:
        return _of_ledger(terminal, ledger, memory)
    from sourcier.workflow.traced import trace_corpus  # noqa: PLC0415 - brings in the stages

    articles = corpus(terminal, paths, ledger, memory, reading)
    with Progress(terminal.phrases, quiet=terminal.as_json) as progress:
        return trace_corpus(articles, families=families, progress=progress)


def _of_ledger(terminal: Terminal, ledger: str, memory: bool) -> "Trace":
    from sourcier.workflow.opened import Ledger  # noqa: PLC0415 - brings in the store

    path = ledger_file(terminal, ledger, memory=memory)
    with Progress(terminal.phrases, quiet=terminal.as_json) as progress, Ledger(path) as opened:
        return opened.trace(progress)
