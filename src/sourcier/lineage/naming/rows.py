"""The lines of a text that can hold a signature: which stand at its top, which at its end."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sourcier.core.article import Article
from sourcier.core.span import Span

_TOP = 6  # lines with text, headline included
_END = 8
_BODY_LINE = 80  # code points: a line this long is body, or a footer
_FOOTERS = 2  # body-like lines that may follow a closing signature
_TAIL = 0.25  # share of the text that may


@dataclass(frozen=True, slots=True)
class Row:
    """A line without the white space around it; `top` and `end` tell whether a signature there is the whole text's.

    `last` is True when no line with as much text as a paragraph follows; `title` when it is the headline; `heading`
    when it may be one, as the first line of a text without a known title.
    """

    span: Span
    top: bool
    end: bool
    last: bool
    title: bool
    heading: bool


def rows(article: Article) -> Iterator[Row]:
    """Yield the lines that have text."""
    spans = _lines(article.text)
    total = len(article.text)
    bodies_after = 0
    found: list[Row] = []
    for number in range(len(spans) - 1, -1, -1):
        span = spans[number]
        after = len(spans) - 1 - number
        end = after < _END and (bodies_after <= _FOOTERS or total - span.end <= _TAIL * total)
        title = _is_title(article, span, number)
        heading = number == 0 and _may_head(article, span)
        found.append(Row(span, number < _TOP and number < len(spans) - 1, end, bodies_after == 0, title, heading))
        bodies_after += len(span) >= _BODY_LINE
    return reversed(found)


def _may_head(article: Article, span: Span) -> bool:
    known = article.title or article.title_span
    return not known and span.end < len(article.text.rstrip()) and not set(".!?").intersection(span.of(article.text))


def _is_title(article: Article, span: Span, number: int) -> bool:
    if article.title_span:
        return article.title_span.overlaps(span)
    return number == 0 and bool(article.title) and span.of(article.text) == article.title


def _lines(text: str) -> list[Span]:
    spans = []
    start = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            first = start + line.index(bare[0])
            spans.append(Span(first, first + len(bare)))
        start += len(line) + 1
    return spans


def row_at(lines: Sequence[Row], span: Span) -> Row | None:
    """Return the line that holds `span`."""
    place = bisect_right(lines, span.start, key=lambda row: row.span.start) - 1
    return lines[place] if place >= 0 and lines[place].span.holds(span) else None
