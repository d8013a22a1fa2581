"""What articles share is found anew after a change that may alter it, where that takes seconds."""

from sourcier.web.imported import Import
from sourcier.web.site import Site
from sourcier.workflow.desk import Desk

_SMALL = 5_000
"""Articles: lineage of so few is found anew at once, of more when somebody asks."""


def renew(site: Site, desk: Desk) -> None:
    """Have lineage found anew where it is older than the last change; in a large ledger the pages say so instead."""
    if desk.stale() and desk.totals().articles <= _SMALL:
        site.imports.refresh()


def under_way(site: Site) -> Import | None:
    """Return the import that will find lineage anew, or does; None where none waits or runs."""
    return next((each for each in reversed(site.imports.all()) if not each.over), None)
