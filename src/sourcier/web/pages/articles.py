"""The articles as a list, and the search while it is typed."""

from sourcier.web.contexts.articles import articles
from sourcier.web.contexts.articles import typed as typed_words
from sourcier.web.visit import Shown, Visit

_LONGEST = 200


def show(visit: Visit) -> Shown:
    """Show a part of the list."""
    with visit.site.desk() as desk:
        context = articles(desk, visit)
    return Shown("articles.html", context, context.row)


def typed(visit: Visit) -> Shown:
    """Show what answers the words typed so far: a piece of a page."""
    with visit.site.desk() as desk:
        context = typed_words(desk, visit.query.get("q", "")[:_LONGEST])
    return Shown("typed.html", context, context.row)
