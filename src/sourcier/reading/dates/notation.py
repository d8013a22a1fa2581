"""The notation of the rules, and what it becomes: a regular expression, and the words that it can begin with."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

FIGURE = "#"
"""Stands for a figure among the words that a pattern can begin with."""
_SPACE = " +"
_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"<(\w+)>|([\[\](|)])|( )|(.)", re.DOTALL)


class Part(NamedTuple):
    """A pattern: `starts` are the words that it can begin with, `empty` whether it can match nothing."""

    regex: str
    starts: frozenset[str]
    empty: bool


NOTHING = Part("", frozenset(), empty=True)
Pieces = Callable[[str], Part]


class _Reader:
    """Reads one pattern from left to right; raises ValueError where a bracket is missing."""

    def __init__(self, pattern: str, pieces: Pieces) -> None:
        self._pattern = pattern
        self._tokens = list(_TOKEN.finditer(pattern))
        self._at = 0
        self._pieces = pieces

    def whole(self) -> Part:
        part = self._choice()
        if self._at < len(self._tokens):
            raise ValueError(f"a bracket too many in the pattern {self._pattern!r}")
        return part

    def _choice(self) -> Part:
        parts = [self._row()]
        while self._sign() == "|":
            self._at += 1
            parts.append(self._row())
        if len(parts) == 1:
            return parts[0]
        regex = "(?:" + "|".join(part.regex for part in parts) + ")"
        return Part(regex, frozenset().union(*(part.starts for part in parts)), any(part.empty for part in parts))

    def _row(self) -> Part:
        row = NOTHING
        while self._at < len(self._tokens) and self._sign() not in {"|", ")", "]"}:
            row = joined(row, self._item())
        return row

    def _item(self) -> Part:
        token = self._tokens[self._at]
        if token[3]:
            self._at += 1
            return Part(_SPACE, frozenset(), empty=False)
        if token[1]:
            self._at += 1
            return self._pieces(token[1])
        return self._bracket(token[2]) if token[2] else self._literal()

    def _bracket(self, sign: str) -> Part:
        self._at += 1
        inner = self._choice()
        if self._sign() != {"[": "]", "(": ")"}.get(sign):
            raise ValueError(f"a bracket is not closed in the pattern {self._pattern!r}")
        self._at += 1
        return Part(f"(?:{inner.regex})?", inner.starts, empty=True) if sign == "[" else inner

    def _literal(self) -> Part:
        start = self._at
        while self._at < len(self._tokens) and self._tokens[self._at][4]:
            self._at += 1
        return literal("".join(token[4] for token in self._tokens[start : self._at]))

    def _sign(self) -> str:
        return str(self._tokens[self._at][2] or "") if self._at < len(self._tokens) else ""


def read(pattern: str, pieces: Pieces) -> Part:
    """Return what a pattern becomes; `pieces` gives what stands for a name in it."""
    return _Reader(pattern, pieces).whole()


def joined(one: Part, two: Part) -> Part:
    """Return one part after the other."""
    starts = one.starts | two.starts if one.empty else one.starts
    return Part(one.regex + two.regex, starts, one.empty and two.empty)


def literal(text: str) -> Part:
    """Return words that stand for themselves."""
    return Part(_SPACE.join(map(re.escape, text.split(" "))), _first(text), empty=not text)


def entries(table: Mapping[str, object]) -> Part:
    """Return the words of a table, the longest first."""
    words = sorted(table, key=lambda word: (-len(word), word))
    regex = "|".join(_SPACE.join(map(re.escape, word.split(" "))) for word in words)
    return Part(rf"(?:{regex})(?![^\W_])", frozenset().union(*map(_first, words)), empty=False)


def _first(text: str) -> frozenset[str]:
    word = _WORD.match(text)
    return frozenset({word[0]} if word else {FIGURE} if text[:1].isdigit() else set())
