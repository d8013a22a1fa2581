"""Who signs the article where the page shows it: blocks beside the text, which an extractor of text may drop.

Only what stands with the article counts: in its own element, beside its paragraphs or between its heading and them.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any

from sourcier.ingest.page_place import Place, around, bounds, names, stands_with
from sourcier.lang.language import Language
from sourcier.lang.load import CODES
from sourcier.text.fold import fold

_LONGEST = 120  # code points of a block; a longer one is text
_BLOCKS = 200  # of a page that are looked at
_PARTS_MOST = 100  # elements of a block that are read
_MOST = 3  # blocks: more are those of other articles, or of a digest's items
_SIGNED = frozenset({"byline", "author", "auteur", "signature"})
_SOURCED = frozenset({"source", "sources"})
_ABOUT = frozenset(
    ["avatar", "bio", "box", "description", "email", "image", "img", "photo", "picture", "social", "url"]
)
_UNREAD = frozenset({"button", "img", "noscript", "script", "style", "svg", "time"})
_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ]|\w\.\w")


def shown_byline(tree: Any, text: str, stated: str | None) -> str | None:
    """Return the byline: what the page states, with what its blocks of signature and source add to it.

    `text` is the article's, by which its place in the page is found; a source that it has is not repeated.
    """
    elements = list(tree.iter())
    place = bounds(elements, text)
    if place is None:
        return stated
    blocks = islice(((number, one) for number, one in enumerate(elements) if _kind(one)), _BLOCKS)
    near = (one for number, one in blocks if stands_with(Place(number, around(one)), place))
    outer = _outermost(near)
    signed = _distinct(words for one in outer if _kind(one) == "signed" and (words := _signature(one)))
    sources = _distinct(words for one in outer if _kind(one) == "source" and (words := _source(one, text)))
    return _joined(stated, [*(signed if len(signed) <= _MOST else ()), *(sources if len(sources) <= _MOST else ())])


def _kind(element: Any) -> str | None:
    """Tell what an element's names or words make of it: « signed », « source », or nothing."""
    if not isinstance(element.tag, str) or element.tag in {"html", "head", "body", "meta", "link", "article", "main"}:
        return None
    called = names(element)
    marked = {element.get("rel"), element.get("itemprop")} & {"author"}
    if (marked or called & _SIGNED) and not called & _ABOUT:
        return "signed"
    return "source" if (called & _SOURCED and not called & _ABOUT) or _labelled().match(element.text or "") else None


@cache
def _labelled() -> re.Pattern[str]:
    labels = {phrase for code in CODES for phrase in Language(code).table("credit")["label"]}
    words = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True) if label.startswith("source"))
    return re.compile(rf"\s*\(?(?:{words})\s*:", re.IGNORECASE)


@cache
def _by() -> re.Pattern[str]:
    words = {phrase for code in CODES for phrase in Language(code).table("credit")["by"]}
    return re.compile(rf"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})[ :]+", re.IGNORECASE)


def _outermost(found: Iterable[Any]) -> list[Any]:
    """Return the blocks in no other block that can be read, in order."""
    kept: list[Any] = []
    inside: set[Any] = set()
    for one in found:
        if one not in inside and _words(one):
            kept.append(one)
            inside.update(one.iter())
    return kept


def _words(element: Any) -> str | None:
    """Return the words of a block without pictures and dates; None where it has none, or is too long for a block."""
    pieces: list[str] = []
    length = 0
    for piece in _pieces(element):
        pieces.append(piece)
        length += len(piece.strip())
        if length > _LONGEST:
            return None
    return " ".join("".join(pieces).split()) or None


def _pieces(element: Any) -> Iterator[str]:
    unread: set[Any] = set()
    for one in islice(element.iter(), _PARTS_MOST):
        if one not in unread and one.tag in _UNREAD:
            unread.update(one.iter())
        if one not in unread and isinstance(one.tag, str):
            yield one.text or ""
        if one is not element and one.getparent() not in unread:
            yield one.tail or ""


def _signature(element: Any) -> str | None:
    parent = element.getparent()
    linked = element.tag in {"a", "span"} and parent is not None and parent.tag == "p"
    words = (_words(parent) if linked else None) or _words(element)
    if not words or not _CAPITAL.search(words):
        return None
    return _by().sub("", words, count=1) if _by().match(words) else words


def _source(element: Any, text: str) -> str | None:
    """Return the words of a block that names a source, unless the text has them."""
    words = _words(element)
    if not words or words in " ".join(text.split()):
        return None
    label = _labelled().match(words)
    name = words[label.end() :].strip(" ().") if label else words
    return f"source : {name}" if _CAPITAL.search(name) else None


def _distinct(found: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(found))


def _joined(stated: str | None, shown: list[str]) -> str | None:
    """Return the parts with a comma between, without any that another one has in it."""
    parts = _distinct(part for part in (stated, *shown) if part)
    kept = [part for part in parts if not any(_within(part, other) for other in parts if other != part)]
    return ", ".join(kept) or stated


def _within(part: str, other: str) -> bool:
    words, more = ([fold(word) for word in re.findall(r"\w+", name)] for name in (part, other))
    return len(words) < len(more) and f" {' '.join(words)} " in f" {' '.join(more)} "
