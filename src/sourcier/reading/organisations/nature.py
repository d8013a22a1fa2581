"""What kind of body a name names and which country it is of, by the table of known ones, by its words, by its rule."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sourcier.core.organisation import OrganisationKind
from sourcier.core.place import Place
from sourcier.reading.names.candidate import Candidate
from sourcier.reading.organisations.known import ANY, Body, of_country
from sourcier.reading.organisations.lands import is_short, spoken_of
from sourcier.reading.organisations.runs import kind_of
from sourcier.reading.organisations.seats import seat
from sourcier.reading.organisations.table import Head
from sourcier.reading.organisations.view import View

_LARGE = 200_000  # inhabitants
_OF_RULE: dict[str, OrganisationKind] = {"firm": "company", "title": "media"}
_OF_CLUB: OrganisationKind = "other"


@dataclass(frozen=True, slots=True)
class Nature:
    """What a mention alone tells: its kind (None: nothing), country, and the known body that it names, if any."""

    kind: OrganisationKind | None
    country: str | None
    body: Body | None = None


def nature(view: View, mention: Candidate, country: str | None) -> Nature:
    """Return what a mention tells in a text of a country."""
    first, stop = mention.first, mention.stop
    if mention.rule == "metonymy":
        found = seat(view, first)
        return Nature("government", found.country if found else None)
    known = view.known.at(view.parts, first, stop)
    abroad = known and is_short(view, first) and known[0] == first + 1 and not spoken_of(view, known[1], country)
    if known and not abroad and (known[0] == stop or mention.rule == "known"):
        body = of_country(known[1], country)
        branch = _within(view, range(known[0], stop), country)
        return Nature(body.kind, branch or (country if body.country == ANY else body.country), body)
    head = view.table.heads.at(view.parts, first, stop)
    kind = _kind(view, mention, head)
    if kind == "international":
        return Nature(kind, None)
    where = _within(view, range(first if head is None else head[0], stop), country)
    if where is None and f"{kind}" in view.table.words["kinds.national"]:
        where = country
    return Nature(kind, where)


def _kind(view: View, mention: Candidate, head: tuple[int, Head] | None) -> OrganisationKind | None:
    if head:
        return _hinted(view, head[1], range(head[0], mention.stop))
    if mention.rule in _OF_RULE:
        return _OF_RULE[mention.rule]
    return _led(view, mention) or _run(view, range(mention.first, mention.stop))


def _hinted(view: View, head: Head, words: Iterable[int]) -> OrganisationKind:
    """The kind that words of the name tell, where the head noun leaves it open."""
    kinds = view.table.open_heads.get(head.noun)
    if kinds:
        forms = {view.folded(at) for at in words}
        for kind, hints in view.table.hints:
            if (kind in kinds or kind == head.kind) and forms & hints:
                return kind
    return head.kind


def _led(view: View, mention: Candidate) -> OrganisationKind | None:
    if mention.cue is None or mention.rule not in {"lead", "apposition"}:
        return None
    table = view.table.leads if mention.rule == "lead" else view.table.apposed
    found = table.at(view.parts, *mention.cue)
    return found[1] if found else None


def _run(view: View, words: range) -> OrganisationKind | None:
    kind = kind_of(view, words.start, words.stop)
    return _OF_CLUB if kind == "club" else kind


def _within(view: View, words: range, country: str | None) -> str | None:
    """The one country that a demonym or a place within a name tells; of a small place, only the text's own."""
    for at in reversed(words):
        told = view.demonyms.countries(view.words.spelt[at])
        if len(told) == 1:
            return told[0][0]
        if view.capital(at):
            found = view.gazetteer.longest(view.words.forms, at)
            if found and found.end <= words.stop:
                return _told(found.places, country)
    return None


def _told(places: Sequence[Place], country: str | None) -> str | None:
    if any(place.country == country for place in places):
        return country
    large = places[0].kind == "country" or (places[0].population or 0) >= _LARGE
    return places[0].country if large else None
