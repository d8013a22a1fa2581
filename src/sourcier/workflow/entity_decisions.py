"""What a person decides about entities: two are one, some articles mean another one, a name; all can be taken back."""

import re
from collections.abc import Sequence
from contextlib import suppress

from sourcier.core.entity import DecisionKind
from sourcier.core.errors import InputError, LedgerBusy
from sourcier.store.decisions import Wish
from sourcier.store.ledger import Ledger
from sourcier.store.sightings import Kept
from sourcier.workflow.alone import AT_ONCE
from sourcier.workflow.entity_finding import bring_up_to_date

_MOST = 200  # characters of a name
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def merge(ledger: Ledger, one: str, other: str, author: str | None = None) -> str:
    """Hold two entities, by id or name, to be one, and return its id; raises InputError where they cannot be."""
    here, there = ledger.sightings_of(one), ledger.sightings_of(other)
    if here[0].entity == there[0].entity:
        raise InputError(f"{one} and {other} are one already")
    if here[0].sighting.kind != there[0].sighting.kind:
        raise InputError("a person, an organisation and a place are never one")
    return _decided(ledger, [Wish("merge", (_numbers(here), _numbers(there)))], author, here[0])


def split(ledger: Ledger, entity: str, articles: Sequence[str], author: str | None = None) -> str:
    """Hold those whom some articles (ids) name to be another entity, and return its id.

    Raises InputError where an article does not name the entity, or all that name it are given.
    """
    seen = ledger.sightings_of(entity)
    ids = {ledger.article(each).id for each in articles}
    out = [each for each in seen if each.sighting.article in ids]
    if missing := sorted(ids - {each.sighting.article for each in out}):
        raise InputError(f"{entity} is not named in {', '.join(missing)}")
    if len(out) == len(seen):
        raise InputError(f"{entity} is named in no other article", "leave one article at least")
    first, *others = out
    wishes = [Wish("split", ([each.number],)) for each in out]
    wishes += [Wish("merge", ([first.number], [each.number])) for each in others]
    return _decided(ledger, wishes, author, first)


def rename(ledger: Ledger, entity: str, name: str, author: str | None = None) -> str:
    """Call an entity otherwise, and return its id; raises InputError for what is no name."""
    seen, wanted = ledger.sightings_of(entity), " ".join(_CONTROLS.sub(" ", name).split())
    if not any(map(str.isalnum, wanted)) or len(wanted) > _MOST:
        raise InputError(f"a name has letters or digits, and {_MOST} characters at most")
    return _decided(ledger, [Wish("rename", (_numbers(seen),), wanted)], author, seen[0])


def undo(ledger: Ledger, entity: str | None = None) -> list[DecisionKind]:
    """Take back the last decision about an entity, or about any, and return what it was; InputError for none."""
    kinds = ledger.undo_decision(entity)
    _renew(ledger)
    return kinds


def _decided(ledger: Ledger, wishes: Sequence[Wish], author: str | None, about: Kept) -> str:
    ledger.decide(wishes, author)
    _renew(ledger)
    return ledger.entity_of(about.number) or about.entity or ""


def _renew(ledger: Ledger) -> None:
    """Resolve what a decision touches; where another program writes, it is done when entities are next asked for."""
    with suppress(LedgerBusy):
        bring_up_to_date(ledger, patience=AT_ONCE)


def _numbers(kept: Sequence[Kept]) -> list[int]:
    ordered = sorted(kept, key=lambda each: (each.sighting.published or "~", each.sighting.article, each.number))
    return [each.number for each in ordered]
