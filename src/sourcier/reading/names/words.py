"""A text as the readers of names see it: tokens in one spelling, with what the lexicon knows of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sourcier.core.mention import Mention
from sourcier.core.span import Span
from sourcier.lang.load import lexicon
from sourcier.reading.names.candidate import Candidate
from sourcier.text.analysis import Analysis

KEPT = 1 << 15  # answers kept for forms met again
_SPELLING = str.maketrans("’‘ʼ‐‑\u00ad", "'''---")


@dataclass(frozen=True, eq=False)
class Words:
    """The tokens of a text, numbered as in its analysis; `taken` are tokens that other readers hold (dates).

    One is like no other, so that what a reader makes of a text can be kept beside it.
    """

    analysis: Analysis
    taken: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return len(self.forms)

    @cached_property
    def forms(self) -> list[str]:
        """The tokens as they stand in the text."""
        text = self.analysis.text
        return [text[token.start : token.end] for token in self.analysis.tokens]

    @cached_property
    def spelt(self) -> list[str]:
        """The tokens as tables write them: in small letters, with plain apostrophes and hyphens."""
        return [spelt(form) for form in self.forms]

    @cached_property
    def capitals(self) -> list[int]:
        """The tokens that begin with a capital."""
        return [at for at, form in enumerate(self.forms) if form[:1].isupper()]

    @cached_property
    def sentence_starts(self) -> frozenset[int]:
        """The first token of each sentence."""
        return frozenset(sentence.first for sentence in self.analysis.sentences)

    def at(self, token: int) -> str:
        """Return a token's spelling, nothing beyond the ends of the text."""
        spelt = self.spelt
        return spelt[token] if 0 <= token < len(spelt) else ""

    def upos(self, token: int) -> str:
        """Return a token's part of speech, nothing beyond the ends of the text."""
        tokens = self.analysis.tokens
        return tokens[token].upos if 0 <= token < len(tokens) else ""

    def lemma(self, token: int) -> str:
        """Return a token's lemma, nothing beyond the ends of the text."""
        tokens = self.analysis.tokens
        return tokens[token].lemma if 0 <= token < len(tokens) else ""

    def capitalised(self, token: int) -> bool:
        """Tell whether a token begins with a capital."""
        forms = self.forms
        return 0 <= token < len(forms) and forms[token][:1].isupper()

    def known(self, token: int) -> bool:
        """Tell whether a token, in small letters, is a word of the language and no name."""
        return is_word(self.analysis.language, self.forms[token].lower())

    def touches(self, token: int) -> bool:
        """Tell whether a token stands right after the one before, without a space (« al » + « - »)."""
        tokens = self.analysis.tokens
        return 0 < token < len(tokens) and tokens[token - 1].end == tokens[token].start

    def free(self, first: int, stop: int) -> bool:
        """Tell whether no other reader holds one of the tokens `first` up to `stop`."""
        return self.taken.isdisjoint(range(first, stop))

    def span(self, first: int, stop: int) -> Span:
        """Return where tokens `first` up to `stop` stand in the text."""
        tokens = self.analysis.tokens
        return Span(tokens[first].start, tokens[stop - 1].end)

    def written(self, first: int, stop: int) -> str:
        """Return tokens `first` up to `stop` as the text has them, white space as single spaces."""
        return " ".join(self.span(first, stop).of(self.analysis.text).split())

    def mention(self, candidate: Candidate) -> Mention:
        """Return a candidate as a mention."""
        cue = self.span(*candidate.cue) if candidate.cue else None
        return Mention(self.span(candidate.first, candidate.stop), candidate.rule, cue)


@lru_cache(KEPT)
def spelt(form: str) -> str:
    """Return a token as tables write it: in small letters, with plain apostrophes and hyphens."""
    return form.lower().translate(_SPELLING)


@lru_cache(KEPT)
def is_word(language: str, form: str) -> bool:
    """Tell whether a form is a word of a language (ISO 639-1) and no name; of a language without lexicon none is."""
    words = lexicon(language)
    return words is not None and any(reading.upos != "PROPN" for reading in words.readings(form))


def words(analysis: Analysis, taken: Iterable[Span] = ()) -> Words:
    """Return the words of an analysis; tokens within the spans `taken`, which stand in order, are other readers'."""
    held: set[int] = set()
    spans = iter(sorted(taken))
    span = next(spans, None)
    for at, token in enumerate(analysis.tokens):
        while span is not None and span.end <= token.start:
            span = next(spans, None)
        if span is None:
            break
        if token.start < span.end and span.start < token.end:
            held.add(at)
    return Words(analysis, frozenset(held))
