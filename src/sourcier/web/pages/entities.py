"""Persons, organisations and places over all articles; merged, split and renamed, which can be taken back."""

from sourcier.core.errors import InputError
from sourcier.web.contexts.entities import entities
from sourcier.web.contexts.entities import one as entity
from sourcier.web.visit import Moved, Shown, Visit

_AUTHOR = 200  # characters of a name
_ARTICLE = "article_"  # and the id: a box that is checked


def show(visit: Visit) -> Shown:
    """Show the list."""
    with visit.site.desk() as desk:
        context = entities(desk, visit)
    return Shown("entities.html", context, context.row)


def one(visit: Visit) -> Shown:
    """Show one with its articles and the reasons."""
    with visit.site.desk() as desk:
        context = entity(desk, visit.path["id"], visit.phrases)
    return Shown("entity.html", context, context.row)


def merge(visit: Visit) -> Moved:
    """Hold it and another to be one."""
    with visit.site.desk() as desk:
        kept = desk.merge(visit.path["id"], _given(visit, "other"), _author(visit))
    return _to(visit, kept)


def split(visit: Visit) -> Moved:
    """Hold those whom the articles checked name to be another."""
    articles = [name.removeprefix(_ARTICLE) for name in visit.form if name.startswith(_ARTICLE)]
    if not articles:
        raise InputError(visit.say("pages.entities.none_checked"))
    with visit.site.desk() as desk:
        kept = desk.split(visit.path["id"], articles, _author(visit))
    return _to(visit, kept)


def rename(visit: Visit) -> Moved:
    """Call it otherwise."""
    with visit.site.desk() as desk:
        kept = desk.rename(visit.path["id"], _given(visit, "name"), _author(visit))
    return _to(visit, kept)


def undo(visit: Visit) -> Moved:
    """Take back the last decision about it."""
    with visit.site.desk() as desk:
        before = desk.entity(visit.path["id"]).sightings[0]
        desk.undo_decision(visit.path["id"])
        kept = desk.entity_at(before.article, before.kind, before.index)
    return _to(visit, kept or visit.path["id"])


def _given(visit: Visit, field: str) -> str:
    given = visit.form.get(field, "").strip()
    if not given:
        raise InputError(visit.say("pages.entities.nothing_typed"))
    return given[:2_000]


def _author(visit: Visit) -> str | None:
    return " ".join(visit.form.get("author", "").split())[:_AUTHOR] or None


def _to(visit: Visit, id_: str) -> Moved:
    return Moved(visit.link("entity", id=id_), author=_author(visit))
