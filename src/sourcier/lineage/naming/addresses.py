"""Addresses and the byline field: credits that stand beside the text."""

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from sourcier.core.address import host
from sourcier.core.article import Article
from sourcier.core.span import Span
from sourcier.lineage.naming.candidate import Candidate
from sourcier.lineage.naming.listed import Listed, listed
from sourcier.lineage.naming.outlets import label, own
from sourcier.lineage.naming.phrases import either
from sourcier.lineage.naming.reach import sentence_at
from sourcier.lineage.naming.register import agency_of_host

NOWHERE = Span(0, 0)
"""The span of a mention that stands in no word of the text."""


@cache
def _with() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[\s(\[,/|–—-])){either('with')}\s+")


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"\s*{either('by')}\s+")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either('label')}\s*:\s*")


def byline(article: Article) -> Iterator[Candidate]:
    """Yield the media that the byline field names; a person's name is none."""
    line = article.byline
    if not line:
        return
    place = article.text.find(line)
    span = Span(place, place + len(line)) if place >= 0 else NOWHERE
    for name in _in_byline(line):
        yield Candidate(name.name, span, "text", Span(0, len(article.text)), "byline", sure=name.sure)


def _in_byline(line: str) -> Iterator[Listed]:
    line = _label().sub(", ", line)
    if shared := _with().search(line):
        yield from (name for name in listed(line, 0, shared.start()) if name.registered)
        yield from listed(line, shared.end(), len(line))
        return
    opening = _by().match(line)
    yield from listed(line, opening.end() if opening else 0, len(line))


def links(article: Article) -> Iterator[Candidate]:
    """Yield the outlets that addresses lead to.

    An address of the article's own at another outlet's site speaks for the text; one in a sentence for that sentence;
    one whose place is not known covers nothing that could be shown.
    """
    text = article.text
    mine = host(article.url)
    if mine and article.outlet and (at := agency_of_host(mine)) and not own(at, article):
        yield Candidate(at, NOWHERE, "text", Span(0, len(text)), "link")
    for address in article.links:
        site = host(address)
        if not site or site == mine or (mine and label(site) == label(mine)) or not _leads_to_text(address):
            continue
        name = agency_of_host(site) or site
        place = text.find(address)
        if place >= 0:
            span = Span(place, place + len(address))
            yield Candidate(name, span, "sentence", sentence_at(text, span.start, span.end), "link", sure=name != site)
        else:
            yield Candidate(name, NOWHERE, "text", NOWHERE, "link", sure=name != site)


def _leads_to_text(address: str) -> bool:
    """Tell whether an address is one page of a site, and not its front page."""
    path = urlsplit(address).path.strip("/")
    return len(path) > 3 or any(character.isdigit() for character in path)
