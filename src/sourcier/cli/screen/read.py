"""The screen of `read`: a table a reader, each row with the words of the text."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from sourcier.cli.screen.listing import Listing
from sourcier.cli.screen.style import safe
from sourcier.export.fact_tables import Table, tables
from sourcier.export.names import article_label
from sourcier.lang.interface import Phrases
from sourcier.lang.messages import in_language

if TYPE_CHECKING:
    from sourcier.workflow.read import Read


def screen(found: "Read", phrases: Phrases) -> Iterator[RenderableType]:
    """Yield what to print."""
    yield Text(safe(article_label(found.article, phrases)), style="bold")
    yield from told(found, phrases)
    yield Text()


def told(found: "Read", phrases: Phrases) -> Iterator[RenderableType]:
    """Yield the tables, and what does not agree in the text, or why nothing was read."""
    if found.facts:
        yield from _tables(tables(found.facts, found.article.text, phrases))
    for problem in found.problems:
        yield Text(safe(in_language(problem.message, phrases)), style="dim")


def _tables(found: Iterable[Table]) -> Iterator[RenderableType]:
    for table in found:
        yield Text()
        yield Text(f"{table.heading} ({len(table.rows)})", style="bold")
        listing = Listing(*table.columns)
        for row in table.rows:
            listing.add_row(*map(safe, row.cells))
        yield listing
