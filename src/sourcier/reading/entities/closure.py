"""What some new sightings may change: all that they touch, and all that this touches."""

from collections.abc import Callable, Collection, Iterable, Sequence

from sourcier.core.entity import Decision, Reference, Sighting
from sourcier.reading.entities.references import reference

Sharing = Callable[[Collection[str]], Iterable[Sighting]]
Touching = Callable[[Iterable[Sighting]], list[list[Sighting]]]
Blocks = Callable[[Sighting], tuple[str, ...]]


def reference_block(of: Reference) -> str:
    """Return the key under which a ledger finds what a decision speaks of."""
    return f"r={of.article}|{of.kind}|{of.key}"


def gathered(
    fresh: Iterable[Sighting], sharing: Sharing, decisions: Sequence[Decision], touching: Touching, blocks: Blocks
) -> tuple[list[Sighting], frozenset[Reference]]:
    """Return sightings enough to judge those that may change, and the references of these."""
    pool = {reference(one): {one.index: one} for one in fresh}
    inner = set(pool)
    asked: set[str] = set()
    while True:
        inner |= _partners(inner, decisions)
        keys = {block for of in inner if of in pool for one in pool[of].values() for block in blocks(one)}
        keys |= {reference_block(of) for of in inner}
        for one in sharing(keys - asked) if keys - asked else ():
            pool.setdefault(reference(one), {})[one.index] = one
        asked |= keys
        own = [one for found in pool.values() for one in found.values()]
        wider = set(inner)
        for group in touching(own):
            references = {reference(one) for one in group}
            if not references.isdisjoint(inner):
                wider |= references
        if wider == inner and inner == inner | _partners(inner, decisions):
            return own, frozenset(inner)
        inner = wider


def _partners(inner: Collection[Reference], decisions: Sequence[Decision]) -> set[Reference]:
    """Whom a person merged with what may change: the other side of each merge."""
    pairs = ((one.sighting, one.other) for one in decisions if one.other is not None)
    return {of for one, other in pairs if one in inner or other in inner for of in (one, other)}
