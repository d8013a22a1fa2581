"""The shape that a language fills."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Language:
    """Word lists and tables of one language, by ISO 639-1 code; each is read when first asked for.

    `words(concept)` is the file `words/CONCEPT.txt` (one entry a line, lower case, sorted, `#` starts a comment);
    `table(concept)` is the file `CONCEPT.toml`.
    """

    code: str

    def words(self, concept: str) -> frozenset[str]:
        """Return the entries of one word list, lower-cased as written (accents kept)."""
        return _words(self.code, concept)

    def table(self, concept: str) -> Mapping[str, Any]:
        """Return one table of patterns or phrases."""
        return _table(self.code, concept)


@cache
def _words(code: str, concept: str) -> frozenset[str]:
    text = files(__package__).joinpath(code, "words", f"{concept}.txt").read_text("utf-8")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return frozenset(line for line in lines if line)


@cache
def _table(code: str, concept: str) -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath(code, f"{concept}.toml").read_text("utf-8"))
