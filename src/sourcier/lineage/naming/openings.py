"""The words that open a signature: « Par », « Avec », and what may stand before « avec »."""

import re
from functools import cache

from sourcier.lineage.naming.phrases import either, phrases
from sourcier.text.fold import fold

OPEN = r"[\s\[(*_–—|-]*"
PERSON = re.compile(r"(?:[^\W\d_a-z][\w’'.-]*[ \u00a0]){0,4}[^\W\d_a-z][\w’'.-]*[ \u00a0]*")


@cache
def together() -> re.Pattern[str]:
    """Return the pattern of « avec » and the names after it."""
    cue = either("with", not_after=r"[^\s(\[,/|–—-]")
    return re.compile(rf"{cue}\s+(?P<names>[^\n|]{{2,80}})(?=\||$)")


@cache
def by() -> re.Pattern[str]:
    """Return the pattern of « par » at the start, and the names after it."""
    return re.compile(rf"{OPEN}{either('by')}\s+(?P<names>[^\n]{{2,80}})$")


@cache
def own_opening() -> tuple[str, ...]:
    """Return what the article's own newsroom is called, folded."""
    return tuple(fold(phrase) for phrase in phrases("own"))


def asked_after(before: str, *, heading: bool) -> str | None:
    """Return what names must be for the words before « avec » to open a signature; None where they are a sentence's."""
    before = before.rpartition("|")[2]
    bare, mark = before.strip(" \u00a0([–—-|,/"), before.rstrip()[-1:]
    if not bare or by().match(before + " x") or fold(bare).startswith(own_opening()):
        return "name"
    if mark and mark in "([":
        return "sure"
    if mark and mark in ",/–—-":
        return "sure" if PERSON.fullmatch(bare) else None
    return "registered" if not heading and PERSON.fullmatch(before.strip()) else None
