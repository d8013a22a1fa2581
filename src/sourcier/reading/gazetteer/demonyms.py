"""Which country an adjective or a noun for its people speaks of: « malienne », « nigéro-libyenne », « congolais »."""

from collections.abc import Iterable, Mapping
from functools import cache

from sourcier.lang.language import Language
from sourcier.reading.gazetteer.spelling import key

LONGEST = 40  # letters
Countries = tuple[str, ...]  # ISO 3166 alpha-2 codes, several where the word may mean either


@cache
def demonyms(language: Language) -> "Demonyms":
    """Return the demonyms of a language."""
    return Demonyms(language)


class Demonyms:
    """The demonyms of a language, from its table of that name; accents and capitals do not count."""

    def __init__(self, language: Language) -> None:
        """Read the table."""
        table = language.table("demonyms")
        self._whole = _by_word(table["of_country"])
        self._first = _by_word(table["before_hyphen"])
        self._areas = {key(word): area for word, area in table["of_area"].items()}
        self._told_apart = {key(name): code for code, names in table["told_apart"].items() for name in names}

    def countries(self, word: str) -> tuple[Countries, ...]:
        """Return the countries of a word, one entry for each that it names: (("NE",), ("LY",)) of « nigéro-libyenne ».

        An entry has several codes where only what follows, or the article, tells which is meant. Empty: no demonym.
        """
        return self._parts(key(word)) if len(word) <= LONGEST else ()

    def area(self, word: str) -> str | None:
        """Return the name of the larger area that a word speaks of: « Sahel » of « sahéliennes »."""
        return self._areas.get(key(word))

    def told_apart(self, name: str) -> str | None:
        """Return the country that a name after « congolais de » or in brackets tells."""
        return self._told_apart.get(key(name))

    def _parts(self, words: str) -> tuple[Countries, ...]:
        whole = self._whole.get(words)
        if whole:
            return (whole,)
        # « franco-sud-africain »: the first part ends at any hyphen, and what follows is whole or in parts itself.
        for at, sign in enumerate(words):
            if sign == " ":
                first = self._first.get(words[:at]) or self._whole.get(words[:at])
                rest = self._parts(words[at + 1 :]) if first else ()
                if first and rest:
                    return (first, *rest)
        return ()


def _by_word(table: Mapping[str, Iterable[str]]) -> dict[str, Countries]:
    found: dict[str, Countries] = {}
    for code, words in table.items():
        for word in {key(word) for word in words}:
            found[word] = (*found.get(word, ()), code)
    return found
