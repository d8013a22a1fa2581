"""One key for all spellings of a name that differ in case, accents, hyphens, apostrophes and full stops."""

import re
from functools import lru_cache

from sourcier.text.fold import fold

KEPT = 1 << 15  # keys kept for forms met again
APOSTROPHES = "'’‘ʼ`´′ʻʿʾ"
_ELIDED = re.compile(rf"[{APOSTROPHES}]\s*|\.(?!\d)")
_BREAK = re.compile(r"[\s\-‐‑‒–—_/]+")


@lru_cache(KEPT)
def key(form: str) -> str:
    """Return the folded words of a name with single spaces between; an apostrophe joins (« N'Djaména »: ndjamena)."""
    if form.isalpha():
        return fold(form)
    return " ".join(filter(None, map(fold, _BREAK.split(_ELIDED.sub("", form)))))


def joins(word: str) -> bool:
    """Tell whether a token only binds others: a hyphen or an apostrophe by itself."""
    return not _BREAK.sub("", _ELIDED.sub("", word))


def elides(word: str) -> bool:
    """Tell whether what follows a token is one word with it (« d' »)."""
    return word[-1:] in APOSTROPHES
