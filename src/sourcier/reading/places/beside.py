"""Names that stand in one list with others lie where these do: « Ngaliema, Lemba et Masina »."""

from collections.abc import Sequence

from sourcier.reading.names.words import Words
from sourcier.reading.places.rules import Rules
from sourcier.reading.places.spoken import Spoken

_REACH = 4  # tokens between two names of a list
_NONE: frozenset[str] = frozenset()


def beside(words: Words, rules: Rules, mentions: Sequence[Spoken]) -> list[frozenset[str]]:
    """Return for each mention the countries of the names in its list, apart from its own."""
    found, first = [], 0
    for at in range(1, len(mentions) + 1):
        if at == len(mentions) or not _listed(words, rules, mentions[at - 1], mentions[at]):
            found += _of_list(mentions[first:at])
            first = at
    return found


def _listed(words: Words, rules: Rules, one: Spoken, other: Spoken) -> bool:
    """Whether nothing but a comma or « et », and articles, stands between two names of a kind."""
    start, stop = one.mention.stop, other.mention.first
    if not 0 < stop - start <= _REACH or _is_country(one) or _is_country(other) or other.within:
        return False
    if words.at(start) != "," and words.at(start) not in rules.conjunctions:
        return False
    return all(words.at(at) in rules.between_listed for at in range(start + 1, stop))


def _is_country(each: Spoken) -> bool:
    return bool(each.places) and each.places[0].kind == "country"


def _of_list(mentions: Sequence[Spoken]) -> list[frozenset[str]]:
    if len(mentions) == 1:
        return [_NONE]
    codes = [_sure(each) for each in mentions]
    return [frozenset().union(*(codes[:at] + codes[at + 1 :])) for at in range(len(codes))]


def _sure(each: Spoken) -> frozenset[str]:
    """The country of a name that only one country has a place of."""
    codes = frozenset(place.country for place in each.within or each.places if place.country)
    return codes if len(codes) == 1 else _NONE
