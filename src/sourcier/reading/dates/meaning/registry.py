"""The meanings that rules name."""

from collections.abc import Callable, Mapping

from sourcier.reading.dates.context import Context
from sourcier.reading.dates.meaning import counted, days, feasts, months, spans, years
from sourcier.reading.dates.point import Reading
from sourcier.reading.dates.words import Words

Meaning = Callable[[Words, Context, int], Reading | None]
"""From the words, what they lean on, and -1 or 1 where the word before them looks back or ahead; None: no date."""

MEANINGS: Mapping[str, Meaning] = {
    "bc": years.years_before,
    "century": years.century,
    "counted": counted.counted,
    "day": days.numbered,
    "days": days.several,
    "decade": years.decade,
    "eve": feasts.eve,
    "feast": feasts.feast,
    "for": counted.lasting,
    "half": months.half,
    "iso": days.iso,
    "month": months.named,
    "national_day": feasts.unnamed,
    "near": days.near,
    "night": feasts.night,
    "quarter": months.quarter,
    "rains": months.rains,
    "season": months.season,
    "span": spans.span,
    "span_bare": spans.span_bare,
    "span_told": spans.span_told,
    "sports": years.two_years,
    "told": days.told,
    "told_vague": counted.told_vague,
    "unknown_event": days.unknown_event,
    "vague": counted.vague,
    "weekday": days.weekday,
    "within": counted.within,
    "year": years.year,
    "years": years.from_to,
}
"""By the name that stands in the rules' `means`."""

OF_DAYS = frozenset({"day", "feast", "iso", "near", "told", "weekday"})
"""Those that an hour or a part of the day can follow."""
UNKNOWN = frozenset({"unknown_event"})
"""Those that give way to any other reading of the same words."""
LEANING = frozenset({"counted", "told", "told_vague"})
"""Those that the text may explain at once: « Dix ans plus tard, en 1950 »."""
EXPLAINING = frozenset({"day", "month", "year"})
"""Those that explain."""
DEICTIC = frozenset({"near", "span", "within", "counted"})
"""Those that count from whoever speaks, also within a quotation."""
