"""What may name a place in a text, with the evidence for it."""

from collections.abc import Iterator

from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.names.candidate import Candidate
from sourcier.reading.names.words import Words
from sourcier.reading.places.after import after
from sourcier.reading.places.borders import border
from sourcier.reading.places.datelines import dated, dateline
from sourcier.reading.places.named import Name, listed
from sourcier.reading.places.nouns import Told, told, told_with
from sourcier.reading.places.parts import around, part
from sourcier.reading.places.routes import on_route
from sourcier.reading.places.rules import Rules
from sourcier.reading.places.sweeping import names
from sourcier.reading.places.weighing import Weight, weight

LEAST = 0.3  # weaker candidates are not named
_SURE = 0.8
_REACH = 4  # tokens between two names of a list, the first the comma
_ON_ROUTE = 0.7
_LISTED_TOGETHER = 0.05  # what a name loses on the one that it is listed with


def found(words: Words, rules: Rules, gazetteer: Gazetteer) -> list[Candidate]:
    """Return the candidates, those of one span as the strongest of them."""
    best: dict[tuple[int, int], Candidate] = {}
    for each in (*_by_words(words, rules, gazetteer), *_by_names(words, rules, gazetteer)):
        held = best.get((each.first, each.stop))
        if held is None or each.weight > held.weight:
            best[each.first, each.stop] = each
    return [each for each in best.values() if each.weight >= LEAST]


def _by_words(words: Words, rules: Rules, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """What nouns, directions and borders make places."""
    nouns, parts, borders = rules.nouns, rules.parts, rules.borders
    for at in [at for at, word in enumerate(words.spelt) if word in rules.telling]:
        word = words.spelt[at]
        if word in nouns:
            of = told(words, rules, gazetteer, at)
            whole = listed(words, gazetteer, at)
            if whole and whole.stop > at + 1 and not (of and _is_enough(of, whole)):
                yield Candidate(at, whole.stop, "place", 0.95, "noun")
            if of:
                yield _told(of, inside=of.inside and not (whole and _is_enough(of, whole)))
                if not of.inside and of.linked:
                    yield from (_told(each, inside=False) for each in told_with(words, rules, gazetteer, of))
        elif word in parts or word in rules.before_parts:
            land = part(words, rules, gazetteer, at) or around(words, rules, gazetteer, at)
            if land:
                yield Candidate(land.first, land.stop, "place", 0.93, "part")
        elif word in borders:
            stop = border(words, rules, gazetteer, at)
            if stop is not None:
                yield Candidate(at, stop, "place", 0.95, "border")


def _told(of: Told, *, inside: bool) -> Candidate:
    known = bool(of.name.places)
    if inside:
        return Candidate(of.first, of.name.stop, "place", 0.95 if known else 0.9, "noun")
    sure = of.noun.kind in {"town", "village", "water"}
    value = 0.93 if known and sure else 0.9 if known or sure else 0.72
    return Candidate(of.name.first, of.name.stop, "place", value, "told", (of.first, of.first + 1))


def _is_enough(of: Told, whole: Name) -> bool:
    """Whether a name is the place's without its noun: « désert du Sahara », not « fleuve Niger »."""
    if of.noun.kind == "site" and of.inside:
        return False  # « parc des Virunga »
    return (of.linked or not of.inside) and of.name.places[:1] == whole.places[:1]


def _by_names(words: Words, rules: Rules, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Names of the gazetteer, and others where their words make them places."""
    last, weight_of_last, together_with = -9, 0.0, 0  # where the last place ended, and how many its list has
    previous: Name | None = None
    for name in names(words, rules, gazetteer):
        of = weight(words, rules, name, after(words, rules, gazetteer, name.stop), gazetteer)
        of = _with_line(words, rules, name, of)
        if of.value < _ON_ROUTE and on_route(words, rules, gazetteer, name, previous):
            of = Weight(_ON_ROUTE, "route")
        previous = name
        in_list = _listed_with(words, rules, last, name.first)
        if in_list and (weight_of_last >= _SURE or together_with > 1):
            together = weight_of_last - (_LISTED_TOGETHER if name.places else 3 * _LISTED_TOGETHER)
            if of.value < together and _may_be_listed(words, rules, name, last):
                of = Weight(together, "listed")
        if of.value >= LEAST:
            cue = (of.cue, name.first) if of.cue is not None and 0 <= of.cue < name.first else None
            yield Candidate(name.first, name.stop, "place", round(min(of.value, 0.95), 3), of.rule, cue)
            together_with = together_with + 1 if in_list else 1
            last, weight_of_last = name.stop, of.value


def _with_line(words: Words, rules: Rules, name: Name, of: Weight) -> Weight:
    if not name.places and not words.capitalised(name.first):
        return of
    if dateline(words, rules, name.first, name.stop):
        return Weight(0.95 if name.places else 0.6, "dateline")
    if name.places and name.places[0].kind != "country" and of.value < 0.85 and dated(words, rules, name.stop):
        return Weight(max(of.value, 0.8), "dateline")
    return of


def _may_be_listed(words: Words, rules: Rules, name: Name, last: int) -> bool:
    """Whether a name can be the next of a list: it does not begin a longer one; if unknown, it is no word, and last."""
    if not (words.capitalised(name.first) or name.places) or (
        words.capitalised(name.stop) and name.stop not in words.sentence_starts
    ):
        return False
    if name.places:
        return True
    plain = not words.known(name.first) and not words.forms[name.first].isupper()
    return plain and words.at(last) in rules.conjunctions


def _listed_with(words: Words, rules: Rules, stop: int, first: int) -> bool:
    """Whether a name stands beside the last one: « Agadez, Bilma et l'Aïr »."""
    sign = words.at(stop)
    if first <= stop or first - stop > _REACH or (sign != "," and sign not in rules.conjunctions):
        return False
    return all(words.at(at) in rules.between_listed for at in range(stop + 1, first))
