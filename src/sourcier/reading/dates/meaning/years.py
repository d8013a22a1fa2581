"""Years, and what is longer."""

from sourcier.reading.dates.context import Context
from sourcier.reading.dates.meaning.days import year_of
from sourcier.reading.dates.point import Point, Reading, at, between
from sourcier.reading.dates.words import Words

_CENTURY = 100


def year(words: Words, _context: Context, _forced: int) -> Reading | None:
    """« 2019 »."""
    number = year_of(words)
    return at(Point(number), "absolute") if number is not None else None


def years_before(words: Words, _context: Context, _forced: int) -> Reading | None:
    """« 450 avant J.-C. »: the year before 1 is the year 0 of EDTF."""
    number = words.number("old")
    return at(Point(1 - number), "absolute") if number else None


def two_years(words: Words, _context: Context, _forced: int) -> Reading | None:
    """« saison 2019/2020 », « 2023-24 »."""
    first, last = _two(words)
    return between(Point(first), Point(last), "absolute") if last == first + 1 else None


def from_to(words: Words, _context: Context, _forced: int) -> Reading | None:
    """« (1950-2020) »."""
    first, last = _two(words)
    return between(Point(first), Point(last), "absolute") if first < last else None


def _two(words: Words) -> tuple[int, int]:
    """Both years; two figures are of the century of the first."""
    first, last = (int(part) for part in words.raw("season_years").replace("-", "/").replace(" ", "").split("/"))
    return first, last + (first // _CENTURY * _CENTURY if last < _CENTURY else 0)


def decade(words: Words, _context: Context, _forced: int) -> Reading | None:
    """« les années 1990 », « les années soixante »; of « les années 20 » the words do not say which."""
    first = words.number("tens") if "tens" in words else words.value("decade")
    if first is None:
        return None
    if first < 100:
        first = first + 1900 if first >= 30 else None
    return between(Point(first) if first else None, Point(first + 9) if first else None, "absolute")


def century(words: Words, _context: Context, _forced: int) -> Reading | None:
    """« le XIXe siècle », from its year 01 to its year 00."""
    number = words.value("roman") or words.value("roman_word") or words.number("figures") or 0
    if "bc" in words.fixed:
        return between(Point(1 - number * 100), Point(-(number - 1) * 100), "absolute")
    return between(Point((number - 1) * 100 + 1), Point(number * 100), "absolute")
