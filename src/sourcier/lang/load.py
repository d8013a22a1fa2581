"""The languages that have word lists."""

from sourcier.lang.language import Language

CODES = ("en", "fr")


def language(code: str | None) -> Language | None:
    """Return the language with this ISO 639-1 code, None where it is unknown or has no word lists."""
    return Language(code) if code in CODES else None
