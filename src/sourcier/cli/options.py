"""Arguments and options that several commands take."""

from typing import Any

import click

from sourcier.cli import kinds
from sourcier.cli.program import lang_option
from sourcier.lang.interface import Phrases

MAX_BYTES = 5_000_000
READING = ("mapping", "max_bytes", "outlet", "url", "title", "byline", "published", "language")
"""The names under which `reading` hands on its values."""


def output(phrases: Phrases) -> list[click.Parameter]:
    """Return --json and --lang, which every command takes."""
    return [_flag(phrases, "--json", "as_json"), lang_option(phrases)]


def paths(phrases: Phrases, *, required: bool = False) -> click.Argument:
    """Return PATH…: files, folders, or - for standard input."""
    mark = phrases.say("metavar.paths" if required else "metavar.paths_optional")
    return click.Argument(["paths"], nargs=-1, required=required, metavar=mark)


def argument(phrases: Phrases, name: str) -> click.Argument:
    """Return one required argument; its mark stands in the catalogue."""
    return click.Argument([name], metavar=phrases.say(f"metavar.{name}"))


def ledger(phrases: Phrases, *, memory: bool = True) -> list[click.Parameter]:
    """Return --ledger and --memory."""
    path = click.Option(
        ["--ledger"],
        envvar="SOURCIER_LEDGER",
        default="sourcier.db",
        metavar=phrases.say("metavar.file"),
        help=phrases.say("option.ledger"),
    )
    return [path, _flag(phrases, "--memory", "memory")] if memory else [path]


def reading(phrases: Phrases) -> list[click.Parameter]:
    """Return the options that say how articles are read, and what is known of them."""
    return [
        click.Option(
            ["--map", "mapping"],
            multiple=True,
            type=kinds.pair(phrases),
            metavar=phrases.say("metavar.pair"),
            help=phrases.say("option.map"),
        ),
        click.Option(
            ["--max-size", "max_bytes"],
            type=kinds.size(phrases),
            default=MAX_BYTES,
            metavar=phrases.say("metavar.size"),
            help=phrases.say("option.max_size"),
        ),
        *known(phrases),
    ]


def known(phrases: Phrases) -> list[click.Parameter]:
    """Return the options that state an article's outlet, address, title, byline, time and language."""
    return [
        *(_text(phrases, name) for name in ("outlet", "url", "title", "byline")),
        click.Option(
            ["--published"],
            type=kinds.moment(phrases),
            metavar=phrases.say("metavar.published"),
            help=phrases.say("option.published"),
        ),
        _text(phrases, "language"),
    ]


def flag(phrases: Phrases, name: str) -> click.Option:
    """Return a flag whose help stands in the catalogue under its name."""
    return _flag(phrases, f"--{name}", name.replace("-", "_"))


def _flag(phrases: Phrases, option: str, name: str) -> click.Option:
    return click.Option([option, name], is_flag=True, help=phrases.say(f"option.{name}"))


def _text(phrases: Phrases, name: str, **more: Any) -> click.Option:
    mark = phrases.say(f"metavar.{name}")
    return click.Option([f"--{name}"], metavar=mark, help=phrases.say(f"option.{name}"), **more)
