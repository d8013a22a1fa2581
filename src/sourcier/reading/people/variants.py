"""One key for spellings of a name that differ as transliterations do: « al-Haddad », « El Haddad »; Tiani, Tchiani."""

from functools import cache, lru_cache

from sourcier.reading.gazetteer.spelling import key
from sourcier.reading.people.lexis import Lexis

KEPT = 1 << 14  # answers kept for names met again


class Variants:
    """The keys of one language's names."""

    def __init__(self, lexis: Lexis) -> None:
        """Take which letters are alike."""
        self._lexis = lexis
        self._small = lexis.sets["names.inside"] | lexis.sets["names.article"] | lexis.sets["names.known_as"]
        self.parts = lru_cache(KEPT)(self._parts)
        self._sounds = lru_cache(KEPT)(self._sound)

    def _parts(self, name: str) -> tuple[str, ...]:
        """The keys of a name's words without articles and particles; an initial keeps its full stop."""
        words = [word for token in name.split() for word in self._words(token)]
        kept = [word for word in words if word not in self._small]
        return tuple(map(self._sounds, kept or words))

    def _words(self, token: str) -> list[str]:
        if token.endswith(".") and len(token) <= 5:
            return [letter.lower() + "." for letter in token.split(".") if letter]
        return key(token).split()

    def _sound(self, word: str) -> str:
        if word.endswith("."):
            return word
        for letters, sound in self._lexis.alike:
            word = word.replace(letters, sound)
        return "".join(sign for at, sign in enumerate(word) if not at or word[at - 1] != sign)


@cache
def variants(lexis: Lexis) -> Variants:
    """Return the keys of a language's names; one for all texts, so that what is kept serves them all."""
    return Variants(lexis)


def is_part(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Tell whether the words of a name stand in the order of a fuller one, an initial for a word that begins so."""
    at = 0
    for word in part:
        while at < len(whole) and not _same(word, whole[at]):
            at += 1
        if at == len(whole):
            return False
        at += 1
    return bool(part)


def _same(one: str, other: str) -> bool:
    if one.endswith(".") or other.endswith("."):
        return one[0] == other[0]
    return one == other
