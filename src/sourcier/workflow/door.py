"""The verbs of the public door: what `import sourcier` offers beside the core types."""

from collections.abc import Iterable
from pathlib import Path

from sourcier.core.article import Article
from sourcier.core.entity import EntityKind
from sourcier.core.errors import InputError
from sourcier.core.facts import Facts
from sourcier.core.named_entity import Profile
from sourcier.core.problem import Problem
from sourcier.engines import registry
from sourcier.text.analysis import Analysis
from sourcier.workflow import corpus as reading
from sourcier.workflow.corpus import Corpus
from sourcier.workflow.one_article import read_one
from sourcier.workflow.opened import Ledger
from sourcier.workflow.options import ReadOptions
from sourcier.workflow.parsing import parse_article
from sourcier.workflow.producing import in_memory
from sourcier.workflow.read import read_article
from sourcier.workflow.shown import Compared, FoundIn, found_in, shown
from sourcier.workflow.trace import compare as compare_articles
from sourcier.workflow.trace import find as find_article
from sourcier.workflow.traced import Trace, trace_corpus

__all__ = ["Analysis", "Facts", "Ledger", "compare", "entities", "find", "parse", "read", "trace"]

Readable = str | Path | Article
"""A path, or an article already read."""
Text = str | Path | Article
"""A text as a string, a file as a Path, or an article already read."""

_ALL = 1 << 62


def trace(articles: Readable | Iterable[Readable], options: ReadOptions | None = None) -> Trace:
    """Find which passages each article shares with which other, what differs, and what credit is given.

    Strings and paths are files or folders, read into memory; nothing is written. What could not be read is in the
    result's `problems`. Raises InputError for a path that is not there.
    """
    return trace_corpus(_corpus(articles, options))


def compare(a: Text, b: Text) -> Compared:
    """Compare two texts: a string is the text itself, a Path a file. The result says which is `derived`."""
    return shown(compare_articles(_article(a, "a"), _article(b, "b")))


def find(text: Text, corpus: Readable | Iterable[Readable] | Trace | Ledger) -> FoundIn:
    """Find where else a text stands: a string is the text itself, a Path a file.

    `corpus` is what to search: files or folders, articles, an earlier trace, or a ledger. A ledger is not loaded: what
    shares no eight words in a row with the text may be missed there.
    """
    article = _article(text, "text")
    if isinstance(corpus, Ledger):
        return corpus.seek(article)
    searched = _searched(corpus)
    articles = {each.id: each for each in searched.articles}
    return found_in(find_article(article, searched), article, articles, in_memory())


def parse(text: Text, engine: str | None = None) -> Analysis:
    """Read a text's sentences, tokens, parts of speech, features, lemmas and syntax: a string is the text itself.

    `engine` is `french`, `spacy:NAME`, or None for the engine of the text's language. Raises InputError where there is
    none.
    """
    found = parse_article(_article(text, "text"), registry.load(engine) if engine else None)
    if isinstance(found, Problem):
        raise InputError(found.message, found.hint)
    return found.analysis


def read(text: Text) -> Facts:
    """Read who, which bodies, where, when and how many a text names: a string is the text itself.

    An `Article` with `published` tells which day « lundi » is. Raises InputError where nothing reads the language.
    """
    found = read_article(_article(text, "text"))
    if found.facts is None:
        raise InputError(found.problems[0].message, found.problems[0].hint)
    return found.facts


def entities(ledger: str | Path | Ledger, name: str = "", kind: EntityKind | None = None) -> tuple[Profile, ...]:
    """Find persons, organisations and places over all articles of a ledger, the most named first.

    `name` stands in one of their names, accents and case apart; `kind` is `person`, `organisation` or `place`. Raises
    LedgerError where the file is no ledger.
    """
    if isinstance(ledger, Ledger):
        return ledger.entities(name, kind, limit=_ALL).items
    with Ledger(ledger) as opened:
        return opened.entities(name, kind, limit=_ALL).items


def _searched(corpus: Readable | Iterable[Readable] | Trace) -> Corpus:
    if isinstance(corpus, Trace):
        return Corpus(tuple(corpus.articles.values()), corpus.problems)
    return _corpus(corpus, None)


def _corpus(articles: Readable | Iterable[Readable], options: ReadOptions | None) -> Corpus:
    given = [articles] if isinstance(articles, str | Path | Article) else list(articles)
    ready = tuple(each for each in given if isinstance(each, Article))
    paths = [str(each) for each in given if not isinstance(each, Article)]
    read = reading.read(paths, options or ReadOptions()) if paths else Corpus((), ())
    together = (*ready, *read.articles)
    if len({article.id for article in together}) < len(together):
        raise InputError("two articles have the same id", "give each Article an id of its own")
    return Corpus(together, read.problems)


def _article(text: Text, id_: str) -> Article:
    if isinstance(text, Article):
        return text
    if isinstance(text, str):
        return Article(id_, text)
    article, problems = read_one(text, ReadOptions())
    if article is None:
        raise InputError(f"{text}: {problems[0].message if problems else 'no article in it'}")
    return article
