"""`sourcier find`: where else a text stands."""

from typing import TYPE_CHECKING, Any

from sourcier.cli import options
from sourcier.cli.corpus import corpus, ledger_file, read_options
from sourcier.cli.page import Command
from sourcier.cli.progress import Progress
from sourcier.cli.terminal import Terminal
from sourcier.lang.interface import Phrases

if TYPE_CHECKING:
    from sourcier.core.article import Article
    from sourcier.workflow.options import ReadOptions
    from sourcier.workflow.shown import FoundIn


def command(phrases: Phrases) -> Command:
    """Make the command."""
    params = [
        options.argument(phrases, "file"),
        options.paths(phrases),
        *options.ledger(phrases),
        *options.reading(phrases),
        *options.output(phrases),
    ]
    return Command("find", phrases, params, run)


def run(terminal: Terminal, *, file: str, paths: tuple[str, ...], ledger: str, memory: bool, **values: Any) -> int:
    """Print where else the text stands."""
    from sourcier.workflow.one_article import read_one  # noqa: PLC0415 - brings in the readers

    reading = read_options(values)
    article, problems = read_one(file, reading)
    terminal.problems(problems)
    if article is None:
        return 1
    found = _in_paths(terminal, article, paths, reading) if paths else _in_ledger(terminal, article, ledger, memory)
    if terminal.as_json:
        terminal.rows([found.row()])
        return 0
    from sourcier.cli.screen import found as found_screen  # noqa: PLC0415 - rich is for people

    terminal.show(*found_screen.screen(found, article, found.articles, terminal.phrases))
    return 0


def _in_paths(terminal: Terminal, article: "Article", paths: tuple[str, ...], reading: "ReadOptions") -> "FoundIn":
    from sourcier.workflow.producing import in_memory  # noqa: PLC0415 - brings in the stages
    from sourcier.workflow.shown import found_in  # noqa: PLC0415 - as above
    from sourcier.workflow.trace import find  # noqa: PLC0415 - as above

    searched = corpus(terminal, paths, None, reading)
    articles = {each.id: each for each in searched.articles}
    return found_in(find(article, searched), article, articles, in_memory())


def _in_ledger(terminal: Terminal, article: "Article", ledger: str, memory: bool) -> "FoundIn":
    from sourcier.workflow.opened import Ledger  # noqa: PLC0415 - brings in the store

    path = ledger_file(terminal, None if memory else ledger)
    with Progress(terminal.phrases, quiet=terminal.as_json) as progress, Ledger(path) as opened:
        return opened.seek(article, progress)
