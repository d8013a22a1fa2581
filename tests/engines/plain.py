"""The smallest engine that keeps the contract: rules alone, for any language."""

import re

from sourcier.text.analysis import Analysis, Sentence, Token
from sourcier.text.sentences import sentences

_TOKEN = re.compile(r"\w+|[^\w\s]")


class Plain:
    """Words and marks; every token of a sentence hangs from its first."""

    name = "plain"
    version = "1"

    def __init__(self, language: str = "fr") -> None:
        self.language = language

    def analyse(self, text: str) -> Analysis:
        tokens: list[Token] = []
        found: list[Sentence] = []
        for sentence in sentences(text):
            first = len(tokens)
            for match in _TOKEN.finditer(text, sentence.start, sentence.end):
                upos = "X" if match[0][0].isalnum() else "PUNCT"
                relation = "dep" if len(tokens) > first else "root"
                tokens.append(Token(match.start(), match.end(), match[0].lower(), upos, "", first, relation))
            if len(tokens) > first:
                found.append(Sentence(first, len(tokens)))
        return Analysis(text, self.language, f"{self.name} {self.version}", tuple(tokens), tuple(found))
