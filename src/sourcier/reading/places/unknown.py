"""What speaks against a name that is in no list: it is a word, an acronym, somebody's, a mark of goods."""

from functools import cache

from sourcier.lang.language import Language
from sourcier.reading.gazetteer.spelling import key
from sourcier.reading.names.words import Words
from sourcier.reading.places.before import shouting
from sourcier.reading.places.named import Name
from sourcier.reading.places.rules import Rules

_UNLIKELY = 0.5


def against_unknown(words: Words, rules: Rules, name: Name) -> float:
    """Return what the weight of a name in no list loses."""
    form = words.forms[name.first]
    if all(words.known(at) for at in range(name.first, name.stop)) or not words.capitalised(name.first):
        return _UNLIKELY
    if form.isupper() and len(form) > 1 and not shouting(words, name.first):
        return _UNLIKELY
    if key(words.written(name.first, name.stop)) in _bodies(rules.language.code):
        return _UNLIKELY
    return _UNLIKELY if _is_somebody(words, rules, name) or any(map(_is_coined, _forms(words, name))) else 0.0


def _is_somebody(words: Words, rules: Rules, name: Name) -> bool:
    """Whether a name of several words begins with a given name (« Isack Muleme »)."""
    return name.stop - name.first > 1 and key(words.forms[name.first]) in _given(rules.language.code)


def _is_coined(form: str) -> bool:
    """Whether a capital stands within a word, as in marks of goods (« WhatsApp », « YouTube »)."""
    pairs = zip(form, form[1:], form[2:], strict=False)
    return any(one.islower() and two.isupper() and three.islower() for one, two, three in pairs)


def _forms(words: Words, name: Name) -> list[str]:
    return words.forms[name.first : name.stop]


@cache
def _bodies(language: str) -> frozenset[str]:
    """The bodies that the language's table knows: a firm or a paper (« à Facebook »)."""
    lands = (
        land for kind in Language(language).table("known_organisations")["bodies"].values() for land in kind.values()
    )
    names = (name for rows in lands for full, others in rows.items() for name in (full, *others))
    return frozenset(map(key, names))


@cache
def _given(language: str) -> frozenset[str]:
    return frozenset(map(key, Language(language).words("given_names")))
