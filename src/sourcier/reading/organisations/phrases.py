"""Phrases of a table, found among the words of a text wherever case, accents, hyphens and apostrophes differ."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from sourcier.reading.gazetteer.spelling import APOSTROPHES, joins, key

Value = TypeVar("Value")
_ELISION = re.compile(rf"\b([dlDL])[{APOSTROPHES}]")
_SIGN = ""
Parts = tuple[str, ...]


@lru_cache(1 << 16)
def parts(form: str) -> Parts:
    """Return the folded words of a token or a phrase: « l'Aïr » and « l' » + « Aïr » give the same.

    None for a hyphen or an apostrophe by itself, an empty word for any other sign.
    """
    words = tuple(key(_ELISION.sub(r"\1 ", form)).split())
    return words or (() if joins(form) else (_SIGN,))


class Phrases(Generic[Value]):
    """Values by phrase."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        """Take phrases with their values; of two alike the later holds."""
        self._found: dict[str, list[tuple[Parts, Value]]] = {}
        for phrase, value in phrases:
            of = parts(phrase)
            if of:
                self._found.setdefault(of[0], []).append((of, value))
        for of_one in self._found.values():
            of_one.sort(key=lambda pair: -len(pair[0]))

    def begins(self, part: str) -> bool:
        """Tell whether a phrase begins with a folded word."""
        return part in self._found

    def at(self, words: Sequence[Parts], first: int, limit: int) -> tuple[int, Value] | None:
        """Return where the longest phrase that begins with token `first` stops, before `limit`, and its value."""
        of = words[first]
        for phrase, value in self._found.get(of[0], ()) if of else ():
            stop = _matched(phrase, words, first, limit)
            if stop is not None:
                return stop, value
        return None


def _matched(phrase: Parts, words: Sequence[Parts], first: int, limit: int) -> int | None:
    """Where a phrase stops, None where the words are others; a token holds one word or more, none if it is a hyphen."""
    at, token = 0, first
    while at < len(phrase):
        if token >= limit:
            return None
        here = words[token]
        if phrase[at : at + len(here)] != here:
            return None
        at += len(here)
        token += 1
    return token
