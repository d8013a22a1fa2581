"""Articles that may share a run of words with a text, found in the full-text index alone."""

import math
import sqlite3
from collections.abc import Sequence
from itertools import accumulate

from sourcier.core.article import Article
from sourcier.store import articles
from sourcier.store.frequencies import frequencies
from sourcier.store.query import phrase
from sourcier.store.tokens import tokens
from sourcier.store.windows import alone, windows

RUN = 8
"""Words in a row that are certain to be met in a text of usual length; see `candidates`."""

_WORDS = 20_000  # of the text that are looked at
_PHRASES = 1_000  # that are looked for; a text for which they are too few is asked for longer runs
_COMMON = 20_000  # articles; a word in more of them is taken to cost as much as one in so many
_HITS = 2_000  # articles of one phrase, the newest: more tell nothing
_KEPT = 12  # of those with one phrase, from all times: what shows that many print it
_CHARACTERS = 6  # of a clause in a script without spaces, which is looked for by its beginning
_LEAST = 2_000  # what the rarest phrase costs, in articles looked at
_BUDGET = 2_000_000  # articles looked at for one text: a second or two
_ARTICLES = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?"


def candidates(db: sqlite3.Connection, text: str, limit: int, outlet: str | None = None) -> list[Article]:
    """Return at most `limit` articles that have words in a row in common with `text`, as far as can be told.

    Those with the rarest words in common come first; of the articles with one phrase some are kept from all times,
    and of `outlet`, so that standing text shows. What shares no run of `RUN` words may be missed. In texts of several
    thousand words the run must be longer, and of more than 20,000 the rest is left; runs of everyday words alone may
    be missed in a large ledger; in scripts without spaces, where the index knows whole clauses, a run must begin with
    a clause.
    """
    hits = [found for asked in _phrases(db, text) if (found := _found(db, asked))]
    own = _of_outlet(db, outlet) if outlet else set()
    return articles.some(db, _chosen(hits, own, limit))


def _phrases(db: sqlite3.Connection, text: str) -> list[str]:
    """Return what to look for, as far as a person waits: phrases of everyday words, which cost most, go first."""
    words = tokens(text)[:_WORDS]
    costs = {word: _LEAST + known for word, known in frequencies(db, set(words), _COMMON).items()}
    run = RUN
    while len(chosen := windows(words, costs, run)) > _PHRASES:
        run *= 2
    cost_of: dict[str, int] = {}
    for window in chosen:
        inside = words[window.start : window.end]
        cost_of[_query(inside)] = min(costs[word] for word in inside)
    affordable = accumulate(sorted(cost_of.values()))
    kept = sum(total <= _BUDGET for total in affordable)
    return sorted(cost_of, key=lambda asked: cost_of[asked])[:kept]


def _query(words: Sequence[str]) -> str:
    last = words[-1]
    if not alone(last):
        return phrase(" ".join(words))
    return phrase(" ".join([*words[:-1], last[:_CHARACTERS]]), beginning=True)


def _found(db: sqlite3.Connection, asked: str) -> list[int]:
    """Return the rows of the articles with a phrase, the newest first."""
    return [row[0] for row in db.execute(_ARTICLES, (asked, _HITS))]


def _of_outlet(db: sqlite3.Connection, outlet: str) -> set[int]:
    return {row[0] for row in db.execute("SELECT number FROM articles WHERE outlet = ?", (outlet,))}


def _chosen(hits: Sequence[Sequence[int]], own: set[int], limit: int) -> list[int]:
    """Return the rows to compare: those that share most, then for each phrase, the rarest first, some of all times."""
    weights: dict[int, float] = {}
    for found in hits:
        weight = math.log(2 + _HITS / len(found))
        for number in found:
            weights[number] = weights.get(number, 0.0) + weight
    ranked = sorted(weights, key=lambda number: (-weights[number], -number))
    chosen = dict.fromkeys(ranked[: limit // 2])
    for found in sorted(hits, key=len):
        for group in (found, [number for number in found if number in own]):
            missing = _KEPT - sum(number in chosen for number in group)
            chosen |= dict.fromkeys(_spread([n for n in group if n not in chosen], min(missing, limit - len(chosen))))
    return sorted(chosen)


def _spread(numbers: Sequence[int], count: int) -> list[int]:
    """Return so many of the numbers, the first, the last, and others at equal distances between."""
    if count <= 0:
        return []
    if count >= len(numbers):
        return list(numbers)
    return [numbers[at * (len(numbers) - 1) // max(count - 1, 1)] for at in range(count)]
