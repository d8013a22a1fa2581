"""`sourcier show`: one article with its passages marked, and the versions of its page."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sourcier.cli import options
from sourcier.cli.corpus import ledger_file, read_options
from sourcier.cli.page import Command
from sourcier.cli.terminal import Terminal
from sourcier.cli.tracing import traced
from sourcier.core.address import normalised
from sourcier.core.errors import InputError, UnknownArticle
from sourcier.lang.interface import Phrases

if TYPE_CHECKING:
    from sourcier.core.article import Article
    from sourcier.core.version import Revision
    from sourcier.workflow.read import Read
    from sourcier.workflow.traced import Trace


def command(phrases: Phrases) -> Command:
    """Make the command."""
    params = [
        options.argument(phrases, "id_or_url"),
        options.paths(phrases),
        options.flag(phrases, "versions"),
        options.flag(phrases, "facts"),
        *options.ledger(phrases),
        *options.reading(phrases),
        *options.output(phrases),
    ]
    return Command("show", phrases, params, run)


def run(terminal: Terminal, *, paths: tuple[str, ...], versions: bool, ledger: str, memory: bool, **values: Any) -> int:
    """Print one article, with its facts if asked for, or the versions of its page."""
    wanted, file, facts = values.pop("id_or_url"), None if memory else ledger, values.pop("facts")
    if "://" in wanted and not paths:
        wanted = _last(terminal, wanted, file)
    if versions:
        return _versions(terminal, wanted, paths, file)
    found = traced(terminal, paths, file, read_options(values))
    article = _named(found, wanted)
    others = None if paths else _read(terminal, article.id, file)
    told = _facts(found, article, None if paths else file, terminal) if facts else None
    if terminal.as_json:
        terminal.rows([_row(found, article, others, told)])
        return 0
    from sourcier.cli.screen import article as article_screen  # noqa: PLC0415 - rich is for people
    from sourcier.cli.screen import versions as versions_screen  # noqa: PLC0415 - the same

    ids = frozenset(each.version.article.id for each in others or ()) - {article.id}
    terminal.show(*article_screen.screen(found, article, terminal.phrases, ids))
    if others:
        terminal.show("", *versions_screen.table(others, article.id, terminal.phrases))
    if told:
        from sourcier.cli.screen import read as read_screen  # noqa: PLC0415 - the same

        terminal.show("", *read_screen.told(told, terminal.phrases))
    return 0


def _facts(found: "Trace", article: "Article", ledger: str | None, terminal: Terminal) -> "Read":
    """Read an article of a ledger as that knows it, with its own places; one of paths beside the others."""
    if ledger is not None:
        from sourcier.workflow.opened import Ledger  # noqa: PLC0415 - brings in the store

        with Ledger(ledger_file(terminal, ledger)) as opened:
            return opened.read_one(article.id)
    from sourcier.workflow.copied import among  # noqa: PLC0415 - brings in the stages
    from sourcier.workflow.read import read_article  # noqa: PLC0415 - brings in the readers

    return read_article(article, among(found.articles.values(), found.passages_of(article.id)).get(article.id, ()))


def _versions(terminal: Terminal, wanted: str, paths: tuple[str, ...], ledger: str | None) -> int:
    if paths:
        raise InputError(terminal.say("wrong.versions_paths"), terminal.say("wrong.versions_paths_hint"))
    found = _read(terminal, wanted, ledger)
    if terminal.as_json:
        from sourcier.export.produced import produced  # noqa: PLC0415 - keeps orjson off --help
        from sourcier.export.version_rows import lines  # noqa: PLC0415 - as above
        from sourcier.workflow.producing import of_two  # noqa: PLC0415 - brings in the stages

        terminal.rows(produced(lines(found), of_two()))
        return 0
    from sourcier.cli.screen import versions as versions_screen  # noqa: PLC0415 - rich is for people

    if not found:
        terminal.tell(terminal.say("pages.versions.alone"))
    terminal.show(*versions_screen.screen(found, terminal.phrases))
    return 0


def _read(terminal: Terminal, wanted: str, ledger: str | None) -> "list[Revision]":
    from sourcier.workflow.opened import Ledger  # noqa: PLC0415 - brings in the store

    with Ledger(ledger_file(terminal, ledger)) as opened:
        return opened.versions(wanted)


def _last(terminal: Terminal, address: str, ledger: str | None) -> str:
    from sourcier.workflow.opened import Ledger  # noqa: PLC0415 - brings in the store

    with Ledger(ledger_file(terminal, ledger)) as opened:
        return opened.last_of(address)


def _named(found: "Trace", wanted: str) -> "Article":
    """Return the article with this id, else the one read from this path, or from this address."""
    try:
        return found.article(wanted)
    except UnknownArticle:
        read = [each for each in found.articles.values() if _stands(each, wanted)]
        if len(read) != 1:
            raise
        return read[0]


def _stands(article: "Article", wanted: str) -> bool:
    if "://" in wanted:
        return article.url is not None and normalised(article.url) == normalised(wanted)
    path = Path(wanted).resolve()
    return any(Path(at).resolve() == path for at in article.locations)


def _row(found: "Trace", article: "Article", versions: "list[Revision] | None", told: "Read | None") -> bytes:
    from sourcier.export import fact_rows  # noqa: PLC0415 - keeps orjson off --help
    from sourcier.export.article_rows import shown_fields  # noqa: PLC0415 - keeps orjson off --help
    from sourcier.export.line import line  # noqa: PLC0415 - as above
    from sourcier.export.produced import one_produced  # noqa: PLC0415 - as above
    from sourcier.export.version_rows import rows  # noqa: PLC0415 - as above

    passages = [*found.passages_of(article.id), *found.passages_from(article.id)]
    edges = [*found.edges_of(article.id), *found.edges_from(article.id)]
    unmatched = found.shares_of(article.id), found.searched_for(article.id)
    fields = shown_fields(article, passages, edges, unmatched, found.texts)
    if versions is not None:
        fields["versions"] = rows(versions)
    if told and told.facts:
        fields["facts"] = fact_rows.fields(told.facts, article.text)
    return one_produced(line(fields), found.producer)
