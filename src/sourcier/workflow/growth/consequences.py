"""Of which articles more is to be said because pairs differ from those that were found before."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from sourcier.core.moment import Moment
from sourcier.store.ledger import Ledger
from sourcier.store.numbered import Known
from sourcier.store.pairs import Pair

_Ends = tuple[int, int]


class Consequences(NamedTuple):
    """Articles of which all is to be said anew, and others of which only what they share without any reuse."""

    told: frozenset[int]
    aside: frozenset[int]


def consequences(ledger: Ledger, words: Mapping[int, int], pairs: Collection[Pair]) -> Consequences:
    """Compare what was found with what the ledger still holds, before it is saved.

    `words` are the articles matched, with their words outside standing text; `pairs` those in which one is the later.
    What is said of an article depends on reuse alone, but for the passages of other kinds that it has itself.
    """
    held, sizes = ledger.pairs_with(words), ledger.words_of(words)
    was = {pair[:2]: pair for pair in held if pair[0] in words}
    now = {pair[:2]: pair for pair in pairs}
    changed = {ends for ends in was.keys() | now.keys() if was.get(ends) != now.get(ends)}
    reused = {pair[:2] for pair in (*held, *pairs) if pair[2]}
    reusing = {end for ends in changed & reused for end in ends}
    grown = {number for number, count in words.items() if sizes.get(number, count) != count}
    told = {end for ends in reused if not (reusing | grown).isdisjoint(ends) for end in ends}
    new = words.keys() - sizes.keys()
    aside = set(_holders(ledger, changed - reused))
    return Consequences(frozenset(told | new), frozenset(aside - told - new))


def _holders(ledger: Ledger, pairs: Collection[_Ends]) -> Iterator[int]:
    """The articles that have the passages of pairs without reuse: the later ones, or either where that is unknown."""
    moments = dict(_moments(ledger.known({end for ends in pairs for end in ends})))
    for later, earlier in pairs:
        yield later
        one, other = moments.get(earlier), moments.get(later)
        if not (one and other and one.before(other)):
            yield earlier


def _moments(known: Iterable[Known]) -> Iterator[tuple[int, Moment | None]]:
    for each in known:
        yield each.number, Moment(each.published) if each.published else None
