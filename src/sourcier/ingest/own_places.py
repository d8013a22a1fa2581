"""A user's own places: a table with a line of headings, one place a row, columns by name in any order.

`name` must be there; `kind`, `country` (ISO 3166 alpha-2), `lat` and `lon` (degrees), `population` and `names` (others,
parted by semicolons or bars) may lack, and so may their values. Headings and kinds may be in another language.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache

from sourcier.core.listed import Listed
from sourcier.core.place import Place, PlaceKind
from sourcier.core.problem import Problem
from sourcier.ingest.decoding import decode
from sourcier.ingest.lines import numbered
from sourcier.ingest.trouble import Trouble, problem
from sourcier.lang.language import Language
from sourcier.lang.load import CODES

LONGEST_LINE = 20_000  # bytes
LONGEST_NAME = 200  # letters
TOLD = 20  # bad rows that are told one by one
KINDS: tuple[PlaceKind, ...] = ("country", "region", "town", "village", "site", "area", "border", "water", "other")
_DELIMITERS = (",", ";", "\t")
_HINT = "its first line names the columns: name, kind, country, lat, lon, names"
_ROW_HINT = "mend this row and add the file again"


def read(stream: io.BufferedReader, where: str, source: str) -> Iterator[Listed | Problem]:
    """Yield the place of each row, or what is wrong with it; `source` is what the file is called in the ledger.

    Raises Trouble where the file is no such table.
    """
    lines = numbered(stream, LONGEST_LINE)
    _, first = next(lines, (1, b""))
    head = _text(first or b"")
    delimiter = max(_DELIMITERS, key=head.count)
    columns = [_meant("columns", name) for name in next(csv.reader([head], delimiter=delimiter), [])]
    if "name" not in columns:
        raise Trouble("the first line names no column of names", _HINT)
    bad = 0
    for number, line in lines:
        if line is not None and not line.strip():
            continue
        try:
            yield _listed(line, columns, delimiter, f"own:{source}#{number}")
        except ValueError as error:
            bad += 1
            if bad <= TOLD:
                yield problem(f"{where}#{number}", f"this row is no place: {error}", _ROW_HINT)
    if bad > TOLD:
        yield problem(where, f"{bad - TOLD:,} more rows are no places", "mend them and add the file again")


def _text(line: bytes) -> str:
    """A line in UTF-8, or as spreadsheets write it that know nothing of it."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return decode(line).text


def _listed(line: bytes | None, columns: list[str], delimiter: str, source_id: str) -> Listed:
    if line is None:
        raise ValueError("it is too long")
    try:
        fields = next(csv.reader([_text(line).rstrip("\r\n")], delimiter=delimiter))
    except csv.Error as error:
        raise ValueError("its quotation marks do not close") from error
    row = {name: value.strip() for name, value in zip(columns, fields, strict=False) if name}
    name = row.get("name", "")
    if not name or len(name) > LONGEST_NAME:
        raise ValueError("its name is missing or too long")
    lat, lon = _degrees("latitude", row.get("lat", ""), 90), _degrees("longitude", row.get("lon", ""), 180)
    if (lat is None) != (lon is None):
        raise ValueError("it has a latitude or a longitude alone")
    place = Place(name, _kind(row), _country(row), lat, lon, _population(row), source_id, None)
    others = (other.strip() for other in row.get("names", "").replace("|", ";").split(";"))
    return Listed(place, tuple(dict.fromkeys((name, *(one for one in others if one and len(one) <= LONGEST_NAME)))))


def _kind(row: Mapping[str, str]) -> PlaceKind:
    written = _meant("kinds", row.get("kind", "") or "village")
    kind = next((kind for kind in KINDS if kind == written), None)
    if kind is None:
        raise ValueError(f"its kind is none of {', '.join(KINDS)}")
    return kind


def _meant(of: str, word: str) -> str:
    """A heading or a kind as it is called here, whatever language it is in."""
    word = word.strip().lower()
    return _in_languages(of).get(word, word)


@cache
def _in_languages(of: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code in CODES:
        with suppress(FileNotFoundError):  # it has no words for places
            found |= Language(code).table("places")["rows"][of]
    return found


def _country(row: Mapping[str, str]) -> str | None:
    code = row.get("country", "").upper()
    if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise ValueError(f"its country is no code of two letters: {code[:20]}")
    return code or None


def _degrees(what: str, written: str, most: int) -> float | None:
    if not written:
        return None
    try:
        degrees = float(written.replace(",", "."))
    except ValueError:
        raise ValueError(f"not a {what} in degrees: {written[:20]}") from None
    if not -most <= degrees <= most:
        raise ValueError(f"not a {what} in degrees: {written[:20]}")
    return degrees


def _population(row: Mapping[str, str]) -> int | None:
    written = row.get("population", "").replace(" ", "")
    if written and not (written.isascii() and written.isdecimal() and len(written) <= 9):
        raise ValueError(f"its population is no whole number: {written[:20]}")
    return int(written) or None if written else None
