"""Short forms of bodies that a text has named in full: « la Mission », « l'armée »."""

from collections.abc import Iterable, Iterator

from sourcier.reading.names.candidate import Candidate
from sourcier.reading.organisations.view import View

_CAPITAL, _SMALL = 0.85, 0.7


def shorts(view: View, named: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the short forms of names; the fuller one may stand before or after."""
    nouns = {view.folded(each.first) for each in named if each.stop > each.first + 1}
    begun = {each.first for each in named}
    for at, word in enumerate(view.folds):
        if word not in nouns or at in begun or not view.definite(at):
            continue
        whole = view.words.upos(at + 1) == "ADJ" or view.within("articles.of", at + 1)  # another name
        if view.capital(at) and word in view.table.words["short.capital"] and not (whole or view.headline(at)):
            yield Candidate(at, at + 1, "organisation", _CAPITAL, "short")
        elif word in view.table.words["short.small"]:
            yield Candidate(at, at + 1, "organisation", _SMALL, "short")
