"""How it is done, what it cannot see, and what stands in the ledger."""

from sourcier.web.contexts.method import method
from sourcier.web.visit import Shown, Visit


def show(visit: Visit) -> Shown:
    """Show it."""
    with visit.site.desk() as desk:
        context = method(desk, visit.site.ledger, visit.phrases)
    return Shown("method.html", context, context.row)
