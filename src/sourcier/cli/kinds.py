"""What the values of options may be."""

import re
from collections.abc import Callable

import click

from sourcier.core.moment import Moment
from sourcier.lang.interface import Phrases

_SIZE = re.compile(r"(\d+(?:[.,]\d+)?)\s*([kKmMgG]?)[oObB]?")
_FACTOR = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}
_MOST = 2 * _FACTOR["g"]  # memory for a whole file is taken at once, and a C long counts no further everywhere
_SHOWN = 60


def size(phrases: Phrases) -> Callable[[str | int], int]:
    """Return what reads a number of bytes: 800000, 800 kB, 5MB, 5 Mo."""

    def read(value: str | int) -> int:
        match = _SIZE.fullmatch(str(value).strip())
        bytes_ = float(match[1].replace(",", ".")) * _FACTOR[match[2].lower()] if match else 0
        if not 1 <= bytes_ <= _MOST:
            raise click.BadParameter(phrases.say("wrong.size", value=_short(str(value))))
        return round(bytes_)

    return read


def among(phrases: Phrases, wanted: range) -> Callable[[str | int], int]:
    """Return what reads a whole number of a range."""

    def read(value: str | int) -> int:
        number = int(str(value)) if str(value).isascii() and str(value).isdigit() else -1
        if number not in wanted:
            why = phrases.say("wrong.among", value=_short(str(value)), least=wanted[0], most=wanted[-1])
            raise click.BadParameter(why)
        return number

    return read


def moment(phrases: Phrases) -> Callable[[str], Moment]:
    """Return what reads a year, month, day or time, with the precision given."""

    def read(value: str) -> Moment:
        try:
            return Moment(value.strip())
        except ValueError as error:
            raise click.BadParameter(phrases.say("wrong.moment", value=value)) from error

    return read


def pair(phrases: Phrases) -> Callable[[str], tuple[str, str]]:
    """Return what reads a field and the column that fills it: title=headline."""

    def read(value: str) -> tuple[str, str]:
        field, _, column = (part.strip() for part in value.partition("="))
        if not (field and column):
            raise click.BadParameter(phrases.say("wrong.pair", value=value))
        from sourcier.workflow.options import FIELDS  # noqa: PLC0415 - brings in the readers

        if field not in FIELDS:
            raise click.BadParameter(phrases.say("wrong.field", value=field, fields=", ".join(FIELDS)))
        return field, column

    return read


def _short(value: str) -> str:
    return value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…"
