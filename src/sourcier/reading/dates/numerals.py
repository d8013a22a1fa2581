"""Numbers in words or figures."""

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from sourcier.lang.language import Language
from sourcier.reading.dates.folding import fold
from sourcier.reading.dates.notation import Part

_HUNDRED, _THOUSAND, _SCORE = 100, 1000, 20
_END = r"(?![^\W_])"


@cache
def values(code: str) -> Mapping[str, int]:
    """Return what each number word of a language is worth, folded; those of many take an ending (« vingts »)."""
    language = Language(code)
    table = {**language.table("numbers")["values"], **language.table("dates")["words"]["count"]}
    return {fold(word): int(value) for word, value in table.items()}


def spelt(code: str) -> Part:
    """Return the pattern of a number in words."""
    words = values(code)
    one = rf"(?:{'|'.join(sorted(words, key=len, reverse=True))})s?"
    joins = "|".join(map(fold, Language(code).table("dates")["words"]["joining"]))
    return Part(rf"{one}(?:[ -](?:(?:{joins})[ -])?{one})*{_END}", frozenset(words), empty=False)


def spelt_year(code: str) -> Part:
    """Return the pattern of a year in words."""
    opening = "|".join(map(fold, Language(code).table("dates")["words"]["millennium"]))
    starts = frozenset(word.split()[0] for word in opening.split("|"))
    return Part(rf"(?:{opening})s?(?:[ -]{spelt(code).regex})?{_END}", starts, empty=False)


def number(code: str, text: str) -> int | None:
    """Return what folded words or figures are worth, None where they are no number."""
    figures = re.match(r"\d[\d ]*", text)
    if figures:
        return int(figures[0].replace(" ", ""))
    words = values(code)
    found = [
        words.get(word, words.get(word.rstrip("s"), _THOUSAND if word == "mil" else -1))
        for word in re.split(r"[ -]+", text)
    ]
    found = [value for value in found if value >= 0]
    return _sum(found) if found else None


def _sum(found: list[int]) -> int:
    total = current = 0
    for before, value in pairwise([0, *found]):
        if value == _THOUSAND:
            total, current = total + max(current, 1) * _THOUSAND, 0
        elif value == _HUNDRED:
            current = max(current, 1) * _HUNDRED
        elif value == _SCORE and before == 4:
            current += 4 * _SCORE - 4
        elif value in {10, *range(8, 13), 15} and before == 1 and current == 1:
            current = value  # « une quinzaine »
        else:
            current += value
    return total + current
