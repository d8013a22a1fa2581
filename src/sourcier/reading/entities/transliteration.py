"""How one word of a name is written: two spellings of one sound get one key. The rules are language data."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from sourcier.lang.load import language

_KEPT = 1 << 16

Rules = tuple[tuple[Callable[[str, str], str], str], ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name: as folded, by the rules of spelling, and by its consonants alone.

    `frequent` where many people bear it; `known` where a list has it, so that no slip made it of another; `initial`
    where it is but a first letter.
    """

    folded: str
    spelling: str
    skeleton: str
    frequent: bool
    known: bool
    initial: bool


class Transliteration:
    """The rules of one language."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Compile what the table says."""
        self._spelling = _rules(table["spelling"])
        self._skeleton = _rules(table["skeleton"])
        self.particles = frozenset(table["particles"])
        self.honorifics = frozenset(table["honorifics"])
        self.otherwise = frozenset(table["otherwise"])
        self.generations = frozenset(table["generations"])
        self._variants: Mapping[str, str] = {form: forms[0] for forms in table["variants"] for form in forms}
        names: list[str] = table["frequent"].split()
        self._frequent = frozenset(self._sound(name) for name in names)
        self._known = self._frequent | {self._sound(name) for name in self._variants}

    def word(self, folded: str) -> Word:
        """Return a folded word with its keys."""
        spelling = self._sound(folded)
        skeleton = _applied(self._skeleton, spelling) or spelling
        frequent, known = spelling in self._frequent, spelling in self._known
        return Word(folded, spelling, skeleton, frequent, known, len(folded) == 1)

    def _sound(self, folded: str) -> str:
        return _applied(self._spelling, self._variants.get(folded, folded))


@cache
def transliteration(code: str) -> Transliteration | None:
    """Return the rules of a language; None where it is unknown."""
    found = language(code)
    return None if found is None else Transliteration(found.table("transliteration"))


@lru_cache(_KEPT)
def word(folded: str, code: str) -> Word:
    """Return a folded word with its keys; in a language without rules it is but itself."""
    rules = transliteration(code)
    if rules is None:
        return Word(folded, folded, folded, frequent=False, known=False, initial=len(folded) == 1)
    return rules.word(folded)


def _rules(rows: list[list[str]]) -> Rules:
    return tuple((re.compile(pattern).sub, instead) for pattern, instead in rows)


def _applied(rules: Rules, text: str) -> str:
    for substitute, instead in rules:
        text = substitute(instead, text)
    return text
