"""Feasts that move: Easter, and those of the tabular Islamic calendar, which the moon may shift by a day."""

from collections.abc import Iterator
from datetime import date, timedelta

_HIJRI_EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram 1, in the Gregorian calendar drawn back
_LEAP_CYCLE, _LEAPS = 30, 11


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's arithmetic)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def hijri(year: int, month: int, day: int) -> date:
    """Return a day of the tabular Islamic calendar (civil epoch; years 2, 5, 7, 10, 13, 16 … of thirty are leap)."""
    days = (year - 1) * 354 + (3 + _LEAPS * year) // _LEAP_CYCLE + (month - 1) * 29 + month // 2 + day - 1
    return date.fromordinal(_HIJRI_EPOCH + days)


def hijri_in(year: int, month: int, day: int) -> Iterator[date]:
    """Yield the one or two days of a Gregorian year that fall on this day of the Islamic calendar."""
    about = int((year - 622) * 365.2425 / 354.367)
    for lunar_year in range(max(1, about - 1), about + 4):
        found = hijri(lunar_year, month, day)
        if found.year == year:
            yield found


def month_end(start: date, month: int) -> date:
    """Return the last day of an Islamic month that begins on `start`: odd months have thirty days."""
    return start + timedelta(days=29 if month % 2 else 28)
