"""One article as a page shows it, with what it shares and all that is said above it."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from sourcier.core.around import Around
from sourcier.core.article import Article
from sourcier.core.card import Card
from sourcier.core.correction import Correction
from sourcier.core.denial import Denial
from sourcier.core.family import AbsentOrigin, Edge, Searched, Shares
from sourcier.core.overview import Overview
from sourcier.core.passage import Passage, turned
from sourcier.export.ties import Held, Ties
from sourcier.workflow import denied, elsewhere


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article with what was found of it, less what a person denied.

    In `passages` and `edges` it is the derived text, in `later_passages` and `later_edges` the source; edges stand by
    share, the largest first. `family` is the id of its family. `shares` is None where there is no other text.
    `absent` is the text that nobody has and that it comes from. `cards` holds it and every article named, by id.
    `overview` is that of its family. `corrections` and `denials` are those of this article, in order of time, those
    taken back with them. `cut` tells that there are more passages or ties than are here. `also` are texts whose
    passages it holds as the derived text without a tie to them.
    """

    article: Article
    card: Card
    passages: tuple[Passage, ...]
    later_passages: tuple[Passage, ...]
    edges: tuple[Edge, ...]
    later_edges: tuple[Edge, ...]
    family: str | None
    shares: Shares | None
    searched: Searched
    ties: Ties
    absent: AbsentOrigin | None
    cards: Mapping[str, Card]
    overview: Overview | None
    corrections: tuple[Correction, ...]
    denials: tuple[Denial, ...]
    cut: bool = False
    also: tuple[Held, ...] = ()


def named(around: Around) -> list[str]:
    """Return the ids of the article and of all that hang together with it."""
    passages, edges = (*around.passages, *around.later_passages), (*around.edges, *around.later_edges)
    ids = {id_ for each in passages for id_ in (each.derived, each.source)}
    ids |= {id_ for each in edges for id_ in (each.derived, each.source)}
    ids |= {id_ for chain in around.chains.values() for id_ in chain}
    return sorted(ids | {around.article.id})


def sheet(
    around: Around,
    cards: Mapping[str, Card],
    overview: Overview | None,
    corrections: Iterable[Correction],
    denials: Iterable[Denial],
) -> Sheet:
    """Return what is known of one article; `cards` are those of `named`."""
    denials = tuple(denials)
    pairs = denied.pairs(denials)
    passages = denied.passages(around.passages, pairs)
    later_passages = denied.passages(around.later_passages, pairs)
    edges = _by_share(edge for edge in around.edges if not denied.holds(edge, pairs))
    later_edges = _by_share(edge for edge in around.later_edges if not denied.holds(edge, pairs))
    aside = denied.turned_aside(passages, around.edges, pairs)
    tied = {edge.derived for edge in later_edges} | {edge.source for edge in edges}
    later = elsewhere.later(around.article, passages, (*later_passages, *aside), tied)
    return Sheet(
        article=around.article,
        card=around.card,
        passages=passages,
        later_passages=later_passages,
        edges=edges,
        later_edges=later_edges,
        family=around.family,
        shares=_shares(around, cards),
        searched=around.searched,
        ties=Ties(edges, later, _unmatched(around), around.searched, _chains(around, edges)),
        absent=overview.absent if overview and around.from_absent else None,
        cards=cards,
        overview=overview,
        corrections=tuple(corrections),
        denials=denials,
        cut=around.cut,
        also=_also(around, passages, {*tied, *(held.id for held in later)}),
    )


def _also(around: Around, found: Iterable[Passage], tied: Set[str]) -> tuple[Held, ...]:
    lost = [turned(each) for each in found if each.source not in tied and each.kind == "reuse"]
    return elsewhere.later(around.article, around.passages, lost, ()) if lost else ()


def _chains(around: Around, edges: Iterable[Edge]) -> Mapping[str, Sequence[str]]:
    """Return those above known sources that nobody denied."""
    known = {edge.source for edge in edges if edge.direction == "source_first"}
    return {id_: chain for id_, chain in around.chains.items() if id_ in known}


def _by_share(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    return tuple(sorted(edges, key=lambda edge: (-edge.shared, edge.source, edge.derived)))


def _shares(around: Around, cards: Mapping[str, Card]) -> Shares | None:
    if around.shares or not around.searched.articles:
        return around.shares
    earlier = [each for each in around.later_passages if not elsewhere.follows(cards[each.derived], around.card)]
    return elsewhere.shares(around.article, around.passages, earlier)


def _unmatched(around: Around) -> float:
    if around.shares and not any(each.kind == "reuse" for each in around.later_passages):
        return around.shares.unmatched
    return elsewhere.unmatched(around.article, around.passages, around.later_passages)
