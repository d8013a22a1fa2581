"""Bodies of the table of known ones, wherever a text writes one of their names."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sourcier.reading.names.candidate import Candidate
from sourcier.reading.organisations.acronyms import standing
from sourcier.reading.organisations.known import Bodies
from sourcier.reading.organisations.lands import is_short, spoken_of
from sourcier.reading.organisations.view import View

_SURE, _GOOD, _COMMON = 0.97, 0.85, 0.6
_WITH_BRANCHES = frozenset(("company", "ngo"))
_KNOWN = 0.15
_WORDS = 3


def recognised(view: View) -> Iterator[Candidate]:
    """Yield the known bodies of a text."""
    stop = 0
    for at in view.beginnings["known"]:
        if at < stop:
            continue
        found = view.known.at(view.parts, at, view.stops[at])
        weight = _weight(view, at, *found) if found else None
        if found and weight is not None:
            stop = _branch(view, *found)
            yield Candidate(_first(view, at, stop), stop, "organisation", weight, "known")


def _first(view: View, first: int, stop: int) -> int:
    """Where the name begins: a generic noun in small letters is left out (« opération Barkhane »)."""
    if view.capital(first) or view.within("lead_kept.nouns", first):
        return first
    lead = view.table.leads.at(view.parts, first, stop)
    named = lead and lead[0] < stop and (view.capital(lead[0]) or (view.lowered and lead[1] == "military"))
    return lead[0] if lead and named else first


def _branch(view: View, stop: int, bodies: Bodies) -> int:
    """Where the name stops with the country of a branch (« Airtel Tchad », « Oxfam Burkina Faso »)."""
    if stop < len(view) and bodies[0].kind in _WITH_BRANCHES and view.capital(stop) and not view.shouted(stop):
        found = view.gazetteer.longest(view.words.forms, stop)
        if found and found.places[0].kind == "country" and found.end <= view.stops[stop]:
            return found.end
    return stop


def _weight(view: View, first: int, stop: int, bodies: Bodies) -> float | None:
    """How sure a match is, None where the words are others than the body's name."""
    if view.street(first) or (not view.capital(first) and view.indefinite(first)):
        return None
    words = [at for at in range(first, stop) if view.folded(at)]
    capitals = sum(view.capital(at) or view.shouted(at) for at in words)
    if all(body.common for body in bodies) or (view.within("articles.bare", first) and len(words) > 1):
        return _common(view, first, words, capitals)
    if len(words) == 1 and capitals:
        return _one(view, first, bodies)
    return _several(view, words, capitals) or _small(view, words, bodies)


def _several(view: View, words: list[int], capitals: int) -> float | None:
    """A name of several words: a capital among them, and before two alone; or so many that they can be no others."""
    if len(words) >= _WORDS and (capitals or len(words) > _WORDS):
        return _SURE
    led = view.table.leads.at(view.parts, words[0], words[-1] + 1) is not None
    return _SURE if capitals and (view.capital(words[0]) or led) else None


def _small(view: View, words: list[int], bodies: Bodies) -> float | None:
    """A name in small letters: where it is written so (« les talibans »), or the text has no capitals."""
    other = len(words) == 1 and view.words.known(words[0])
    return _GOOD if any(body.small for body in bodies) or (view.lowered and not other) else None


def _one(view: View, at: int, bodies: Bodies) -> float | None:
    """A name of one word with its capital, of an acronym with all its capitals, if they are not the sentence's."""
    if view.shouted(at):
        if view.headline(at) and view.words.known(at):
            return None
        return _SURE if any(not body.capitals or body.country is None for body in bodies) else _short(view, at, bodies)
    if all(body.capitals for body in bodies):
        return None
    if view.words.known(at) and not any(body.small for body in bodies):
        return None if view.opens(at) else _COMMON
    return _COMMON if view.gazetteer.named(view.words.forms[at]) else _GOOD


def _short(view: View, at: int, bodies: Bodies) -> float | None:
    """A short acronym of one country's body, which abroad is another's, or a thing's: as sure as where it stands."""
    if at and view.words.forms[at - 1] == "(":  # « Niamey (ANP) »
        return _GOOD
    weight = standing(view, at)
    return weight + _KNOWN if weight and (not is_short(view, at) or spoken_of(view, bodies)) else weight


def _common(view: View, first: int, words: list[int], capitals: int) -> float | None:
    """An everyday word or phrase: every noun has its capital, and the sentence does not give it."""
    written = [at for at in words if not view.within("articles.of", at)]
    if capitals < len(written) or view.opens(first) or view.headline(first):
        return None
    return _COMMON if len(written) == 1 else _GOOD


def holding(longer: Iterable[Candidate], known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield names, those that hold a known one within a longer name as sure as it (« Fondation de l'Unicef »)."""
    spans = {each.first: each for each in known}
    for each in longer:
        within = [spans[at] for at in range(each.first, each.stop) if at in spans and spans[at].stop <= each.stop]
        yield replace(each, weight=max([each.weight, *(one.weight for one in within)]))
