"""A text in pieces short enough to be read at once: its paragraphs, and parts of those that are very long."""

import re
from collections.abc import Iterator

from sourcier.core.span import Span
from sourcier.text.sentences import paragraphs

_SENTENCE_END = re.compile(r"""[.!?…][)\]»”’"']*\s""")
_SPACE = re.compile(r"\s")


def pieces(text: str, most: int) -> Iterator[Span]:
    """Yield the paragraphs of `text`, of at most `most` code points each.

    A longer one is cut after what ends a sentence, else at white space, else anywhere.
    """
    for paragraph in paragraphs(text):
        start = paragraph.start
        while paragraph.end - start > most:
            cut = _cut(text, start, start + most)
            yield Span(start, cut)
            start = cut
        yield Span(start, paragraph.end)


def _cut(text: str, start: int, stop: int) -> int:
    """Return the best place to cut, after `start` and not after `stop`."""
    for pattern in (_SENTENCE_END, _SPACE):
        last = None
        for last in pattern.finditer(text, start, stop):  # noqa: B007 - the last one is wanted
            pass
        if last:
            return last.end()
    return stop
