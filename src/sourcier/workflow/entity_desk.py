"""Entities as the pages use them: a few queries each, and no more read anew than a person waits for."""

from collections.abc import Sequence
from contextlib import suppress

from sourcier.core.entity import DecisionKind, EntityKind
from sourcier.core.errors import LedgerError
from sourcier.core.named_entity import Explained, Profile
from sourcier.core.page import Page
from sourcier.store import ledger as store
from sourcier.workflow.alone import AT_ONCE

_READ = 10  # articles: about a second
_RESOLVED = 2_000  # sightings


class EntityDesk:
    """What a page asks of the entities of the ledger `_store`; ids are given whole."""

    _store: store.Ledger

    def entities(self, name: str, kind: EntityKind | None, limit: int, offset: int) -> Page[Profile]:
        """Return a part of the entities with this in one of their names, accents and case apart, most named first."""
        return self._store.entities(name, kind, limit, offset)

    def entity(self, key: str) -> Explained:
        """Return an entity with what it is made of; raises UnknownEntity."""
        return self._store.entity(key)

    def entity_at(self, article: str, kind: EntityKind, index: int) -> str | None:
        """Return the entity of a name of an article, by its number among those of its kind; None where it has none."""
        return self._store.entities_of(self._store.number_of(article)).get((kind, index))

    def entities_behind(self) -> int:
        """Find what little is not known yet, and return how many articles are still to be read or looked through."""
        from sourcier.workflow.entity_finding import bring_up_to_date, is_behind  # noqa: PLC0415 - brings in the readers
        from sourcier.workflow.fact_finding import maker  # noqa: PLC0415 - as above

        if not is_behind(self._store):
            return 0
        unread = self._store.unread_count(maker(self._store))
        if unread <= _READ and self._store.unresolved_count() <= _RESOLVED and len(self._store.unsighted()) <= _READ:
            with suppress(LedgerError):  # another program writes, or it can only be read
                bring_up_to_date(self._store, patience=AT_ONCE)
                return 0
        return max(unread, len(self._store.unsighted()), 1)

    def merge(self, one: str, other: str, author: str | None = None) -> str:
        """Hold two entities to be one, and return its id."""
        from sourcier.workflow import entity_decisions  # noqa: PLC0415 - brings in the readers

        return entity_decisions.merge(self._store, one, other, author)

    def split(self, entity: str, articles: Sequence[str], author: str | None = None) -> str:
        """Hold those whom some articles name to be another entity, and return its id."""
        from sourcier.workflow import entity_decisions  # noqa: PLC0415 - brings in the readers

        return entity_decisions.split(self._store, entity, articles, author)

    def rename(self, entity: str, name: str, author: str | None = None) -> str:
        """Call an entity otherwise, and return its id."""
        from sourcier.workflow import entity_decisions  # noqa: PLC0415 - brings in the readers

        return entity_decisions.rename(self._store, entity, name, author)

    def undo_decision(self, entity: str) -> list[DecisionKind]:
        """Take back the last decision about an entity, and return what it was; raises InputError for none."""
        from sourcier.workflow import entity_decisions  # noqa: PLC0415 - brings in the readers

        return entity_decisions.undo(self._store, entity)
