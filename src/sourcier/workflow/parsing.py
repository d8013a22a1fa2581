"""Articles as a linguistic engine reads them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sourcier.core.article import Article
from sourcier.core.problem import Problem
from sourcier.engines import registry
from sourcier.export.analysis_rows import parsed
from sourcier.export.conllu import conllu
from sourcier.text.analysis import Analysis
from sourcier.text.engine import Engine
from sourcier.workflow.options import ReadOptions
from sourcier.workflow.reading import read
from sourcier.workflow.trace import with_languages

_STAGE = "engine"


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article and what the engine found in it."""

    article: Article
    analysis: Analysis

    def row(self) -> bytes:
        """Return the line of `parse --json`."""
        return parsed(self.analysis, self.article.id, self.article.path)

    def conllu(self) -> Iterator[bytes]:
        """Yield the article in CoNLL-U, a piece a sentence."""
        return conllu(self.analysis, self.article.id)


def parse(
    paths: Sequence[str], options: ReadOptions | None = None, engine: str | None = None
) -> Iterator[Parsed | Problem]:
    """Return each article of the paths as `engine` reads it, by default the engine of the article's language.

    An article of a language without an engine is a problem. Raises InputError at once for a path that is not there, or
    an engine that cannot be used.
    """
    named = registry.load(engine) if engine else None
    return _each(read(paths, options), named)


def parse_article(article: Article, engine: Engine | None = None) -> Parsed | Problem:
    """Return one article as the engine reads it, by default the one of its language; a problem where there is none."""
    chosen = engine
    if chosen is None:
        (article,) = with_languages([article])
        chosen = registry.default(article.language)
    if chosen is None:
        return skipped(article)
    return Parsed(article, chosen.analyse(article.text))


def _each(met: Iterable[Article | Problem], engine: Engine | None) -> Iterator[Parsed | Problem]:
    return (parse_article(each, engine) if isinstance(each, Article) else each for each in met)


def skipped(article: Article) -> Problem:
    """Return what to say of an article whose language no engine reads."""
    if article.language is None:
        return Problem(
            _STAGE,
            article.id,
            "the language is not known: words, sentences and syntax were not read",
            "state it with --language, or choose what reads it with --engine",
        )
    return Problem(
        _STAGE,
        article.id,
        f"no engine reads the language {article.language}: words, sentences and syntax were not read",
        "choose one with --engine, such as spacy:NAME",
    )
