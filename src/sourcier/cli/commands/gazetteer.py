"""`sourcier gazetteer`: places beside those of the package, for all reading with a ledger."""

from pathlib import Path
from typing import Any

import click

from sourcier.cli import options
from sourcier.cli.corpus import ledger_file
from sourcier.cli.page import Command
from sourcier.cli.terminal import Terminal
from sourcier.core.places_file import PlacesFile
from sourcier.lang.interface import Phrases

ACTIONS = ("add", "list", "remove")


def command(phrases: Phrases) -> Command:
    """Make the command."""
    params = [
        click.Argument(["action"], type=click.Choice(ACTIONS), metavar="|".join(ACTIONS)),
        click.Argument(["places_files"], nargs=-1, metavar=phrases.say("metavar.places_files")),
        *options.ledger(phrases, memory=False),
        *options.output(phrases),
    ]
    return Command("gazetteer", phrases, params, run)


def run(terminal: Terminal, *, action: str, places_files: tuple[str, ...], ledger: str, **_: Any) -> int:
    """Add files of places, forget them, or list what is there."""
    if action == "add":
        return _add(terminal, Path(ledger), places_files)
    path = ledger_file(terminal, ledger)
    return _remove(terminal, path, places_files) if action == "remove" else _list(terminal, path)


def _add(terminal: Terminal, ledger: Path, files: tuple[str, ...]) -> int:
    from sourcier.workflow.own_places import add_places  # noqa: PLC0415 - brings in the store

    taken = add_places(ledger, [Path(file) for file in files])
    terminal.problems(taken.problems)
    if terminal.as_json:
        from sourcier.export.ledger_rows import placed  # noqa: PLC0415 - keeps orjson off --help

        terminal.rows(placed(name, places) for name, places in taken.files.items())
    else:
        for name, places in taken.files.items():
            terminal.tell(terminal.say("gazetteer.added", name=name, n=places))
        if taken.files:
            terminal.note(terminal.say("gazetteer.stale"))
    return 0 if taken.files else 1


def _remove(terminal: Terminal, ledger: Path, names: tuple[str, ...]) -> int:
    from sourcier.workflow.own_places import remove_places  # noqa: PLC0415 - brings in the store

    remove_places(ledger, names)
    if terminal.as_json:
        from sourcier.export.ledger_rows import removed  # noqa: PLC0415 - keeps orjson off --help

        terminal.rows(map(removed, names))
    else:
        for name in names:
            terminal.tell(terminal.say("gazetteer.removed", name=name))
        terminal.note(terminal.say("gazetteer.stale"))
    return 0


def _list(terminal: Terminal, ledger: Path) -> int:
    from sourcier.workflow.own_places import places_files  # noqa: PLC0415 - brings in the store

    files = places_files(ledger)
    if terminal.as_json:
        from sourcier.export.ledger_rows import places_file  # noqa: PLC0415 - keeps orjson off --help

        terminal.rows(map(places_file, files))
    elif not files:
        terminal.tell(terminal.say("gazetteer.none"))
    for each in files if not terminal.as_json else ():
        terminal.tell(_line(terminal, each))
    return 0


def _line(terminal: Terminal, each: PlacesFile) -> str:
    pointed = terminal.say("gazetteer.pointed", n=each.pointed)
    return terminal.say("gazetteer.file", name=each.name, n=each.places, pointed=pointed, day=each.added[:10])
