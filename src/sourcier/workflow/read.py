"""Articles as the readers read them: who, which bodies, where, when, how many."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from sourcier.core.article import Article
from sourcier.core.facts import Facts
from sourcier.core.problem import Problem
from sourcier.core.progress import Progress
from sourcier.engines import registry
from sourcier.export import fact_rows
from sourcier.reading.dates.copied import Taken
from sourcier.runners.here import ordered
from sourcier.runners.pool import Job
from sourcier.workflow.composed import composed, moved
from sourcier.workflow.copied import among
from sourcier.workflow.corpus import Corpus
from sourcier.workflow.facts import facts
from sourcier.workflow.own_places import Own, known_places
from sourcier.workflow.parsing import skipped
from sourcier.workflow.trace import trace, with_languages

_STAGE = "facts"


@dataclass(frozen=True, slots=True)
class Read:
    """An article and what was found in it; `facts` is None where nothing reads its language."""

    article: Article
    facts: Facts | None
    problems: tuple[Problem, ...]

    def row(self) -> bytes:
        """Return the line of `read --json`."""
        return fact_rows.read(self.article, self.facts, self.problems)


@dataclass(frozen=True, slots=True)
class _Task:
    """An article that is to be read, as it is sent to another process: without its page."""

    article: Article
    taken: Sequence[Taken] = ()

    @property
    def size(self) -> int:
        return len(self.article.text)


def read_articles(
    articles: Iterable[Article | Problem],
    processes: int | None = None,
    taken: Mapping[str, Sequence[Taken]] = MappingProxyType({}),
) -> Iterator[Read | Problem]:
    """Yield each article as it is read, in order, and problems as they are; a bounded number is in memory at a time.

    `taken` is by id what articles took from earlier ones, where that was traced.
    `processes` is how many read at most, as many as there are cores where it is None; little work is done in this one.
    """
    tasks = (
        _Task(replace(each, raw=None), taken.get(each.id, ())) if isinstance(each, Article) else each
        for each in articles
    )
    return ordered(Job(_Task, _work, _lost), tasks, processes)


def read_corpus(corpus: Corpus, progress: Progress | None = None) -> Iterator[Read | Problem]:
    """Yield each article of a corpus as it is read; where there are several, what they took from one another counts."""
    taken: Mapping[str, Sequence[Taken]] = {}
    if len(corpus.articles) > 1:
        taken = among(corpus.articles, trace(corpus, families=False, progress=progress).passages)
    return read_articles(corpus.articles, taken=taken)


def read_article(article: Article, taken: Sequence[Taken] = (), own: Own | None = None) -> Read:
    """Return one article as the engine of its language and all readers read it, given what it took from others.

    `own` are the places of a ledger that are known beside those of the package.
    """
    (known,) = with_languages([article])
    engine = registry.default(known.language)
    if engine is None:
        return Read(known, None, (skipped(known),))
    text, places = composed(known.text)
    passages = taken if places is None else ()  # their offsets are those of the text as it stands
    found = facts(engine.analyse(text), known_places(own), known.published, known.id, passages=passages)
    found = found if places is None else moved(found, places)
    return Read(known, found, found.problems)


def read_alone(article: Article, taken: Sequence[Taken] = (), own: Own | None = None) -> Read:
    """Do what `read_article` does; whatever is wrong with one article is a problem of it alone."""
    try:
        return read_article(article, taken, own)
    except Exception as error:  # noqa: BLE001 - the others are read
        why = " ".join(str(error).split()) or type(error).__name__
        return unread(article, f"this article cannot be read: {why}")


def unread(article: Article, why: str = "reading this article ended the program that read it") -> Read:
    """Return an article in which nothing was read, and why."""
    return Read(article, None, (Problem(_STAGE, article.id, why, "report it"),))


def _work(task: _Task) -> Read | Problem:
    return read_alone(task.article, task.taken)


def _lost(task: _Task) -> Read | Problem:
    return unread(task.article)
