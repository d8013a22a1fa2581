"""Analyses without an engine, for rules that look at words alone."""

import re

from sourcier.text.analysis import Analysis, Sentence, Token


def analysis(text: str, language: str = "fr") -> Analysis:
    """Return one sentence whose tokens are what spaces and apostrophes part, all of them nouns."""
    found = list(re.finditer(r"[^\s']+'?|'", text))
    tokens = tuple(Token(m.start(), m.end(), m.group(), "NOUN", "", 0, "dep") for m in found)
    return Analysis(text, language, "test 1", tokens, (Sentence(0, len(tokens)),) if tokens else ())
