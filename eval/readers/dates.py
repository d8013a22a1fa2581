"""The dates reader's row, and dateparser's `search_dates` beside it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from importlib import import_module

from eval.cases.facts.forms import Excerpt
from eval.readers.reading import Reading
from eval.readers.row import Answer, Row
from sourcier.core.span import Span
from sourcier.reading.dates.reader import dates

_DAY = 10  # characters of an EDTF day


def _read(reading: Reading) -> Iterator[Answer]:
    for found in dates(reading.analysis, reading.published).dates:
        keys = {"value": found.value or "null", "precision": found.precision, "anchor": found.anchor}
        yield Answer(found.span, keys)


def _same_value(marked: str, found: str) -> bool:
    """Whether two values are one; of an approximate day, one day more or less is."""
    ends, others = marked.split("/"), found.split("/")
    return len(ends) == len(others) and all(map(_same_end, ends, others))


def _same_end(marked: str, found: str) -> bool:
    if marked == found or not (marked.endswith("~") and found.endswith("~")):
        return marked == found
    return len(marked) == len(found) == _DAY + 1 and abs(_day(marked) - _day(found)) <= timedelta(days=1)


def _day(value: str) -> date:
    return date.fromisoformat(value[:_DAY])


def _dateparser(excerpt: Excerpt) -> Iterator[Answer]:
    """What dateparser finds: it tells instants only, so that their day stands for their value."""
    settings: dict[str, object] = {"PREFER_DATES_FROM": "past", "DATE_ORDER": "DMY"}
    if excerpt.published:
        settings["RELATIVE_BASE"] = datetime.fromisoformat(excerpt.published).replace(tzinfo=None)
    search = import_module("dateparser.search").search_dates
    at = 0
    for words, moment in search(excerpt.text, languages=["fr"], settings=settings) or ():
        start = excerpt.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            yield Answer(Span(start, at), {"value": moment.date().isoformat()})


ROW = Row(
    "dates",
    "date",
    ("value", "precision", "anchor"),
    _read,
    same={"value": _same_value},
    peers=lambda: {"dateparser": _dateparser},
    peers_keys=("value",),
    alone=True,
)
