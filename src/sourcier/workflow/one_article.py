"""One article from what a person names: a text, a file, standard input, or an id in the ledger."""

from dataclasses import replace
from pathlib import Path

from sourcier.core.article import Article
from sourcier.core.errors import InputError, NoArticle
from sourcier.core.problem import Problem
from sourcier.ingest.registry import read
from sourcier.store.ledger import Ledger
from sourcier.workflow.options import ReadOptions

_STDIN = "-"


def read_one(path: str | Path, options: ReadOptions) -> tuple[Article | None, tuple[Problem, ...]]:
    """Read the one article of a file, or of standard input for « - »; None where it holds none.

    Raises InputError where it holds several, or is not there.
    """
    met = list(read([path], options))
    articles = [each for each in met if isinstance(each, Article)]
    if len(articles) > 1:
        ids = ", ".join(article.id for article in articles[:3])
        raise InputError(f"{path} holds {len(articles)} articles, and one is needed", f"among them {ids}")
    return (articles[0] if articles else None), tuple(each for each in met if isinstance(each, Problem))


def named(name: str, ledger: Path | None, options: ReadOptions) -> tuple[Article | None, tuple[Problem, ...]]:
    """Read a file of this name, else take the article with this id out of the ledger."""
    if name == _STDIN or Path(name).exists():
        return read_one(name, options)
    file, _, record = name.rpartition("#")
    if record and Path(file).is_file():
        return _record(file, name, record, options)
    if ledger is None or not ledger.is_file():
        raise InputError(f"there is no file {name}", None if ledger is None else f"and no ledger at {ledger}")
    with Ledger(ledger, create=False) as opened:
        return opened.article(name), ()


def _record(file: str, name: str, record: str, options: ReadOptions) -> tuple[Article | None, tuple[Problem, ...]]:
    """Read the article of a file that stands on this line, or has this id."""
    met = list(read([file], options))
    articles = [each for each in met if isinstance(each, Article)]
    found = [each for each in articles if each.id == record] or [each for each in articles if _stands(each, name)]
    if not found:
        raise InputError(f"no article has the id {name}", f"among them {', '.join(each.id for each in articles[:3])}")
    return found[0], tuple(each for each in met if isinstance(each, Problem))


def _stands(article: Article, name: str) -> bool:
    return (article.path or "").replace("\\", "/") == Path(name).as_posix() or article.id == Path(name).name


def two(a: str, b: str, ledger: Path | None, options: ReadOptions) -> tuple[Article, Article, tuple[Problem, ...]]:
    """Return the two articles of `named`; files of one name in two folders go by their paths.

    Raises NoArticle where one of them holds none.
    """
    first, problems = _there(a, ledger, options)
    second, more = _there(b, ledger, options)
    if first.id == second.id:
        first, second = replace(first, id=a), replace(second, id=b)
    if first.id == second.id:
        raise InputError(f"{a} and {b} are the same article")
    return first, second, (*problems, *more)


def _there(name: str, ledger: Path | None, options: ReadOptions) -> tuple[Article, tuple[Problem, ...]]:
    article, problems = named(name, ledger, options)
    if article is None:
        why = problems[0] if problems else Problem("ingest", name, "there is no article in it")
        raise NoArticle(f"{name}: {why.message}", why.hint)
    return article, problems
