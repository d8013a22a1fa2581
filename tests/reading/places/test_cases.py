"""The table that a linguist edits: what is a place, and which."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from sourcier.core.location import Location
from sourcier.engines import registry
from sourcier.reading.gazetteer.gazetteer import gazetteer
from sourcier.reading.names.settling import settled
from sourcier.reading.names.words import words
from sourcier.reading.places.reader import PRODUCER, candidates, locations

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_the_table(case: dict[str, Any]) -> None:
    text = case["text"].replace("⟦", "").replace("⟧", "")
    of = words(registry.load("french").analyse(text))
    found = locations(of, settled(of, candidates(of, gazetteer())), gazetteer(), case.get("outlet"))
    mentions = sorted((mention.span, place) for place in found.places for mention in place.mentions)
    assert [span.of(text) for span, _ in mentions] == re.findall("⟦([^⟧]*)⟧", case["text"])
    assert [told(place) for _, place in mentions] == case["want"]
    assert {place.producer for place in found.places} <= {PRODUCER}


def told(place: Location) -> str:
    words = f"{place.name} {place.kind} {place.country or '-'}"
    if place.kind not in {"town", "village", "site"} or place.lat is None or place.lon is None:
        return words
    return f"{words} {place.lat:.0f},{place.lon:.0f}"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Le fils du ministre vit à Santos. La Cour suprême se tait.", None),  # one town is too little
        ("Il est allé à Dosso, puis à Gaya et à Tillabéri.", "NE"),
        ("Le Mali est en fête. À Bamako, on danse.", "ML"),
        ("Les députés maliens et leurs collègues maliennes ont voté.", "ML"),
        ("Le Mali, le Togo, le Bénin, le Ghana, le Niger et le Mali ont gagné.", None),  # of many lands
    ],
)
def test_the_country_of_a_text_needs_two_signs(text: str, country: str | None) -> None:
    of = words(registry.load("french").analyse(text))
    assert locations(of, settled(of, candidates(of, gazetteer())), gazetteer(), None).country == country
