"""HTML made of small pieces, in which everything is escaped that is not itself such a piece."""

from collections.abc import Iterable
from html import escape

_EMPTY = frozenset({"br", "meta"})
_NOT_HTML = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000)), "\N{REPLACEMENT CHARACTER}"
)


class Html(str):
    """Text that is already HTML."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return it as it is: what templates ask of text that they need not escape."""
        return self


def element(name: str, /, *children: str, **attributes: str | None) -> Html:
    """Return an element; an attribute without value (None) is left out, and `class_` is class."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{safe(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _EMPTY:
        return Html(f"<{name}{given}>")
    return Html(f"<{name}{given}>{joined(children)}</{name}>")


def joined(children: Iterable[str]) -> Html:
    """Return pieces one after the other."""
    return Html("".join(child if isinstance(child, Html) else safe(child) for child in children))


def safe(text: str) -> str:
    """Return text escaped, with characters that HTML cannot hold shown as a replacement mark."""
    return escape(text.translate(_NOT_HTML))


def table(headings: Iterable[str], rows: Iterable[Iterable[str]], **attributes: str | None) -> Html:
    """Return a table; each cell names its column for narrow screens, where rows become lists."""
    names = list(headings)
    head = element("thead", element("tr", *(element("th", name, scope="col") for name in names)))
    body = [
        element("tr", *(element("td", cell, data_label=name or None) for name, cell in zip(names, row, strict=True)))
        for row in rows
    ]
    return element("table", head, element("tbody", *body), **attributes)


def link(url: str) -> Html:
    """Return a link where the address is of the Web, else the address as text."""
    if url.lower().startswith(("https://", "http://")):
        return element("a", url, href=url, rel="noreferrer noopener")
    return joined([url])
