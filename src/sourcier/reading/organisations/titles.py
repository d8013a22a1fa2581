"""Papers whose title is a noun with its article: « Le Quotidien des Collines », « La Voix du fleuve »."""

from collections.abc import Iterator

from sourcier.reading.names.candidate import Candidate
from sourcier.reading.organisations.extent import complements
from sourcier.reading.organisations.view import View

_WITHIN, _OPENING = 0.88, 0.8


def titles(view: View) -> Iterator[Candidate]:
    """Yield the titles of papers: the article and the noun have capitals, and something follows the noun."""
    for at in view.capitals:
        if not view.within("titles.nouns", at) or not view.within("articles.bare", at - 1) or view.headline(at):
            continue
        if view.capital(at - 1) and not view.shouted(at):
            stop = complements(view, at, at + 1, free=False)
            opens = view.opens(at - 1)
            if stop > at + 1 or not opens:
                yield Candidate(at - 1, stop, "organisation", _OPENING if opens else _WITHIN, "title")
