"""Where words stand that open a head noun (« l'agence ») or a word on the article itself (« publié initialement »).

One pass over the text for these and for the names of media: most texts have few, and what costs more is done only
there. The pass is over bytes, in which all that separates words is a space and capitals are small: it stops too often,
and never too rarely, and what it stops at is looked at in the text.
"""

import re
from dataclasses import dataclass
from functools import cache

from sourcier.lineage.naming.known import name_cues, written
from sourcier.lineage.naming.phrases import alternatives, phrases
from sourcier.lineage.naming.tree import END, tree

_LETTERS = 6  # of a word, enough to tell it from most others
_ENOUGH = 4  # bytes of the first words of a name
_BEFORE = frozenset(" \n\t\u00a0'’«“(\"*_–—-")
_PARTED = {0xC2, 0xE2}  # what opens the bytes of most marks and of no letter of a cue
_PLAIN = bytes(
    byte if (byte < 0x80 and chr(byte).isalnum()) or (byte >= 0xC0 and byte not in _PARTED) else 0x20
    for byte in bytes(range(0x100)).lower()
)


@dataclass(frozen=True, slots=True)
class Cues:
    """The places of head nouns and of words on the first publication; `named`: a medium may be named."""

    heads: list[int]
    first: list[int]
    named: bool


@cache
def _heads() -> frozenset[str]:
    return frozenset(phrase.split(" ")[0] for phrase in phrases("media"))


@cache
def _first() -> frozenset[str]:
    return frozenset(max(re.split(r"[ ']", phrase), key=len)[:_LETTERS] for phrase in phrases("first_published"))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(alternatives(_heads() | _first()))


@cache
def _scan() -> re.Pattern[bytes]:
    whole = {_opening(_plain(word)) + END for word in _heads() | name_cues()}
    begun = {_plain(word).rstrip() for word in _first()}
    return re.compile(f" (?={tree(whole | begun)})".encode("latin-1"))


def _plain(text: str) -> str:
    return text.encode("utf-8", "surrogatepass").translate(_PLAIN).decode("latin-1")


def _opening(words: str) -> str:
    """Return the first words that are long enough together."""
    opening, *rest = words.split()
    while rest and len(opening) < _ENOUGH:
        opening += f" {rest.pop(0)}"
    return opening


def cues(text: str) -> Cues:
    """Return where the text may have what names a medium, as far as a look at single words can tell."""
    heads: list[int] = []
    first: list[int] = []
    named = False
    encoded = text.encode("utf-8", "surrogatepass")
    place = done = 0
    for match in _scan().finditer((b" " + encoded).translate(_PLAIN)):
        place += len(encoded[done : match.start()].decode("utf-8", "surrogatepass"))
        done = match.start()
        named = named or bool(written().match(text, place))
        if (place == 0 or text[place - 1] in _BEFORE) and (word := _word().match(text, place)):
            bare = word[0].lower()
            if bare in _heads():
                heads.append(place)
            if bare[:_LETTERS] in _first():
                first.append(place)
    return Cues(heads, first, named)
