"""Which addresses are asked for: a sample over the whole ledger, found through the JSON of the pages."""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

Read = Callable[[str], dict[str, Any]]
"""Gives the JSON of an address."""
_STRETCHES = 20  # pages of the lists that the sample is drawn from
_ORDERS = ("look", "latest", "size")
_COMMON = ("de", "la", "pour", "est")  # words that stand in nearly every article
_TYPED = (1, 2, 3, 5)  # letters after which somebody waits for what the search says


@dataclass(frozen=True, slots=True)
class Asked:
    """An address, and the articles whose own text its page shows."""

    address: str
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """Articles by id, their titles, stories by id, pairs of articles of one story, pages of the list of articles."""

    articles: tuple[str, ...]
    titles: tuple[str, ...]
    stories: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    pages: tuple[int, ...]


def sample(read: Read, rng: random.Random) -> Sample:
    """Draw articles and stories from all over the lists, and the ties of the largest and of other stories."""
    first = read("/articles")
    listed = list(_spread(read, "/articles", {}))
    stories = {row["family"]: None for order in _ORDERS for row in _spread(read, "/stories", {"order": order})}
    some = [*list(stories)[:10], *rng.sample(list(stories), min(60, len(stories)))]
    pairs = dict.fromkeys(pair for story in some for pair in ties(read(f"/stories/{quote(story, safe='')}")))
    tied = [article for pair in pairs for article in pair]
    return Sample(
        tuple(dict.fromkeys([*(row["id"] for row in listed), *rng.sample(tied, min(100, len(tied)))])),
        tuple(dict.fromkeys(row["title"] for row in listed if row.get("title"))),
        tuple(stories),
        tuple(rng.sample(list(pairs), min(200, len(pairs)))),
        tuple(_pages(first["total"], max(1, len(first["items"])), 200)),
    )


def _spread(read: Read, address: str, query: Mapping[str, str]) -> Iterable[dict[str, Any]]:
    """Yield rows of stretches of a list that lie evenly over it."""
    first = read(f"{address}?{urlencode(query)}")
    yield from first["items"]
    for page in _pages(first["total"], max(1, len(first["items"])), _STRETCHES)[1:]:
        yield from read(f"{address}?{urlencode({**query, 'page': page})}")["items"]


def ties(story: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the pairs of a story's articles between which an edge runs."""
    return [(edge["derived"], edge["source"]) for edge in story["edges"]]


def kinds(drawn: Sample, requests: int, rng: random.Random) -> dict[str, list[Asked]]:
    """Return for each kind of page at most as many addresses as asked for; a kind that the ledger lacks is left out."""
    found: dict[str, Iterable[Asked]] = {
        "dossier": [Asked("/")],
        "articles": (Asked(f"/articles?page={page}") for page in drawn.pages),
        "search": (Asked(f"/articles?{urlencode({'q': words})}") for words in searched(drawn.titles, rng)),
        "as you type": (Asked(f"/typed?{urlencode({'q': words})}") for words in typed(drawn.titles, rng)),
        "article": (Asked(f"/articles/{_part(id_)}", (id_,)) for id_ in drawn.articles),
        "side by side": (Asked(f"/articles/{_part(a)}/beside/{_part(b)}", (a, b)) for a, b in drawn.pairs),
        "story": (Asked(f"/stories/{_part(id_)}") for id_ in drawn.stories),
        "stories": (Asked(f"/stories?order={order}") for order in _ORDERS),
        "outlets": [Asked("/outlets")],
        "weeks": [Asked("/outlets/weeks")],
        "changes": [Asked("/changes")],
        "method": [Asked("/method")],
    }
    drawn_kinds = {kind: _some(list(asked), requests, rng) for kind, asked in found.items()}
    return {kind: asked for kind, asked in drawn_kinds.items() if asked}


def searched(titles: Sequence[str], rng: random.Random) -> list[str]:
    """Return what people search for: a name, two words, words that stand everywhere, a quoted phrase."""
    words = [title.split() for title in titles]
    names = [each[0] for each in words]
    couples = [" ".join(rng.sample(each, 2)) for each in words if len(each) > 1]
    phrases = [f'"{" ".join(each[:2])}"' for each in words if len(each) > 1]
    return [*_COMMON, *names, *couples, *phrases]


def typed(titles: Sequence[str], rng: random.Random) -> list[str]:
    """Return beginnings of words, as the search is asked while somebody types."""
    words = [rng.choice(title.split()) for title in titles if title.split()]
    return list(dict.fromkeys(word[:letters] for word in words for letters in _TYPED))


def _pages(total: int, size: int, count: int) -> list[int]:
    """Return the numbers, from 1, of about that many pages of a list, the first and others evenly over it."""
    pages = max(1, -(-total // size))
    return list(range(1, pages + 1, max(1, pages // count)))


def _some(asked: list[Asked], count: int, rng: random.Random) -> list[Asked]:
    return asked if len(asked) <= count else rng.sample(asked, count)


def _part(id_: str) -> str:
    return quote(id_, safe="")
