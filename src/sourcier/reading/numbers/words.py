"""A sentence as the rules see it: its tokens, and their forms in one spelling."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sourcier.core.span import Span
from sourcier.text.analysis import Analysis, Sentence, Token

KEPT = 1 << 15  # answers kept for forms met again
_SPELLING = str.maketrans("’‘ʼ‐‑", "'''--")


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of one sentence, numbered from 0; `first` is its first one's number in the text.

    `forms` are lower-cased, with plain apostrophes and hyphens; `closed` are tokens that stand in other spans.
    """

    text: str
    first: int
    tokens: Sequence[Token]
    forms: Sequence[str]
    closed: frozenset[int]

    def __len__(self) -> int:
        return len(self.forms)

    def form(self, at: int) -> str:
        """Return a token's form, nothing beyond the ends of the sentence."""
        return self.forms[at] if 0 <= at < len(self.forms) else ""

    def upos(self, at: int) -> str:
        """Return a token's part of speech, nothing beyond the ends of the sentence."""
        return self.tokens[at].upos if 0 <= at < len(self.tokens) else ""

    def lemma(self, at: int) -> str:
        """Return a token's lemma, nothing beyond the ends of the sentence."""
        return self.tokens[at].lemma if 0 <= at < len(self.tokens) else ""

    def head(self, at: int) -> int:
        """Return the place of a token's head."""
        return self.tokens[at].head - self.first

    def is_open(self, at: int) -> bool:
        """Tell whether there is a token here, in no other span."""
        return 0 <= at < len(self.forms) and at not in self.closed

    def capitalised(self, at: int) -> bool:
        """Tell whether a token begins with a capital."""
        return 0 <= at < len(self.tokens) and self.text[self.tokens[at].start].isupper()

    def participle(self, at: int) -> bool:
        """Tell whether a token is a past participle."""
        return 0 <= at < len(self.tokens) and _of_participle(self.tokens[at].feats)

    def written(self, start: int, stop: int) -> str:
        """Return the text of tokens `start` to `stop`, white space as single spaces."""
        return " ".join(self.text[self.tokens[start].start : self.tokens[stop - 1].end].split())

    def span(self, start: int, stop: int) -> Span:
        """Return where tokens `start` to `stop` stand in the text."""
        return Span(self.tokens[start].start, self.tokens[stop - 1].end)


_PARTICIPLE = {"VerbForm=Part", "Tense=Past"}


@lru_cache(KEPT)
def _of_participle(feats: str) -> bool:
    return set(feats.split("|")) >= _PARTICIPLE


@lru_cache(KEPT)
def spelt(form: str) -> str:
    """Return a form in the spelling that tables have."""
    return form.lower().translate(_SPELLING)


def words(analysis: Analysis, sentence: Sentence, forms: Sequence[str], taken: Sequence[Span]) -> Words:
    """Return a sentence of an analysis; `forms` are its tokens' spellings, `taken` spans that touch it."""
    tokens = analysis.tokens[sentence.first : sentence.stop]
    closed = frozenset(
        at for at, token in enumerate(tokens) for span in taken if token.start < span.end and span.start < token.end
    )
    return Words(analysis.text, sentence.first, tokens, forms, closed)
