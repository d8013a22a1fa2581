"""The choice of a language, which the browser remembers."""

from sourcier.core.errors import InputError
from sourcier.lang.load import CODES
from sourcier.web.visit import Moved, Visit, inside


def choose(visit: Visit) -> Moved:
    """Go back to where the visitor was, in the language chosen."""
    code, back = visit.path["code"], visit.query.get("next", "/")
    if code not in CODES:
        raise InputError(f"no language of the interface has the code {code[:20]!r}")
    return Moved(visit.site.root + (back if inside(back) else "/"), language=code)
