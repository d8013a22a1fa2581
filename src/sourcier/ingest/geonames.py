"""Places of a country as GeoNames publishes them: `NE.zip`, or the table of 19 columns, parted by tabs, that is in it.

See https://download.geonames.org/export/dump/readme.txt. A dump of any size passes one line at a time.
"""

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from typing import cast

from sourcier.core.listed import Listed
from sourcier.core.place import Place
from sourcier.core.problem import Problem
from sourcier.ingest.feature_codes import kind_of
from sourcier.ingest.lines import numbered
from sourcier.ingest.trouble import Trouble, problem

__all__ = ["Listed", "read"]

COLUMNS = 19
LONGEST_LINE = 100_000  # bytes; other names take 10,000 letters at most
LONGEST_NAME = 200  # letters
LONGEST_NUMBER = 18  # digits
MOST_NAMES = 200  # of one place
MOST_LINES = 20_000_000  # the dump of all countries has 13 million
MOST_BYTES = 8_000_000_000  # unpacked
TOLD = 20  # bad lines that are told one by one
README = "readme.txt"
# An encrypted archive is a RuntimeError, one of another version a NotImplementedError.
_UNREADABLE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, OSError)
_ZIP = b"PK\x03\x04"
_HINT = "give a country's dump from https://download.geonames.org/export/dump/ as it came"


def read(stream: io.BufferedReader, where: str) -> Iterator[Listed | Problem]:
    """Yield the places of a dump, packed or not; a line that is none is a problem, and the rest is read.

    Left out in silence: roads, railways and what lies under the sea. Raises Trouble where the file is no dump.
    """
    if stream.peek(len(_ZIP)).startswith(_ZIP):
        yield from _packed(stream, where)
    else:
        yield from _lines(stream, where)


def _packed(stream: io.BufferedReader, where: str) -> Iterator[Listed | Problem]:
    try:
        with zipfile.ZipFile(stream) as archive:
            tables = [one for one in archive.infolist() if one.filename.lower().endswith(".txt")]
            tables = [one for one in tables if one.filename.lower() != README]
            if len(tables) != 1:
                raise Trouble(f"the archive holds {len(tables)} tables of places instead of one", _HINT)
            if tables[0].file_size > MOST_BYTES:
                raise Trouble(f"the table in the archive has more than {MOST_BYTES:,} bytes", _HINT)
            with archive.open(tables[0]) as table:
                yield from _lines(io.BufferedReader(cast("io.RawIOBase", table)), where)
    except _UNREADABLE as error:
        raise Trouble(f"the archive cannot be read: {error}", "fetch it again: it may be cut") from None


def _lines(stream: io.BufferedReader, where: str) -> Iterator[Listed | Problem]:
    good = bad = 0
    for number, line in numbered(stream, LONGEST_LINE):
        if number > MOST_LINES:
            yield problem(where, f"the table has more than {MOST_LINES:,} lines: what follows was not read")
            break
        if line is not None and not line.strip():
            continue
        try:
            listed = _listed(line)
        except ValueError as error:
            bad += 1
            if bad <= TOLD:
                yield problem(f"{where}#{number}", f"this line is no place of GeoNames: {error}")
        else:
            good += 1
            if listed:
                yield listed
    if not good:
        raise Trouble("no line of the file is a place of GeoNames", _HINT)
    if bad > TOLD:
        yield problem(where, f"{bad - TOLD:,} more lines are no places of GeoNames")


def _listed(line: bytes | None) -> Listed | None:
    """The place of a line, None where it is of a kind that is left out; `ValueError` says what is wrong."""
    if line is None:
        raise ValueError(f"it has more than {LONGEST_LINE:,} bytes")
    fields = [field.strip() for field in line.decode("utf-8", "replace").rstrip("\r\n").split("\t")]
    if len(fields) != COLUMNS:
        raise ValueError(f"it has {len(fields)} columns instead of {COLUMNS}")
    number, name, plain, others, lat, lon, group, code, country, _, region = fields[:11]
    if not name or len(name) > LONGEST_NAME:
        raise ValueError("its name is missing or too long")
    if not (number.isascii() and number.isdecimal() and len(number) <= LONGEST_NUMBER):
        raise ValueError(f"its number is {number[:20]!r}")
    people = _population(fields[14])
    kind = kind_of(group, code, people)
    if kind is None:
        return None
    place = Place(
        name=name,
        kind=kind,
        country=_country(country),
        lat=_degrees("latitude", lat, 90),
        lon=_degrees("longitude", lon, 180),
        population=people or None,
        source_id=f"geonames:{int(number)}",
        admin=f"{country}.{region}" if country and region and region != "00" else None,
    )
    return Listed(place, _names(name, plain, others))


def _names(name: str, plain: str, others: str) -> tuple[str, ...]:
    known = (one.strip() for one in (name, plain, *others.split(",")))
    return tuple(dict.fromkeys(one for one in known if one and len(one) <= LONGEST_NAME))[:MOST_NAMES]


def _country(code: str) -> str | None:
    if code and not (len(code) == 2 and code.isascii() and code.isalpha() and code.isupper()):
        raise ValueError(f"its country is {code[:20]!r}")
    return code or None


def _degrees(what: str, written: str, most: int) -> float:
    try:
        degrees = float(written)
    except ValueError:
        raise ValueError(f"not a {what} in degrees: {written[:20]}") from None
    if not -most <= degrees <= most:
        raise ValueError(f"not a {what} in degrees: {written[:20]}")
    return degrees


def _population(written: str) -> int:
    if written and not (written.isascii() and written.isdecimal() and len(written) <= 12):
        raise ValueError(f"its population is {written[:20]!r}")
    return int(written or 0)
