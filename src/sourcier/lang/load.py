"""The languages that have word lists."""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Protocol

from sourcier.lang.language import Language

CODES = ("en", "fr")
WITH_LEXICON = ("fr",)


class Reading(Protocol):
    """One way to read a form: its lemma, UD part of speech and features."""

    @property
    def lemma(self) -> str: ...
    @property
    def upos(self) -> str: ...
    @property
    def feats(self) -> str: ...


class Lexicon(Protocol):
    """The forms of a language."""

    def readings(self, form: str) -> Sequence[Reading]:
        """Return the readings of a form, empty where it is unknown."""

    def known(self, form: str) -> bool:
        """Tell whether the form is a word."""


def language(code: str | None) -> Language | None:
    """Return the language with this ISO 639-1 code, None where it is unknown or has no word lists."""
    return Language(code) if code in CODES else None


@cache
def lexicon(code: str | None) -> Lexicon | None:
    """Return the lexicon of a language, opened when first asked; None where it has none."""
    if code not in WITH_LEXICON:
        return None
    module = import_module(f"sourcier.lang.{code}.lexicon")
    found: Lexicon = module.lexicon()
    return found
