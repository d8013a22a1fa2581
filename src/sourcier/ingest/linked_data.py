"""JSON-LD of a page: what it states of the article, in schema.org's terms."""

import html
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sourcier.ingest.metadata import clean, language_code

_ARTICLES = frozenset({"BlogPosting", "LiveBlogPosting", "Report"})
_DEEP = 8


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What the first article object states; `sources` are addresses it says it is based on."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    sources: tuple[str, ...] = ()


def linked_data(scripts: Iterable[str]) -> LinkedData:
    """Return what a page's JSON-LD scripts state of the article; broken scripts state nothing."""
    for script in scripts:
        for thing in _things(_loaded(script), 0):
            if _is_article(thing):
                return _article(thing)
    return LinkedData()


def _loaded(script: str) -> Any:
    script = script.strip().removeprefix("//<![CDATA[").removeprefix("<!--").removesuffix("//]]>").removesuffix("-->")
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _things(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEP:
        return
    if isinstance(value, list):
        for item in value:
            yield from _things(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _things(value.get("@graph"), depth + 1)
        yield from _things(value.get("mainEntity"), depth + 1)


def _is_article(thing: dict[str, Any]) -> bool:
    types = thing.get("@type")
    named = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and (name.endswith("Article") or name in _ARTICLES) for name in named)


def _article(thing: dict[str, Any]) -> LinkedData:
    based = thing.get("isBasedOn") or thing.get("isBasedOnUrl")
    return LinkedData(
        title=_text(thing.get("headline")) or _text(thing.get("name")),
        outlet=_names(thing.get("publisher")),
        byline=_names(thing.get("author")),
        published=_text(thing.get("datePublished")),
        language=language_code(thing.get("inLanguage")),
        url=_address(thing.get("url")) or _address(thing.get("mainEntityOfPage")),
        sources=tuple(address for item in _listed(based) if (address := _address(item))),
    )


def _text(value: Any) -> str | None:
    return clean(html.unescape(value)).strip() or None if isinstance(value, str) else None


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _names(value: Any) -> str | None:
    names = (_text(item.get("name")) if isinstance(item, dict) else _text(item) for item in _listed(value))
    return ", ".join(name for name in names if name and not name.startswith("http")) or None


def _address(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return clean(value) if isinstance(value, str) and value.startswith(("http://", "https://")) else None
