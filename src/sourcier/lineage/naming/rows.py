"""The lines of a text that can hold a signature: which stand at its top, which at its end."""

from bisect import bisect_right
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


class Lines:
    """The lines of an article that have text: where they stand, and each one's row when it is asked for.

    `spans` are their half-open offsets as bare pairs: most lines of most texts need no more.
    """

    __slots__ = ("_article", "_bodies", "spans")

    def __init__(self, article: Article) -> None:
        self._article = article
        self.spans = _spans(article.text)
        self._bodies = [number for number, (start, end) in enumerate(self.spans) if end - start >= _BODY_LINE]

    def __getitem__(self, number: int) -> Row:
        span, total = Span(*self.spans[number]), len(self._article.text)
        lines_after = len(self.spans) - 1 - number
        bodies_after = len(self._bodies) - bisect_right(self._bodies, number)
        end = lines_after < _END and (bodies_after <= _FOOTERS or total - span.end <= _TAIL * total)
        title = _is_title(self._article, span, number)
        heading = number == 0 and _may_head(self._article, span)
        return Row(span, number < _TOP and lines_after > 0, end, bodies_after == 0, title, heading)

    def last(self, number: int) -> bool:
        """Tell whether no line with as much text as a paragraph follows."""
        return not self._bodies or number >= self._bodies[-1]

    def number_at(self, place: int) -> int:
        """Return the number of the last line that begins at `place` or before, -1 where none does."""
        return bisect_right(self.spans, place, key=_start) - 1

    def at(self, span: Span) -> Row | None:
        """Return the line that holds `span`."""
        number = self.number_at(span.start)
        return self[number] if number >= 0 and span.end <= self.spans[number][1] else None


def _start(span: tuple[int, int]) -> int:
    return span[0]


def _may_head(article: Article, span: Span) -> bool:
    known = article.title or article.title_span
    return not known and span.end < len(article.text.rstrip()) and not set(".!?").intersection(span.of(article.text))


def _is_title(article: Article, span: Span, number: int) -> bool:
    if article.title_span:
        return article.title_span.overlaps(span)
    return number == 0 and bool(article.title) and span.of(article.text) == article.title


def _spans(text: str) -> list[tuple[int, int]]:
    spans = []
    start = 0
    for line in text.split("\n"):
        if bare := line.strip():
            first = start + line.index(bare[0])
            spans.append((first, first + len(bare)))
        start += len(line) + 1
    return spans
