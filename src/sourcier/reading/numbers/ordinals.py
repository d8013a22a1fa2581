"""Ordinal numbers: « 7e », « 3ème », « deuxième », « dix-septième »."""

import re

from sourcier.reading.numbers.quantities import Quantities

_FIGURES = re.compile(r"(\d{1,4})([a-zèé]+)")
_HIGHEST_PARTS = 6


def ordinal(form: str, table: Quantities) -> int | None:
    """Return what an ordinal is worth, None where the form is none."""
    if form in table.tables["ordinals.words"]:
        return int(table.tables["ordinals.words"][form])
    if match := _FIGURES.fullmatch(form):
        return int(match[1]) if table.within("ordinals.figures", match[2]) else None
    for ending in table.lists["ordinals.endings"]:
        if form.endswith(ending):
            return _spelt(form.removesuffix(ending), table)
    return None


def _spelt(stem: str, table: Quantities) -> int | None:
    *parts, last = stem.split("-")
    stems = table.lists["ordinals.mute"] or ("",)
    last = next((each for each in (last, *(last + mute for mute in stems)) if _worth(each, table)), "")
    if not last or len(parts) > _HIGHEST_PARTS:
        return None
    total = 0
    for part in (*parts, last):
        value = _worth(part, table)
        if value is None:
            if table.within("numerals.inside", part):
                continue
            return None
        total = total * value if total == 4 and value == 20 else total + value
    return total


def _worth(part: str, table: Quantities) -> int | None:
    stem = table.tables["ordinals.stems"].get(part)
    if stem is not None:
        return int(stem)
    scale = table.tables["numerals.multipliers"].get(part)
    return table.words.get(part) or (int(scale) if scale else None)
