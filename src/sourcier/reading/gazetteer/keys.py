"""The keys that a name is found by: its own, and those of the other ways to write it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sourcier.lang.language import Language
from sourcier.reading.gazetteer.spelling import APOSTROPHES, key

LONGEST = 60  # letters of a key
LANGUAGE = "fr"  # the names of the gazetteer are in it


@dataclass(frozen=True, slots=True)
class Spelt:
    """How a language writes names in more than one way."""

    article: re.Pattern[str]
    pairs: Mapping[str, str]
    beginning: re.Pattern[str]
    beginnings: Mapping[str, str]


def keys(name: str) -> Iterator[str]:
    """Yield the keys of a name: without its article too, « St » for « Saint », an apostrophe read as a break."""
    spelt = _spelt()
    for form in _forms(name, spelt):
        found = key(form)
        if found and found.isascii() and len(found) <= LONGEST:
            yield found
            words = found.split()
            if any(word in spelt.pairs for word in words):
                yield " ".join(spelt.pairs.get(word, word) for word in words)


def joined(name: str) -> str:
    """Return a name of two or three words as one, which is how the press writes many of Africa (« Banibangou »)."""
    words = key(_begun(name, _spelt())).split()
    return "".join(words) if len(words) in {2, 3} and all(map(str.isascii, words)) else ""


def _forms(name: str, spelt: Spelt) -> Iterator[str]:
    yield name
    shorter = spelt.article.sub("", name, count=1)
    if shorter != name:
        yield shorter
    if any(sign in name for sign in APOSTROPHES):
        yield re.sub(f"[{APOSTROPHES}]", " ", name)
    other = _begun(name, spelt)
    if other != name:
        yield other


def _begun(name: str, spelt: Spelt) -> str:
    return spelt.beginning.sub(lambda found: spelt.beginnings[found.group()], name)


@cache
def _spelt() -> Spelt:
    table = Language(LANGUAGE).table("places")["spelt"]
    pairs = {one: other for pair in table["pairs"] for one, other in (pair, reversed(pair))}
    return Spelt(
        article=re.compile(rf"^(?:{'|'.join(map(re.escape, table['articles']))}) (?=\w)"),
        pairs=pairs,
        beginning=re.compile(rf"\b(?:{'|'.join(map(re.escape, table['beginnings']))})"),
        beginnings=table["beginnings"],
    )
