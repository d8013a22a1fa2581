"""Plain text: the stored text is the file's own characters, headline and all."""

from collections.abc import Iterator
from io import BufferedReader

from sourcier.core.article import Article
from sourcier.core.problem import Problem
from sourcier.ingest.content import whole
from sourcier.ingest.metadata import addresses
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.single import about, article, characters, given
from sourcier.ingest.source import Source
from sourcier.ingest.titles import guess, locate


def read(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Article | Problem]:
    """Yield the article of a text file."""
    data = whole(stream, options.max_bytes)
    text, problems = characters(data, source.path)
    known, more = about(source, {"links": addresses(text)}, options)
    title = locate(known["title"], text) if "title" in known else guess(text, known.get("outlet"))
    yield from given(
        article(source, text, known, title, data if options.keep_raw else None),
        problems + more,
    )
