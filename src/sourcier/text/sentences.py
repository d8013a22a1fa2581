"""Where paragraphs and sentences begin and end, by rules that hold for any script."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from sourcier.core.span import Span
from sourcier.lang.language import Language
from sourcier.lang.load import CODES

_BLANK_LINES = re.compile(r"(?:\r\n|[\n\r\x85\u2028\u2029])[^\S\n\r\x85\u2028\u2029]*(?:[\n\r\x85\u2028\u2029]\s*)+")
_LINE = re.compile(r"[^\n\r\x85\u2028\u2029]+")
_CLOSING = r"""(?:[\u00a0\u202f ]?»|[)\]”’"'」』]|\[\d+\])*"""
_END = re.compile(
    rf"(?<![.!?…؟۔।॥])[.!?…؟۔।॥]++{_CLOSING}(?=\s|$)|[。！？｡]+{_CLOSING}|(?<=\w\w)[.!?…](?=«|“)|(?<=[^\W\d_A-Z]{{2}})[.!?](?=[A-ZÀ-Þ])"
)
_WORD_START = re.compile(r"""[\s('’«“"\[]""")
_OPENING = "«“\"'‘(["
_WRAPPED = range(45, 101)  # the lengths of lines that were broken to fit a width, in characters
_BEFORE = 24  # no abbreviation is longer
_KEPT = 512  # texts and paragraphs: a source is read again for each of its reprints


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of `text` without the white space around them.

    Blank lines part them; so does a single line end, unless the lines were broken to fit a width.
    """
    return list(_paragraphs(text))


def sentences(text: str) -> list[Span]:
    """Return the sentences of `text` without the white space around them; none crosses a paragraph."""
    return list(_all_sentences(text))


@lru_cache(_KEPT)
def _paragraphs(text: str) -> tuple[Span, ...]:
    found: list[Span] = []
    start = 0
    for match in [*_BLANK_LINES.finditer(text), None]:
        end = match.start() if match else len(text)
        found += _lines(text, start, end)
        start = match.end() if match else end
    return tuple(found)


@lru_cache(_KEPT)
def _all_sentences(text: str) -> tuple[Span, ...]:
    return tuple(sentence for paragraph in _paragraphs(text) for sentence in _sentences(text, paragraph))


def _lines(text: str, start: int, end: int) -> list[Span]:
    lines = [line for match in _LINE.finditer(text, start, end) if (line := _trimmed(text, match.start(), match.end()))]
    broken = len(lines) > 1 and all(len(line) in _WRAPPED for line in lines[:-1]) and len(lines[-1]) < _WRAPPED.stop
    if broken and any(text[line.end - 1] not in '.!?…»”"' for line in lines[:-1]):
        return [Span(lines[0].start, lines[-1].end)]
    return lines


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        if _ends(text, match, start, paragraph.end) and (sentence := _trimmed(text, start, match.end())):
            yield sentence
            start = match.end()
    if rest := _trimmed(text, start, paragraph.end):
        yield rest


def _ends(text: str, match: re.Match[str], start: int, stop: int) -> bool:
    following = match.end()
    while following < stop and (text[following].isspace() or text[following] in _OPENING):
        following += 1
    if following < stop and text[following].islower():
        return False  # « Non ! » a-t-il dit
    if match.group() != ".":
        return True
    before = text[max(start, match.start() - _BEFORE) : match.start()]
    if before.strip().isdigit() and len(before) < 5:
        return False  # « 2. Second point »
    return not _shortened(_WORD_START.split(before)[-1], following < stop and text[following].isdigit())


def _shortened(word: str, number_follows: bool) -> bool:
    lower = word.lower()
    if len(word) == 1 and word.isupper():
        return True  # an initial
    if number_follows and lower in _abbreviations("number_abbreviations"):
        return True
    listed = lower in _abbreviations("abbreviations") and (len(word) > 2 or word[0].isupper())
    return listed or _acronym(word)


def _acronym(word: str) -> bool:
    """Tell whether the word is made of single letters and dots: U.S, O.N.U, A.B."""
    parts = word.split(".")
    return len(parts) > 1 and all(len(part) == 1 and part.isalpha() for part in parts)


@cache
def _abbreviations(concept: str) -> frozenset[str]:
    return frozenset().union(*(Language(code).words(concept) for code in CODES))
