"""The words that no message and no page may say: they accuse, or they confirm what nobody here can know."""

import re

from sourcier.lang.interface import phrases

_WORDS = {
    "en": r"copied|cop(?:ier|ycat)\w*|steal\w*|stole\w*|theft\w*|thie(?:f|ve)\w*|plagi\w*|pirat\w*"
    r"|unlicen[cs]ed|guilt\w*|false\w*|falsif\w*|fake\w*|invent(?:ed|s|ing)?|lie[ds]?|liar\w*|lying"
    r"|true|truth\w*|confirm\w*|independen\w*|original\w*|unique\w*|own",
    "fr": r"copié\w*|copi(?:ait|aient|eur\w*|euse\w*)|vols?|vole\w*|volé\w*|plagi\w*|pirat\w*|coupable\w*"
    r"|faux|fausse\w*|falsifi\w*|invent(?:e|é|ée|és|ées|ent|er)|ment|mensong\w*|menteu\w*"
    r"|vraie?s?|vraiment|vérités?|confirm\w*|indépendan\w*|origina\w*|uniques?|uniquement|propres?",
}
_FORBIDDEN = {code: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for code, words in _WORDS.items()}

EXEMPT = {
    "message.not_truth": "of a value in a file, which is neither of two words",
    "message.passage_outside": "of a place in a text: “lie in”",
    "message.title_outside": "of a place in a text: “lie in”",
    "option.private": "of the network of who runs the program",
    "program.examples": "of our demo, whose articles are invented",
    "add.examples": "an outlet's name, which says that it is invented",
    "set.examples": "an outlet's name, which says that it is invented",
    "demo.short": "of our demo",
    "demo.about": "of our demo",
    "demo.intro": "of our demo",
    "pages.dossier.see_example": "of our demo",
    "pages.frame.example": "of our demo",
    "pages.imports.beside_note": "of the example that follows it",
}
"""The messages that hold such a word of something else than an article, an outlet or a person, each with why."""


def accusing(code: str, text: str) -> list[str]:
    """Return the forbidden words of a text in the language `code`, but for those of messages that are exempt."""
    text = _spaced(text)
    for key in EXEMPT:
        for said in templates(code, key):
            text = text.replace(_spaced(said), " ")
    return bare(code, text)


def bare(code: str, text: str) -> list[str]:
    """Return the forbidden words of a text in the language `code`, whoever says it."""
    return [met[0] for met in _FORBIDDEN[code].finditer(text)]


def _spaced(text: str) -> str:
    return " ".join(text.split())  # French sets spaces that do not break, and pages are read without them


def templates(code: str, key: str) -> tuple[str, ...]:
    """Return what a message says: one sentence, or one for each number."""
    entry = phrases(code).entries[key]
    return (entry,) if isinstance(entry, str) else entry
