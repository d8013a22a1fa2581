"""A place as it stands in a text, with what its words say of which one it is."""

from dataclasses import dataclass

from sourcier.core.place import Place, PlaceKind
from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.gazetteer.spelling import key
from sourcier.reading.names.candidate import Candidate
from sourcier.reading.names.words import Words
from sourcier.reading.places.after import after
from sourcier.reading.places.before import before, preposition
from sourcier.reading.places.nouns import after_noun
from sourcier.reading.places.parted import whole_of
from sourcier.reading.places.parts import around, part
from sourcier.reading.places.rules import Rules

_BY_NOUN = frozenset({"noun", "border", "part"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """A mention of a place: its bare `name` is without the noun in its span, `kind` as a noun tells it.

    `within` are the lands it is said to be in; by what is before it, it `stands` as a town (1), as a land (-1), as one
    that something is in (-2), or as neither (0).
    """

    mention: Candidate
    name: str
    kind: PlaceKind | None
    places: tuple[Place, ...]
    within: tuple[Place, ...]
    stands: int

    @property
    def surface(self) -> str:
        """What is the same for mentions of one name and kind."""
        return f"{self.kind if self.mention.rule in _BY_NOUN else ''} {key(self.name)}"


def spoken(words: Words, rules: Rules, gazetteer: Gazetteer, mention: Candidate) -> Spoken:
    """Return what the words of a mention say."""
    whole = words.written(mention.first, mention.stop)
    if mention.rule == "border":
        return Spoken(mention, whole, "border", (), (), 0)
    if mention.rule == "part":
        return Spoken(mention, whole, "area", (), _whole(words, rules, gazetteer, mention), 0)
    within = after(words, rules, gazetteer, mention.stop).within
    noun = rules.nouns.get(words.at(mention.first))
    listed = gazetteer.named(whole) or whole_of(whole, rules, gazetteer)
    first = after_noun(words, rules, mention.first)[0] if noun else mention.stop
    if noun and first < mention.stop:
        name = words.written(first, mention.stop)
        places = (*listed, *gazetteer.named(name))
        told = not listed or any(place.kind == noun.kind for place in places)
        return Spoken(mention, whole if listed else name, noun.kind if told else None, places, within, 0)
    kind = _told_kind(words, rules, mention, listed=bool(listed))
    within = () if listed and (listed[0].kind == "country" or listed[0].country is None) else within
    return Spoken(mention, whole, kind, listed, within, _stands(words, rules, mention.first))


def _whole(words: Words, rules: Rules, gazetteer: Gazetteer, mention: Candidate) -> tuple[Place, ...]:
    """The country that something is a part of."""
    at = mention.first
    of = (
        part(words, rules, gazetteer, at)
        or part(words, rules, gazetteer, at + 1)
        or around(words, rules, gazetteer, at)
    )
    land = gazetteer.country(of.country) if of else None
    return (land,) if land else ()


def _told_kind(words: Words, rules: Rules, mention: Candidate, *, listed: bool) -> PlaceKind | None:
    """What a noun before it (« village de X ») or after it (« X, village du Y ») says that it is."""
    if mention.cue and mention.rule == "told":
        told = rules.nouns[words.at(mention.cue[0])].kind
        return None if told == "site" and listed else told
    found = before(words, rules, mention.first)
    if found.link in rules.of and found.head in rules.water:
        return "water"
    if mention.rule == "apposition" and not listed:
        nouns = (rules.nouns.get(words.at(at)) for at in range(mention.stop + 1, mention.stop + 5))
        return next((noun.kind for noun in nouns if noun), None)
    return None


def _stands(words: Words, rules: Rules, first: int) -> int:
    found = before(words, rules, first)
    firm = preposition(words, rules, found)
    if not found.article and firm in rules.of_town:
        return 1
    if firm in rules.of_land:
        return -2
    return -1 if words.at(first - 1) in rules.of_land else 0
