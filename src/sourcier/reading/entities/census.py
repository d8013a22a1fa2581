"""How often names are borne and named over a ledger: the rarer a name, the more it says."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log2

from sourcier.core.entity import Sighting
from sourcier.reading.entities.naming import named
from sourcier.reading.entities.references import name_key
from sourcier.reading.entities.transliteration import Word

FREQUENT = 6.0  # bits that a word says which one person in 64 bears
RARE = 12.0  # bits that any other word says at most: one person in 4,000
_LEAST = 5.0
COMPANION = 4.0  # bits that a companion says who is hardly ever named
_COMMON_FROM = 5  # a name in so many articles is company of anybody, the more the more articles
_LONG_NAME = 2  # words; the name of a place or a body of one word is company of many


@dataclass(frozen=True, slots=True)
class Census:
    """`names` is of how many different names a word is part, by its spelling; `articles` how many name a name's key.

    A name that is hardly ever found beside the others, as a slip of the pen is, counts for little in `names`.
    `language` is whose rules of names are used.
    """

    names: Mapping[str, float] = field(default_factory=dict)
    articles: Mapping[str, int] = field(default_factory=dict)
    language: str = "fr"

    def bits(self, word: Word) -> float:
        """Return what it says that two names share a word, in bits."""
        if word.frequent:
            return FREQUENT
        return max(_LEAST, RARE - log2(self.names.get(word.spelling, 1.0)))

    def company(self, key: str) -> float:
        """Return what it says that two sightings share a companion, in bits."""
        most = COMPANION if len(key.split()) >= _LONG_NAME else COMPANION / 2
        return max(0.0, most - log2(max(1.0, self.articles.get(key, 1) / _COMMON_FROM)))


def census(sightings: Iterable[Sighting], language: str = "fr") -> Census:
    """Count the names of a ledger."""
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    articles: set[tuple[str, str]] = set()
    for sighting in sightings:
        articles.add((name_key(sighting.name), sighting.article))
        articles.update((companion, sighting.article) for companion in sighting.companions)
        if sighting.kind == "person":
            name = named(sighting.name, language)
            if not name.single:
                whole = "".join(sorted(name.glued))  # in any order, written apart or together
                for word in name.words:
                    names[word.spelling][whole] += 1
    borne = {word: _different(whole) for word, whole in names.items()}
    return Census(borne, Counter(key for key, _ in articles), language)


def _different(counts: Counter[str]) -> float:
    """How many of them there are, those that are hardly ever found counting for little (inverse Simpson index)."""
    return counts.total() ** 2 / sum(count * count for count in counts.values())
