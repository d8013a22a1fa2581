"""Whether a place acts as a state by what leads to it: « selon Paris », « contre Kigali », « entre Paris et Alger »."""

from typing import NamedTuple

from sourcier.reading.organisations.view import View

Weighed = tuple[float, tuple[int, int] | None]
NOTHING: Weighed = (0.0, None)
SURE, GOOD, WEAK = 0.92, 0.85, 0.6
_BACK = 4  # tokens before a preposition among which its noun stands
_SOURCE = 3  # tokens of the longest preposition of a source


class _Relation(NamedTuple):
    """A preposition, and the nouns before it or the verbs over it that make what follows an actor."""

    prepositions: str
    nouns: str | None
    verbs: str | None
    weight: float


_RELATIONS = (
    _Relation("articles.by", None, "saying", GOOD),
    _Relation("articles.against", "metonymy.against", None, GOOD),
    _Relation("articles.with", "metonymy.partner", "with", GOOD),
    _Relation("articles.between", "metonymy.between", None, GOOD),
    _Relation("articles.at", None, "to", WEAK),
)


def led_to(view: View, first: int) -> bool:
    """Tell whether a preposition stands before a name, an article between or not."""
    return view.words.upos(_before(view, first)) == "ADP"


def related(view: View, first: int, *, state: bool) -> Weighed:
    """Return how sure a preposition makes it that what follows acts, and the words that show it."""
    at = _before(view, first)
    if _source(view, at):
        return (WEAK if state else SURE, (at, first))
    if view.within("articles.of", at):
        return (WEAK if state else GOOD, (at - 1, at)) if view.within("metonymy.had", at - 1) else NOTHING
    verb = view.words.analysis.tokens[first].head
    for relation in _RELATIONS:
        if view.within(relation.prepositions, at):
            if relation.nouns and any(view.within(relation.nouns, each) for each in range(max(at - _BACK, 0), at)):
                return relation.weight, (at, at + 1)
            if relation.verbs and view.words.lemma(verb) in view.table.lemmas[relation.verbs]:
                return relation.weight, (verb, verb + 1)
    return NOTHING


def _before(view: View, first: int) -> int:
    """The token before a name and its article."""
    return first - 1 - view.within("articles.bare", first - 1)


def _source(view: View, at: int) -> bool:
    """Whether a preposition of sources ends with token `at` (« selon », « aux yeux de »)."""
    for start in range(max(at - _SOURCE, 0), at + 1):
        found = view.table.sources.at(view.parts, start, at + 1)
        if found and found[0] == at + 1:
            return True
    return False
