"""The register of outlets."""

from sourcier.web.contexts.outlets import entry, given, outlets
from sourcier.web.renewing import renew
from sourcier.web.visit import Moved, Shown, Visit


def show(visit: Visit) -> Shown:
    """Show the register."""
    with visit.site.desk() as desk:
        context = outlets(desk, visit)
    return Shown("outlets.html", context, context.row)


def edit(visit: Visit) -> Shown:
    """Show one outlet in its form."""
    with visit.site.desk() as desk:
        context = entry(desk, visit.query.get("name", "").strip()[:200])
    return Shown("outlet.html", context, context.row)


def register(visit: Visit) -> Moved:
    """Enter an outlet, or change it."""
    with visit.site.desk() as desk:
        desk.register(given(visit), visit.form.get("was") or None)
        renew(visit.site, desk)
    return Moved(visit.link("outlets"))


def unregister(visit: Visit) -> Moved:
    """Strike one off."""
    with visit.site.desk() as desk:
        desk.unregister(visit.form.get("name", ""))
        renew(visit.site, desk)
    return Moved(visit.link("outlets"))
