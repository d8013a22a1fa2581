"""`sourcier find`: where else a text stands."""

from typing import Any

from sourcier.cli import options
from sourcier.cli.corpus import corpus, read_options
from sourcier.cli.page import Command
from sourcier.cli.terminal import Terminal
from sourcier.lang.interface import Phrases


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
    from sourcier.workflow.trace import find  # noqa: PLC0415 - brings in the stages

    reading = read_options(values)
    article, problems = read_one(file, reading)
    terminal.problems(problems)
    if article is None:
        return 1
    searched = corpus(terminal, paths, None if memory else ledger, reading)
    found = find(article, searched)
    articles = {each.id: each for each in searched.articles}
    if terminal.as_json:
        from sourcier.export.article_rows import found as row  # noqa: PLC0415 - keeps orjson off --help

        terminal.rows([row(found, article.text, {id_: each.text for id_, each in articles.items()})])
        return 0
    from sourcier.cli.screen import found as found_screen  # noqa: PLC0415 - rich is for people

    terminal.show(*found_screen.screen(found, article, articles, terminal.phrases))
    return 0
