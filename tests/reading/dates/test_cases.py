"""The table that a linguist edits, and every example of every rule."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from sourcier.core.moment import Moment
from sourcier.lang.language import Language
from sourcier.reading.dates.grammar import grammar
from sourcier.reading.dates.parser import Parser
from sourcier.reading.dates.reader import PRODUCER, dates
from tests.reading.dates.factory import analysis

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))["case"]
FRIDAY = "2024-09-06"
RULES = grammar("fr")
TABLE = Language("fr").table("dates")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_the_table(case: dict[str, Any]) -> None:
    text = case["text"].replace("⟦", "").replace("⟧", "")
    published = str(case.get("published", FRIDAY))
    found = dates(analysis(text), Moment(published) if published else None)
    marked = re.findall("⟦([^⟧]*)⟧", case["text"])
    assert [text[each.span.start : each.span.end] for each in found.dates] == marked
    assert [f"{each.value or 'null'} {each.precision} {each.anchor}" for each in found.dates] == case["want"]
    assert len(found.problems) == case.get("problems", 0)
    assert {each.producer for each in found.dates} <= {PRODUCER}


def _alone(row: dict[str, Any]) -> bool:
    """Whether a rule needs nothing beside it."""
    return not {"before", "after", "under"} & set(row)


@pytest.mark.parametrize("row", TABLE["atoms"], ids=lambda row: f"{row['means']}: {row['example']}")
def test_each_atom_reads_its_example(row: dict[str, Any]) -> None:
    assert RULES
    folded = Parser(RULES, row["example"]).folded
    rules = [rule for rule in RULES.atoms if rule.means == row["means"]]
    assert any(rule.regex.fullmatch(folded) for rule in rules)
    if _alone(row):
        assert [each.end for each in Parser(RULES, row["example"]).expressions()] == [len(folded)]


@pytest.mark.parametrize("row", TABLE["leads"], ids=lambda row: f"{row['effect']}: {row['example']}")
def test_each_lead_reads_its_example(row: dict[str, Any]) -> None:
    assert RULES
    folded = Parser(RULES, row["example"]).folded
    assert any(rule.regex.fullmatch(folded) for rule in RULES.leads if rule.means == row["effect"])


@pytest.mark.parametrize("row", TABLE["trails"], ids=lambda row: f"{row['means']}: {row['example']}")
def test_each_trail_reads_its_example(row: dict[str, Any]) -> None:
    assert RULES
    folded = Parser(RULES, row["example"]).folded
    assert any(rule.regex.fullmatch(folded) for rule in RULES.trails if rule.means == row["means"])


@pytest.mark.parametrize("row", TABLE["ranges"], ids=lambda row: row["example"])
def test_each_range_reads_its_example(row: dict[str, Any]) -> None:
    assert RULES
    found = list(Parser(RULES, row["example"]).expressions())
    assert [(each.end, bool(each.ends)) for each in found] == [(len(row["example"]), True)]
