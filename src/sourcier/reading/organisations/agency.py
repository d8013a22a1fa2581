"""Whether a place acts as a state where it stands: by the verb that it is the subject of, by prepositions, by nouns."""

from sourcier.reading.organisations.seats import Seat
from sourcier.reading.organisations.view import View
from sourcier.text.analysis import Token

Weighed = tuple[float, tuple[int, int] | None]
_NOTHING: Weighed = (0.0, None)
_SURE, _GOOD, _WEAK = 0.92, 0.85, 0.6
_SUBJECT = frozenset(("nsubj", "nsubj:pass", "nsubj:caus"))
_WINDOW = 6
_DATELINE = frozenset("(–—-:/")


def acts(view: View, first: int, seat: Seat) -> Weighed:
    """Return how sure it is that a place stands for its government, 0 where it does not, and what shows it."""
    head = _head(view, first, seat.stop)
    return _acts(view, head, first, seat)


def _acts(view: View, head: int, first: int, seat: Seat) -> Weighed:
    tokens = view.words.analysis.tokens
    token = tokens[head]
    if view.words.forms[seat.stop : seat.stop + 1] and view.words.forms[seat.stop] in _DATELINE:
        return _NOTHING
    if view.within("articles.also", seat.stop):
        return _GOOD, None
    if token.relation == "conj" and not _preposition(view, first):
        return _coordinated(view, head, first, seat)
    if token.relation in _SUBJECT and not _preposition(view, first):
        return _subject(view, token, seat)
    found = _prepositional(view, first, seat)
    if found[0] or _preposition(view, first):
        return found
    if token.relation in {"obj", "iobj"} and view.within("metonymy.addressed", token.head):
        return _GOOD, None
    if _lemma(view, token.head, "addressed") and token.relation in {"obj", "iobj", "obl:arg"}:
        return _GOOD, (token.head, token.head + 1)
    return _told(view, first, seat)


def _head(view: View, first: int, stop: int) -> int:
    """The token of a name that the others hang on."""
    tokens = view.words.analysis.tokens
    return next((at for at in range(first, stop) if not first <= tokens[at].head < stop), first)


def _lemma(view: View, at: int, name: str) -> bool:
    return view.words.lemma(at) in view.table.lemmas[name]


def _subject(view: View, token: Token, seat: Seat) -> Weighed:
    verb = _verb(view, token.head)
    cue = (verb, verb + 1)
    passive = token.relation == "nsubj:pass"
    if passive:
        return (_GOOD, cue) if _lemma(view, verb, "addressed") else _NOTHING
    if not _lemma(view, verb, "inverted" if verb < seat.stop else "saying"):
        return _NOTHING
    if seat.state:
        return _NOTHING if _lemma(view, verb, "capital_only") else (_SURE, cue)
    return (_WEAK if _lemma(view, verb, "weak") else _SURE, cue)


def _verb(view: View, at: int) -> int:
    """The verb that says it: below a modal one (« peut compter »)."""
    tokens = view.words.analysis.tokens
    if not _lemma(view, at, "modal"):
        return at
    below = range(at + 1, min(at + _WINDOW, view.stops[at]))
    return next((each for each in below if tokens[each].relation == "xcomp" and tokens[each].head == at), at)


def _coordinated(view: View, head: int, first: int, seat: Seat) -> Weighed:
    """« Paris et Alger ont signé »: what holds of the first holds of the others."""
    other = view.words.analysis.tokens[head].head
    if not view.capital(other) or other >= first:
        return _NOTHING
    start = other
    while start and (view.within("articles.bare", start - 1)):
        start -= 1
    return _acts(view, other, other, seat)


def _preposition(view: View, first: int) -> bool:
    at = first - 1 - view.within("articles.bare", first - 1)
    return view.words.upos(at) == "ADP"


def _prepositional(view: View, first: int, seat: Seat) -> Weighed:
    """« selon Paris », « par Alger », « contre Kigali », « la décision de Niamey », « entre Paris et Alger »."""
    at = first - 1 - view.within("articles.bare", first - 1)
    word = view.folded(at)
    head = view.words.analysis.tokens[first].head
    before = at - 1
    if _source(view, at):
        return (_WEAK if seat.state else _SURE, (at, first))
    if word in view.table.words["articles.by"] and _lemma(view, head, "saying"):
        return _GOOD, (head, head + 1)
    if word in view.table.words["articles.against"] and _noun_before(view, at, "against"):
        return _GOOD, (at, at + 1)
    if word in view.table.words["articles.with"] and (_noun_before(view, at, "partner") or _lemma(view, head, "with")):
        return _GOOD, (at, at + 1)
    if word in view.table.words["articles.between"] and _noun_before(view, at, "between"):
        return _GOOD, (at, at + 1)
    if word in view.table.words["articles.of"] and view.within("metonymy.had", before):
        return (_WEAK if seat.state else _GOOD, (before, before + 1))
    if word in view.table.words["articles.at"] and _lemma(view, head, "to"):
        return _WEAK, (head, head + 1)
    return _NOTHING


def _source(view: View, at: int) -> bool:
    return any(
        view.table.sources.at(view.parts, start, at + 1) is not None
        and view.table.sources.at(view.parts, start, at + 1)[0] == at + 1
        for start in range(max(at - 3, 0), at + 1)
    )


def _noun_before(view: View, at: int, name: str) -> bool:
    """Whether one of the nouns right before a preposition stands in a list, adjectives between."""
    words = view.table.words[f"metonymy.{name}"]
    return any(view.folded(each) in words for each in range(max(at - 4, 0), at))


def _told(view: View, first: int, seat: Seat) -> Weighed:
    """« Kigali, qui rejette tout », « dément Kigali »: by what stands beside it, where the tree does not say."""
    stop = seat.stop
    limit = view.stops[first]
    if stop + 1 < limit and view.words.forms[stop] == "," and view.within("articles.who", stop + 1):
        for at in range(stop + 2, min(stop + 2 + _WINDOW, limit)):
            if view.words.upos(at) == "VERB":
                acting = _lemma(view, at, "saying") and not (seat.state and _lemma(view, at, "capital_only"))
                return (_GOOD, (at, at + 1)) if acting and not _lemma(view, at, "weak") else _NOTHING
    if view.words.upos(first - 1) == "VERB" and first - 1 >= 0 and _lemma(view, first - 1, "addressed"):
        return _GOOD, (first - 1, first)
    return _NOTHING
