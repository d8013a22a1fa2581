"""Date lines and signatures: « Niamey, 4 septembre (ANP) — », « Bamako (Mali) — », « Bamako, le 19 août »."""

from sourcier.reading.names.words import Words
from sourcier.reading.places.rules import Rules

_DASHES = frozenset({"-", "–", "—", "―"})
_INSIDE = 5  # tokens between brackets


def dated(words: Words, rules: Rules, stop: int) -> bool:
    """Tell whether a date follows a name after a comma."""
    if words.at(stop) != ",":
        return False
    at = stop + 1
    if words.at(at) in rules.articles:
        at += 1
    return at in words.taken


def dateline(words: Words, rules: Rules, first: int, stop: int) -> bool:
    """Tell whether a name opens its paragraph as the place that the news comes from."""
    tokens = words.analysis.tokens
    if first and "\n" not in words.analysis.text[tokens[first - 1].end : tokens[first].start]:
        return False
    at = stop
    if words.at(at) == "(":
        close = next((to for to in range(at, at + _INSIDE) if words.at(to) == ")"), None)
        if close is None:
            return False
        at = close + 1
        if words.at(at) in {".", ","}:
            at += 1
    return words.at(at) in _DASHES or dated(words, rules, stop)
