"""A language's table of quantities, in the shape that the rules use."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import Any

from sourcier.lang.load import language
from sourcier.reading.numbers.figures import in_figures
from sourcier.reading.numbers.phrases import Phrases, phrases

KEPT = 1 << 15  # answers kept for forms met again
_PER_CENT = "%"


@dataclass(frozen=True, slots=True)
class Quantities:
    """What a language writes for numbers: plain words, tables of words, and phrases.

    `lists` holds the word lists by « section.name », `tables` the words with values, likewise named; `begins` tells
    whether a number may begin with a form, which most do not.
    """

    words: Mapping[str, int]
    tables: Mapping[str, Mapping[str, float]]
    lists: Mapping[str, frozenset[str]]
    names: Mapping[str, Mapping[str, str]]
    bounds: Phrases
    bounds_after: Phrases
    units: Phrases
    kinds: Mapping[str, str]
    phrases: Mapping[str, Phrases]
    months: frozenset[str]
    starters: frozenset[str]
    begins: Callable[[str], bool]

    def within(self, name: str, form: str) -> bool:
        """Tell whether a form stands in a word list."""
        return form in self.lists[name]


@cache
def quantities(code: str) -> Quantities | None:
    """Return the table of a language (ISO 639-1), None where it has none."""
    of = language(code)
    if of is None:
        return None
    try:
        table = of.table("quantities")
    except FileNotFoundError:
        return None
    plain = {word: value for word, value in of.table("numbers")["values"].items() if word not in _ordinals(table)}
    words = {**plain, **table["numerals"]["more"]}
    units = {kind: table["units"][kind] for kind in ("money", "measure", "duration")}
    bounds = table["bounds"]
    starters = frozenset(_starters(words, table))
    return Quantities(
        words=words,
        tables=dict(_tables(table)),
        lists=dict(_lists(table)),
        names={"units.zone_unit": table["units"]["zone_unit"]},
        bounds=phrases((name, bounds[name]) for name in ("min", "max", "approx")),
        bounds_after=phrases((name, bounds[f"after_{name}"]) for name in ("min", "max", "approx")),
        units=phrases(
            [*(row for each in units.values() for row in each.items()), (_PER_CENT, table["percent"]["signs"])]
        ),
        kinds={**{unit: kind for kind, each in units.items() for unit in each}, _PER_CENT: "share"},
        phrases={name: phrases([("", table[section][key])]) for name, (section, key) in _PHRASES.items()},
        months=frozenset(of.table("calendar")["months"]),
        starters=starters,
        begins=lru_cache(KEPT)(partial(_may_begin, starters, tuple(table["ordinals"]["endings"]))),
    )


_PHRASES = {
    "dated before": ("dated", "before"),
    "dated after": ("dated", "after"),
    "clock after": ("clock", "after"),
    "names": ("labels", "names"),
    "half": ("numerals", "half"),
}


def _ordinals(table: Mapping[str, Any]) -> Mapping[str, int]:
    words: Mapping[str, int] = table["ordinals"]["words"]
    return words


def _tables(table: Mapping[str, Any]) -> Iterable[tuple[str, Mapping[str, float]]]:
    for section, each in table.items():
        for name, value in each.items():
            if isinstance(value, dict) and section != "units":
                yield f"{section}.{name}", value


def _lists(table: Mapping[str, Any]) -> Iterable[tuple[str, frozenset[str]]]:
    for section, each in table.items():
        for name, value in each.items():
            if isinstance(value, list):
                yield f"{section}.{name}", frozenset(value)


def _starters(words: Mapping[str, int], table: Mapping[str, Any]) -> Iterable[str]:
    """The words that a number may begin with, beside figures."""
    yield from words
    yield from table["numerals"]["multipliers"]
    yield from table["numerals"]["half_of"]
    yield from table["numerals"]["none"]
    yield from table["collectives"]["words"]
    yield from table["collectives"]["plurals"]
    yield from table["fractions"]["words"]
    yield from _ordinals(table)


def _may_begin(starters: frozenset[str], ordinal_endings: tuple[str, ...], form: str) -> bool:
    if form in starters or in_figures(form) or form.endswith(ordinal_endings):
        return True
    first, hyphen, _ = form.partition("-")
    return bool(hyphen) and first in starters
