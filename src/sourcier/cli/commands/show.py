"""`sourcier show`: one article with its passages marked."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sourcier.cli import options
from sourcier.cli.corpus import read_options
from sourcier.cli.page import Command
from sourcier.cli.terminal import Terminal
from sourcier.cli.tracing import traced
from sourcier.core.errors import UnknownArticle
from sourcier.lang.interface import Phrases

if TYPE_CHECKING:
    from sourcier.core.article import Article
    from sourcier.workflow.traced import Trace


def command(phrases: Phrases) -> Command:
    """Make the command."""
    params = [
        options.argument(phrases, "id"),
        options.paths(phrases),
        *options.ledger(phrases),
        *options.reading(phrases),
        *options.output(phrases),
    ]
    return Command("show", phrases, params, run)


def run(terminal: Terminal, *, paths: tuple[str, ...], ledger: str, memory: bool, **values: Any) -> int:
    """Print one article."""
    wanted = values.pop("id")
    found = traced(terminal, paths, None if memory else ledger, read_options(values))
    article = _named(found, wanted)
    if terminal.as_json:
        terminal.rows([_row(found, article)])
        return 0
    from sourcier.cli.screen import article as article_screen  # noqa: PLC0415 - rich is for people

    terminal.show(*article_screen.screen(found, article, terminal.phrases))
    return 0


def _named(found: "Trace", wanted: str) -> "Article":
    """Return the article with this id, else the one read from this path."""
    try:
        return found.article(wanted)
    except UnknownArticle:
        path = Path(wanted).resolve()
        read = [each for each in found.articles.values() if any(Path(at).resolve() == path for at in each.locations)]
        if len(read) != 1:
            raise
        return read[0]


def _row(found: "Trace", article: "Article") -> bytes:
    from sourcier.export.article_rows import shown  # noqa: PLC0415 - keeps orjson off --help

    passages = [*found.passages_of(article.id), *found.passages_from(article.id)]
    edges = [*found.edges_of(article.id), *found.edges_from(article.id)]
    unmatched = found.shares_of(article.id), found.searched_for(article.id)
    return shown(article, passages, edges, unmatched, found.texts)
