"""The table of cases: what stands in `cases.toml` is what the reader finds."""

import re
import tomllib
from pathlib import Path

import pytest

from sourcier.core.number import Number
from sourcier.engines import registry
from sourcier.reading.numbers.reader import numbers

MARK = re.compile("⟦([^|⟧]*)\\|([^⟧]*)⟧")
TABLE = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))
CASES = [(f"{group} {name}", text) for group, rows in TABLE.items() for name, text in rows.items()]
COMPARED = ("value", "max", "bound", "kind", "what", "unit")


@pytest.mark.parametrize(("name", "marked"), CASES, ids=[name for name, _ in CASES])
def test_what_is_marked_is_found_and_nothing_else(name: str, marked: str) -> None:
    text, expected = _unmarked(marked)
    found = numbers(registry.load("french").analyse(text), [])
    assert [(each.span.start, each.span.of(text)) for each in found] == [(at, words) for at, words, _ in expected], name
    for each, (_, _, keys) in zip(found, expected, strict=True):
        told = _told(each)
        assert {key: told[key] for key in keys} == keys


def _unmarked(marked: str) -> tuple[str, list[tuple[int, str, dict[str, str]]]]:
    text, expected, last = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        keys = dict(pair.strip().split("=", 1) for pair in match[2].split(";"))
        expected.append((len(text), match[1], {"bound": "exact", **keys}))
        text, last = text + match[1], match.end()
    return text + marked[last:], expected


def _told(number: Number) -> dict[str, str]:
    given = (number.value, number.value_max, number.bound, number.kind, number.what, number.unit)
    return {key: _written(value) for key, value in zip(COMPARED, given, strict=True)}


def _written(value: float | str | None) -> str:
    return value if isinstance(value, str) else "" if value is None else f"{value:.12g}"
