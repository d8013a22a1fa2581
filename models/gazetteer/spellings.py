"""Which of GeoNames' other names are worth having."""

from difflib import SequenceMatcher

from sourcier.lang.fr.lexicon import lexicon
from sourcier.lang.fr.morphology import bit
from sourcier.reading.gazetteer.spelling import key

SHORTEST, SHORTEST_BEYOND = 3, 4  # letters of another name, in Africa and beyond
ALIKE = 0.6  # how like another name of a town beyond Africa is to the usual one, from 0 to 1
NOT_UNLIKE = 0.4  # the same in Africa, but for long names: « Lamy », of N'Djaména, is a family's too
LONG = 8  # letters
NICKNAMES = frozenset({"google"})  # names of firms that GeoNames has as names of towns
LARGE = 100_000  # inhabitants; of larger towns beyond Africa all names are taken


def worth(name: str, usual: str, *, african: bool, inhabitants: int) -> bool:
    """Tell whether another name of a town is taken: in our letters, no code, no French word, no given name."""
    found = key(name)
    if not (found.isascii() and name[:1].isupper() and not name.isupper()):
        return False
    if len(found) < (SHORTEST if african else SHORTEST_BEYOND):
        return False
    if found in NICKNAMES or (" " not in found and _ordinary(name)):
        return False
    near = SequenceMatcher(None, found, key(usual)).ratio()
    if african:
        return near >= NOT_UNLIKE or len(found) >= LONG
    return near >= ALIKE or inhabitants >= LARGE


def _ordinary(name: str) -> bool:
    """Tell whether a name is a French word or a given name, accents apart."""
    words = lexicon()
    if words.features(name) & bit("given name"):
        return True
    return any(one.upos != "PROPN" for form in (name.lower(), key(name)) for one in words.readings(form))
