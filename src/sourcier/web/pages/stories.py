"""The stories of the ledger, those first that deserve a look."""

from sourcier.web.contexts.stories import stories
from sourcier.web.visit import Shown, Visit


def show(visit: Visit) -> Shown:
    """Show one part of the stories that fit what is asked for."""
    with visit.site.desk() as desk:
        context = stories(desk, visit)
    return Shown("stories.html", context, context.row)
