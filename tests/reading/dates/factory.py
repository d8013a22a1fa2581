"""Analyses for tests of dates: words by spaces and signs, verbs as the lexicon knows them, no tree but helpers'."""

import re

from sourcier.lang.fr.lexicon import Reading, lexicon
from sourcier.text.analysis import Analysis, Sentence, Token

_TOKEN = re.compile(r"[^\W\d_]+['’]|[^\W_]+(?:-[^\W_]+)*|[^\w\s]")
_HELPERS = {"avoir", "être"}
_NO_VERBS = {"est", "la", "le", "les", "de", "en", "été", "mars", "soir", "à", "d"}


def analysis(text: str, language: str = "fr") -> Analysis:
    """Return a text as an engine without trees would read it; each paragraph or « . » ends a sentence."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    tokens = [_token(text, start, end, at) for at, (start, end) in enumerate(spans)]
    for at in range(len(tokens) - 1):
        following = next(
            (to for to in range(at + 1, min(at + 4, len(tokens))) if "VerbForm=Part" in tokens[to].feats), None
        )
        if tokens[at].lemma in _HELPERS and following is not None:
            tokens[at] = _with_head(tokens[at], following)
    return Analysis(text, language, "test 1", tuple(tokens), tuple(_sentences(text, tokens)))


def _token(text: str, start: int, end: int, at: int) -> Token:
    form = text[start:end]
    found = next((each for each in lexicon().readings(form) if _counts(form, each)), None)
    if found:
        return Token(start, end, found.lemma, "AUX" if found.lemma in _HELPERS else "VERB", found.feats, at, "dep")
    return Token(start, end, form.lower(), "X", "", at, "dep")


def _counts(form: str, reading: Reading) -> bool:
    return reading.upos in {"VERB", "AUX"} and form.lower().strip("'’") not in _NO_VERBS - {"est"}


def _with_head(token: Token, head: int) -> Token:
    return Token(token.start, token.end, token.lemma, "AUX", token.feats, head, "aux:tense")


def _sentences(text: str, tokens: list[Token]) -> list[Sentence]:
    found, first = [], 0
    for at, token in enumerate(tokens):
        last = at + 1 == len(tokens) or "\n" in text[token.end : tokens[at + 1].start]
        if last or text[token.start : token.end] in {".", "!", "?"}:
            found.append(Sentence(first, at + 1))
            first = at + 1
    return found
