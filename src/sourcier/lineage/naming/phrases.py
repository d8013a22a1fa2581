"""The credit phrases of all languages, as pieces of regular expressions.

A text's language may be unknown, and a French text may end with an English signature: the languages are not told apart.
"""

import re
from collections.abc import Iterable
from functools import cache

from sourcier.lang.language import Language
from sourcier.lang.load import CODES

LOWER = r"[a-zà-öø-ÿœ]"
UPPER = r"[A-ZÀ-ÖØ-Þ]"


@cache
def phrases(concept: str) -> tuple[str, ...]:
    """Return the phrases of one concept in all languages, longest first."""
    found = {phrase for code in CODES for phrase in Language(code).table("credit")[concept]}
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


@cache
def either(*concepts: str, not_after: str = "") -> str:
    """Return a group that matches one phrase of the concepts, capitalised or not, whatever the apostrophe."""
    return alternatives((phrase for concept in concepts for phrase in phrases(concept)), not_after=not_after)


def alternatives(names: Iterable[str], *, capitals: bool = True, not_after: str = "") -> str:
    """Return a group that matches any of `names`, branched by first letter so that most positions fail at once.

    `not_after` is a character class that must not stand before it: looked at after the first letter, since a pattern
    that begins with a look behind is tried in full at every position.
    """
    by_letter: dict[str, list[str]] = {}
    for name in sorted(set(names), key=lambda name: (-len(name), name)):
        for letter in {name[0], name[0].upper()} if capitals else {name[0]}:
            by_letter.setdefault(letter, []).append(_pattern(name[1:]))
    branches = (f"{_first(letter, not_after)}(?:{'|'.join(rests)})" for letter, rests in sorted(by_letter.items()))
    return f"(?:{'|'.join(branches)})"


def _first(letter: str, not_after: str) -> str:
    escaped = re.escape(letter)
    return f"{escaped}(?<!{not_after}{escaped})" if not_after else escaped


def _pattern(name: str) -> str:
    spaced = re.escape(name).replace("\\ ", r"[ \u00a0\n]").replace("\\-", "[-\u2010\u2011 ]")
    return spaced.replace("'", "['’]")


@cache
def determiner() -> str:
    """Return an optional article, with its space where it has no apostrophe; « La » with a capital is of the name."""
    return rf"(?:{alternatives(phrases('articles'), capitals=False)}(?:(?<=['’])|\s+))?"
