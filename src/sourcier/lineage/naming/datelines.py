"""Agency datelines: « NIAMEY, 6 septembre (AFP) - », « APA – Niamey (Niger) – », « (Reuters) - »."""

import re
from collections.abc import Iterator
from functools import cache

from sourcier.core.span import Span
from sourcier.lineage.naming.candidate import Candidate
from sourcier.lineage.naming.listed import Listed, listed
from sourcier.lineage.naming.pictures import is_image
from sourcier.lineage.naming.rows import Row

_REACH = 110
_DASH = r"[-\u2010-\u2015:.]"
_PLACE = r"[^\W\d_a-zß-öø-ÿ][\w’'.-]*"
_DAY = r"\d{1,2}(?:er|st|nd|rd|th)?(?:[ \u00a0][^\W\d_]+\.?){0,2}(?:,?[ \u00a0]\d{4})?"
_MONTH_DAY = r"[^\W\d_]+\.?[ \u00a0]\d{1,2}(?:,?[ \u00a0]\d{4})?"
_DATE = rf"{_DAY}|{_MONTH_DAY}"
_TOWN = rf"{_PLACE}(?:[ \u00a0](?:{_PLACE}|de|du|la|le|d['’])){{0,4}}"
_BEFORE = rf"(?P<place>{_TOWN})?(?:\s*[/,]\s*{_PLACE}(?:[ ]{_PLACE})?)?"
_WHEN = rf"(?:\s*[,–—-]?\s*(?:le\s+)?(?P<date>{_DATE}))?"


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(
        rf"{_BEFORE}{_WHEN}\s*[,–—-]*\s*\((?P<names>[^()\n]{{2,40}})\)\s*(?P<dash>{_DASH}{{1,2}}|(?=\n|$))?"
    )


@cache
def _leading() -> re.Pattern[str]:
    name = r"(?P<names>[A-Z][\w.-]{1,15}(?:[ ][A-Z]\w+)?)"
    place = rf"{_PLACE}(?:[ \u00a0]{_PLACE}){{0,3}}"
    return re.compile(rf"{name}\s*{_DASH}\s*{place}\s*(?:\([^()\n]{{2,40}}\)|,[^\n]{{2,40}}?)\s*{_DASH}")


def datelines(text: str, lines: list[Row]) -> Iterator[tuple[Row, Candidate]]:
    """Yield the names in datelines with the line each opens."""
    whole = Span(0, len(text))
    for row in lines:
        if row.title:
            continue
        head = text[row.span.start : row.span.start + _REACH]
        if "(" not in head or is_image(head):
            continue
        match = _match(text, row)
        for name in listed(text, *match.span("names")) if match else ():
            if match and _is_source(name, match):
                span = Span(row.span.start, max(match.end(), name.span.end))
                yield row, Candidate(name.name, _bare(text, span), "text", whole, "signature")


def _match(text: str, row: Row) -> re.Match[str] | None:
    limit = min(row.span.end, row.span.start + _REACH)
    return _bracketed().match(text, row.span.start, limit) or _leading().match(text, row.span.start, limit)


def _is_source(name: Listed, match: re.Match[str]) -> bool:
    groups = match.groupdict()
    if "place" not in groups:
        return name.registered
    place, date, dash = groups["place"], groups["date"], groups["dash"]
    closed = dash is not None
    if name.registered:
        return bool(closed or date or (place and place.isupper()) or not place)
    placed = bool(place) and (place == place.upper() or bool(date) or len(place.split()) == 1)
    return name.sure and closed and (placed or (not place and dash != ""))


def _bare(text: str, span: Span) -> Span:
    shown = span.of(text).rstrip()
    return Span(span.start, span.start + len(shown))
