"""The table that a linguist edits: what names a body, of which kind and country, and which mentions are one."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from sourcier.core.organisation import Organisation
from sourcier.engines import registry
from sourcier.reading.gazetteer.gazetteer import gazetteer
from sourcier.reading.names.settling import settled
from sourcier.reading.names.words import words
from sourcier.reading.organisations.reader import PRODUCER, candidates, organisations

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_the_table(case: dict[str, Any]) -> None:
    text = case["text"].replace("⟦", "").replace("⟧", "")
    of = words(registry.load("french").analyse(text))
    found = organisations(of, settled(of, candidates(of, gazetteer())), gazetteer(), case.get("country", "NE"))
    mentions = sorted((mention.span, at) for at, body in enumerate(found) for mention in body.mentions)
    assert [span.of(text) for span, _ in mentions] == re.findall("⟦([^⟧]*)⟧", case["text"])
    assert [f"{found[at].kind} {found[at].country or '-'}" for _, at in mentions] == case.get("want", [])
    if "bodies" in case:
        assert [told(body) for body in found] == case["bodies"]
    assert {body.producer for body in found} <= {PRODUCER}


def told(body: Organisation) -> str:
    return f"{body.name} ({body.acronym})" if body.acronym else body.name
