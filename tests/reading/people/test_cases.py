"""The table that a linguist edits, read with the engine's own trees; places and organisations are let be."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sourcier.core.person import Office, Person, Role
from sourcier.engines import registry
from sourcier.reading.dates.reader import dates
from sourcier.reading.gazetteer.gazetteer import gazetteer
from sourcier.reading.names.settling import settled
from sourcier.reading.names.words import words
from sourcier.reading.people.reader import PRODUCER, candidates, people
from sourcier.text.engine import Engine

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))["case"]
MARK = re.compile(r"⟦([^⟧]*)⟧|\{([^}]*)\}")
STATES = {"current": "", "former": "*", "interim": "~"}


@cache
def engine() -> Engine:
    return registry.load("french")


def read(text: str) -> tuple[tuple[Person, ...], tuple[Office, ...]]:
    analysis = engine().analyse(text)
    when = dates(analysis, None).dates
    of = words(analysis, [each.span for each in when])
    return people(of, settled(of, candidates(of, gazetteer())), gazetteer(), when)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_the_table(case: dict[str, Any]) -> None:
    text = MARK.sub(lambda mark: mark[1] or mark[2], case["text"])
    persons, offices = read(text)
    named = sorted(mention.span for person in persons for mention in person.mentions)
    assert [span.of(text) for span in named] == [mark[1] for mark in MARK.finditer(case["text"]) if mark[1]]
    assert [person.name for person in persons] == case.get("people", [])
    held: list[tuple[Role, str]] = [(role, person.name) for person in persons for role in person.roles]
    held += [(office.role, "-") for office in offices]
    held.sort(key=lambda pair: pair[0].span)
    assert [role.span.of(text) for role, _ in held] == [m[2] for m in MARK.finditer(case["text"]) if m[2]]
    assert [name + STATES[role.state] for role, name in held] == case.get("roles", [])
    if "country" in case:
        assert [person.country or "" for person in persons] == case["country"]
    assert {each.producer for each in (*persons, *offices)} <= {PRODUCER}
