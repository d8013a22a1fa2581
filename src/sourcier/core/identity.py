"""When two readings are one article, and what it is called.

The same text and the same outlet or address is one article met twice. The same text from another outlet, or where
neither is known, is a reprint and stays apart, unless it was read from the same place.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sourcier.core.address import normalised
from sourcier.core.article import Article


def identity(article: Article) -> str:
    """Return 64 hex digits made of the text and the outlet, else the address, else the place it was read from."""
    kind, key = next(_marks(article))
    return hashlib.sha256(f"{kind}\0{key}\0{article.text}".encode("utf-8", "surrogatepass")).hexdigest()


def text_hash(text: str) -> str:
    """Return the SHA-256 of the text in UTF-8, in hexadecimal, as anyone can compute it from an exported text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def merge(articles: Iterable[Article]) -> list[Article]:
    """Return each article once, in order of place; another order of arrival gives the same list.

    An article met at several places takes its id and path from the first of them, and what one reading does not know
    from the next that does. It is complete only where every reading says so.
    """
    by_text: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_text[article.text].append(article)
    merged: list[Article] = []
    for readings in by_text.values():
        merged += readings if len(readings) == 1 else map(combine, groups(readings))
    return sorted(merged, key=lambda article: (place(article), article.text, article.outlet or "", article.url or ""))


def groups(readings: Sequence[Article]) -> list[list[Article]]:
    """Return the readings of one text, article by article."""
    readings = sorted(readings, key=_order)
    parent = list(range(len(readings)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = index = parent[parent[index]]
        return index

    first: dict[tuple[str, str], int] = {}
    for index, reading in enumerate(readings):
        for mark in _marks(reading):
            parent[root(index)] = root(first.setdefault(mark, index))
    for bare, named in _same_places(readings, [root(index) for index in range(len(readings))]):
        parent[bare] = named
    members: defaultdict[int, list[Article]] = defaultdict(list)
    for index, reading in enumerate(readings):
        members[root(index)].append(reading)
    return list(members.values())


def combine(readings: Sequence[Article]) -> Article:
    """Return one article of its readings, which may come in any order."""
    readings = sorted(readings, key=_order)
    first = readings[0]
    titled = next((reading for reading in readings if reading.title is not None), first)
    places = tuple(sorted({path for reading in readings for path in places_of(reading)}))
    return replace(
        first,
        title=titled.title,
        title_span=titled.title_span,
        outlet=next((reading.outlet for reading in readings if _outlet(reading)), None),
        url=next((reading.url for reading in readings if _address(reading)), None),
        byline=next((reading.byline for reading in readings if reading.byline is not None), None),
        published=next((reading.published for reading in readings if reading.published is not None), None),
        captured=next((reading.captured for reading in readings if reading.captured is not None), None),
        language=next((reading.language for reading in readings if reading.language is not None), None),
        complete=all(reading.complete for reading in readings),
        links=tuple(dict.fromkeys(link for reading in readings for link in reading.links)),
        path=places[0],
        locations=places,
        raw=next((reading.raw for reading in readings if reading.raw is not None), None),
    )


def place(article: Article) -> str:
    """Return the place it was read from first, its id where none is known."""
    return article.id if article.path is None else article.path


def places_of(article: Article) -> tuple[str, ...]:
    """Return every place that it was read from, the first in front."""
    return tuple(dict.fromkeys((place(article), *article.locations)))


def marks(article: Article) -> frozenset[tuple[str, str]]:
    """Return what a reading has in common with every other of its article: outlet and address, else its places."""
    return frozenset(_marks(article))


def _marks(article: Article) -> Iterator[tuple[str, str]]:
    outlet, address = _outlet(article), _address(article)
    if outlet:
        yield "outlet", outlet
    if address:
        yield "url", address
    if not outlet and not address:
        for path in places_of(article):
            yield "place", path


def _same_places(readings: Sequence[Article], roots: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield (group without outlet and address, the one other group that was read from a place of it)."""
    named: defaultdict[str, set[int]] = defaultdict(set)
    bare: defaultdict[int, set[str]] = defaultdict(set)
    for reading, group in zip(readings, roots, strict=True):
        for path in places_of(reading):
            if _outlet(reading) or _address(reading):
                named[path].add(group)
            else:
                bare[group].add(path)
    for group, paths in bare.items():
        others = set().union(*(named.get(path, ()) for path in paths))
        if len(others) == 1:  # with two the file's name says nothing, as with records that are numbered from 1
            yield group, others.pop()


def _outlet(article: Article) -> str:
    return " ".join((article.outlet or "").casefold().split())


def _address(article: Article) -> str:
    return normalised(article.url or "")


def _order(article: Article) -> tuple[str, ...]:
    known = (article.outlet, article.url, article.title, article.byline, article.language, article.id)
    moments = (article.published.value if article.published else "", article.captured.value if article.captured else "")
    rest = (repr(article.title_span), repr(article.complete), repr(article.links), repr(article.raw))
    return (place(article), *(value or "" for value in known), *moments, *places_of(article), "", *rest)
