"""The filters of a list, as they stand in its address."""

import re
from collections.abc import Mapping

from sourcier.core.edit import CATEGORIES, MEANING
from sourcier.core.errors import InputError
from sourcier.core.moment import Moment
from sourcier.core.selection import Selection

CREDITS = ("full", "partial", "none_found", "other_named")
CATEGORIES_OF_MEANING = tuple(each for each in CATEGORIES if each in MEANING)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SINCE = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?")


def selection(query: Mapping[str, str]) -> Selection:
    """Return what the query asks for; InputError for a day, a credit or a category that is none."""
    given = {name: query.get(name, "").strip()[:200] or None for name in ("outlet", "credit", "category", "absent")}
    one_of("credit", given["credit"], CREDITS)
    one_of("category", given["category"], CATEGORIES_OF_MEANING)
    return Selection(
        query=query.get("q", "").strip()[:200] or None,
        start=_moment(query, "from", _DAY),
        end=_moment(query, "to", _DAY),
        since=_moment(query, "since", _SINCE),
        **given,
    )


def one_of(name: str, given: str | None, known: tuple[str, ...]) -> None:
    """Raise InputError for a value that is given and is none of those known."""
    if given is not None and given not in known:
        raise InputError(f"{name}: not one of {', '.join(known)}: {given[:40]!r}")


def _moment(query: Mapping[str, str], name: str, form: re.Pattern[str]) -> str | None:
    given = query.get(name, "").strip()
    if not given:
        return None
    if not form.fullmatch(given):
        raise InputError(f"not a day such as 2031-03-04: {given[:40]!r}")
    try:
        Moment(given)
    except ValueError:
        raise InputError(f"not a day such as 2031-03-04: {given[:40]!r}") from None
    return given
