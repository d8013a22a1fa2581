"""The keys, for those whose browser runs no scripts."""

from sourcier.export.line import line
from sourcier.web.visit import Shown, Visit

_KEYS = ("?", "/", "n", "p", "e", "l", "q", "d", "Esc")


def show(_visit: Visit) -> Shown:
    """Show what each key does."""
    return Shown("keys.html", None, lambda: line({"keys": _KEYS}))
