"""The facts of an article: its text with each one marked, and a table a reader beside it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sourcier.core.article import Article
from sourcier.core.facts import Facts
from sourcier.core.problem import Problem
from sourcier.core.span import Span
from sourcier.export.fact_tables import Kind, Table, tables
from sourcier.export.html import Html, element, joined
from sourcier.lang.interface import Phrases
from sourcier.lang.messages import in_language

MOST = 2_000
"""Marks in a text, and rows in a table; more are counted and not drawn."""
_SAMPLES: dict[Kind, str] = {
    "people": "p0",
    "offices": "p1",
    "organisations": "p2",
    "places": "p3",
    "dates": "p4",
    "numbers": "p5",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: its cells, and the numbers of the marks where the text speaks of it."""

    cells: tuple[str, ...]
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FactTable:
    """A table with the look of its marks; `more` counts the rows left out."""

    table: Table
    look: str
    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What the layer shows; `problems` are sentences: why nothing was read, or what does not agree in the text."""

    text: Html
    tables: tuple[FactTable, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    kind: Kind
    number: int


def article_facts(article: Article, found: Facts | Problem, phrases: Phrases) -> ArticleFacts:
    """Return the layer of one article; `found` is a Problem where nothing reads its language."""
    if isinstance(found, Problem):
        return ArticleFacts(_text(article.text, ()), (), (in_language(found.message, phrases),))
    made = list(tables(found, article.text, phrases))
    marks = list(_marks(made))
    numbers = {(mark.span, mark.kind): mark.number for mark in marks}
    shown = tuple(_table(each, numbers) for each in made)
    problems = tuple(in_language(each.message, phrases) for each in found.problems)
    return ArticleFacts(_text(article.text, marks), shown, problems)


def _marks(made: Iterable[Table]) -> Iterator[_Mark]:
    """Yield what is marked, in order: of two that overlap the one that begins first, then the longer."""
    spans = sorted(
        {(span, table.kind) for table in made for row in table.rows for span in row.spans},
        key=lambda pair: (pair[0].start, -pair[0].end, pair[1]),
    )
    end = number = 0
    for span, kind in spans:
        if span.start >= end and len(span) and number < MOST:
            end, number = span.end, number + 1
            yield _Mark(span, kind, number)


def _table(table: Table, numbers: dict[tuple[Span, Kind], int]) -> FactTable:
    lines = [
        Line(row.cells, tuple(numbers[key] for span in row.spans if (key := (span, table.kind)) in numbers))
        for row in table.rows[:MOST]
    ]
    return FactTable(table, _SAMPLES[table.kind], tuple(lines), max(0, len(table.rows) - MOST))


def _text(text: str, marks: Sequence[_Mark]) -> Html:
    """The paragraphs; a mark that goes over the end of one is opened again in the next."""
    done, at = [], 0
    waiting = iter([*marks, None])
    mark = next(waiting)
    for line in text.split("\n"):
        end, inside = at + len(line), []
        while mark is not None and mark.span.start < end:
            start = max(at, mark.span.start)
            stop = min(end, mark.span.end)
            if start < stop:
                inside += [text[at:start], _marked(text[start:stop], mark, first=start == mark.span.start)]
                at = stop
            if mark.span.end > end:
                break
            mark = next(waiting)
        inside.append(text[at:end])
        if line.strip():
            done.append(element("p", *inside))
        at = end + 1
    return joined(done)


def _marked(words: str, mark: _Mark, *, first: bool) -> Html:
    return element("mark", words, class_=_SAMPLES[mark.kind], id=f"fact-{mark.number}" if first else None)
