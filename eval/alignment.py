"""Which predicted token is which gold token: the one with exactly its span."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.conllu import Word
from eval.raw_text import Gold
from sourcier.core.span import Span
from sourcier.text.analysis import Analysis, Token


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold word and the token predicted for it, None where no token has its span.

    `head` tells whether the predicted head has exactly the span of the gold one; a root's head is the root.
    """

    gold: Word
    found: Token | None
    head: bool


@dataclass(frozen=True, slots=True)
class Aligned:
    """One text: a pair for each gold word, the tokens predicted, and sentences as spans of both sides."""

    pairs: tuple[Pair, ...]
    tokens: tuple[Token, ...]
    gold_sentences: frozenset[Span]
    found_sentences: frozenset[Span]


def align(gold: Gold, found: Analysis) -> Aligned:
    """Lay an analysis of the text beside the gold one."""
    by_span = {(token.start, token.end): at for at, token in enumerate(found.tokens)}
    places = [by_span.get((span.start, span.end)) for span in gold.spans]
    pairs = tuple(_pair(gold, at, places, found.tokens) for at in range(len(places)))
    return Aligned(pairs, found.tokens, _sentences(gold), frozenset(map(found.span, found.sentences)))


def _pair(gold: Gold, at: int, places: Sequence[int | None], tokens: Sequence[Token]) -> Pair:
    place = places[at]
    if place is None:
        return Pair(gold.words[at], None, head=False)
    return Pair(gold.words[at], tokens[place], tokens[place].head == places[gold.heads[at]])


def _sentences(gold: Gold) -> frozenset[Span]:
    stops = (*gold.starts[1:], len(gold.words))
    return frozenset(
        Span(gold.spans[first].start, gold.spans[stop - 1].end) for first, stop in zip(gold.starts, stops, strict=True)
    )
