"""What articles share is found anew after a change that may alter it, where that takes no longer than a minute."""

from sourcier.web.imported import Import
from sourcier.web.site import Site
from sourcier.workflow.desk import Desk


def renew(site: Site, desk: Desk) -> None:
    """Have found anew what the last change touches; where much is to be done, the pages say so instead."""
    if desk.unfinished() and not desk.much_to_do():
        site.imports.refresh()


def under_way(site: Site) -> Import | None:
    """Return the import that will find lineage anew, or does; None where none waits or runs."""
    return next((each for each in reversed(site.imports.all()) if not each.over), None)
