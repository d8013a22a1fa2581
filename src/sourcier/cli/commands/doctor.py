"""`sourcier doctor`: what is installed, and whether the ledger is sound."""

import platform
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Ledger:
    """How many articles it has, what is wrong with the file, and what could not be read into it."""

    articles: int
    faults: Sequence[Problem]
    problems: Sequence[Problem] = ()


def run(terminal: Terminal, *, ledger: str) -> int:
    """Print versions, kernels and the state of the ledger; status 1 where it has faults."""
    from sourcier.workflow.kernels import compiled  # noqa: PLC0415 - brings in NumPy

    path = Path(ledger)
    state = _ledger(path)
    status = 1 if state and state.faults else 0
    if state:
        terminal.problems((*state.faults, *state.problems))
    if terminal.as_json:
        from sourcier.export.ledger_rows import health  # noqa: PLC0415 - keeps orjson off --help

        counts = _counts(path, state) if state else None
        terminal.rows([health(versions(), "compiled" if compiled() else "numpy", counts)])
        return status
    for name, version in versions().items():
        label = terminal.say("doctor.system") if name == "system" else name
        terminal.tell(f"{label:12} {version}")
    terminal.tell(f"{terminal.say('doctor.kernels'):12} {_kernels(terminal, compiled=compiled())}")
    terminal.tell(f"{terminal.say('doctor.ledger'):12} {_state(terminal, path, state)}")
    return status


def _counts(path: Path, state: _Ledger) -> Mapping[str, str | int]:
    counts = {"articles": state.articles, "faults": len(state.faults), "problems": len(state.problems)}
    return {"path": str(path), **counts}


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


def _ledger(path: Path) -> _Ledger | None:
    from sourcier.workflow.opened import Ledger  # noqa: PLC0415 - brings in the store

    if not path.exists():
        return None
    try:
        with Ledger(path) as opened:
            opened.finish_removal()
            return _Ledger(len(opened), opened.check(), opened.problems())
    except LedgerError as error:
        return _Ledger(0, [Problem("ledger", str(path), error.message.removeprefix(f"{path}: "), error.hint)])


def _kernels(terminal: Terminal, *, compiled: bool) -> str:
    return terminal.say("doctor.kernels_compiled" if compiled else "doctor.kernels_numpy")


def _state(terminal: Terminal, path: Path, state: _Ledger | None) -> str:
    if state is None:
        return terminal.say("doctor.no_ledger", path=path)
    parts = [str(path), terminal.say("doctor.articles", n=state.articles)]
    parts.append(terminal.say("doctor.unsound", n=len(state.faults)) if state.faults else terminal.say("doctor.sound"))
    if state.problems:
        parts.append(terminal.say("doctor.unread", n=len(state.problems)))
    return ", ".join(parts)
