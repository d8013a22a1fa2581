"""`sourcier doctor`: what is installed, and whether the ledger is sound."""

import platform
import sqlite3
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from sourcier.cli import options
from sourcier.cli.page import Command
from sourcier.cli.terminal import Terminal
from sourcier.core.errors import LedgerError
from sourcier.core.problem import Problem
from sourcier.lang.interface import Phrases
from sourcier.version import __version__

_PACKAGES = ("click", "ftfy", "lxml", "numpy", "orjson", "PyYAML", "rich", "trafilatura")


def command(phrases: Phrases) -> Command:
    """Make the command."""
    return Command("doctor", phrases, [*options.ledger(phrases, memory=False), *options.output(phrases)], run)


def run(terminal: Terminal, *, ledger: str) -> int:
    """Print versions, kernels and the state of the ledger."""
    from sourcier.workflow.kernels import compiled  # noqa: PLC0415 - brings in NumPy

    path = Path(ledger)
    articles, faults = _ledger(path)
    terminal.problems(faults)
    if terminal.as_json:
        from sourcier.export.ledger_rows import health  # noqa: PLC0415 - keeps orjson off --help

        state = None if articles is None else {"path": str(path), "articles": articles, "faults": len(faults)}
        terminal.rows([health(versions(), "compiled" if compiled() else "numpy", state)])
        return 0
    for name, version in versions().items():
        terminal.tell(f"{name:12} {version}")
    terminal.tell(f"{terminal.say('doctor.kernels'):12} {_kernels(terminal, compiled=compiled())}")
    terminal.tell(f"{terminal.say('doctor.ledger'):12} {_state(terminal, path, articles, faults)}")
    return 0


def versions() -> Mapping[str, str]:
    """Return what runs here, by name."""
    here = {
        "sourcier": __version__,
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
        "system": platform.platform(terse=True),
    }
    return here | {name: _version(name) for name in _PACKAGES}


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "-"


def _ledger(path: Path) -> tuple[int | None, list[Problem]]:
    from sourcier.workflow.opened import Ledger  # noqa: PLC0415 - brings in the store

    if not path.is_file():
        return None, []
    try:
        with Ledger(path) as opened:
            return len(opened), opened.check()
    except LedgerError as error:
        return 0, [Problem("ledger", str(path), error.message, error.hint)]


def _kernels(terminal: Terminal, *, compiled: bool) -> str:
    return terminal.say("doctor.kernels_compiled" if compiled else "doctor.kernels_numpy")


def _state(terminal: Terminal, path: Path, articles: int | None, faults: list[Problem]) -> str:
    if articles is None:
        return terminal.say("doctor.no_ledger", path=path)
    sound = terminal.say("doctor.unsound", n=len(faults)) if faults else terminal.say("doctor.sound")
    return f"{path}, {terminal.say('doctor.articles', n=articles)}, {sound}"
