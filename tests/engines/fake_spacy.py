"""A stand-in with what spaCy documents of `Language`, `Doc` and `Token`, as far as the adapter may use it.

As in spaCy, one space after a token is none, further white space is a token with an arc of its own, and half a
surrogate pair is refused. Each token hangs from the one before it, white space or not; a full stop ends a sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_TOKEN = re.compile(r"(?<=\S) (?=\S)|(\s+|\w+|[^\w\s])")


@dataclass(eq=False)
class FakeToken:
    i: int
    idx: int
    text: str
    head: "FakeToken" = field(init=False)
    dep_: str = ""
    pos_: str = ""
    lemma_: str = ""
    morph: str = ""

    @property
    def is_space(self) -> bool:
        return self.text.isspace()


class FakeDoc:
    def __init__(self, text: str, layers: frozenset[str]) -> None:
        text.encode("utf-8")
        self.text = text
        self.layers = layers
        self.tokens = [
            FakeToken(i, match.start(), match[0])
            for i, match in enumerate(match for match in _TOKEN.finditer(text) if match[1])
        ]
        for token in self.tokens:
            self._annotate(token)

    def _annotate(self, token: FakeToken) -> None:
        before = self.tokens[token.i - 1] if token.i else None
        begins = before is None or before.text == "."
        token.head = token if before is None or begins or "DEP" not in self.layers else before
        if "DEP" in self.layers:
            token.dep_ = "ROOT" if begins else "nmod"
        if "POS" in self.layers:
            token.pos_ = "SPACE" if token.is_space else "PUNCT" if not token.text.isalnum() else "NOUN"
            token.lemma_, token.morph = token.text.lower(), "Number=Sing"

    def __iter__(self) -> Iterator[FakeToken]:
        return iter(self.tokens)

    def has_annotation(self, layer: str) -> bool:
        return layer in self.layers

    @property
    def sents(self) -> Iterator[list[FakeToken]]:
        if "SENT_START" not in self.layers:
            raise ValueError("[E030] Sentence boundaries unset")
        sentence: list[FakeToken] = []
        for token in self.tokens:
            sentence.append(token)
            if token.text == ".":
                yield sentence
                sentence = []
        if sentence:
            yield sentence


class FakePipeline:
    lang = "fr"
    max_length = 1_000_000

    def __init__(self, *layers: str) -> None:
        self.layers = frozenset(layers)
        self.meta: dict[str, Any] = {"name": "fake", "version": "3.8.0"}

    def __call__(self, text: str) -> FakeDoc:
        if len(text) > self.max_length:
            raise ValueError("[E088] Text too long")
        return FakeDoc(text, self.layers)


def whole() -> FakePipeline:
    """Return a pipeline with tagger, parser and lemmatizer."""
    return FakePipeline("POS", "DEP", "SENT_START")
