"""Where the tokens of French text stand, by rules."""

import re
from functools import cache

from sourcier.core.span import Span
from sourcier.engines.french.pieces import pattern
from sourcier.engines.french.shadow import shadow
from sourcier.lang.language import Language

_LETTERED_MAX = 12  # no noun that a letter names is longer


def tokens(text: str, span: Span) -> list[Span]:
    """Return the tokens of a stretch of `text`, in order, without overlap: every character but white space is in one.

    Contractions (« du ») and numbers (« 860 000 ») are one token; elided words and inverted pronouns (« -t-il ») too.
    """
    seen = shadow(text, span)
    if not seen.text:
        return [span] if len(span) else []
    found: list[tuple[int, int]] = []
    for match in _pattern().finditer(seen.text):
        start, end = match.span()
        if end == start + 2 and _names_a_noun(seen.text, start):
            found += [(start, start + 1), (start + 1, end)]
        else:
            found.append((start, end))
    return seen.spans(found)


def _names_a_noun(text: str, start: int) -> bool:
    """Tell whether the letter and full stop at `start` follow a noun that letters name: « la vitamine C. »."""
    if text[start] == "M" or text[start + 1] != ".":
        return False
    before = text[max(0, start - _LETTERED_MAX - 1) : start].rstrip()
    return len(before) < start and before.rpartition(" ")[2].rpartition("'")[2] in _lettered()


@cache
def _pattern() -> re.Pattern[str]:
    return pattern()


@cache
def _lettered() -> frozenset[str]:
    return frozenset(Language("fr").table("tokens")["abbreviations"]["lettered"])
