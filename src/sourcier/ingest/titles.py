"""Where an article's title stands in its text."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sourcier.core.span import Span

_TOP = 2_000  # code points from the top in which a title is looked for
_LONGEST = 200
_BLOCKS = 4  # lines apart at the top: the outlet's name, a section, the title, a byline
_WORD = re.compile(r"\w+")
_GAP = r"[^\w]+"
_EDGE = r"[^\w\n]*"
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")  # scripts whose every character counts for a word
_ENDS_SENTENCE = (".", ":", ";", ",", "。", "؛", "،", "।")


def locate(title: str, text: str) -> Span | None:
    """Return where whole lines of the text's top say `title`, whatever the spaces, case and marks between words."""
    title = title.strip()
    words = [re.escape(word) for word in _WORD.findall(title)]
    if not words:
        return None
    said = _GAP.join(words)
    match = re.search(rf"^({_EDGE}){said}({_EDGE})$", text[:_TOP], re.MULTILINE | re.IGNORECASE)
    if not match:
        return None
    # The marks around the words belong to the title where it has some itself, as in « … » or … ?
    start = match.end(1) - len(match[1].lstrip()) if not title[0].isalnum() else match.end(1)
    end = match.start(2) + len(match[2].rstrip()) if not title[-1].isalnum() else match.start(2)
    return Span(start, end)


def leading(title: str, text: str) -> Span | None:
    """Return the title's span where the text begins with it, as a line or as a phrase of three words at least."""
    if not title or not text.startswith(title):
        return None
    after = text[len(title) : len(title) + 1]
    if after in {"", "\n", "\r"} or (not after.isalnum() and len(_WORD.findall(title)) >= 3):
        return Span(0, len(title))
    return None


def guess(text: str, outlet: str | None = None) -> Span | None:
    """Return the line at the top that looks like a title: short, apart, no sentence; None when unsure.

    A line said twice in a row is taken first (pages saved as text repeat their title), then the first that has words
    enough and is neither the outlet's name nor a person's.
    """
    blocks = list(_short_blocks(text))
    for block, following in pairwise(blocks):
        if block.of(text) == following.of(text) and _size(block.of(text)) >= 3:
            return block
    for block in blocks:
        line = block.of(text)
        if _size(line) >= 3 and not _name_like(line) and line.casefold() != (outlet or "").casefold():
            return block
    return None


def _short_blocks(text: str) -> Iterator[Span]:
    """Yield the first lines that stand alone between blank lines and end no sentence, while a body follows them."""
    position = len(text) - len(text.lstrip())
    for _ in range(_BLOCKS):
        end = text.find("\n", position)
        if end < 0:
            return
        line = text[position:end].strip()
        rest = text[end + 1 :]
        body = rest.lstrip()
        apart = rest[: len(rest) - len(body)].count("\n") > 0
        if not (body and apart and 0 < len(line) <= _LONGEST) or line.endswith(_ENDS_SENTENCE):
            return
        start = position + text[position:end].index(line[0])
        yield Span(start, start + len(line))
        position = end + 1 + len(rest) - len(body)


def _size(line: str) -> int:
    return len(_WORD.findall(line)) + len(_UNSPACED.findall(line)) // 2


def _name_like(line: str) -> bool:
    words = [word for word in _WORD.findall(line) if len(word) > 3]
    return len(_WORD.findall(line)) <= 4 and bool(words) and all(word.istitle() for word in words)
