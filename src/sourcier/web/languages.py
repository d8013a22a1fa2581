"""Which language a browser is answered in."""

from collections.abc import Iterable

from sourcier.lang.load import CODES

_LOOKED_AT = 10  # languages that a browser asks for


def preferred(accept_language: str, default: str, chosen: Iterable[str] = ()) -> str:
    """Return the first of our languages among those `chosen` and those that the browser asks for, else `default`."""
    accepted = (part.partition(";")[0].strip()[:2].lower() for part in accept_language.split(",")[:_LOOKED_AT])
    return next((code for code in (*chosen, *accepted) if code in CODES), default)
