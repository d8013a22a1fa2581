"""What speaks against a place: a name is a word of the language, or stands among the words of a longer name."""

from sourcier.reading.gazetteer.spelling import key
from sourcier.reading.names.words import Words
from sourcier.reading.places.before import opens, shouting
from sourcier.reading.places.named import Name
from sourcier.reading.places.rules import Rules
from sourcier.reading.places.unknown import against_unknown

_TITLE = 0.4
_LED, _LED_CUED = 0.45, 0.15
_LEADING, _LEADING_CUED = 0.45, 0.15
_WORD_OPENING, _WORD, _WORD_CUED = 0.35, 0.15, 0.0
_ARTICLE, _ARTICLE_CUED = 0.35, 0.45
_DIRECTION = 0.4
_LOWERED = 0.05
_UNCUED = frozenset({"gazetteer", "of"})
_WITH_ARTICLE = frozenset({*_UNCUED, "preposition"})
_WITHOUT_ARTICLE = frozenset({"town", "village"})


def against(words: Words, rules: Rules, name: Name, rule: str) -> float:
    """Return what a weight by `rule` loses."""
    cued = rule not in _UNCUED
    loss = _TITLE if words.at(name.first - 1) in rules.never_after else 0.0
    if _is_led(words, name):
        loss += _LED_CUED if cued else _LED
    if _leads(words, name):
        loss += _LEADING_CUED if cued else _LEADING
    if not name.places:
        loss += against_unknown(words, rules, name)
    elif all(words.known(at) for at in range(name.first, name.stop)):
        opening = opens(words, name.first) or shouting(words, name.first)
        loss += _WORD_OPENING if opening else _WORD_CUED if cued else _WORD
    if rule in _WITH_ARTICLE and _has_article(words, rules, name):
        loss += _ARTICLE_CUED if cued else _ARTICLE
    if not cued and name.stop == name.first + 1 and words.at(name.first) in rules.parts:
        loss += _DIRECTION
    return loss if words.capitalised(name.first) else loss + _LOWERED


def _is_led(words: Words, name: Name) -> bool:
    """Whether a capitalised word that is no word of the language stands right before (« Moussa Maradi »)."""
    at = name.first - 1
    if not words.capitalised(at) or shouting(words, name.first) or not words.forms[at][-1:].isalpha():
        return False
    return not (opens(words, at) and words.known(at)) and len(words.forms[at]) > 1


def _leads(words: Words, name: Name) -> bool:
    """Whether a capitalised word stands right after, in the same sentence (« Sahel SC »)."""
    at = name.stop
    if not words.capitalised(at) or at in words.sentence_starts or shouting(words, at):
        return False
    return bool(name.places)


def _has_article(words: Words, rules: Rules, name: Name) -> bool:
    """Whether a name of towns stands behind an article that is not its own: « la Mission » is no town."""
    article = words.at(name.first - 1)
    if article not in rules.articles and article not in rules.of_land:
        return False
    if not name.places or any(place.kind not in _WITHOUT_ARTICLE for place in name.places):
        return False
    own = key(f"{words.forms[name.first - 1]} {words.written(name.first, name.stop)}")
    return all(key(place.name) != own for place in name.places)
