"""What tells languages apart, as data: function words, endings, letters, scripts."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Script:
    """Ranges of code points, both ends included; `language` is the one that it decides, None if it serves several.

    `others` are letters of the script which that language does not write.
    """

    name: str
    ranges: Sequence[tuple[int, int]]
    language: str | None
    others: frozenset[str]


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs of languages of the Latin script by ISO 639-1 code, and the other scripts."""

    words: Mapping[str, frozenset[str]]
    endings: Mapping[str, frozenset[str]]
    letters: Mapping[str, frozenset[str]]
    scripts: tuple[Script, ...]


@cache
def signs() -> Signs:
    """Return the signs, read once."""
    data = tomllib.loads(files(__package__).joinpath("detection.toml").read_text("utf-8"))
    scripts = tuple(_script(entry) for entry in data["scripts"])
    return Signs(_entries(data["words"]), _entries(data["endings"]), _entries(data["letters"]), scripts)


def _entries(table: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {code: frozenset(entries.split()) for code, entries in table.items()}


def _script(entry: Mapping[str, Any]) -> Script:
    ranges = [(low, high) for low, high in entry["ranges"]]
    return Script(entry["name"], ranges, entry["language"] or None, frozenset(entry["others"]))
