"""Markdown with YAML front matter: the stored text begins after it."""

import re
from collections.abc import Iterator, Mapping
from io import BufferedReader
from typing import Any

import yaml

from sourcier.core.article import Article
from sourcier.core.problem import Problem
from sourcier.core.span import Span
from sourcier.ingest.content import whole
from sourcier.ingest.metadata import Metadata, addresses, metadata
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.single import about, article, characters, given
from sourcier.ingest.source import Source
from sourcier.ingest.titles import guess, locate
from sourcier.ingest.trouble import Trouble, problem

_FRONT = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#[ \t]+(.*)$", re.MULTILINE)
_LONGEST = 64 * 1024  # code points of front matter
_TOO_LONG = f"the front matter is longer than {_LONGEST:,} characters; the text after it was read without it"
_SYNONYMS = {"date": "published", "author": "byline", "authors": "byline", "lang": "language", "headline": "title"}


class _Loader(yaml.BaseLoader):
    """Makes texts, lists and maps only, no dates or numbers: a day stays a day as written.

    Aliases are refused: a few of them make a page of text into gigabytes.
    """

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not read")
        return super().compose_node(parent, index)


def read(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Article | Problem]:
    """Yield the article of a Markdown file."""
    data = whole(stream, options.max_bytes)
    text, problems = characters(data, source.path)
    file, text, complaints = _front(text)
    problems += [problem(source.path, complaint) for complaint in complaints]
    if not text.strip():
        yield from problems
        raise Trouble("no text after the front matter")
    known, more = about(source, {"links": addresses(text), **file}, options)
    title = locate(known["title"], text) if "title" in known else _heading(text) or guess(text, known.get("outlet"))
    yield from given(
        article(source, text, known, title, data if options.keep_raw else None),
        problems + more,
    )


def _front(text: str) -> tuple[Metadata, str, list[str]]:
    match = _FRONT.match(text)
    if not match:
        return {}, text, []
    body = text[match.end() :]
    if match.end("yaml") - match.start("yaml") > _LONGEST:
        return {}, body, [_TOO_LONG]
    try:
        values = yaml.load(match["yaml"], Loader=_Loader)  # noqa: S506 -- it builds texts, lists and maps only
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}, body, ["the front matter is no YAML that can be read; the text after it was read without it"]
    if values in (None, ""):
        return {}, body, []
    if not isinstance(values, dict):
        return {}, text, []  # a line between two rules, not front matter
    return (*_ordered(values, body),)


def _ordered(values: Mapping[str, Any], body: str) -> tuple[Metadata, str, list[str]]:
    named = {ours: values[theirs] for theirs, ours in _SYNONYMS.items() if theirs in values}
    known, complaints = metadata({**named, **values})
    return known, body, complaints


def _heading(text: str) -> Span | None:
    match = _HEADING.search(text)
    words = match[1].rstrip(" \t#") if match else ""
    if not match or not words or text[: match.start()].strip():
        return None
    return Span(match.start(1), match.start(1) + len(words))
