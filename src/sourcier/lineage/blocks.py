"""Whole units put in, left out or moved between two texts, apart from the differences inside their passages."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from sourcier.core.article import Article
from sourcier.core.family import Block
from sourcier.core.span import Span
from sourcier.text.sentences import paragraphs, sentences

Unit = Literal["words", "sentence", "paragraph"]
Pair = tuple[Span, Span]


def blocks(derived: Article, source: Article, pairs: Sequence[Pair]) -> tuple[Block, ...]:
    """Return the blocks in order of their position in `derived`; `pairs` are the passages' spans there and in `source`.

    Inserted is what no passage of `derived` covers: paragraphs, else sentences, else words beside the shared part of a
    sentence; dropped is the same of `source`. Moved are the fewest passages without which the order is one.
    """
    pairs = sorted(pairs)
    turned = sorted((theirs, ours) for ours, theirs in pairs)
    found = [Block(unit, "inserted", span, at) for unit, span, at in _uncovered(derived, pairs)]
    found += [Block(unit, "dropped", at, span) for unit, span, at in _uncovered(source, turned)]
    found += [Block(_unit(derived.text, pair[0]), "moved", *pair) for pair in _moved(pairs)]
    return tuple(sorted(found, key=lambda block: (block.derived, block.source, block.kind)))


def _uncovered(article: Article, pairs: Sequence[Pair]) -> Iterator[tuple[Unit, Span, Span]]:
    """Yield the parts that no pair's first span covers, with the place where the other text lacks them."""
    covered = _Cover(pairs)
    text = article.text
    for paragraph in paragraphs(text):
        if article.title_span and article.title_span.holds(paragraph):
            continue  # headlines are compared apart
        inside = covered.over(paragraph)
        if not inside:
            if _says(text, paragraph):
                yield "paragraph", paragraph, covered.behind(paragraph.start)
            continue
        for sentence in sentences(paragraph.of(text)):
            here = Span(paragraph.start + sentence.start, paragraph.start + sentence.end)
            yield from _in_sentence(text, here, covered)


def _in_sentence(text: str, sentence: Span, covered: "_Cover") -> Iterator[tuple[Unit, Span, Span]]:
    inside = covered.over(sentence)
    if not inside:
        if _says(text, sentence):
            yield "sentence", sentence, covered.behind(sentence.start)
        return
    at = sentence.start
    for number in inside:
        span, theirs = covered.pairs[number]
        rest = _bare(text, at, span.start)
        if rest:
            first = number == inside[0]
            yield "words", rest, Span(theirs.start, theirs.start) if first else covered.behind(rest.start)
        at = max(at, span.end)
    rest = _bare(text, at, sentence.end)
    if rest:
        yield "words", rest, covered.behind(rest.start)


class _Cover:
    """The pairs in order of their first spans."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self.pairs = pairs
        self._starts = [ours.start for ours, _ in pairs]
        self._reach: list[int] = []  # the farthest end so far, so that spans may overlap
        for ours, _ in pairs:
            self._reach.append(max(ours.end, self._reach[-1] if self._reach else 0))

    def over(self, span: Span) -> range:
        """Return the numbers of the pairs from the first to the last that reach into a span."""
        first = bisect_right(self._reach, span.start)
        last = bisect_right(self._starts, span.end - 1)
        return range(first, max(first, last))

    def behind(self, position: int) -> Span:
        """Return the empty place in the other text behind the last pair that starts before `position`."""
        number = bisect_right(self._starts, position) - 1
        if number >= 0:
            end = self.pairs[number][1].end
            return Span(end, end)
        start = self.pairs[0][1].start if self.pairs else 0
        return Span(start, start)


def _bare(text: str, start: int, end: int) -> Span | None:
    """Return the stretch without the marks that only join it to the shared part, None where it says nothing."""
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:.–—-"):
        end -= 1
    return Span(start, end) if start < end else None


def _says(text: str, span: Span) -> bool:
    return any(letter.isalnum() for letter in span.of(text))


def _moved(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs outside a longest run that comes in one order in both texts."""
    tails: list[int] = []  # the pair that ends the best run of each length
    ends: list[int] = []  # where that pair starts in the source
    before: list[int] = []
    for number, (_, theirs) in enumerate(pairs):
        length = bisect_right(ends, theirs.start)
        before.append(tails[length - 1] if length else -1)
        if length == len(tails):
            tails.append(number)
            ends.append(theirs.start)
        else:
            tails[length], ends[length] = number, theirs.start
    stays = set()
    at = tails[-1] if tails else -1
    while at >= 0:
        stays.add(at)
        at = before[at]
    return [pair for number, pair in enumerate(pairs) if number not in stays]


def _unit(text: str, span: Span) -> Unit:
    """Return the largest unit of which `span` holds all letters and digits of one."""
    start = max(text.rfind("\n", 0, span.start) + 1, 0)
    end = text.find("\n", span.end)
    around = text[start : end if end >= 0 else len(text)]
    here = Span(span.start - start, span.end - start)
    for unit, parts in _parts(around):
        place = bisect_left(parts, here.start, key=lambda part: part.start)
        if place < len(parts) and _holds(around, here, parts[place]):  # what this one lacks, the next lack too
            return unit
    return "words"


@lru_cache(maxsize=4)  # the passages of a long paragraph ask for the same, one after another
def _parts(around: str) -> tuple[tuple[Unit, list[Span]], ...]:
    """Return the paragraphs and sentences of a stretch, without those that say nothing."""
    found: tuple[tuple[Unit, list[Span]], ...] = (("paragraph", paragraphs(around)), ("sentence", sentences(around)))
    return tuple(
        (unit, [bare for part in parts if (bare := _bare(around, part.start, part.end))]) for unit, parts in found
    )


def _holds(text: str, span: Span, part: Span) -> bool:
    return span.holds(part) or (
        span.start <= part.start and not any(letter.isalnum() for letter in text[span.end : part.end])
    )
