"""Entities over all articles of a ledger: what they are made of, what people decided, what is still to be done."""

from collections.abc import Callable, Collection, Iterable, Sequence

from sourcier.core.entity import Decision, DecisionKind, Entity, EntityKind, Reference
from sourcier.core.errors import InputError
from sourcier.core.named_entity import Explained, Profile
from sourcier.core.page import Page
from sourcier.store import decisions, entities, rarity, sightings
from sourcier.store.decisions import Wish
from sourcier.store.file import File
from sourcier.store.sightings import Kept, Keys, Sighted


class KnownEntities(File):
    """Sightings go by numbers of their own here."""

    def entities_version(self) -> int:
        """Return which version of the stage found the entities, 0 for none."""
        with self._clear():
            return entities.version(self._db)

    def forget_entities(self, version: int) -> None:
        """Forget all entities and sightings, to be found anew by a version of the stage; what people decided stays."""
        with self._writing():
            entities.forget(self._db, version)

    def unsighted(self) -> list[int]:
        """Return the articles whose facts were not looked through for sightings yet, in order of number."""
        with self._clear():
            return sightings.unsighted(self._db)

    def save_sighted(self, found: Iterable[tuple[int, Sighted, Sequence[Keys]]]) -> None:
        """Put the sightings of articles in place of those that they had; those that are new are to be resolved."""
        with self._writing():
            for article, sighted, keys in found:
                sightings.save(self._db, article, sighted, keys)

    def unresolved(self, most: int) -> list[Kept]:
        """Return sightings to be resolved anew, at most so many."""
        with self._reading():
            return sightings.load(self._db, entities.unresolved(self._db, most))

    def unresolved_count(self) -> int:
        """Return how many sightings are to be resolved anew."""
        with self._clear():
            return int(self._db.execute("SELECT count(*) FROM unresolved").fetchone()[0])

    def sightings_under(self, blocks: Collection[str]) -> list[Kept]:
        """Return the sightings that have any of these blocks."""
        with self._reading():
            return sightings.load(self._db, sightings.under(self._db, blocks))

    def named(self, name: str) -> int:
        """Return how many articles name somebody so, by doublings from 8 to 128; 1 for fewer."""
        with self._clear():
            return rarity.named(self._db, name)

    def borne(self, word: str) -> int:
        """Return of how many full names a word is part, by doublings; those that are seldom found count for little."""
        with self._clear():
            return rarity.borne(self._db, word)

    def recount(self) -> None:
        """Note as to be resolved the persons whom names concern that count otherwise than before."""
        if self.recounting():
            with self._writing():
                rarity.settle(self._db)

    def recounting(self) -> bool:
        """Tell whether names may count otherwise than before."""
        with self._clear():
            return rarity.touched(self._db)

    def save_entities(self, done: Collection[int], found: Sequence[tuple[Entity, Sequence[int]]]) -> None:
        """Put entities, each with the numbers of its sightings, in place of all that these were of."""
        with self._writing():
            entities.save(self._db, done, found)

    def entities(
        self, name: str = "", kind: EntityKind | None = None, limit: int = 50, offset: int = 0
    ) -> Page[Profile]:
        """Return a part of the entities with this in one of their names, accents and case apart, most named first."""
        with self._reading():
            return entities.listing(self._db, name, kind, limit, offset)

    def entity(self, key: str, kind: EntityKind | None = None) -> Explained:
        """Return an entity by its id or a name that no other has, with what it is made of; raises UnknownEntity."""
        with self._reading():
            return entities.explained(self._db, entities.find(self._db, key, kind))

    def entities_of(self, article: int) -> dict[tuple[str, int], str]:
        """Return the entity of each name of an article, by its kind and its number among those of its kind."""
        with self._reading():
            return entities.of_article(self._db, article)

    def decisions(self, reference: Callable[[Kept], Reference]) -> list[Decision]:
        """Return the decisions that hold and whose sightings are there, in their order."""
        with self._reading():
            return decisions.holding(self._db, reference)

    def entity_of(self, number: int) -> str | None:
        """Return the entity that a sighting is of, None before it was resolved."""
        with self._reading():
            return next((each.entity for each in sightings.load(self._db, [number])), None)

    def sightings_of(self, key: str) -> list[Kept]:
        """Return the sightings of an entity, by its id or a name that no other has; raises UnknownEntity."""
        with self._reading():
            return sightings.load(self._db, sightings.of_entities(self._db, [entities.find(self._db, key)]))

    def decide(self, wishes: Sequence[Wish], author: str | None = None) -> None:
        """Keep decisions, which are taken back together; what they touch is to be resolved anew."""
        with self._writing():
            touched = decisions.keep(self._db, wishes, author, self._time())
            entities.mark(self._db, self._beside(touched))

    def undo_decision(self, key: str | None = None) -> list[DecisionKind]:
        """Take back the last decision about an entity, or about any, and return what it was; InputError for none."""
        with self._writing():
            entity = None if key is None else entities.find(self._db, key)
            last = decisions.last(self._db, entity)
            if last is None:
                raise InputError("there is no decision to take back")
            kinds, touched = decisions.undo(self._db, last, self._time())
            entities.mark(self._db, self._beside(touched))
        return kinds

    def _beside(self, touched: Sequence[int]) -> list[int]:
        """Return sightings with all of their entities."""
        ids = {each.entity for each in sightings.load(self._db, touched) if each.entity}
        return sorted({*touched, *sightings.of_entities(self._db, ids)})
