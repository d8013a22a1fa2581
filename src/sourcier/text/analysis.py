"""What an engine finds in a text: sentences, tokens, and how the tokens hang together."""

from dataclasses import dataclass

from sourcier.core.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One token as Universal Dependencies has it; a contraction (« du ») is one token, as it stands in the text.

    `start` and `end` are code points of the text; `feats` is UD's string (`Gender=Masc|Number=Sing`), empty for none;
    `head` is an index into `Analysis.tokens`, the token's own where it is the root of its sentence.
    """

    start: int
    end: int
    lemma: str
    upos: str
    feats: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a half-open range of tokens, never empty."""

    first: int
    stop: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text as an engine reads it.

    Tokens stand in the order of the text and do not overlap; sentences part them without a gap; no sentence crosses a
    paragraph, and no arc leaves its sentence. `producer` is the engine's name and version, `language` an ISO 639 code.
    """

    text: str
    language: str
    producer: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]

    def form(self, token: int) -> str:
        """Return the token as it stands in the text."""
        return self.text[self.tokens[token].start : self.tokens[token].end]

    def span(self, sentence: Sentence) -> Span:
        """Return where a sentence stands, in code points of the text."""
        return Span(self.tokens[sentence.first].start, self.tokens[sentence.stop - 1].end)
