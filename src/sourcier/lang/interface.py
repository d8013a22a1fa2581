"""The words that the program speaks to people in, one catalogue a language."""

import re
import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from sourcier.lang.load import CODES

_ZONE = re.compile(r"(?:Z|[+-]\d{2}:?\d{2})$")
Entry = str | tuple[str, str]
"""A message, or its singular and plural."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """The messages of one language by dotted key."""

    code: str
    entries: Mapping[str, Entry]
    manners: Mapping[str, Any]

    def say(self, key: str, /, **values: object) -> str:
        """Return a message filled in; one with a singular and a plural needs `n`, their count.

        Whole numbers are written with the language's thousands mark. Raises KeyError for an unknown key.
        """
        entry = self.entries[key]
        template = entry if isinstance(entry, str) else entry[values["n"] not in self.manners["singular"]]
        return template.format(**{name: self._written(value) for name, value in values.items()})

    def number(self, value: int) -> str:
        """Return a whole number as the language groups its digits."""
        return f"{value:,}".replace(",", self.manners["thousands"])

    def percent(self, share: float) -> str:
        """Return a share 0..1 as a whole percentage; neither 0 nor 100 % unless it is exactly that."""
        rounded = round(share * 100)
        if 0 < share < 1:
            rounded = min(99, max(1, rounded))
        return str(self.manners["percent"].format(n=rounded))

    def precise(self, share: float) -> str:
        """Return a share 0..1 as a percentage with one decimal; neither 0 nor 100 % unless it is exactly that."""
        rounded = round(share * 100, 1)
        if 0 < share < 1:
            rounded = min(99.9, max(0.1, rounded))
        return str(self.manners["percent"].format(n=self.decimal(rounded, 1)))

    def decimal(self, value: float, digits: int) -> str:
        """Return a number with so many decimals."""
        return f"{value:.{digits}f}".replace(".", self.manners["decimal"]).replace("-", "\N{MINUS SIGN}")

    def date(self, value: str) -> str:
        """Return an EDTF year, month, day or time (2024-09-06T10:30:00Z) in words, with no more than it says."""
        day, _, time = value.partition("T")
        parts = day.split("-")
        names = self.manners["months"]
        written = parts[0] if len(parts) == 1 else f"{names[int(parts[1]) - 1]} {parts[0]}"
        if len(parts) == 3:
            number = self.manners["first"] if parts[2] == "01" else str(int(parts[2]))
            written = f"{number} {written}"
        return f"{written}{self.manners['time'].format(clock=time[:5], zone=_zone(time))}" if time else written

    def _written(self, value: object) -> object:
        return self.number(value) if isinstance(value, int) and not isinstance(value, bool) else value


@cache
def phrases(code: str) -> Phrases:
    """Return the catalogue of a language; KeyError where it has none."""
    if code not in CODES:
        raise KeyError(code)
    folder = files(__package__).joinpath(code)
    table = tomllib.loads(folder.joinpath("interface.toml").read_text("utf-8"))
    manners = table.pop("manners")
    entries = dict(_flat(table))
    for page in folder.joinpath("pages").iterdir():  # the words of each page of the local web server
        if page.name.endswith(".toml"):
            name = page.name.removesuffix(".toml")
            entries |= _flat(tomllib.loads(page.read_text("utf-8")), f"pages.{name}.")
    return Phrases(code, entries, manners)


def placeholders(template: str) -> frozenset[str]:
    """Return the names that a message leaves open."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(template) if name)


def _flat(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, Entry]]:
    entries: list[tuple[str, Entry]] = []
    for key, value in table.items():
        if isinstance(value, str):
            entries.append((prefix + key, value))
        elif value.keys() == {"one", "other"}:
            entries.append((prefix + key, (value["one"], value["other"])))
        else:
            entries += _flat(value, f"{prefix}{key}.")
    return entries


def _zone(time: str) -> str:
    zone = _ZONE.search(time)
    if zone is None:
        return ""
    return " UTC" if zone[0] == "Z" else f" UTC{zone[0]}"
