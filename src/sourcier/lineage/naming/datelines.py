"""Agency datelines: « NIAMEY, 6 septembre (AFP) - », « APA – Niamey (Niger) – », « (Reuters) - »."""

import re
from collections.abc import Iterator

from sourcier.core.span import Span
from sourcier.lineage.naming.candidate import Candidate
from sourcier.lineage.naming.listed import Listed, listed
from sourcier.lineage.naming.pictures import is_image
from sourcier.lineage.naming.reach import paragraph_at
from sourcier.lineage.naming.rows import Lines, Row

_REACH = 110  # code points of a line in which its dateline must stand
_INITIALS = 4  # of a writer beside the agency, at most
_LINES = 400  # that open with a name and are looked at: no article has as many
_TOP = 400  # code points: a dateline farther down opens an item, and not the text
_DASH = r"[-\u2010-\u2015]"
_PLACE = r"[^\W\d_a-zß-öø-ÿ][\w’'.-]*"
_DAY = r"\d{1,2}(?:er|st|nd|rd|th)?(?:[ \u00a0][^\W\d_]+\.?){0,2}(?:,?[ \u00a0]\d{4})?"
_MONTH_DAY = r"[^\W\d_]+\.?[ \u00a0]\d{1,2}(?:,?[ \u00a0]\d{4})?"
_DATE = rf"(?:{_DAY}|{_MONTH_DAY})"
_TOWN = rf"{_PLACE}(?:[ \u00a0](?:{_PLACE}|de|du|la|le|d['’])){{0,4}}"
_COUNTRY = rf"(?:\s*[/,]\s*{_PLACE}(?:[ ]{_PLACE})?|\s*\([^()\n]{{2,30}}\))?"
_WHEN = rf"(?:\s*[,–—-]?\s*(?:le\s+)?(?P<date>{_DATE}))?"
_NAME = rf"(?P<names>{_PLACE}(?:[ ]{_PLACE})?)"

_BRACKETED = re.compile(
    rf"(?P<place>{_TOWN})?{_COUNTRY}{_WHEN}\s*[,–—-]*\s*[(\[/](?P<names>[^()\[\]\n]{{2,40}}?)[)\]/]\s*(?:,\s*{_DATE}\s*)?"
    rf"(?P<dash>[.,]?{_DASH}{{1,2}}|:|(?=\n|$))?"
)
_FRAMED = re.compile(rf"(?P<place>{_TOWN}){_COUNTRY}{_WHEN}\s*{_DASH}+\s*{_NAME}\s*{_DASH}+\s")
_AFTER_TOWN = rf"(?:\s*\([^()\n]{{2,40}}\)(?:\s*{_DASH}+)?|,[^\n]{{2,40}}?{_DASH}|\s*{_DASH}+\s)"
_LEADING = re.compile(rf"{_NAME}(?:\s*{_DASH}+\s*|\s*,\s*|[ ])(?P<place>{_TOWN}){_AFTER_TOWN}")
_BARE = re.compile(rf"{_NAME}\s+{_DASH}+\s+(?=[^\W\d_a-zß-öø-ÿ])")


def datelines(text: str, lines: Lines) -> Iterator[tuple[Row, Candidate]]:
    """Yield the names in datelines with the line each opens; one inside the text opens its paragraph only."""
    opened = 0
    for number, (start, end) in enumerate(lines.spans):
        if opened > _LINES:
            return
        limit = min(end, start + _REACH)
        if not _MARK.search(text, start, start + _REACH):
            continue
        matches = [match for pattern in _PATTERNS if (match := pattern.match(text, start, limit))]
        if not matches or is_image(text[start : start + _REACH]) or lines[number].title:
            continue
        opened += 1
        row = lines[number]
        for match, names in _found(text, matches):
            yield from ((row, _candidate(text, row, match, name)) for name in names)
            break


_MARK = re.compile("[(\\[/\\-–—‐‑―]")
_PATTERNS = (_BRACKETED, _FRAMED, _LEADING, _BARE)


def _found(text: str, matches: list[re.Match[str]]) -> Iterator[tuple[re.Match[str], list[Listed]]]:
    for match in matches:
        names = list(listed(text, *match.span("names")))
        if names and all(_is_source(name, match) or len(name.span) <= _INITIALS for name in names):
            yield match, [name for name in names if _is_source(name, match)]


def _candidate(text: str, row: Row, match: re.Match[str], name: Listed) -> Candidate:
    shown = text[row.span.start : match.end()].rstrip()
    span = Span(row.span.start, max(row.span.start + len(shown), name.span.end))
    if row.top or row.span.start < _TOP:
        return Candidate(name.name, span, "text", Span(0, len(text)), "signature")
    return Candidate(name.name, span, "paragraph", paragraph_at(text, span.start, span.end), "signature")


def _is_source(name: Listed, match: re.Match[str]) -> bool:
    groups = match.groupdict()
    if "dash" not in groups:
        return name.registered
    place, date, closed = groups["place"], groups["date"], groups["dash"] is not None
    if name.registered:
        return bool(closed or date or not place or place.isupper())
    placed = bool(place) and (place == place.upper() or bool(date) or len(place.split()) == 1)
    return name.sure and closed and (placed or (not place and groups["dash"] != ""))
