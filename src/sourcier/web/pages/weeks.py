"""The weekly table by outlet."""

from sourcier.web.contexts.weeks import weeks
from sourcier.web.visit import Shown, Visit


def show(visit: Visit) -> Shown:
    """Show one week."""
    with visit.site.desk() as desk:
        context = weeks(desk, visit)
    return Shown("weeks.html", context, context.row)
