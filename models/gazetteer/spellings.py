"""The keys that a name is found by, and which of GeoNames' other names are worth having."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from sourcier.lang.fr.lexicon import lexicon
from sourcier.lang.fr.morphology import bit
from sourcier.reading.gazetteer.spelling import APOSTROPHES, key

ARTICLE = re.compile(r"Les? (?=\w)")  # what « au » and « aux » hide: « au Caire »
SAINT = {"saint": "st", "sainte": "ste", "st": "saint", "ste": "sainte"}
TAMASHEQ = re.compile(r"\b(I|Ti)-n-")  # I-n-Gall, which the press writes In-Gall
LONGEST = 60  # letters of a key
SHORTEST, SHORTEST_BEYOND = 3, 4  # letters of another name, in Africa and beyond
ALIKE = 0.6  # how like another name of a town beyond Africa is to the usual one, from 0 to 1
NOT_UNLIKE = 0.4  # the same in Africa, but for long names: « Lamy », of N'Djaména, is a family's too
LONG = 8  # letters
LARGE = 100_000  # inhabitants; of larger towns beyond Africa all names are taken


def keys(name: str) -> Iterator[str]:
    """Yield the keys of a name: without « le » and « les » too, « St » for « Saint », an apostrophe read as a break."""
    for form in _forms(name):
        found = key(form)
        if found and found.isascii() and len(found) <= LONGEST:
            yield found
            words = found.split()
            if any(word in SAINT for word in words):
                yield " ".join(SAINT.get(word, word) for word in words)


def joined(name: str) -> str:
    """Return a name of two or three words as one, which is how the press writes many of Africa (« Banibangou »)."""
    words = key(TAMASHEQ.sub(r"\1n ", name)).split()
    return "".join(words) if len(words) in {2, 3} and all(map(str.isascii, words)) else ""


def worth(name: str, usual: str, *, african: bool, inhabitants: int) -> bool:
    """Tell whether another name of a town is taken: in our letters, no code, no French word, no given name."""
    found = key(name)
    if not (found.isascii() and name[:1].isupper() and not name.isupper()):
        return False
    if len(found) < (SHORTEST if african else SHORTEST_BEYOND):
        return False
    if " " not in found and _ordinary(name):
        return False
    near = SequenceMatcher(None, found, key(usual)).ratio()
    if african:
        return near >= NOT_UNLIKE or len(found) >= LONG
    return near >= ALIKE or inhabitants >= LARGE


def _forms(name: str) -> Iterator[str]:
    yield name
    shorter = ARTICLE.sub("", name, count=1) if ARTICLE.match(name) else name
    if shorter != name:
        yield shorter
    if any(sign in name for sign in APOSTROPHES):
        yield re.sub(f"[{APOSTROPHES}]", " ", name)
    if TAMASHEQ.search(name):
        yield TAMASHEQ.sub(r"\1n ", name)


def _ordinary(name: str) -> bool:
    """Tell whether a name is a French word or a given name, accents apart."""
    words = lexicon()
    if words.features(name) & bit("given name"):
        return True
    return any(one.upos != "PROPN" for form in (name.lower(), key(name)) for one in words.readings(form))
