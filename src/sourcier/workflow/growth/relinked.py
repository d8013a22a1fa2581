"""Which links between articles differ in two states of the index."""

import numpy as np

from sourcier.lineage import kernels
from sourcier.lineage.arrays import I32, I64, U64, Holders, Mask
from sourcier.lineage.links import holders
from sourcier.lineage.settings import Settings
from sourcier.lineage.surest import surest_links
from sourcier.store.index.reader import Reader
from sourcier.workflow.growth.view import View

_State = tuple[Reader, View]


def relinked(before: _State, after: _State, grams: U64, changed: I64, settings: Settings) -> tuple[I64, I64]:
    """Return the links that were lost and those that are new (article, earlier one, word of each).

    Of standing text that more articles hold than are listed, and of the articles that `changed` themselves, no links
    are given. `grams` are all that the two views were asked about, sorted.
    """
    numbers, ranks = _ranked(before, after)
    old, new = (_holders(seen, rank, grams, settings) for (_, seen), rank in zip((before, after), ranks, strict=True))
    wanted = ~np.isin(numbers, changed)
    lost, gained = kernels.relinked(old, new, wanted)
    was, now = (_surest(seen, rank, wanted, settings) for (_, seen), rank in zip((before, after), ranks, strict=True))
    gone, come = _without(was, now), _without(now, was)
    return (
        _named(numbers, np.concatenate((_without(lost, come), _without(gone, gained)))),
        _named(numbers, np.concatenate((_without(gained, gone), _without(come, lost)))),
    )


def _holders(seen: View, rank: I32, grams: U64, settings: Settings) -> Holders:
    """The holders of all phrases asked about, also of those that nobody shares; texts by their rank in both states."""
    asked = ~(np.repeat(seen.phrases.crowded, np.diff(seen.phrases.bounds)) & seen.judged.standing)
    phrases, judged = seen.phrases.take(asked), seen.judged.take(asked)
    sizes = np.zeros(len(grams), np.int64)
    sizes[np.searchsorted(grams, seen.grams)] = np.diff(phrases.bounds)
    found = holders(phrases, judged, settings)
    bounds = np.append(0, np.cumsum(sizes)).astype(np.int64)
    return found._replace(bounds=bounds, texts=rank[found.texts])


def _surest(seen: View, rank: I32, wanted: Mask, settings: Settings) -> I32:
    found = holders(seen.phrases, seen.judged, settings)
    links = surest_links(seen.phrases, seen.judged, found, wanted[rank], seen.until).copy()
    links[:, :2] = rank[links[:, :2]]
    return links


def _without(links: I32, others: I32) -> I32:
    """The links that are not among the others; neither has one twice."""
    if not len(links) or not len(others):
        return links
    near = np.flatnonzero(np.isin(_ends(links), _ends(others)))
    both = np.concatenate((links[near], others))
    _, at, held = np.unique(both, axis=0, return_inverse=True, return_counts=True)
    kept = np.ones(len(links), np.bool_)
    kept[near[held[at.reshape(-1)[: len(near)]] > 1]] = False
    return links[kept]


def _ends(links: I32) -> I64:
    ends: I64 = links[:, 0].astype(np.int64) << 32 | links[:, 1]
    return ends


def _ranked(before: _State, after: _State) -> tuple[I64, tuple[I32, I32]]:
    """The articles of both states in their order, one whose date changed twice; where those of each state stand."""
    found = [reader.documents(seen.numbers) for reader, seen in (before, after)]
    numbers, tie, when = (np.concatenate([each[column] for each in found]) for column in (0, 3, 1))
    order = np.lexsort((numbers, tie, when))
    other = np.zeros(len(order), np.bool_)
    other[1:] = numbers[order][1:] != numbers[order][:-1]
    rank = np.empty(len(order), np.int32)
    rank[order] = np.cumsum(other)
    opens = np.append(True, other[1:]) if len(order) else other
    middle = len(found[0].numbers)
    return numbers[order][opens], (rank[:middle], rank[middle:])


def _named(numbers: I64, links: I32) -> I64:
    return np.column_stack((numbers[links[:, 0]], numbers[links[:, 1]], links[:, 2:].astype(np.int64)))
