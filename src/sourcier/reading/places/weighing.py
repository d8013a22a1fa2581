"""How strongly a text shows that a name is one of a place."""

from dataclasses import dataclass

from sourcier.core.place import Place
from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.names.words import Words
from sourcier.reading.places.after import After
from sourcier.reading.places.before import Before, before, opens, preposition, shouting
from sourcier.reading.places.named import LARGE, Name
from sourcier.reading.places.rules import Rules

_BACK = 7  # tokens searched for the verb that governs « à »


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
    best = _by_words_before(words, rules, name, found)
    if following.rule:
        best = max(best, _by_words_after(name, following), key=lambda each: each.value)
    if name.places:
        best = max(best, Weight(_renown(name.places, gazetteer), "gazetteer"), key=lambda each: each.value)
    value = best.value - _against(words, rules, name, best.rule)
    return Weight(value, best.rule, best.cue)


def _by_words_before(words: Words, rules: Rules, name: Name, found: Before) -> Weight:
    known = bool(name.places)
    firm = preposition(words, rules, found)
    if firm:
        return _by_preposition(words, rules, name, found, firm)
    if found.link in rules.of and found.head in rules.near:
        return Weight(0.9 if known else 0.8, "near", found.at)
    if found.link in rules.loose:
        return _by_loose(words, rules, found, known=known)
    if not found.link and words.lemma(found.at - 1) in rules.reached:
        return Weight(0.84 if known else 0.5, "reached", found.at - 1)
    if words.at(name.first - 1) in rules.before_places:
        return Weight(0.9 if known else 0.5, "near", name.first - 1)
    return Weight(0.78, "of", found.at) if known and found.link in rules.of else NONE


def _by_loose(words: Words, rules: Rules, found: Before, *, known: bool) -> Weight:
    if found.link in rules.passing and words.lemma(found.at - 1) in rules.passing_verbs:
        return Weight(0.88 if known else 0.7, "preposition", found.at)
    plain = not found.article and found.link not in rules.passing
    return Weight(0.8 if known else 0.55 if plain else 0.2, "preposition", found.at)


def _by_preposition(words: Words, rules: Rules, name: Name, found: Before, firm: str) -> Weight:
    known = bool(name.places)
    to_town = firm in rules.of_town
    if to_town and _is_given_to(words, rules, found.at):
        return Weight(0.6 if known else 0.2, "preposition", found.at)
    if known:
        return Weight(0.9, "preposition", found.at)
    if to_town and not found.article:
        return Weight(0.75, "preposition", found.at)
    return Weight(0.45 if not words.known(name.first) else 0.1, "preposition", found.at)


def _is_given_to(words: Words, rules: Rules, at: int) -> bool:
    """Whether « à » follows a word that somebody or some body is the object of (« grâce à », « a dit à »)."""
    if words.at(at - 1) in rules.given_words:
        return True
    for back in range(at - 1, max(-1, at - _BACK), -1):
        if words.at(back) in {".", ",", ";", "«"}:
            return False
        if words.upos(back) == "VERB":
            return words.lemma(back) in rules.given_verbs
    return False


def _by_words_after(name: Name, following: After) -> Weight:
    known = bool(name.places)
    if following.rule == "within":
        return Weight(0.92 if known else 0.7, "within")
    if following.rule == "apposition":
        return Weight(0.85 if known else 0.6, "apposition")
    if following.rule == "distance":
        return Weight(0.92 if known else 0.75, "distance")
    return Weight(0.85 if known else 0.0, following.rule)


def _renown(places: tuple[Place, ...], gazetteer: Gazetteer) -> float:
    """How likely a name that the gazetteer has is a place's without any word that says so."""
    first = places[0]
    if first.kind == "country":
        return 0.78
    if first.country and first == gazetteer.capital(first.country):
        return 0.74
    people = max(place.population or 0 for place in places)
    if first.kind == "town" and people < LARGE and len(places) == 1:
        return 0.55 + min(people, 100_000) / 1_000_000
    return 0.68


def _against(words: Words, rules: Rules, name: Name, rule: str) -> float:
    """What speaks against a place: it is a word of the language, or it stands among the words of a longer name."""
    loss = 0.0
    cued = rule not in {"gazetteer", "of"}
    if words.at(name.first - 1) in rules.never_after:
        loss += 0.4
    if _leads(words, name):
        loss += 0.4 if not cued else 0.15
    if _goes_on(words, name):
        loss += 0.15 if cued else 0.3
    if name.stop - name.first == 1 and words.known(name.first):
        at_start = opens(words, name.first) or shouting(words, name.first)
        loss += 0.0 if cued and not at_start else 0.35 if at_start else 0.15
    if not words.capitalised(name.first):
        loss += 0.05
    return loss


def _leads(words: Words, name: Name) -> bool:
    """Whether a capitalised word that is no word of the language stands right before (« Moussa Maradi »)."""
    at = name.first - 1
    if not words.capitalised(at) or shouting(words, name.first) or not words.forms[at][-1:].isalpha():
        return False
    return not (opens(words, at) and words.known(at)) and len(words.forms[at]) > 1


def _goes_on(words: Words, name: Name) -> bool:
    """Whether a capitalised word stands right after, in the same sentence (« Sahel SC »)."""
    at = name.stop
    if not words.capitalised(at) or at in words.sentence_starts or shouting(words, at):
        return False
    return bool(name.places)
