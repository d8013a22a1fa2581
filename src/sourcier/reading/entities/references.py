"""What a sighting and an entity are called, whatever is analysed anew."""

from functools import lru_cache
from hashlib import blake2b

from sourcier.core.entity import EntityKind, Reference, Sighting
from sourcier.reading.gazetteer.spelling import key as spelling

NAME_BYTES = 8
_KEPT = 1 << 17


@lru_cache(_KEPT)
def name_key(name: str) -> str:
    """Return what a name is called among companions and in references: its folded words in their order."""
    return spelling(name)


def reference(sighting: Sighting) -> Reference:
    """Return the reference of a sighting; a place's has its gazetteer's id, since a river may be called as a state."""
    key = name_key(sighting.name)
    if sighting.source_id is not None:
        key = f"{key}@{sighting.source_id}"
    return Reference(sighting.article, sighting.kind, key)


def entity_id(kind: EntityKind, first: Reference) -> str:
    """Return the id of the entity that begins with a sighting: its kind's first letter and 16 hexadecimal digits."""
    text = "\x1f".join((first.article, first.kind, first.key))
    return f"{kind[0]}{blake2b(text.encode(), digest_size=NAME_BYTES).hexdigest()}"
