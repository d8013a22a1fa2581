"""What stands between words: marks, quotes, white space, and signs that belong to a number."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from sourcier.core.edit import Category, EditUnit
from sourcier.core.span import Span
from sourcier.lineage.differing.similar import shared_prefix
from sourcier.lineage.differing.weights import BASE, MARK, QUOTES, SPACE
from sourcier.lineage.differing.word import TITLE, Word

_ENDS = frozenset(".!?…؟۔।。！？｡\n\r\u2028\u2029")
_LINES = frozenset("\n\r\u2028\u2029")
_QUOTES = frozenset('«»“”„"‹›「」『』?')
_OPENING = frozenset("«“„‹「『")
_SENTENCE = 3  # words; two words between full stops are rarely a sentence


@lru_cache(4096)
def mark_fit(old: str, new: str) -> tuple[Category, float]:
    """Return category and weight of a difference between two separators."""
    if _signs(old) != _signs(new):
        return "number", BASE["number"]
    if old.split() == new.split():
        return "typography", SPACE
    return "typography", (QUOTES if _QUOTES.intersection(old) ^ _QUOTES.intersection(new) else MARK)


@lru_cache(4096)
def _signs(separator: str) -> str:
    """Return the signs that change what a number says: %, ‰, °, currencies."""
    return "".join(mark for mark in separator if mark in "%‰°" or unicodedata.category(mark) == "Sc")


@lru_cache(4096)
def _ends(separator: str) -> bool:
    return not _ENDS.isdisjoint(separator)


def starts_sentence(lead: str, before: Sequence[Word]) -> bool:
    """Tell whether a sentence or quotation starts after `lead`, which stands behind the words `before`."""
    if not before:
        return True
    if lead == " ":
        return False
    if _ends(lead):
        last = before[-1]
        shortened = lead.strip() == "." and (last.marks & TITLE or (len(last.written) == 1 and last.written.isupper()))
        return not shortened
    return not _OPENING.isdisjoint(lead)


def unit(words: int, lead: str, trail: str) -> EditUnit:
    """Return what an edit of so many words between two separators covers."""
    if words < _SENTENCE or not (_ends(lead) and _ends(trail)):
        return "words"
    return "sentence" if _LINES.isdisjoint(lead) or _LINES.isdisjoint(trail) else "paragraph"


Pair = tuple[Span, Span]


def placed(bare: str, gap: Span, full: str, whole: Span, inner: Span) -> tuple[Pair | None, Pair, Pair | None]:
    """Return which characters of one side words that the other side lacks take along, and their place there.

    `bare` is the text that lacks them, its separator there is at `gap`; in the text `full` the words are at `inner`
    and, with the separators around them, at `whole`. Before and behind the pair stand those of separators that remain
    on both sides.
    """
    kept = gap.of(bare)
    lead, trail = full[whole.start : inner.start], full[inner.end : whole.end]
    if _signs(kept) and not _signs(lead + trail):
        return _for_sign(kept, whole, inner, gap)
    start, end = Span(gap.start, gap.start), Span(gap.end, gap.end)
    if lead == kept:
        return None, (Span(inner.start, whole.end), end), None
    if trail == kept:
        return None, (Span(whole.start, inner.end), start), None
    head = shared_prefix(lead, kept)
    tail = min(shared_prefix(trail[::-1], kept[::-1]), len(kept) - head)
    if head + tail == len(kept):
        at = gap.start + head
        return None, (Span(whole.start + head, whole.end - tail), Span(at, at)), None
    if tail > head:
        return None, (Span(whole.start, inner.end), start), (Span(inner.end, whole.end), gap)
    return (Span(whole.start, inner.start), gap), (Span(inner.start, whole.end), end), None


def _for_sign(kept: str, whole: Span, inner: Span, gap: Span) -> tuple[Pair, Pair, Pair]:
    """Words for a sign: « 20 % » and « 20 pour cent »."""
    signs = _signs(kept)
    sign = Span(gap.start + kept.index(signs[0]), gap.start + kept.rindex(signs[-1]) + 1)
    before = Span(whole.start, inner.start), Span(gap.start, sign.start)
    return before, (inner, sign), (Span(inner.end, whole.end), Span(sign.end, gap.end))
