"""Persons, organisations and places over all articles of a ledger, brought up to date: what changed is resolved."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from sourcier.core.article import Article
from sourcier.core.entity import Entity, Reference, Sighting
from sourcier.core.facts import Facts
from sourcier.core.progress import Progress
from sourcier.reading.entities.references import reference
from sourcier.reading.entities.resolution import changed
from sourcier.store.ledger import Ledger
from sourcier.store.sightings import Kept, Keys, Sighted
from sourcier.workflow import fact_finding
from sourcier.workflow.alone import PATIENCE, alone
from sourcier.workflow.counted_names import counted
from sourcier.workflow.fact_finding import maker
from sourcier.workflow.sightings import keys, sighted
from sourcier.workflow.stages import resolving

_LOADED = 100  # articles looked through for sightings at once
_AT_ONCE = 5_000  # sightings resolved at once, with all that they touch
_TIMES = 20  # rounds in which nothing becomes less before what is left is taken as it is


def bring_up_to_date(ledger: Ledger, progress: Progress | None = None, patience: float = PATIENCE) -> None:
    """Read what is unread, and resolve anew what that, removals and decisions touch; nothing where nothing changed.

    Whatever stops it, what was done stays. Raises LedgerBusy where another program writes for longer than `patience`
    seconds, LedgerError where the ledger cannot be written.
    """
    if not is_behind(ledger):
        return
    with alone(ledger.path, progress, patience):
        catch_up(ledger, progress)


def is_behind(ledger: Ledger) -> bool:
    """Tell whether anything is to be read or resolved."""
    waiting = ledger.unresolved_count() or ledger.recounting() or ledger.unsighted()
    return bool(waiting or ledger.unread_count(maker(ledger))) or _is_outdated(ledger)


def catch_up(ledger: Ledger, progress: Progress | None = None) -> None:
    """Do what `bring_up_to_date` does; the caller is alone."""
    fact_finding.catch_up(ledger, progress)
    if _is_outdated(ledger):
        ledger.forget_entities(resolving().version)
    _see(ledger)
    _resolve(ledger, progress)


def _is_outdated(ledger: Ledger) -> bool:
    """Tell whether entities were found by another version; none were found where there are no articles."""
    return ledger.entities_version() != resolving().version and len(ledger) > 0


def _see(ledger: Ledger) -> None:
    waiting = iter(ledger.unsighted())
    while part := list(islice(waiting, _LOADED)):
        facts = dict(ledger.facts_of(part))
        ledger.save_sighted([_seen(number, article, facts.get(number)) for number, article in ledger.numbered(part)])


def _seen(number: int, article: Article, facts: Facts | None) -> tuple[int, Sighted, list[Keys]]:
    found = sighted(article, facts)
    return number, found, [keys(each) for each in found.sightings]


def _resolve(ledger: Ledger, progress: Progress | None) -> None:
    ledger.recount()
    total = least = ledger.unresolved_count()
    rounds = 0
    while total and (fresh := ledger.unresolved(_AT_ONCE)) and rounds < _TIMES:
        if progress:
            progress("entities", max(0, total - ledger.unresolved_count()), total)
        met = _Met(ledger, fresh)
        found = changed(met.sightings(), met.sharing, counted(ledger), ledger.decisions(_named), met.known)
        ledger.save_entities([each.number for each in fresh], [(each, met.numbers(each)) for each in found])
        left = ledger.unresolved_count()
        rounds, least = (rounds + 1, least) if left >= least else (0, left)


class _Met:
    """The sightings that a resolution has met, by the numbers that the ledger knows them by."""

    def __init__(self, ledger: Ledger, fresh: Iterable[Kept]) -> None:
        self._ledger = ledger
        self.known: dict[Reference, str] = {}
        self._numbers: defaultdict[Reference, set[int]] = defaultdict(set)
        self._fresh = list(self._noted(fresh))

    def sightings(self) -> list[Sighting]:
        """Return those that are to be resolved."""
        return self._fresh

    def sharing(self, blocks: Collection[str]) -> list[Sighting]:
        """Return the ledger's sightings under any of these blocks."""
        return list(self._noted(self._ledger.sightings_under(blocks)))

    def numbers(self, entity: Entity) -> list[int]:
        """Return the numbers of an entity's sightings."""
        return sorted({number for one in entity.sightings for number in self._numbers[reference(one)]})

    def _noted(self, found: Iterable[Kept]) -> Iterator[Sighting]:
        for each in found:
            of = reference(each.sighting)
            self._numbers[of].add(each.number)
            if each.entity:
                self.known[of] = each.entity
            yield each.sighting


def _named(kept: Kept) -> Reference:
    return reference(kept.sighting)
