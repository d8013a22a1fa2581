"""Numbers in words or figures."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from sourcier.lang.language import Language
from sourcier.reading.dates.folding import fold
from sourcier.reading.dates.notation import Part, opaque
from sourcier.reading.numerals.sums import Sum

_THOUSAND = 1000
_MOST = 15  # words of a number after its first; no more is looked at, however long they go on
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
    return opaque(rf"{one}(?:[ -](?:(?:{joins})[ -])?{one}){{0,{_MOST}}}{_END}", words)


def spelt_year(code: str) -> Part:
    """Return the pattern of a year in words."""
    opening = "|".join(map(fold, Language(code).table("dates")["words"]["millennium"]))
    starts = frozenset(word.split()[0] for word in opening.split("|"))
    return opaque(rf"(?:{opening})s?(?:[ -]{spelt(code).regex})?{_END}", starts)


def number(code: str, text: str) -> int | None:
    """Return what folded words or figures are worth, None where they are no number."""
    figures = re.match(r"\d[\d ]*", text)
    if figures:
        return int(figures[0].replace(" ", ""))
    words = _in_years(code)
    found = [words.get(word, words.get(word.rstrip("s"))) for word in re.split(r"[ -]+", text)]
    known = [value for value in found if value is not None]
    return _sum(known) if known else None


@cache
def _in_years(code: str) -> Mapping[str, int]:
    """The values with the words that only years have (« mil » of « mil neuf cent »), a thousand each."""
    opening = Language(code).table("dates")["words"]["millennium"]
    return {**{word: _THOUSAND for years in opening for word in fold(years).split()}, **values(code)}


def _sum(found: Sequence[int]) -> int | None:
    """The value of words in their order, None where they are no number (« deux trois »)."""
    so_far = Sum()
    for value in found[1:] if len(found) > 1 and found[0] == 1 else found:  # « une quinzaine »
        more = so_far.times(value) if value >= _THOUSAND else so_far.plus(value)
        if more is None:
            return None
        so_far = more
    return int(so_far.value)
