"""Firms and associations that nothing names as such: by what they do and have (« Volkara investira »)."""

from collections.abc import Iterator

from sourcier.reading.names.candidate import Candidate
from sourcier.reading.organisations.view import View

_DOES, _HAS = 0.7, 0.75
_LEAST = 4  # letters
_SUBJECT = frozenset(("nsubj", "obl:agent"))


def firms(view: View) -> Iterator[Candidate]:
    """Yield the unknown names of one word that do or have what firms do; names of people and places are none."""
    joined = {view.folded(at) for at in view.capitals if _beside(view, at)}
    for at in view.capitals:
        if _alone(view, at) and view.folded(at) not in joined:
            if _has(view, at):
                yield Candidate(at, at + 1, "organisation", _HAS, "firm", (at - 2, at - 1) if at > 1 else None)
            elif _does(view, at):
                yield Candidate(at, at + 1, "organisation", _DOES, "firm")


def _has(view: View, at: int) -> bool:
    """Whether « chez » or a noun with « de » stands before a name."""
    if view.within("firms.at", at - 1):
        return True
    return view.within("articles.of", at - 1) and view.within("firms.had", at - 2)


def _does(view: View, at: int) -> bool:
    token = view.words.analysis.tokens[at]
    if token.relation in _SUBJECT and view.words.lemma(token.head) in view.table.lemmas["firms"]:
        return True
    relative = at + 1 < len(view) and view.words.forms[at + 1] == "," and view.within("articles.who", at + 2)
    return relative and any(view.words.lemma(near) in view.table.lemmas["firms"] for near in range(at + 3, at + 6))


def _alone(view: View, at: int) -> bool:
    """Whether a word is a name by itself that no list knows as a person's or a place's."""
    form = view.words.forms[at]
    if len(form) < _LEAST or not form.isalpha() or view.shouted(at) or not view.words.free(at, at + 1):
        return False
    if _beside(view, at):
        return False
    if view.words.known(at) or view.folded(at) in view.table.given or view.people_of(at) or view.headline(at):
        return False
    return not view.gazetteer.named(form)


def _beside(view: View, at: int) -> bool:
    """Whether a word stands by another with a capital of its own, as a surname does."""
    return any(view.capital(near) and not view.opens(near) for near in (at - 1, at + 1))
