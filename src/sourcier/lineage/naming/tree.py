"""A pattern of many words, branched letter by letter, so that what is none of them is soon left."""

import re
from collections.abc import Iterable

END = "$"
"""Stands for the end of a word: no small ASCII letter and no digit may follow."""


def tree(words: Iterable[str]) -> str:
    """Return a pattern that matches any of `words`, or the shortest that it begins with; a space matches several."""
    rests: dict[str, set[str]] = {}
    for word in words:
        rests.setdefault(word[:1], set()).add(word[1:])
    if "" in rests:
        return ""
    return f"(?:{'|'.join(_piece(letter) + tree(rest) for letter, rest in sorted(rests.items()))})"


def _piece(letter: str) -> str:
    return {" ": " +", END: "(?![0-9a-z])"}.get(letter) or re.escape(letter)
