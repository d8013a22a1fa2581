"""What a person knows better: corrections, ties denied, articles removed; all but the last can be taken back."""

from sourcier.core.errors import InputError, LedgerHeld
from sourcier.export.ledger_rows import removed
from sourcier.web.contexts.article_corrections import FIELDS, Removed, values
from sourcier.web.renewing import renew
from sourcier.web.visit import Moved, Shown, Visit

_AUTHOR = 200  # characters of a name


def correct(visit: Visit) -> Moved:
    """Set the fields that the form changed: those that differ from what it showed (`was_FIELD`), or from what is."""
    with visit.site.desk() as desk:
        card = desk.card(visit.path["id"])
        for field, now in values(card):
            if field in visit.form:
                wish = visit.form[field].strip() or None
                if wish != (visit.form.get(f"was_{field}", now or "").strip() or None):
                    desk.correct(card.id, field, wish, _author(visit))
        renew(visit.site, desk)
    return _back(visit, visit.link("article", id=card.id))


def undo(visit: Visit) -> Moved:
    """Take back the last correction of a field."""
    field = visit.form.get("field", "")
    if field not in FIELDS:
        raise InputError(f"no field is called {field[:40]!r}", f"the fields are: {', '.join(FIELDS)}")
    with visit.site.desk() as desk:
        article = desk.undo(visit.path["id"], field)
        renew(visit.site, desk)
    return _back(visit, visit.link("article", id=article.id))


def deny(visit: Visit) -> Moved:
    """Keep that one text was not taken from another."""
    with visit.site.desk() as desk:
        denial = desk.deny(visit.path["id"], visit.path["other"], _author(visit))
    return _back(visit, visit.link("article", id=denial.derived))


def allow(visit: Visit) -> Moved:
    """Take that back."""
    with visit.site.desk() as desk:
        denial = desk.allow(visit.path["id"], visit.path["other"])
    return _back(visit, visit.link("article", id=denial.derived))


def remove(visit: Visit) -> Moved | Shown:
    """Take an article out of the ledger, once the box is checked; tell where bytes of it are still in the file."""
    if visit.form.get("sure") != "yes":
        raise InputError(visit.say("pages.article.remove_unsure"))
    with visit.site.desk() as desk:
        card = desk.card(visit.path["id"])
        try:
            desk.remove(card.id)
        except LedgerHeld:
            return Shown("article_removed.html", Removed(card), lambda: removed(card.id))
        finally:
            renew(visit.site, desk)
    return Moved(visit.link("articles"))


def _author(visit: Visit) -> str | None:
    return " ".join(visit.form.get("author", "").split())[:_AUTHOR] or None


def _back(visit: Visit, usual: str) -> Moved:
    """Go where the form says, if that is an address of this site, else to the article."""
    back = visit.form.get("back", "")
    inside = back.startswith("/") and not back.startswith("//") and "\\" not in back and back.isprintable()
    return Moved(visit.site.root + back if inside else usual, author=_author(visit))
