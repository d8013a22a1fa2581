"""Entities as JSON values: `entities`, `/entities`, `/entity/ID`."""

from collections.abc import Iterable
from typing import Any

from sourcier.core.entity import Decision, Match, Sighting
from sourcier.core.named_entity import Explained, Profile
from sourcier.export.line import line


def listed(each: Profile) -> bytes:
    """Return one line of `entities`."""
    return line(fields(each))


def explained(each: Explained) -> bytes:
    """Return the line of `entities --why`."""
    return line(explained_fields(each))


def decided(kind: str, each: Profile) -> bytes:
    """Return the line of `entities merge`, `split` and `rename`: the entity as it is now."""
    return line({"decided": kind, "entity": fields(each)})


def undone(kinds: Iterable[str]) -> bytes:
    """Return the line of `entities undo`: what was taken back."""
    return line({"undone": list(kinds)})


def fields(each: Profile) -> dict[str, Any]:
    """Return an entity at a glance."""
    return {
        "id": each.id,
        "kind": each.kind,
        "name": each.name,
        "country": each.country,
        "articles": each.articles,
        "roles": list(each.roles),
        "variants": list(each.variants),
    }


def explained_fields(each: Explained) -> dict[str, Any]:
    """Return an entity with the articles that name it, and why it is held to be one."""
    made = {
        "sightings": list(map(_sighting, each.sightings)),
        "matches": list(map(_match, each.matches)),
        "decisions": list(map(_decision, each.decisions)),
    }
    return {**fields(each.profile), **made}


def _sighting(each: Sighting) -> dict[str, Any]:
    named = {"article": each.article, "name": each.name, "forms": list(each.forms), "roles": list(each.roles)}
    return {**named, "country": each.country, "published": each.published, "outlet": each.outlet}


def _match(each: Match) -> dict[str, Any]:
    sides = {side: {"article": of.article, "key": of.key} for side, of in (("left", each.left), ("right", each.right))}
    reasons = [{"kind": one.kind, "text": one.text, "weight": round(one.weight, 2)} for one in each.reasons]
    return {**sides, "score": round(each.score, 4), "reasons": reasons}


def _decision(each: Decision) -> dict[str, Any]:
    articles = [of.article for of in (each.sighting, each.other) if of]
    return {"kind": each.kind, "articles": articles, "name": each.name, "author": each.author, "time": each.time}
