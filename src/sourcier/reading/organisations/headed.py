"""Bodies that a head noun names: « ministère de la Santé », « armée nigérienne », « Agence nationale de l'eau »."""

from collections.abc import Iterator

from sourcier.reading.names.candidate import Candidate
from sourcier.reading.organisations.extent import adjectives, complements, name
from sourcier.reading.organisations.seats import country
from sourcier.reading.organisations.table import Head
from sourcier.reading.organisations.view import View

_BARE_OF = frozenset(("de", "d"))
_ACTS = frozenset(("nsubj", "nsubj:pass", "obl:agent"))
_FULL, _GOOD, _BARE = 0.9, 0.8, 0.7


def headed(view: View) -> Iterator[Candidate]:
    """Yield the bodies of a text that a head noun names."""
    for at in view.beginnings["heads"]:
        found = view.table.heads.at(view.parts, at, view.stops[at])
        if found and not view.table.never.at(view.parts, at, view.stops[at]):
            yield from _read(view, at, *found)


def _read(view: View, first: int, at: int, head: Head) -> Iterator[Candidate]:
    if view.indefinite(first) or _beside(view, first) or _building(view, first) or _generic(view, first):
        return
    capital = view.capital(first) and not (view.opens(first) and not view.shouted(first) and _common(view, first))
    if view.lowered and head.manner == "capital" and view.definite(first):
        capital = view.within("complements.lowered", first) and not view.proper(at)
    stop = _stop(view, first, at, head, capital=capital)
    if stop is not None and stop > at and not (capital and country(view, first, stop)):
        yield Candidate(first, stop, "organisation", _weight(head, capital=capital), "head", (first, at))
    elif capital or view.within("articles.all", first - 1):
        alone = view.table.alone.at(view.parts, first, view.stops[first])
        bare = "short.capital_alone" if capital else "short.acting"
        if alone is None and view.within(bare, first) and (capital or _acts(view, first)):
            alone = at, None
        if alone:
            yield Candidate(first, alone[0], "organisation", _FULL if capital else _BARE, "quality")


def _beside(view: View, first: int) -> bool:
    """Whether a noun only goes on with another name (« AS Douanes »)."""
    return view.capital(first) and view.capital(first - 1) and not view.opens(first - 1) and not view.headline(first)


def _generic(view: View, first: int) -> bool:
    """Whether a noun only tells what another is of (« chef de cabinet », « place de la Mairie »)."""
    if view.within("complements.acting", first) and not _acts(view, first):
        return True
    return view.street(first) or (view.folded(first - 1) in _BARE_OF and not view.shouted(first))


def _acts(view: View, at: int) -> bool:
    return view.words.analysis.tokens[at].relation in _ACTS


def _building(view: View, first: int) -> bool:
    """Whether a noun is where somebody stands (« devant la mairie de Djibo »)."""
    if not view.within("buildings.heads", first) or view.capital(first):
        return False
    return any(view.within("buildings.after", at) for at in range(max(first - 3, 0), first))


def _stop(view: View, first: int, at: int, head: Head, *, capital: bool) -> int | None:
    """Where the name stops, None where the head noun is no name here."""
    if head.manner == "people":
        return _people(view, at)
    if head.manner == "any":
        named = name(view, at, view.stops[first]) if view.within("lead_kept.nouns", first) and at < len(view) else None
        return complements(view, first, named or at, free=capital)
    if capital and head.manner == "capital":
        return complements(view, first, at, free=True)
    whole = complements(view, first, at, free=True) if capital else at
    return whole if whole > at else _named(view, first, at, head)


def _named(view: View, first: int, at: int, head: Head) -> int | None:
    """Where a name in small letters stops: it needs a demonym, an official word, a formula or a capital."""
    stop = at
    while stop < len(view) and (view.people_of(stop) or view.within("complements.official", stop)):
        stop += 1
    if head.manner == "capital":
        small = view.within("complements.small", first) and view.within("complements.official", at)
        small = small or (stop > at and view.within("complements.small_people", first))
        return complements(view, first, at, free=False) if small and view.definite(first) else None
    formula = view.table.formulas.at(view.parts, stop, view.stops[first]) if stop < len(view) else None
    if formula:
        stop = adjectives(view, formula[0])
    return _place(view, first, stop) or (stop if stop > at else None)


def _people(view: View, at: int) -> int | None:
    """Where demonyms stop."""
    stop = at
    while view.people_of(stop):
        stop += 1
    return stop if stop > at and not view.within("articles.of", stop) else None


def _place(view: View, first: int, at: int) -> int | None:
    """Where « de Mirriah » or « Cheikh Anta Diop » stops."""
    limit = view.stops[first]
    if at < limit and view.within("articles.of", at):
        at += 1 + view.within("articles.bare", at + 1)
        if view.within("complements.states", first):
            found = view.gazetteer.longest(view.words.forms, at) if at < limit and view.proper(at) else None
            return min(found.end, limit) if found else None
        return name(view, at, limit) if at < limit else None
    return name(view, at, limit) if at < limit and view.within("lead_kept.nouns", first) else None


def _common(view: View, first: int) -> bool:
    """Whether a first word has its capital from the sentence alone: no article stands before it."""
    return not view.definite(first) and not any(view.capital(at) for at in range(first + 1, first + 4))


def _weight(head: Head, *, capital: bool) -> float:
    return _GOOD if head.manner == "capital" and not capital else _FULL
