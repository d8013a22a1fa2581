"""Where words of a text are names that the gazetteer has, or might be names that it has not."""

from collections.abc import Iterator

from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.gazetteer.spelling import key
from sourcier.reading.names.words import Words
from sourcier.reading.places.lowered import is_lowered
from sourcier.reading.places.named import Name, further, listed, unlisted
from sourcier.reading.places.parted import whole_of
from sourcier.reading.places.rules import Rules

_SHORTEST = 3  # letters of a name in small letters
_TOWN = 20_000  # inhabitants of one that is a word as well
_SMALL = frozenset({"ADP", "DET", "PRON", "ADV", "CCONJ", "SCONJ", "AUX", "VERB", "NUM", "INTJ"})


def names(words: Words, rules: Rules, gazetteer: Gazetteer) -> Iterator[Name]:
    """Yield names from left to right, the longest at each place; those in small letters where they are no words."""
    stop, forms, lowered = 0, words.forms, is_lowered(words)
    for at in range(len(forms)) if lowered else _places(words, rules):
        if at < stop:
            continue
        name = None
        form = forms[at]
        if form[0].isupper() or _has_small_article(form, rules) or (lowered and words.capitalised(at)):
            name = listed(words, gazetteer, at)
            if _is_small(words, at) and (name is None or name.stop == at + 1):
                name = None
            elif name is None:
                name = _of_part(words, rules, gazetteer, at) or unlisted(words, rules, gazetteer, at)
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
        if word in openers or form[0].isupper() or ("-" in form and _has_small_article(form, rules))
    ]


def _has_small_article(form: str, rules: Rules) -> bool:
    """Whether a name begins with an article in small letters (« al-Koufra »)."""
    article, hyphen, name = form.partition("-")
    return bool(hyphen) and name[:1].isupper() and article in rules.particles


def _of_part(words: Words, rules: Rules, gazetteer: Gazetteer, at: int) -> Name | None:
    """Return the name of a part of a town (« Boké-centre »)."""
    places = whole_of(words.forms[at], rules, gazetteer)
    return Name(at, at + 1, places) if places else None


def _is_small(words: Words, at: int) -> bool:
    """Whether a word is capitalised for its place alone: no noun could be so short or of that kind."""
    return sum(map(str.isalnum, words.forms[at])) < _SHORTEST or (words.upos(at) in _SMALL and words.known(at))


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
