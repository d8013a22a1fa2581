"""The meanings that rules name."""

from collections.abc import Callable, Mapping

from sourcier.reading.dates.context import Context
from sourcier.reading.dates.meaning import counted, days, feasts, spans
from sourcier.reading.dates.point import Reading
from sourcier.reading.dates.words import Words

Meaning = Callable[[Words, Context, int], Reading | None]
"""From the words, what they lean on, and -1 or 1 where the word before them looks back or ahead; None: no date."""

MEANINGS: Mapping[str, Meaning] = {
    "bc": spans.years_before,
    "century": spans.century,
    "counted": counted.counted,
    "day": days.numbered,
    "days": days.several,
    "decade": spans.decade,
    "eve": feasts.eve,
    "feast": feasts.feast,
    "for": counted.lasting,
    "half": spans.half,
    "iso": days.iso,
    "month": spans.month_named,
    "national_day": feasts.unnamed,
    "near": days.near,
    "night": feasts.night,
    "quarter": spans.quarter,
    "season": spans.season,
    "span": spans.span,
    "span_bare": spans.span_bare,
    "span_told": spans.span_told,
    "sports": spans.two_years,
    "told": days.told,
    "told_vague": counted.told_vague,
    "unknown_event": days.unknown_event,
    "vague": counted.vague,
    "weekday": days.weekday,
    "within": counted.within,
    "year": spans.year,
}
"""By the name that stands in the rules' `means`."""

OF_DAYS = frozenset({"day", "feast", "iso", "near", "told", "weekday"})
"""Those that an hour or a part of the day can follow."""
DEICTIC = frozenset({"near", "span", "within", "counted"})
"""Those that count from whoever speaks, also within a quotation."""
