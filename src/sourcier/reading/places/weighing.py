"""How strongly a text shows that a name is one of a place."""

from dataclasses import dataclass

from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.names.words import Words
from sourcier.reading.places.after import After
from sourcier.reading.places.against import against
from sourcier.reading.places.before import Before, before, preposition
from sourcier.reading.places.named import Name
from sourcier.reading.places.renown import is_abroad, is_usual, of_size, renown
from sourcier.reading.places.rules import Rules

_ABROAD = 0.4
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
        fame = renown(words, name, gazetteer) - (_ABROAD if is_abroad(words, rules, name) else 0.0)
        readings.append(Weight(fame, "gazetteer"))
    best = max(readings, key=lambda each: each.value)
    return Weight(best.value - against(words, rules, name, best.rule), best.rule, best.cue)


def _by_words_before(words: Words, rules: Rules, name: Name, found: Before) -> Weight:
    known = bool(name.places)
    firm = preposition(words, rules, found)
    if firm:
        return _by_preposition(words, rules, name, found, firm)
    if found.link in rules.of and found.head in rules.near:
        unsure = found.article and found.head not in rules.water  # « au bord de la Kerio », not « près de la Poste »
        return Weight(0.9 if known else 0.2 if unsure else 0.8, "near", found.at)
    if found.link in rules.loose:
        return _by_loose(words, rules, found, known=known)
    if not found.link and words.lemma(found.at - 1) in rules.reached:
        return Weight(0.84 if known else _by_verb(words, rules, found), "reached", found.at - 1)
    if words.at(name.first - 1) in rules.before_places:
        return Weight(0.9 if known else 0.5, "near", name.first - 1)
    worth = 0.58 if not known or not is_usual(words, name) or is_abroad(words, rules, name) else of_size(name)
    return Weight(worth, "of", found.at) if known and found.link in rules.of else NONE


def _by_verb(words: Words, rules: Rules, found: Before) -> float:
    """The weight of an object in no list: one quits a body or joins somebody as often as a place."""
    unsure = found.article or words.lemma(found.at - 1) in rules.reached_unsure
    return 0.25 if unsure else 0.5


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
