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


class _Node(Generic[Value]):
    """What can follow the words of a phrase so far, and the value of the phrase that ends here."""

    __slots__ = ("following", "value")

    def __init__(self) -> None:
        self.following: dict[str, _Node[Value]] = {}
        self.value: tuple[Value, ...] = ()


class Phrases(Generic[Value]):
    """Values by phrase."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        """Take phrases with their values; of two alike the later holds."""
        self._root: _Node[Value] = _Node()
        for phrase, value in phrases:
            node = self._root
            for word in parts(phrase):
                node = node.following.setdefault(word, _Node())
            node.value = (value,)
        self.starts = frozenset(self._root.following)
        """The folded words with which a phrase can begin."""

    def at(self, words: Sequence[Parts], first: int, limit: int) -> tuple[int, Value] | None:
        """Return where the longest phrase that begins with token `first` stops, before `limit`, and its value.

        Takes no more steps than the longest phrase has words.
        """
        node, best = self._root, None
        for at in range(first, limit):
            for word in words[at]:
                following = node.following.get(word)
                if following is None:
                    return best
                node = following
            if node.value and words[at]:
                best = at + 1, node.value[0]
        return best
