"""The gazetteer's file, written as sourcier.reading.gazetteer.table reads it."""

import json
import struct
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate

from sourcier.core.place import Place
from sourcier.reading.gazetteer.entry import Entry
from sourcier.reading.gazetteer.keys import keys
from sourcier.reading.gazetteer.table import (
    BLOCK,
    KINDS,
    LISTED,
    MAGIC,
    NOWHERE,
    NUMBER,
    RECORD,
    SCALE,
    WIDTH,
    first_letters,
)

LETTERS = struct.Struct("<Q")
MOST = 255  # places of one name, and letters that a name adds to the one before
GEONAMES = "geonames:"


def encoded(entries: Sequence[Entry], capitals: dict[str, int]) -> bytes:
    """Return the file of entries; `capitals` are their numbers by country."""
    places = [entry.place for entry in entries]
    lists: dict[str, list[str | None]] = {
        "countries": _values(place.country for place in places),
        "admins": _values(place.admin for place in places),
        "sources": [source for source in (place.source_id for place in places) if not _number(source)],
    }
    records, texts = _places(places, lists)
    sections = [*_names(_by_key(entries)), records, texts]
    header = {
        **lists,
        "capitals": capitals,
        "of_country": {p.country: number for number, p in enumerate(places) if p.kind == "country"},
        "regions": _regions(places),
        "ends": list(accumulate(map(len, sections))),
    }
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    return b"".join([MAGIC, NUMBER.pack(len(text)), text, *sections])


def _values(values: Iterable[str | None]) -> list[str | None]:
    return [None, *sorted({value for value in values if value is not None})]


def _regions(places: Sequence[Place]) -> dict[str, int]:
    """The first region of each code: regions of the first order come before their departments."""
    found: dict[str, int] = {}
    for number, place in enumerate(places):
        if place.kind == "region" and place.admin:
            found.setdefault(place.admin, number)
    return found


def _number(source: str) -> int:
    """GeoNames' number of what it has a number for, else 0."""
    number = source.removeprefix(GEONAMES)
    return int(number) if number.isdecimal() and number != source else 0


def _places(places: Sequence[Place], lists: dict[str, list[str | None]]) -> tuple[bytes, bytes]:
    at = {name: {value: number for number, value in enumerate(values)} for name, values in lists.items()}
    records, texts, written = bytearray(), bytearray(), dict[bytes, int]()
    for place in places:
        name = place.name.encode()[:MOST].decode(errors="ignore").encode()
        if name not in written:
            written[name] = len(texts)
            texts += bytes([len(name)]) + name
        located = place.lat is not None and place.lon is not None
        records += RECORD.pack(
            _number(place.source_id) or LISTED + at["sources"][place.source_id],
            round((place.lat or 0) * SCALE) if located else NOWHERE,
            round((place.lon or 0) * SCALE) if located else NOWHERE,
            place.population or 0,
            written[name],
            at["admins"][place.admin],
            place.radius_km or 0,
            at["countries"][place.country],
            KINDS.index(place.kind),
        )
    return bytes(records), bytes(texts)


def _by_key(entries: Sequence[Entry]) -> dict[str, list[int]]:
    """The numbers of the places of each key: countries, then those usually called so, then the most inhabitants."""
    found: dict[str, dict[int, bool]] = defaultdict(dict)
    for number, entry in enumerate(entries):
        for usual, names in ((True, entry.usual), (False, entry.others)):
            for name in names:
                for key in keys(name):
                    found[key].setdefault(number, usual)

    def rank(key: str, number: int) -> tuple[bool, bool, int, int]:
        place = entries[number].place
        return place.kind != "country", not found[key][number], -(place.population or 0), number

    return {key: sorted(numbers, key=lambda number: rank(key, number))[:MOST] for key, numbers in found.items()}


def _names(by_key: dict[str, list[int]]) -> tuple[bytes, bytes, bytes]:
    starts, heads, names, last = bytearray(), bytearray(), bytearray(), b""
    for at, key in enumerate(sorted(by_key)):
        name, kept = key.encode("ascii"), 0
        if at % BLOCK == 0:
            starts += LETTERS.pack(first_letters(name))
            heads += NUMBER.pack(len(names))
        else:
            kept = next((at for at, pair in enumerate(zip(name, last, strict=False)) if pair[0] != pair[1]), len(last))
        numbers = by_key[key]
        names += bytes([kept, len(name) - kept]) + name[kept:] + bytes([len(numbers)])
        names += b"".join(number.to_bytes(WIDTH, "little") for number in numbers)
        last = name
    return bytes(starts), bytes(heads), bytes(names)
