"""Where words of a text are names that the gazetteer has, or might be names that it has not."""

from collections.abc import Iterator
from dataclasses import dataclass

from sourcier.core.place import Place
from sourcier.reading.gazetteer.gazetteer import Gazetteer, Named
from sourcier.reading.gazetteer.spelling import key
from sourcier.reading.names.words import Words
from sourcier.reading.places.lowered import is_lowered
from sourcier.reading.places.rules import Rules

_MOST = 6  # words of a name that is in no list
_ACRONYM = 5  # letters
_SHORTEST = 3  # letters of a name in small letters
LARGE = 300_000  # inhabitants of a town that needs no land to be thought of
_TOWN = 20_000  # inhabitants of one that is a word as well
_SMALL = frozenset({"ADP", "DET", "PRON", "ADV", "CCONJ", "SCONJ", "AUX", "VERB", "NUM", "INTJ"})


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `first` up to `stop` that may be a name, and the places called so, none where it is in no list."""

    first: int
    stop: int
    places: tuple[Place, ...]


def names(words: Words, rules: Rules, gazetteer: Gazetteer) -> Iterator[Name]:
    """Yield names from left to right, the longest at each place; those in small letters where they are no words."""
    stop, forms, lowered = 0, words.forms, is_lowered(words)
    for at in range(len(forms)) if lowered else _places(words, rules):
        if at < stop:
            continue
        name = None
        form = forms[at]
        if form[0].isupper() or (lowered and words.capitalised(at)):
            name = listed(words, gazetteer, at)
            if _is_small(words, at) and (name is None or name.stop == at + 1):
                name = None
            elif name is None:
                name = unlisted(words, rules, gazetteer, at)
        elif len(form) >= _SHORTEST and words.spelt[at - 1] in rules.openers and form.isalpha():
            name = _lowered(words, rules, gazetteer, at)
        if lowered and name is None and form[0].isalpha() and form not in rules.parts and form not in rules.openers:
            name = _of_words(words, rules, gazetteer, at)
        if name:
            yield name
            longer = further(words, rules, gazetteer, name)
            if longer:
                yield longer
            stop = name.stop


def _places(words: Words, rules: Rules) -> list[int]:
    """The tokens with which a name may begin in a text with capitals: with one, or after what opens names."""
    spelt, openers = words.spelt, rules.openers
    before = [*spelt[-1:], *spelt]
    return [
        at
        for at, (form, word) in enumerate(zip(words.forms, before, strict=False))
        if word in openers or form[0].isupper()
    ]


def listed(words: Words, gazetteer: Gazetteer, at: int) -> Name | None:
    """Return the longest name of the gazetteer that begins with a token."""
    found = gazetteer.longest(words.forms, at)
    if found is None:
        return None
    if found.end - at > 1 and not words.free(at, found.end):
        return None
    return None if _is_acronym(words, at, found) else Name(at, found.end, found.places)


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


def _is_small(words: Words, at: int) -> bool:
    """Whether a word is capitalised for its place alone: no noun could be so short or of that kind."""
    return sum(map(str.isalnum, words.forms[at])) < _SHORTEST or (words.upos(at) in _SMALL and words.known(at))


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


def _of_words(words: Words, rules: Rules, gazetteer: Gazetteer, at: int) -> Name | None:
    """Return a name that words of the language make, in a text without capitals (« port-gentil », « la guinée »)."""
    name = listed(words, gazetteer, at)
    if name is None or name.stop > at + 1 or "-" in words.at(at):
        return name
    place, before = name.places[0], words.at(at - 1)
    if key(place.name) != key(words.at(at)) or len(words.at(at)) < _SHORTEST:
        return None
    if place.kind == "country":
        return name if before in rules.of_land else None
    if place.kind == "region":
        inside = before in rules.firm or (before in rules.articles and words.at(at - 2) in rules.firm)
        return name if inside and words.at(at + 1) not in rules.of else None
    large = place.country in rules.at_home and (place.population or 0) >= _TOWN
    return name if large and before in rules.of_town else None


def _lowered(words: Words, rules: Rules, gazetteer: Gazetteer, at: int) -> Name | None:
    """Return a name in small letters: any place's where it is no word (« dapaong »), else a country's (« au mali »)."""
    if words.known(at):
        land = words.at(at - 1) in rules.firm and words.at(at - 1) in rules.of_land
        name = listed(words, gazetteer, at) if land else None
        return name if name and name.places[0].kind == "country" else None
    return listed(words, gazetteer, at) or Name(at, at + 1, ())
