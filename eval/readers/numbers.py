"""The numbers reader's row."""

import re
from collections.abc import Iterator

from eval.readers.reading import Reading
from eval.readers.row import Answer, Row
from sourcier.reading.dates.reader import dates
from sourcier.reading.numbers.quantities import quantities
from sourcier.reading.numbers.reader import numbers
from sourcier.text.fold import fold

_LANGUAGE = "fr"
_WORD = re.compile(r"\w+")
_ENDING = re.compile(r"(?:e?s|e|x)$")


def _read(reading: Reading) -> Iterator[Answer]:
    """Numbers beside the dates that the dates reader finds."""
    taken = [found.span for found in dates(reading.analysis, reading.published).dates]
    for found in numbers(reading.analysis, taken, reading.excerpt.country):
        keys = {"kind": found.kind, "value": _written(found.value), "bound": found.bound}
        keys |= {"max": _written(found.value_max), "what": found.what or "", "unit": found.unit or ""}
        yield Answer(found.span, keys)


def _written(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}"


def _same_number(marked: str, found: str) -> bool:
    return marked == found or (bool(marked and found) and float(marked) == float(found))


def _same_unit(marked: str, found: str) -> bool:
    """Whether two units are one under the name that the table keeps: « kilomètres » is km, « F CFA » FCFA."""
    return _kept(marked) == _kept(found)


def _kept(unit: str) -> str:
    table = quantities(_LANGUAGE)
    forms = unit.lower().split()
    named = table.units.at(forms, 0) if table and forms else None
    return named[1] if named and named[0] == len(forms) else unit


def _same_words(marked: str, found: str) -> bool:
    """Whether two answers to « what » hold the same words, in any order; number and gender (tué, tuées) do not part."""
    return _bag(marked) == _bag(found)


def _bag(words: str) -> list[str]:
    return sorted(_ENDING.sub("", fold(word)) for word in _WORD.findall(words))


ROW = Row(
    "numbers",
    "number",
    ("value+max+bound", "what", "kind", "unit"),
    _read,
    same={"value": _same_number, "max": _same_number, "what": _same_words, "unit": _same_unit},
    alone=True,
)
