"""The overview, which is the first page."""

from sourcier.web.contexts.dossier import dossier
from sourcier.web.visit import Shown, Visit


def show(visit: Visit) -> Shown:
    """Show it."""
    with visit.site.desk() as desk:
        context = dossier(desk, visit.site.imports.all())
    return Shown("dossier.html", context, context.row)
