"""The text of an extracted page: one paragraph a block, blank lines between."""

import re
from collections.abc import Iterator
from typing import Any

_BLOCKS = frozenset({"p", "head", "quote", "list", "item", "table", "row", "div", "code", "main", "body", "doc"})
_SPACE = re.compile(r"[ \t\r]+")
_LINE = re.compile(r" ?\n ?")
_BLANK = re.compile(r"\n{2,}")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_WORDS = 5


def paragraphs(body: Any) -> str:
    """Return the text of trafilatura's tree, its runs of white space as one space each; « br » is a line's end."""
    if body is None:
        return ""
    blocks = (_LINE.sub("\n", _SPACE.sub(" ", block)).strip() for block in "".join(_pieces(body)).split("\x00"))
    return "\n\n".join(_BLANK.sub("\n\n", block) for block in blocks if block)


def reads_as_text(text: str) -> bool:
    """Tell whether a page's text has a line that can be a sentence, not the names of a menu alone."""
    return any(len(line.split()) >= _WORDS or len(_UNSPACED.findall(line)) >= _WORDS for line in text.split("\n"))


def addresses(body: Any) -> tuple[str, ...]:
    """Return where the links of the text lead, each once, in order."""
    if body is None:
        return ()
    targets = (reference.get("target") for reference in body.iter("ref"))
    return tuple(dict.fromkeys(target.strip() for target in targets if target))


def _one_line(text: str | None) -> str:
    return text.replace("\n", " ") if text else ""  # a line break in HTML's source is a space


def _pieces(tree: Any) -> Iterator[str]:
    """Yield the characters in order, with NUL where a block begins or ends; not recursive, for deep pages."""
    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack:
        element, closing = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        mark = "\x00" if tag in _BLOCKS else "\n" if tag == "lb" else " " if tag == "cell" else ""
        yield mark
        if closing:
            yield _one_line(element.tail) if element is not tree else ""
            continue
        yield _one_line(element.text) if tag else ""  # a comment has no tag, and its text is no text
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
