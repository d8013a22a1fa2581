"""The JSON rows: what docs/json.md says, made from values."""

import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.core.family import AbsentOrigin
from sourcier.core.problem import Problem
from sourcier.export import article_rows, family_rows, rows
from sourcier.export.duration import iso_duration
from sourcier.export.line import SCHEMA, line
from sourcier.export.problem_rows import problem_row
from tests import factory


def loaded(row: bytes) -> dict[str, Any]:
    assert row.endswith(b"\n")
    assert row.count(b"\n") == 1
    value: dict[str, Any] = json.loads(row)
    assert next(iter(value)) == "schema"
    assert value["schema"] == SCHEMA
    return value


def texts() -> dict[str, str]:
    return {each.id: each.text for each in factory.pair()}


def test_a_passage_row_is_as_documented() -> None:
    derived, source = factory.pair()
    row = loaded(next(rows.passages(factory.passages(derived, source), texts())))
    assert list(row) == [
        "schema", "kind", "derived", "source", "derived_span", "source_span", "similarity", "score", "best",
        "direction", "edits",
    ]  # fmt: skip
    assert row["derived_span"] == {"start": 33, "end": 177}
    (edit,) = row["edits"]
    assert list(edit) == ["unit", "kind", "category", "weight", "derived", "source"]
    assert edit["derived"]["text"] == "Vingt"
    assert derived.text[edit["derived"]["start"] : edit["derived"]["end"]] == "Vingt"
    assert (edit["source"]["text"], edit["weight"]) == ("Douze", 0.8)


def test_a_family_row_is_as_documented() -> None:
    row = loaded(next(family_rows.families([factory.family()], texts())))
    assert list(row) == [
        "schema", "id", "origin", "absent_origin", "articles", "incomplete", "searched", "edges", "shares",
    ]  # fmt: skip
    assert row["searched"] == {"articles": 2, "from": "2031-03-03T18:05:00Z", "to": "2031-03-04"}
    (edge,) = row["edges"]
    assert list(edge) == [
        "derived", "source", "shared", "delay", "direction", "reasons", "credit", "passages", "blocks",
        "headline",
    ]  # fmt: skip
    assert edge["delay"] == "PT16H30M"
    assert edge["credit"]["covers"] == [1]
    assert edge["passages"][1] == {"start": 180, "end": 263}
    assert edge["credit"]["spans"][0]["text"] == "(avec Agence inventée)"
    assert edge["blocks"][0]["source"]["text"] == ""
    assert edge["headline"]["edits"][0]["derived"]["text"] == "Sainte-Aurore : le port respire"
    assert row["shares"]["reprise.txt"] == {"shared": 0.68, "reworded": 0.08, "unmatched": 0.24}


def test_a_family_names_the_articles_known_to_be_cut() -> None:
    row = loaded(next(family_rows.families([factory.family()], texts(), {"depeche.txt", "elsewhere.txt"})))
    assert row["incomplete"] == ["depeche.txt"]
    assert loaded(next(family_rows.families([factory.family()], texts())))["incomplete"] == []


def test_an_absent_origin_says_why() -> None:
    family = factory.family(absent=AbsentOrigin(None, "two texts share what no older one has"))
    row = loaded(next(family_rows.families([family], texts())))
    assert row["absent_origin"] == {"name": None, "why": "two texts share what no older one has"}


def test_a_find_row_is_as_documented() -> None:
    derived, _ = factory.pair()
    row = loaded(article_rows.found(factory.found(nowhere=True), derived.text, {}))
    assert list(row) == ["schema", "passages", "best", "shared", "searched", "rare_phrases"]
    assert row["rare_phrases"][0]["text"] == "marchands du marché couvert disent"
    assert loaded(article_rows.found(factory.found(), derived.text, texts()))["best"] == "depeche.txt"


def test_a_comparison_row_names_both_texts_by_hash_and_holds_neither() -> None:
    row = loaded(article_rows.compared(factory.comparison()))
    assert set(row["derived"]) == set(row["source"])
    assert len(row["derived"]["sha256"]) == 64
    assert "soulagement" not in json.dumps(row["derived"], ensure_ascii=False)
    assert [len(each["edits"]) for each in row["passages"]] == [1, 1]


def test_problems_are_lines_without_a_schema() -> None:
    problem = json.loads(problem_row(Problem("ingest", "a\udce9.txt", "empty")))
    assert problem == {"stage": "ingest", "where": "a?.txt", "message": "empty", "hint": None}


@given(st.text(st.characters(exclude_categories=[])))
def test_no_text_breaks_a_row(text: str) -> None:
    back = json.loads(line({"text": text}))["text"]
    assert back.encode("utf-16", "surrogatepass") == text.encode("utf-16", "surrogatepass")


@pytest.mark.parametrize(
    ("delay", "expected"),
    [
        (timedelta(), "PT0S"),
        (timedelta(minutes=25), "PT25M"),
        (timedelta(days=1, hours=2), "P1DT2H"),
        (timedelta(days=3), "P3D"),
        (timedelta(hours=-1, seconds=-5), "-PT1H5S"),
    ],
)
def test_durations(delay: timedelta, expected: str) -> None:
    assert iso_duration(delay) == expected


def test_scores_have_four_decimals() -> None:
    assert rows.share(1 / 3) == 0.3333
