"""A user's places made into a gazetteer's file."""

from collections.abc import Iterable, Iterator

from sourcier.core.listed import Listed
from sourcier.reading.gazetteer.encoding import encoded
from sourcier.reading.gazetteer.entry import Entry
from sourcier.reading.gazetteer.keys import joined
from sourcier.reading.gazetteer.spelling import key

_SHORTEST = 3  # letters of another name


def own_file(places: Iterable[Listed]) -> bytes:
    """Return the file of places, which `Gazetteer` reads."""
    return encoded([_entry(each) for each in places], {})


def _entry(each: Listed) -> Entry:
    name = each.place.name
    others = tuple(other for other in each.names if other != name and _is_name(other))
    return Entry(each.place, (name,), (*others, *_in_one(name)))


def _is_name(form: str) -> bool:
    """Whether another name is written in our letters, begins with a capital and is no code."""
    found = key(form)
    return len(found) >= _SHORTEST and found.isascii() and form[:1].isupper() and not form.isupper()


def _in_one(name: str) -> Iterator[str]:
    together = joined(name)
    if together:
        yield together
