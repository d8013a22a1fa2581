"""Whether a place acts as a state where it stands: by the verb that it is the subject or the object of."""

from sourcier.reading.organisations.relations import GOOD, NOTHING, SURE, Weighed, led_to, related
from sourcier.reading.organisations.seats import Seat
from sourcier.reading.organisations.view import View
from sourcier.text.analysis import Token

_SUBJECT = frozenset(("nsubj", "nsubj:pass", "nsubj:caus"))
_OBJECT = frozenset(("obj", "iobj", "obl:arg"))
_SMALL = frozenset(("AUX", "ADV", "PRON"))
_WINDOW = 6  # tokens after a modal verb, or after « qui », among which the verb stands
_DATELINE = frozenset("(–—-:/")


def acts(view: View, first: int, seat: Seat) -> Weighed:
    """Return how sure it is that a place stands for its government, 0 where it does not, and what shows it."""
    if seat.stop < len(view) and view.words.forms[seat.stop] in _DATELINE:
        return NOTHING
    if view.within("articles.also", seat.stop):
        return GOOD, None
    tokens = view.words.analysis.tokens
    head = next((at for at in range(first, seat.stop) if not first <= tokens[at].head < seat.stop), first)
    return _acts(view, head, first, seat)


def _acts(view: View, head: int, first: int, seat: Seat) -> Weighed:
    token = view.words.analysis.tokens[head]
    if led_to(view, first):
        return related(view, first, state=seat.state)
    if token.relation == "conj":
        found = _coordinated(view, token.head, first, seat)
        return found if found[0] else _beside(view, first, seat)
    if token.relation in _SUBJECT:
        return _subject(view, token, seat)
    if token.relation in _OBJECT and _lemma(view, token.head, "addressed"):
        return GOOD, (token.head, token.head + 1)
    return _beside(view, first, seat)


def _lemma(view: View, at: int, name: str) -> bool:
    return view.words.lemma(at) in view.table.lemmas[name]


def _subject(view: View, token: Token, seat: Seat) -> Weighed:
    verb = _verb(view, token.head)
    cue = (verb, verb + 1)
    if token.relation == "nsubj:pass":
        return (GOOD, cue) if _lemma(view, verb, "addressed") else NOTHING
    if not _lemma(view, verb, "inverted" if verb < seat.stop else "saying"):
        return NOTHING
    if seat.state:
        return NOTHING if _lemma(view, verb, "capital_only") else (SURE, cue)
    leaning = view.within("articles.on", verb + 1)  # « compter sur » is no counting
    return (SURE, cue) if leaning or not _lemma(view, verb, "weak") else NOTHING


def _verb(view: View, at: int) -> int:
    """The verb that says it: below a modal one (« peut compter »)."""
    tokens = view.words.analysis.tokens
    if not _lemma(view, at, "modal"):
        return at
    below = range(at + 1, min(at + _WINDOW, view.stops[at]))
    return next((each for each in below if tokens[each].relation == "xcomp" and tokens[each].head == at), at)


def _coordinated(view: View, other: int, first: int, seat: Seat) -> Weighed:
    """« Paris et Alger ont signé »: what holds of the first holds of the others."""
    if not view.proper(other) or other >= first:
        joint = first - 1 - view.within("articles.bare", first - 1)
        other = joint - 1
        if not view.within("articles.and", joint) or not view.proper(other):
            return NOTHING
    return _acts(view, other, other, seat)


def _beside(view: View, first: int, seat: Seat) -> Weighed:
    """« Kigali, qui rejette tout », « Bamako dément », « accuse Kigali »: by its neighbours, where the tree errs."""
    stop, limit = seat.stop, view.stops[first]
    if stop + 1 < limit and view.words.forms[stop] == "," and view.within("articles.who", stop + 1):
        verb = next((at for at in range(stop + 2, min(stop + 2 + _WINDOW, limit)) if _is_verb(view, at)), limit)
        return (GOOD, (verb, verb + 1)) if verb < limit and _strong(view, verb) else NOTHING
    verb = _verb_after(view, stop, limit)
    if verb < limit and _is_verb(view, verb) and _strong(view, verb):
        return GOOD, (verb, verb + 1)
    before = _is_verb(view, first - 1) and _lemma(view, first - 1, "addressed")
    return (GOOD, (first - 1, first)) if before else NOTHING


def _verb_after(view: View, at: int, limit: int) -> int:
    """The first word after a name that is no helper, small word, or other name beside it (« et Berlin »)."""
    while at < limit:
        joined = at + 1 + view.within("articles.bare", at + 1)
        if view.words.upos(at) in _SMALL:
            at += 1
        elif view.within("articles.and", at) and view.proper(joined):
            at = joined + 1
        elif view.words.forms[at] == "," and view.words.upos(at + 1) == "PRON" and not view.folded(at + 2):
            at += 3  # « Khartoum, lui, pose »
        else:
            break
    return at


def _is_verb(view: View, at: int) -> bool:
    return view.words.upos(at) == "VERB"


def _strong(view: View, verb: int) -> bool:
    """Whether a verb by itself shows a state that acts."""
    return _lemma(view, verb, "saying") and not (_lemma(view, verb, "weak") or _lemma(view, verb, "capital_only"))
