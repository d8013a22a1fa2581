"""Borders: « frontière nigéro-libyenne », « frontière entre le Niger et le Mali », « frontière avec le Nigeria »."""

from sourcier.reading.gazetteer.demonyms import demonyms
from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.names.words import Words
from sourcier.reading.places.named import listed
from sourcier.reading.places.rules import Rules


def border(words: Words, rules: Rules, gazetteer: Gazetteer, at: int) -> int | None:
    """Return the token that a border ends before which begins at token `at`, None where none does."""
    if words.at(at) not in rules.borders:
        return None
    at += 1
    while words.at(at) in rules.border_adjectives:
        at += 1
    if demonyms(rules.language).countries(words.at(at)):
        return at + 1
    if words.at(at) in rules.border_between:
        middle = _country(words, rules, gazetteer, at + 1)
        joined = middle is not None and words.at(middle) in rules.conjunctions
        return _country(words, rules, gazetteer, middle + 1) if middle is not None and joined else None
    if words.at(at) in rules.border_of:
        return _countries(words, rules, gazetteer, at + 1)
    return _pair(words, gazetteer, at)


def _country(words: Words, rules: Rules, gazetteer: Gazetteer, at: int) -> int | None:
    """Where a country ends whose article may stand at a token."""
    if words.at(at) in rules.articles:
        at += 1
    name = listed(words, gazetteer, at) if at < len(words) else None
    return name.stop if name and name.places[0].kind == "country" else None


def _countries(words: Words, rules: Rules, gazetteer: Gazetteer, at: int) -> int | None:
    """Where « le Niger et le Mali », « Niger et du Mali » end."""
    end = _country(words, rules, gazetteer, at)
    if end is not None and words.at(end) in rules.conjunctions:
        further = end + 1
        if words.at(further) in rules.border_of:
            further += 1
        more = (
            _country(words, rules, gazetteer, further) if further > end + 1 or _article(words, rules, further) else None
        )
        return more or end
    return end


def _article(words: Words, rules: Rules, at: int) -> bool:
    return words.at(at) in rules.articles


def _pair(words: Words, gazetteer: Gazetteer, at: int) -> int | None:
    """« frontière Niger-Mali », in one token or three."""
    if not words.capitalised(at):
        return None
    parts = [part for part in words.forms[at].replace("–", "-").split("-") if part]
    if len(parts) == 2 and all(_is_country(gazetteer, part) for part in parts):
        return at + 1
    joined = words.at(at + 1) in {"-", "–"} and words.capitalised(at + 2)
    both = joined and _is_country(gazetteer, words.forms[at]) and _is_country(gazetteer, words.forms[at + 2])
    return at + 3 if both else None


def _is_country(gazetteer: Gazetteer, form: str) -> bool:
    found = gazetteer.named(form)
    return bool(found) and found[0].kind == "country"
