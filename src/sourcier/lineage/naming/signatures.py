"""Signatures on lines of their own or after the last sentence, and what part of the text each speaks for."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sourcier.core.span import Span
from sourcier.lineage.naming.candidate import Candidate
from sourcier.lineage.naming.listed import Listed
from sourcier.lineage.naming.openings import PERSON
from sourcier.lineage.naming.pictures import is_image
from sourcier.lineage.naming.reach import paragraph_at
from sourcier.lineage.naming.rows import Lines, Row
from sourcier.lineage.naming.signature import may_sign, signed

_LINE = 120  # code points: a longer line is prose, of which only the end is looked at
_TAIL = 70
_SIGNED = 400  # lines that are looked at from the top, and
_CLOSING = 20  # from the end, where so many are signed: no article has as many
_SIGNATURE = 60
_AFTER_STOP = re.compile(r"[.!?…»”\"]\s*[–—-]?\s*(?=\(?[^\W\d_][^.!?…»”\"]*\)?\.?$)")
_UNSTOPPED = re.compile(r"(?<=[^\W\d_])\s*\([^()\n]{2,60}\)$|(?<=\s)\((?=[A-Za-z’']+\s[^()\n]{2,60}\)\.?$)")


def signatures(text: str, lines: Lines) -> Iterator[tuple[Row, Candidate]]:
    """Yield the names that signatures give, each with its line."""
    many = 0
    for number, (start, end) in enumerate(lines.spans):
        if many > _SIGNED and number < len(lines.spans) - _CLOSING:
            continue
        places = _parts(text, start, end, last=lines.last(number))
        parts = [Span(*place) for place in places if may_sign(text[slice(*place)])] if places else []
        if not parts or (end - start <= _LINE and is_image(text[start:end])) or lines[number].title:
            continue
        row = lines[number]
        many += 1
        for part in parts:
            found = list(signed(text, part, row))
            yield from ((row, _candidate(text, row, name, Span(shown, part.end))) for name, shown in found)
            if found:
                break


def _parts(text: str, start: int, end: int, *, last: bool) -> list[tuple[int, int]]:
    """Return what may be a signature: a short line, or its parts between bars; what follows the last full stop."""
    parts = []
    short = end - start <= _LINE
    if short:
        parts.append((start, end))
        if "|" in text[start:end]:
            bars = [start - 1, *(place for place in range(start, end) if text[place] == "|"), end]
            parts.extend((left + 1, right) for left, right in pairwise(bars))
        if not last:
            return parts  # the end of a short line above the text is a picture's caption
    tail = max(start, end - _TAIL)
    if stopped := _AFTER_STOP.search(text, tail, end):
        parts.append((stopped.end(), end))
    if not short and text.endswith((")", ")."), tail, end) and (bracket := _UNSTOPPED.search(text, tail, end)):
        parts.append((bracket.start(), end))
    return parts


def _candidate(text: str, row: Row, name: Listed, span: Span) -> Candidate:
    alone = (
        span.start <= row.span.start + 1
        or "|" in row.span.of(text)
        or (len(row.span) <= _SIGNATURE and PERSON.match(text, row.span.start))
    )
    if (alone and (row.top or row.end)) or (row.end and row.last):
        return Candidate(name.name, span, "text", Span(0, len(text)), "signature", sure=name.sure)
    return Candidate(name.name, span, "paragraph", covered(text, row.span), "signature", sure=name.sure)


def covered(text: str, line: Span) -> Span:
    """Return the paragraph a line inside the text speaks for: its own, and the one before a line that is short."""
    if len(line) > _LINE:
        return paragraph_at(text, line.start, line.end)
    before = text[: line.start].rstrip()
    return Span(paragraph_at(text, max(0, len(before) - 1), len(before)).start, line.end) if before else line
