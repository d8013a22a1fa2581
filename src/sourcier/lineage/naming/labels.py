"""« Source : X », and what a text says of itself: « Cet article a été publié initialement par X »."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sourcier.core.span import Span
from sourcier.lineage.naming.candidate import Candidate
from sourcier.lineage.naming.hits import DOMAIN, NAME
from sourcier.lineage.naming.listed import listed
from sourcier.lineage.naming.phrases import alternatives, determiner, either, phrases
from sourcier.lineage.naming.pictures import opens_image
from sourcier.lineage.naming.reach import paragraph_at, sentence_at
from sourcier.lineage.naming.rows import Lines, Row
from sourcier.lineage.naming.signatures import covered

_LOOK_BACK = 24
_LABEL = 32  # code points before a colon that may be its label
_AROUND = 60
_LABELS = 400  # that are looked at from the top, and
_CLOSING = 1000  # code points of a text's end in which all are, where there are so many
_PLACES = 100  # words on the first publication that are looked at: no article has as many
_STATEMENT = 160  # code points of a line on the article itself, at most
_SHARE = 0.75  # of a line that is nothing but the credit


@cache
def _label() -> re.Pattern[str]:
    words = alternatives([*phrases("label"), "SOURCE", "SOURCES"], not_after=r"\w")
    return re.compile(rf"{words}[ \u00a0]?$")


_NAMES = re.compile(r"[ \u00a0]*(?P<names>(?:https?:)?(?:\([^()\n]*\)|[^\n:()]){2,120})")


@cache
def _first() -> re.Pattern[str]:
    said = either("first_published", not_after=r"\w") + r"(?!\w)"
    name = rf"{determiner()}(?:{either('media')}\s+)?[«\"“]?\s*(?P<name>(?:https?://\S+)|{NAME}|{DOMAIN})"
    return re.compile(rf"{said}[^.\n]{{0,40}}?(?:(?<=['’\s])|\s*){either('from')}?(?:\s+|(?<=['’])){name}")


@cache
def _itself() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{either('this')}(?:\s+|(?<=['’])))?{either('itself')}(?!\w)")


def labels(text: str, lines: Lines) -> Iterator[tuple[Row, Candidate]]:
    """Yield the names after « Source : » with their lines; in the middle of a text they speak for their paragraph."""
    many = 0
    colon = text.find(":")
    while colon >= 0:
        number = lines.number_at(colon)
        first, last = lines.spans[number]
        first = max(first, colon - _LABEL)
        label = _label().search(text[first:colon])
        names = _NAMES.match(text, colon + 1, last) if label else None
        if label and names:
            many += 1
            row, start = lines[number], first + label.start()
            if not _on_image(text, row, start) and _opens(text, row, start):
                yield from ((row, found) for found in _labelled(text, row, start, names))
        colon = text.find(":", max(colon + 1, len(text) - _CLOSING if many > _LABELS else 0))


def _opens(text: str, row: Row, start: int) -> bool:
    before = text[max(row.span.start, start - _LOOK_BACK) : start].rstrip(" \u00a0([–—-|*")
    return not before or before[-1] in '.!?…»”")' or text[start : start + 6].lower() == "source"


def _on_image(text: str, row: Row, start: int) -> bool:
    return opens_image(text[max(row.span.start, start - _LOOK_BACK) : start])


def _labelled(text: str, row: Row, start: int, match: re.Match[str]) -> Iterator[Candidate]:
    first, end = match.span("names")
    if not text.startswith("http", first):
        stop = re.search(r"\.(?=\s|$)|\s[–—]\s", text[first:end])
        end = first + stop.start() if stop else end
    alone = start - row.span.start <= 2
    closing = row.span.end - end <= 2 and (row.end if row.last else alone and (row.end or row.top))
    for name in listed(text, first, end):
        span = Span(start, max(end, name.span.end))
        if closing:
            yield Candidate(name.name, span, "text", Span(0, len(text)), "label", sure=row.end or name.sure)
        else:
            yield Candidate(name.name, span, "paragraph", covered(text, row.span), "label", sure=name.sure)


def published_first(text: str, lines: Lines, places: Sequence[int]) -> Iterator[tuple[Row, Candidate]]:
    """Yield the outlets that the text says it was first published by, near the `places` of such words."""
    seen = set()
    for place in places[:_PLACES]:
        row = lines.at(Span(place, place))
        if not row:
            continue
        match = _first().search(text, max(row.span.start, place - _AROUND), min(row.span.end, place + 3 * _AROUND))
        if match and match.span() not in seen:
            seen.add(match.span())
            yield from ((row, found) for found in _published(text, row, match))


def _published(text: str, row: Row, match: re.Match[str]) -> Iterator[Candidate]:
    sentence = sentence_at(text, match.start(), match.end())
    statement = len(row.span) <= _STATEMENT and 2 * len(match[0]) >= len(row.span)
    about = _itself().match(text, sentence.start, sentence.end) or (statement and match.start() - sentence.start <= 1)
    if about and not _on_image(text, row, match.start()):
        for name in listed(text, *match.span("name")):
            span = Span(sentence.start if match.start() - sentence.start < _AROUND else match.start(), match.end())
            yield Candidate(name.name, span, "text", Span(0, len(text)), "prose", document=True)


def about_text(text: str, lines: Lines, said: Candidate) -> Candidate:
    """Return `said` with a longer reach where its sentence speaks of what stands before, or of the whole text."""
    row = lines.at(said.span)
    if not row or row.title:
        return said
    speaks = _itself().match(text, said.covers.start, said.covers.end)
    line = (row.top or row.end) and len(row.span) <= _STATEMENT
    if line and (speaks or _SHARE * len(row.span) <= len(said.span) <= _AROUND):
        return said.over("text", Span(0, len(text)))
    if _back().match(text, said.covers.start, said.covers.end):
        return said.over("paragraph", paragraph_at(text, said.span.start, said.span.end))
    return said


@cache
def _back() -> re.Pattern[str]:
    return re.compile(either("back"))
