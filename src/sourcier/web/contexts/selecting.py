"""The filters of a list, as they stand in its address."""

import re
from collections.abc import Mapping

from sourcier.core.errors import InputError
from sourcier.core.moment import Moment
from sourcier.core.selection import Selection

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SINCE = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?")


def selection(query: Mapping[str, str]) -> Selection:
    """Return what the query asks for; InputError for a day that is none."""
    given = {name: query.get(name, "").strip()[:200] or None for name in ("outlet", "credit", "category", "absent")}
    return Selection(
        query=query.get("q", "").strip()[:200] or None,
        start=_moment(query, "from", _DAY),
        end=_moment(query, "to", _DAY),
        since=_moment(query, "since", _SINCE),
        **given,
    )


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
