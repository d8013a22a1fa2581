"""What people corrected and denied."""

from sourcier.web.contexts.changes import changes, row
from sourcier.web.visit import Shown, Visit


def show(visit: Visit) -> Shown:
    """Show all of it, the newest first."""
    with visit.site.desk() as desk:
        made = desk.changes()
        cards = desk.cards({id_ for each in made for id_ in each.articles})
        stale = desk.stale()
    return Shown("changes.html", changes(made, cards, stale=stale), lambda: row(made))
