"""`sourcier entities`: persons, organisations and places over all articles; merged, split and renamed by hand."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, get_args

import click

from sourcier.cli import options
from sourcier.cli.corpus import ledger_file
from sourcier.cli.page import Command
from sourcier.cli.progress import Progress
from sourcier.cli.terminal import Terminal
from sourcier.core.entity import EntityKind
from sourcier.core.errors import InputError
from sourcier.core.problem import Problem
from sourcier.lang.interface import Phrases

if TYPE_CHECKING:
    from sourcier.core.named_entity import Profile
    from sourcier.workflow.opened import Ledger

_LIMIT = 50
_LEAST = {"merge": 2, "split": 2, "rename": 2, "undo": 0}
_MOST = {"merge": 2, "rename": 2, "undo": 1}
"""How many words each verb takes."""


def command(phrases: Phrases) -> Command:
    """Make the command."""
    params = [
        click.Argument(["entity"], nargs=-1, metavar=phrases.say("metavar.entity")),
        click.Option(["--kind"], type=click.Choice(get_args(EntityKind)), help=phrases.say("option.entity_kind")),
        options.flag(phrases, "why"),
        click.Option(
            ["--limit"],
            type=click.IntRange(min=1),
            default=_LIMIT,
            metavar=phrases.say("metavar.limit"),
            help=phrases.say("option.limit"),
        ),
        click.Option(["--author"], metavar=phrases.say("metavar.byline"), help=phrases.say("option.author")),
        *options.ledger(phrases, memory=False),
        *options.output(phrases),
    ]
    return Command("entities", phrases, params, run)


def run(terminal: Terminal, *, entity: tuple[str, ...], why: bool, ledger: str, **values: Any) -> int:
    """List entities, explain one, or do what a verb says."""
    from sourcier.workflow.opened import Ledger  # noqa: PLC0415 - brings in the store

    verb = entity[0] if entity and entity[0] in _LEAST else None
    _check(terminal, verb, entity, why=why)
    with Ledger(ledger_file(terminal, ledger)) as opened:
        with Progress(terminal.phrases, quiet=terminal.as_json) as progress:
            whole = opened.resolve(progress)
        if terminal.as_json and not whole:  # people were told by the progress
            terminal.problem(Problem("entities", str(ledger), terminal.say("progress.behind")))
        kind: EntityKind | None = values["kind"]
        if verb == "undo":
            return _undone(terminal, opened, [opened.entity(each, kind).profile.id for each in entity[1:]])
        if verb:
            named = _named(opened, verb, entity[1:], kind)
            return _decided(terminal, verb, _VERBS[verb](opened, named, values["author"]))
        if why:
            return _explained(terminal, opened, " ".join(entity), kind)
        return _listed(terminal, opened, " ".join(entity), values)


def _check(terminal: Terminal, verb: str | None, words: Sequence[str], *, why: bool) -> None:
    given = len(words) - 1
    if verb and not _LEAST[verb] <= given <= _MOST.get(verb, given):
        raise InputError(terminal.say(f"entities.wrong.{verb}"), terminal.say("entities.wrong.hint"))
    if why and (verb or not words):
        raise InputError(terminal.say("entities.wrong.why"), terminal.say("entities.wrong.hint"))


def _named(opened: "Ledger", verb: str, words: Sequence[str], kind: EntityKind | None) -> list[str]:
    """Return the words of a verb with the ids of the entities that they name."""
    entities = 2 if verb == "merge" else 1
    return [*(opened.entity(each, kind).profile.id for each in words[:entities]), *words[entities:]]


_Decide = Callable[["Ledger", Sequence[str], str | None], "Profile"]
_VERBS: Mapping[str, _Decide] = {
    "merge": lambda opened, words, author: opened.merge(words[0], words[1], author),
    "split": lambda opened, words, author: opened.split(words[0], words[1:], author),
    "rename": lambda opened, words, author: opened.rename(words[0], words[1], author),
}


def _decided(terminal: Terminal, verb: str, found: "Profile") -> int:
    if terminal.as_json:
        from sourcier.export.entity_rows import decided  # noqa: PLC0415 - keeps orjson off --help

        terminal.rows([decided(verb, found)])
    else:
        told = {"name": found.name, "id": found.id, "n": found.articles}
        terminal.tell(terminal.say(f"entities.done.{verb}", **told))
    return 0


def _undone(terminal: Terminal, opened: "Ledger", words: Sequence[str]) -> int:
    kinds = opened.undo_decision(words[0] if words else None)
    if terminal.as_json:
        from sourcier.export.entity_rows import undone  # noqa: PLC0415 - keeps orjson off --help

        terminal.rows([undone(kinds)])
    else:
        terminal.tell(terminal.say(f"entities.undone.{kinds[0]}"))
    return 0


def _explained(terminal: Terminal, opened: "Ledger", name: str, kind: EntityKind | None) -> int:
    found = opened.entity(name, kind)
    if terminal.as_json:
        from sourcier.export.entity_rows import explained  # noqa: PLC0415 - keeps orjson off --help

        terminal.rows([explained(found)])
    else:
        from sourcier.cli.screen import entities as screen  # noqa: PLC0415 - rich is for people

        terminal.show(*screen.explained(found, terminal.phrases))
    return 0


def _listed(terminal: Terminal, opened: "Ledger", name: str, values: Mapping[str, Any]) -> int:
    found = opened.entities(name, values["kind"], values["limit"])
    if terminal.as_json:
        from sourcier.export.entity_rows import listed  # noqa: PLC0415 - keeps orjson off --help

        terminal.rows(map(listed, found.items))
    elif not found.items:
        terminal.tell(terminal.say("entities.nothing", n=len(opened)))
    else:
        from sourcier.cli.screen import entities as screen  # noqa: PLC0415 - rich is for people

        terminal.show(*screen.listed(found.items, terminal.phrases))
        if found.total > len(found.items):
            terminal.note(terminal.say("entities.more", n=len(found.items), total=found.total))
    return 0
