"""What the formats with one article a file have in common."""

from collections.abc import Iterator

from sourcier.core.article import Article
from sourcier.core.problem import Problem
from sourcier.core.span import Span
from sourcier.ingest.decoding import decode
from sourcier.ingest.mending import MESSAGE, mend
from sourcier.ingest.metadata import Metadata
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.sidecar import beside
from sourcier.ingest.source import Source
from sourcier.ingest.trouble import Trouble, problem


def characters(data: bytes, where: str, declared: str | None = None) -> tuple[str, list[Problem]]:
    """Return the text of a file: decoded, mended, its newlines as one character each."""
    text, complaint = decode(data, declared)
    problems = [problem(where, complaint)] if complaint else []
    mended = mend(text)
    if mended is not None:
        text = mended
        problems.append(problem(where, MESSAGE))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise Trouble("the file is empty")
    return text, problems


def about(source: Source, file: Metadata, options: ReadOptions) -> tuple[Metadata, list[Problem]]:
    """Return what is known: the options win over the sidecar, it over the archive, and that over the file."""
    sidecar, problems = beside(source, options.max_bytes)
    return {**file, **source.known, **sidecar, **options.stated}, problems


def article(source: Source, text: str, known: Metadata, title: Span | None, raw: bytes | None) -> Article:
    """Return the article; a title that nobody states is the one found in the text."""
    if title and "title" not in known:
        known = {**known, "title": title.of(text)}
    return Article(
        id=source.id, text=text, title_span=title, path=source.path, locations=(source.path,), raw=raw, **known
    )


def given(article: Article, problems: list[Problem]) -> Iterator[Article | Problem]:
    """Yield the article's problems, then the article."""
    yield from problems
    yield article
