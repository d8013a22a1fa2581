"""What a person knows better: corrections, ties denied, articles removed; all but the last can be taken back."""

from collections.abc import Iterable

from sourcier.core.errors import InputError, LedgerHeld
from sourcier.export.ledger_rows import removed
from sourcier.lang.messages import in_language
from sourcier.web.contexts.article_corrections import FIELDS, Draft, Removed, values
from sourcier.web.pages import article
from sourcier.web.renewing import renew
from sourcier.web.visit import Moved, Shown, Visit, inside
from sourcier.workflow.wished import wished

_AUTHOR = 200  # characters of a name
_LONGEST = 2_000  # characters of a field
_QUOTED = 60  # characters of what was typed
_PLACE = "#corrections"


def correct(visit: Visit) -> Moved | Shown:
    """Set the fields that the form changed: those that differ from what it showed (`was_FIELD`), or from what is.

    Where one cannot be kept, none is, and the page comes back with the form as it was typed.
    """
    with visit.site.desk() as desk:
        card = desk.card(visit.path["id"])
        wishes, wrong = _wishes(visit, values(card))
        if wrong:
            return article.again(visit, Draft(visit.form, wrong))
        for field, wish in wishes.items():
            desk.correct(card.id, field, wish, _author(visit))
        renew(visit.site, desk)
    return _back(visit, visit.link("article", id=card.id) + _PLACE)


def _wishes(visit: Visit, now: Iterable[tuple[str, str | None]]) -> tuple[dict[str, str | None], dict[str, str]]:
    """Return what the form changes, by field, and what is wrong with it, by field."""
    wishes, wrong = dict[str, str | None](), dict[str, str]()
    for field, value in now:
        if field not in visit.form:
            continue
        typed, was = visit.form[field].strip(), visit.form.get(f"was_{field}")
        if was is not None and typed == was.strip():
            continue
        if len(typed) > _LONGEST:
            wrong[field] = visit.say("pages.article.wrong_long", n=_LONGEST)
            continue
        try:
            wish = wished(field, typed or None)
        except InputError as error:
            wrong[field] = _told(visit, field, typed, error)
        else:
            if wish != value:
                wishes[field] = wish
    return wishes, wrong


def _told(visit: Visit, field: str, typed: str, error: InputError) -> str:
    if field in {"published", "language"}:
        return visit.say(f"pages.article.wrong_{field}", given=typed[:_QUOTED])
    return in_language(error.message, visit.phrases)


def undo(visit: Visit) -> Moved:
    """Take back the last correction of a field."""
    field = visit.form.get("field", "")
    if field not in FIELDS:
        raise InputError(f"no field is called {field[:40]!r}", f"the fields are: {', '.join(FIELDS)}")
    with visit.site.desk() as desk:
        kept = desk.undo(visit.path["id"], field)
        renew(visit.site, desk)
    return _back(visit, visit.link("article", id=kept.id) + _PLACE)


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


def remove(visit: Visit) -> Shown:
    """Take an article out of the ledger, once the box is checked; tell whether bytes of it are still in the file.

    Uploaded files of imports that stopped before their end go too: it may have come from them.
    """
    if visit.form.get("sure") != "yes":
        raise InputError(visit.say("pages.article.remove_unsure"))
    with visit.site.desk() as desk:
        card, held = desk.card(visit.path["id"]), False
        visit.site.imports.drop_uploads()
        try:
            desk.remove(card.id)
        except LedgerHeld:
            held = True
        finally:
            renew(visit.site, desk)
    return Shown("article_removed.html", Removed(card, held), lambda: removed(card.id))


def _author(visit: Visit) -> str | None:
    return " ".join(visit.form.get("author", "").split())[:_AUTHOR] or None


def _back(visit: Visit, usual: str) -> Moved:
    """Go where the form says, if that is an address of this site, else to the article."""
    back = visit.form.get("back", "")
    return Moved(visit.site.root + back if inside(back) else usual, author=_author(visit))
