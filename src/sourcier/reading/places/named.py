"""Names that the gazetteer has, or that it has not, at a token of a text."""

from dataclasses import dataclass

from sourcier.core.place import Place
from sourcier.reading.gazetteer.gazetteer import Gazetteer, Named
from sourcier.reading.names.words import Words
from sourcier.reading.places.rules import Rules

_MOST = 6  # words of a name that is in no list
_ACRONYM = 5  # letters
LARGE = 300_000  # inhabitants of a town that needs no land to be thought of


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `first` up to `stop` that may be a name, and the places called so, none where it is in no list."""

    first: int
    stop: int
    places: tuple[Place, ...]


def listed(words: Words, gazetteer: Gazetteer, at: int) -> Name | None:
    """Return the longest name of the gazetteer that begins with a token."""
    found = gazetteer.longest(words.forms, at)
    if found is None:
        return None
    if found.end - at > 1 and not words.free(at, found.end):
        return None
    if found.end - at == 2 and _is_noun(words, at):
        return None
    return None if _is_acronym(words, at, found) else Name(at, found.end, found.places)


def _is_noun(words: Words, at: int) -> bool:
    """Whether only the first word of two has a capital, that of its sentence: « La réunion a duré trois heures »."""
    opens = at in words.sentence_starts and words.capitalised(at)
    return opens and not words.capitalised(at + 1) and words.known(at + 1)


def _is_acronym(words: Words, at: int, found: Named) -> bool:
    """Whether a word in capitals, among others that are not, is no country's (« ORTM »)."""
    form = words.forms[at]
    if found.end > at + 1 or not form.isupper() or len(form) > _ACRONYM or found.places[0].kind == "country":
        return False
    return not any(
        words.forms[near].isupper() and len(words.forms[near]) > 1
        for near in (at - 1, at + 1)
        if 0 <= near < len(words)
    )


def unlisted(words: Words, rules: Rules, gazetteer: Gazetteer, at: int) -> Name | None:
    """Return capitalised words that stand together and are no name of the gazetteer; small words only within."""
    stop = at
    while stop < len(words) and stop - at < _MOST and words.capitalised(stop):
        stop += 1
        inner = stop
        while words.at(inner) in rules.particles and inner - stop < 2:
            inner += 1
        if inner > stop and words.capitalised(inner) and gazetteer.longest(words.forms, inner) is None:
            stop = inner
        elif inner == stop and words.capitalised(stop) and _is_another(words, gazetteer, at, stop):
            break
    return Name(at, stop, ()) if stop > at else None


def _is_another(words: Words, gazetteer: Gazetteer, at: int, stop: int) -> bool:
    """Whether what goes on is a name of its own: a well-known one, or any after a word that opens the sentence."""
    name = listed(words, gazetteer, stop)
    return name is not None and (is_known(name) or (at in words.sentence_starts and words.known(at)))


def further(words: Words, rules: Rules, gazetteer: Gazetteer, name: Name) -> Name | None:
    """Return a name in no list that begins with one that is in it (« Tondi Béri », « Inga II »)."""
    at = name.stop
    if not name.places or not words.capitalised(at) or at in words.sentence_starts or is_known(name):
        return None
    rest = unlisted(words, rules, gazetteer, at)
    return Name(name.first, rest.stop, ()) if rest else None


def is_known(name: Name) -> bool:
    """Tell whether a name is that of a country, or of a town that is known without its land."""
    return any(place.kind == "country" or (place.population or 0) >= LARGE for place in name.places)
