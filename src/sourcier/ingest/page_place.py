"""Where the article stands in its page, and whether a block of the page stands with it."""

import re
from itertools import islice
from typing import Any, NamedTuple

_LOOK = 480  # code points of a stretch of characters in which its opening is looked for
_OPENING = 30  # code points by which a paragraph is known again
_DEEP = 100  # elements around a block that are looked at
_ELSEWHERE = frozenset({"comment", "comments", "related", "recommended", "sidebar", "similar", "widget", "caption"})
_APART = frozenset({"aside", "blockquote", "figcaption", "figure", "form", "nav", "q", "table"})
_HEADINGS = frozenset({"h1", "h2"})
_TITLES = _HEADINGS | {"title"}
_PARTS = re.compile(r"[^\W_]+")


class Place(NamedTuple):
    """A place in the page: the number of its element in document order, and the elements around it."""

    number: int
    around: tuple[Any, ...]


class Bounds(NamedTuple):
    """The first and the last paragraph of the article, and the number of the heading above them, -1 for none."""

    first: Place
    last: Place
    heading: int


def bounds(elements: list[Any], text: str) -> Bounds | None:
    """Return where `text` begins and ends among the page's elements, in document order; None where it is not found."""
    openings = {" ".join(line.split())[:_OPENING] for line in text.split("\n")}
    found: list[Place] = []
    heading = -1
    for number, element in enumerate(elements):
        if not found and element.tag in _HEADINGS:
            heading = number
        own = element.text if isinstance(element.tag, str) else None
        for piece, home in ((own, element), (element.tail, element.getparent())):
            if piece and home is not None and home.tag not in _TITLES and _opening(piece) in openings:
                found[1:] = [Place(number, (home, *around(home)))]
    return Bounds(found[0], found[-1], heading) if found else None


def _opening(piece: str) -> str | None:
    words = " ".join(piece[:_LOOK].split())
    return words[:_OPENING] if len(words) >= _OPENING else None


def around(element: Any) -> tuple[Any, ...]:
    """Return the elements that hold one, the nearest first."""
    return tuple(islice(element.iterancestors(), _DEEP))


def names(element: Any) -> set[str]:
    """Return the words of an element's class and id, in lower case."""
    return {part.lower() for part in _PARTS.findall(f"{element.get('class') or ''} {element.get('id') or ''}")}


def stands_with(place: Place, article: Bounds) -> bool:
    """Tell whether a block stands in the article's element, beside its paragraphs, or under its heading."""
    home = {*article.first.around, *article.last.around}
    if any(one.tag in _APART or names(one) & _ELSEWHERE for one in place.around if one not in home):
        return False
    nearest = next((one for one in place.around if one.tag == "article"), None)
    if nearest is not None:
        return nearest in home
    under_heading = 0 <= article.heading < place.number < article.first.number
    return under_heading or bool(place.around and place.around[0] in home and place.around[0].tag != "html")
