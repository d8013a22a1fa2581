"""Signatures on lines of their own or after the last sentence: « Par X avec AFP », « (AS/APA) », « Avec Reuters »."""

import re
from collections.abc import Iterator
from functools import cache

from sourcier.core.span import Span
from sourcier.lineage.naming.candidate import Candidate
from sourcier.lineage.naming.listed import Listed, listed
from sourcier.lineage.naming.phrases import either, phrases
from sourcier.lineage.naming.pictures import is_image
from sourcier.lineage.naming.reach import paragraph_at
from sourcier.lineage.naming.rows import Row
from sourcier.text.fold import fold

_LINE = 120  # code points: a longer line is prose, of which only the end is looked at
_TAIL = 70
_INITIALS = 4  # letters of a writer's initials at most: « AS/APA »
_OPEN = r"[\s\[(*_–—|-]*"
_AFTER_STOP = re.compile(r"[.!?…»”\"]\s*[–—-]?\s*(?=\(?[^\W\d_][^.!?…»”\"]*\)?\.?$)")
_BRACKET = re.compile(r"[(\[](?P<names>[^()\[\]\n]{2,60})[)\]]\s*\.?$")
_PERSON = re.compile(r"(?:[^\W\d_a-z][\w’'.-]*[ \u00a0]){0,4}[^\W\d_a-z][\w’'.-]*[ \u00a0]*")


@cache
def _with() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[\s(\[,/|–—-])){either('with')}\s+(?P<names>[^\n|]{{2,80}})(?=\||$)")


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"{_OPEN}{either('by')}\s+(?P<names>[^\n]{{2,80}})$")


@cache
def _own_opening() -> tuple[str, ...]:
    return tuple(fold(phrase) for phrase in phrases("own"))


def signatures(text: str, lines: list[Row]) -> Iterator[tuple[Row, Candidate]]:
    """Yield the names that signatures give, each with its line."""
    for row in lines:
        if row.title or (len(row.span) <= _LINE and is_image(row.span.of(text))):
            continue
        for start in _starts(text, row):
            found = list(_signed(text, start, row.span.end))
            yield from ((row, _candidate(text, row, name, Span(shown, row.span.end))) for name, shown in found)
            if found:
                break


def _starts(text: str, row: Row) -> Iterator[int]:
    if len(row.span) <= _LINE:
        yield row.span.start
    tail = max(row.span.start, row.span.end - _TAIL)
    for match in _AFTER_STOP.finditer(text, tail, row.span.end):
        yield match.end()


def _candidate(text: str, row: Row, name: Listed, span: Span) -> Candidate:
    if row.top or row.end:
        return Candidate(name.name, span, "text", Span(0, len(text)), "signature", sure=name.sure)
    return Candidate(name.name, span, "paragraph", covered(text, row.span), "signature", sure=name.sure)


def covered(text: str, line: Span) -> Span:
    """Return the paragraph a line inside the text speaks for: its own, and the one before a line that is short."""
    if len(line) > _LINE:
        return paragraph_at(text, line.start, line.end)
    before = text[: line.start].rstrip()
    return Span(paragraph_at(text, max(0, len(before) - 1), len(before)).start, line.end) if before else line


def _signed(text: str, start: int, end: int) -> Iterator[tuple[Listed, int]]:
    """Yield the names of a line's signature, each with where the words that show it begin."""
    line = text[start:end]
    if is_image(line) or ":" in line:
        return
    if match := _with().search(line):
        yield from ((name, start) for name in _with_names(text, start, match))
    elif match := _by().match(line):
        yield from ((name, start) for name in listed(text, start + match.start("names"), end))
    elif match := _BRACKET.search(line):
        yield from _in_brackets(text, start, match)
    else:
        names = list(listed(text, start, end))
        if any(name.registered for name in names) and all(_initials_or_medium(text, name) for name in names):
            yield from ((name, start) for name in names if name.registered)


def _initials_or_medium(text: str, name: Listed) -> bool:
    written = name.span.of(text)
    return name.registered or (written.isupper() and len(written) <= _INITIALS)


def _with_names(text: str, start: int, match: re.Match[str]) -> Iterator[Listed]:
    before = text[start : start + match.start()]
    names = list(listed(text, start + match.start("names"), start + match.end("names")))
    if not names or not _signs(before.rpartition("|")[2], names):
        return
    yield from (name for name in listed(text, start, start + match.start()) if name.registered)
    yield from names


def _signs(before: str, names: list[Listed]) -> bool:
    """Tell whether the words before « avec » are those of a signature and not of a sentence."""
    bare = before.strip(" \u00a0([–—-|,/")
    if not bare or _by().match(before + " x") or fold(bare).startswith(_own_opening()):
        return True
    if before.rstrip()[-1:] in set(",/|([–—-"):
        return all(name.sure for name in names)
    return all(name.registered for name in names) and bool(_PERSON.fullmatch(before.strip()))


def _in_brackets(text: str, start: int, match: re.Match[str]) -> Iterator[tuple[Listed, int]]:
    place = start + match.start()
    alone = not text[start:place].strip(" –—-.")
    after_stop = text[:place].rstrip()[-1:] in {".", "!", "?", "»", "…", "”"}
    for name in listed(text, start + match.start("names"), start + match.end("names")):
        if name.registered or (name.acronym and (alone or after_stop)):
            yield name, place
