"""`sourcier doctor`: what is installed, and whether the ledger is sound."""

import platform
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from sourcier.cli import options
from sourcier.cli.page import Command
from sourcier.cli.progress import Progress
from sourcier.cli.terminal import Terminal
from sourcier.core.errors import LedgerError
from sourcier.core.problem import Problem
from sourcier.lang.interface import Phrases
from sourcier.version import __version__

if TYPE_CHECKING:
    from sourcier.workflow.health import Health
    from sourcier.workflow.opened import Ledger

_PARTS = ("tables", "search", "lineage", "index", "facts", "removal", "backlog")
_TO_DO = ("pending", "unjudged", "unindexed", "factless")
_PACKAGES = ("click", "ftfy", "lxml", "numpy", "orjson", "PyYAML", "rich", "trafilatura")


def command(phrases: Phrases) -> Command:
    """Make the command."""
    params = [options.flag(phrases, "repair"), *options.ledger(phrases, memory=False), *options.output(phrases)]
    return Command("doctor", phrases, params, run)


@dataclass(frozen=True, slots=True)
class _Ledger:
    """How many articles it has, what is wrong and to be done, what could not be read into it, what was mended."""

    articles: int
    health: "Health"
    problems: Sequence[Problem] = ()
    mended: Sequence[str] = ()


def run(terminal: Terminal, *, ledger: str, repair: bool) -> int:
    """Print versions, kernels and the state of the ledger, mended where asked for; status 1 where it has faults."""
    from sourcier.workflow.kernels import compiled  # noqa: PLC0415 - brings in NumPy

    path = Path(ledger)
    with Progress(terminal.phrases, quiet=terminal.as_json) as progress:
        state = _ledger(path, progress, repair=repair)
    status = 1 if state and state.health.faults else 0
    if state:
        terminal.problems((*state.health.faults, *state.problems))
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
    for line in _lines(terminal, state, repair=repair):
        terminal.tell(f"{'':12} {line}")
    return status


def _counts(path: Path, state: _Ledger) -> Mapping[str, object]:
    health = state.health
    counts = {"articles": state.articles, "faults": len(health.faults), "problems": len(state.problems)}
    to_do = {name: getattr(health, name) for name in _TO_DO}
    when = {"outdated": health.outdated, "unended": health.unended}
    return {"path": str(path), **counts, **to_do, **when, "mended": list(state.mended)}


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


def _ledger(path: Path, progress: Progress, *, repair: bool) -> _Ledger | None:
    from sourcier.workflow.health import Health  # noqa: PLC0415 - brings in NumPy
    from sourcier.workflow.opened import Ledger  # noqa: PLC0415 - brings in the store

    if not path.exists():
        return None
    try:
        with Ledger(path) as opened:
            opened.finish_removal()
            health, mended = opened.health(progress), tuple[str, ...]()
            if repair:
                health, mended = _repaired(opened, health, progress)
            return _Ledger(len(opened), health, opened.problems(), mended)
    except LedgerError as error:
        return _Ledger(0, Health([_fault(path, error)]))


def _repaired(opened: "Ledger", before: "Health", progress: Progress) -> tuple["Health", tuple[str, ...]]:
    """Return the state after what could be mended was; what refused is a fault beside those that were there."""
    try:
        done = opened.repair(before, progress)
    except LedgerError as error:
        fault = _fault(opened.path, error)
        told = {(each.where, each.message) for each in before.faults}
        more = [] if (fault.where, fault.message) in told else [fault]
        return replace(before, faults=[*before.faults, *more]), ()
    return done.after, done.mended


def _fault(path: Path, error: LedgerError) -> Problem:
    """Return what was refused as a problem of the ledger's file, or of the index beside it."""
    where = next((at for at in (f"{path}.index", str(path)) if error.message.startswith(f"{at}: ")), str(path))
    return Problem("ledger", where, error.message.removeprefix(f"{where}: "), error.hint)


def _kernels(terminal: Terminal, *, compiled: bool) -> str:
    return terminal.say("doctor.kernels_compiled" if compiled else "doctor.kernels_numpy")


def _state(terminal: Terminal, path: Path, state: _Ledger | None) -> str:
    if state is None:
        return terminal.say("doctor.no_ledger", path=path)
    parts = [str(path), terminal.say("doctor.articles", n=state.articles)]
    faults = len(state.health.faults)
    parts.append(terminal.say("doctor.unsound", n=faults) if faults else terminal.say("doctor.sound"))
    if state.problems:
        parts.append(terminal.say("doctor.unread", n=len(state.problems)))
    return ", ".join(parts)


def _lines(terminal: Terminal, state: _Ledger | None, *, repair: bool) -> Iterator[str]:
    """Yield what was mended, what cannot be, and what is still to be done."""
    if state is None:
        return
    health = state.health
    for part in _PARTS:
        if part in state.mended:
            yield terminal.say(f"mended.{part}")
    if repair and health.faults:
        yield terminal.say("doctor.beyond")
    for name in _TO_DO:
        if n := getattr(health, name):
            yield terminal.say(f"doctor.{name}", n=n)
    if health.outdated:
        yield terminal.say("doctor.outdated")
    if health.unended:
        yield terminal.say("doctor.unended")
    if not (state.articles or health.faults):
        yield terminal.say("doctor.empty")
