"""EDTF values in the words of the interface."""

import re

from sourcier.lang.interface import Phrases

_SIMPLE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:T[\d:Z+.-]+)?)?)?")


def in_words(value: str, phrases: Phrases) -> str:
    """Return a date, an interval, or one that is open at an end; what is of another form stays as it is."""
    start, slash, end = value.partition("/")
    if not slash:
        return _one(start, phrases)
    if start == "..":
        return phrases.say("facts.until", end=_one(end, phrases))
    if end == "..":
        return phrases.say("facts.since", start=_one(start, phrases))
    return phrases.say("facts.from_to", start=_one(start, phrases), end=_one(end, phrases))


def _one(value: str, phrases: Phrases) -> str:
    bare = value.rstrip("~?")
    words = phrases.date(bare) if _SIMPLE.fullmatch(bare) else bare
    return phrases.say("facts.about", date=words) if bare != value else words
