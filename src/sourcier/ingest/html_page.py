"""Web pages: the article's text as trafilatura finds it, and what the page states about it."""

import logging
import re
from collections.abc import Iterator
from io import BufferedReader
from typing import Any
from urllib.parse import urljoin

import lxml.html  # type: ignore[import-untyped]
import trafilatura

from sourcier.core.article import Article
from sourcier.core.problem import Problem
from sourcier.ingest.content import whole
from sourcier.ingest.metadata import Metadata, clean
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.page_body import addresses, paragraphs, reads_as_text
from sourcier.ingest.page_byline import shown_byline
from sourcier.ingest.page_metadata import stated
from sourcier.ingest.single import about, article, characters, given
from sourcier.ingest.source import Source
from sourcier.ingest.titles import locate
from sourcier.ingest.trouble import Trouble, problem
from sourcier.text.language import identify

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)""")
_DEEPEST = 500  # elements in one another; the extractor's time grows with the square of it
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")  # a parser drops them or stops at them


def read(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Article | Problem]:
    """Yield the article of a page."""
    data = whole(stream, options.max_bytes)
    page, problems = characters(data, source.path, source.charset or _charset(data))
    tree = _tree(_UNSEEN.sub(" ", clean(page)))
    body = _body(tree)
    text = paragraphs(body)
    if not reads_as_text(text):
        raise Trouble("no text of an article was found in this page", "save the article's text as .txt")
    file, complaints = stated(tree)
    if signed := shown_byline(tree, text, file.get("byline")):
        file["byline"] = signed
    problems += [problem(source.path, complaint) for complaint in complaints]
    known, more = about(source, _fitting(file, text, addresses(body)), options)
    title = locate(known["title"], text) if "title" in known else None
    yield from given(article(source, text, known, title, data if options.keep_raw else None), problems + more)


def _charset(data: bytes) -> str | None:
    match = _XML.search(data[:200]) or _CHARSET.search(data[:4096])
    return match[1].decode("ascii", "replace") if match else None


def _tree(page: str) -> Any:
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        tree = lxml.html.document_fromstring(page.encode("utf-8"), parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        raise Trouble("this page cannot be parsed as HTML") from None
    if _too_deep(tree):
        raise Trouble(f"this page is nested too deeply: more than {_DEEPEST} levels", "save the article's text as .txt")
    return tree


def _too_deep(tree: Any) -> bool:
    depth = 0
    for event, _ in lxml.etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            return True
    return False


def _body(tree: Any) -> Any:
    for name in ("trafilatura", "htmldate", "justext", "courlan"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())  # bad news is a problem record, not a line of a library's log
    try:
        found: Any = trafilatura.bare_extraction(tree, include_comments=False, include_links=True, with_metadata=False)
    except Exception as error:  # noqa: BLE001 -- whatever breaks inside the extractor is bad news of this page alone
        raise Trouble(f"the text of this page could not be extracted: {type(error).__name__}") from None
    return found.body if found is not None else None


def _fitting(file: Metadata, text: str, cited: tuple[str, ...]) -> Metadata:
    """Return what the page states, its links with those of the body; a language that the text belies is dropped.

    The `lang` of a page is often that of its template.
    """
    base = file.get("url", "")
    absolute = (_joined(base, address) for address in cited)
    links = (*file.get("links", ()), *(address for address in absolute if address.startswith(("http://", "https://"))))
    known: Metadata = {**file, "links": tuple(dict.fromkeys(links))}
    if "language" in known and identify(text) not in (None, known["language"]):
        del known["language"]
    return known


def _joined(base: str, address: str) -> str:
    """Return a link's whole address; one that is no address stays as it stands in the page."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address
