"""How strongly a text shows that a name is one of a place."""

from dataclasses import dataclass

from sourcier.core.place import Place
from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.gazetteer.spelling import key
from sourcier.reading.names.words import Words
from sourcier.reading.places.after import After
from sourcier.reading.places.against import against
from sourcier.reading.places.before import Before, before, preposition
from sourcier.reading.places.named import LARGE, Name
from sourcier.reading.places.rules import Rules

_ABROAD = 0.25
_SMALL = 2_000  # inhabitants
_SETTLED = frozenset({"town", "village"})
_BACK = 7  # tokens searched for the verb that governs « à »
_ENDS = frozenset({".", ",", ";", "«", ":"})
_BY_WORDS_AFTER = {
    "within": (0.92, 0.7),
    "in": (0.9, 0.0),
    "apposition": (0.85, 0.6),
    "distance": (0.92, 0.75),
    "adjective": (0.85, 0.0),
}


@dataclass(frozen=True, slots=True)
class Weight:
    """A weight on the scale of candidates, the rule that gave it, and the token at which its cue begins."""

    value: float
    rule: str
    cue: int | None = None


NONE = Weight(0.0, "")


def weight(words: Words, rules: Rules, name: Name, following: After, gazetteer: Gazetteer) -> Weight:
    """Return how likely a name is one of a place."""
    found = before(words, rules, name.first)
    if found.head in rules.street or words.at(name.first - 1) in rules.street:
        return NONE
    readings = [_by_words_before(words, rules, name, found)]
    if following.rule:
        readings.append(Weight(_BY_WORDS_AFTER[following.rule][not name.places], following.rule))
    if name.places:
        renown = _renown(words, name, gazetteer) - (_ABROAD if is_abroad(rules, name) else 0.0)
        readings.append(Weight(renown, "gazetteer"))
    best = max(readings, key=lambda each: each.value)
    return Weight(best.value - against(words, rules, name, best.rule), best.rule, best.cue)


def _by_words_before(words: Words, rules: Rules, name: Name, found: Before) -> Weight:
    known = bool(name.places)
    firm = preposition(words, rules, found)
    if firm:
        return _by_preposition(words, rules, name, found, firm)
    if found.link in rules.of and found.head in rules.near:
        return Weight(0.9 if known else 0.2 if found.article else 0.8, "near", found.at)
    if found.link in rules.loose:
        return _by_loose(words, rules, found, known=known)
    if not found.link and words.lemma(found.at - 1) in rules.reached:
        return Weight(0.84 if known else 0.5, "reached", found.at - 1)
    if words.at(name.first - 1) in rules.before_places:
        return Weight(0.9 if known else 0.5, "near", name.first - 1)
    worth = 0.58 if not known or not is_usual(words, name) or is_abroad(rules, name) else _of_size(name)
    return Weight(worth, "of", found.at) if known and found.link in rules.of else NONE


def _by_loose(words: Words, rules: Rules, found: Before, *, known: bool) -> Weight:
    if words.lemma(found.at - 1) in rules.passing_verbs:
        return Weight(0.88 if known else 0.7, "preposition", found.at)
    if known:
        return Weight(0.7 if found.link in rules.passing else 0.8, "preposition", found.at)
    plain = not found.article and found.link not in rules.passing and found.link not in rules.border_between
    return Weight(0.55 if plain else 0.2, "preposition", found.at)


def _by_preposition(words: Words, rules: Rules, name: Name, found: Before, firm: str) -> Weight:
    known = bool(name.places)
    to_town = firm in rules.of_town
    if to_town and _is_given_to(words, rules, found.at):
        return Weight(0.6 if known else 0.2, "preposition", found.at)
    if known:
        return Weight(0.9, "preposition", found.at)
    if to_town and not found.article:
        return Weight(0.75, "preposition", found.at)
    unlikely = to_town or words.known(name.first) or words.forms[name.first].isupper()
    worth = 0.1 if unlikely else 0.45 if found.article or firm not in rules.of_land else 0.3
    return Weight(worth, "preposition", found.at)


def _is_given_to(words: Words, rules: Rules, at: int) -> bool:
    """Whether « à » follows a word that somebody or some body is the object of (« grâce à », « a dit à »)."""
    if words.at(at - 1) in rules.given_words:
        return True
    for back in range(at - 1, max(-1, at - _BACK), -1):
        if words.at(back) in _ENDS:
            return False
        if words.upos(back) == "VERB":
            return words.lemma(back) in rules.given_verbs
    return False


def _renown(words: Words, name: Name, gazetteer: Gazetteer) -> float:
    """How likely a name that the gazetteer has is a place's without any word that says so."""
    first = name.places[0]
    if first.kind == "country":
        return 0.78
    if first.country and first == gazetteer.capital(first.country):
        return 0.74
    return _size(name.places) - (0.0 if is_usual(words, name) else 0.25)


def is_usual(words: Words, name: Name) -> bool:
    """Tell whether a place is written as it usually is, or is a country."""
    written = key(words.written(name.first, name.stop))
    return any(place.kind == "country" or key(place.name) == written for place in name.places)


def is_abroad(rules: Rules, name: Name) -> bool:
    """Tell whether a name is only one of smaller towns of countries of which the language's press says little."""
    return all(
        place.kind == "town" and place.country not in rules.at_home and (place.population or 0) < LARGE
        for place in name.places
    )


def _of_size(name: Name) -> float:
    """The weight of « de X », less where X is small and more likely to be somebody."""
    large = any(place.kind not in _SETTLED or (place.population or 0) >= _SMALL for place in name.places)
    return 0.78 if large else 0.7


def _size(places: tuple[Place, ...]) -> float:
    people = max(place.population or 0 for place in places)
    if places[0].kind == "town" and people < LARGE and len(places) == 1:
        return 0.55 + min(people, 100_000) / 1_000_000
    return 0.68
