"""What a page states of its article: JSON-LD first, then meta tags, then elements.

Nothing is guessed from the page's words or address: what it does not state stays unknown.
"""

import html
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from sourcier.core.moment import Moment
from sourcier.ingest.linked_data import LinkedData, linked_data
from sourcier.ingest.metadata import Metadata, language_code
from sourcier.ingest.moments import moment
from sourcier.ingest.trouble import Trouble

_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline")
_OUTLET = ("og:site_name", "publisher", "dc.publisher", "application-name")
_BYLINE = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "dc.date", "dc.date.issued",
    "dcterms.issued", "dcterms.date", "pubdate", "publishdate", "publish-date", "publish_date", "parsely-pub-date",
    "sailthru.date", "date",
)  # fmt: skip
_SOURCES = ("original-source", "syndication-source", "dc.source", "dcterms.source")
_TIMES = (
    "//time[@datetime][@itemprop='datePublished' or @pubdate"
    " or contains(@class, 'published') or contains(@class, 'entry-date')]"
)
_SUFFIX = r"\s+[-–—|:•·»]+\s+"


def stated(tree: Any) -> tuple[Metadata, list[str]]:
    """Return what the page states, and as messages what of it cannot be read."""
    linked = linked_data(script.text_content() for script in tree.xpath("//script[@type='application/ld+json']"))
    meta = _meta(tree)
    outlet = linked.outlet or _first(meta, _OUTLET)
    canonical = _address(tree.xpath("string(//link[@rel='canonical']/@href)"))
    published, complaints = _published(tree, meta, linked)
    known: dict[str, Any] = {
        "title": _title(tree, meta, linked, outlet),
        "outlet": outlet,
        "url": _url(canonical, _address(meta.get("og:url", "")) or linked.url),
        "byline": linked.byline or _byline(meta),
        "published": published,
        "language": linked.language or _language(tree, meta),
        "links": tuple(dict.fromkeys(_sources(tree, meta, linked, canonical))),
    }
    return {name: value for name, value in known.items() if value}, complaints  # type: ignore[return-value]


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), html.unescape(content))
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _title(tree: Any, meta: dict[str, str], linked: LinkedData, outlet: str | None) -> str | None:
    headings = tree.xpath("//h1[normalize-space()]")
    heading = headings[0].text_content() if len(headings) == 1 else None
    title = linked.title or _first(meta, _TITLE) or heading or tree.xpath("string(//head/title)")
    title = " ".join(title.split())
    if outlet:
        title = re.sub(f"{_SUFFIX}{re.escape(outlet)}$", "", title, flags=re.IGNORECASE) or title
    return title or None


def _byline(meta: dict[str, str]) -> str | None:
    return next((meta[name] for name in _BYLINE if name in meta and not _address(meta[name])), None)


def _published(tree: Any, meta: dict[str, str], linked: LinkedData) -> tuple[Moment | None, list[str]]:
    stated = [linked.published, *(meta.get(name) for name in _PUBLISHED), *(tree.xpath(f"{_TIMES}/@datetime")[:1])]
    complaints = []
    for value in stated:
        if not value or not value.strip():
            continue
        try:
            return moment(value), []
        except Trouble as trouble:
            complaints.append(f"published: {trouble.message}")
    return None, complaints[:1]


def _language(tree: Any, meta: dict[str, str]) -> str | None:
    values = (tree.get("lang"), meta.get("og:locale"), meta.get("dc.language"))
    return next((code for value in values if (code := language_code(value))), None)


def _url(canonical: str | None, own: str | None) -> str | None:
    """Return the page's address: its own where the canonical one lies on another host, a source's."""
    if canonical and own and _host(canonical) != _host(own):
        return own
    return canonical or own


def _sources(tree: Any, meta: dict[str, str], linked: LinkedData, canonical: str | None) -> Iterator[str]:
    if canonical:
        yield canonical
    elements = tree.xpath("//source/@url | //source/@href | //source/@cite | //link[@rel='syndication-source']/@href")
    for value in (*(meta.get(name, "") for name in _SOURCES), *linked.sources, *elements):
        if address := _address(value):
            yield address


def _address(value: str) -> str | None:
    value = value.strip()
    if not value.startswith(("http://", "https://")):
        return None
    try:
        urlsplit(value)
    except ValueError:  # `http://[` is no address
        return None
    return value


def _host(address: str) -> str:
    return address.split("/")[2].lower().removeprefix("www.") if address.count("/") >= 2 else ""
