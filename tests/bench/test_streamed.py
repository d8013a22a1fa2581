"""Scoring in parts gives what scoring at once gives."""

import json
from pathlib import Path
from typing import Any

import pytest

from bench import score as whole
from bench import streamed
from bench.answers import read_rows, read_truth
from bench.corpus import Corpus, make
from bench.plan import Plan
from tests.bench.factory import lines, perfect_row


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return make(Plan(300, seed=4, reprints=30), tmp_path_factory.mktemp("corpus"), jobs=1)


@pytest.fixture(scope="module")
def found(corpus: Corpus) -> list[dict[str, Any]]:
    """All true rows but each tenth, in no order of stories, and false ones between stories."""
    texts = {article["id"]: article["text"] for article in lines(corpus.articles)}
    truth = lines(corpus.truth)
    rows = [perfect_row(row, passage, texts) for row in truth for passage in row["passages"]]
    false = [dict(rows[place], source=truth[-1 - place]["id"]) for place in range(0, 40, 3)]
    return sorted([row for place, row in enumerate(rows) if place % 10] + false, key=lambda row: str(row["source"]))


def written(folder: Path, rows: list[dict[str, Any]]) -> Path:
    path = folder / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_the_parts_make_the_whole(corpus: Corpus, found: list[dict[str, Any]], tmp_path: Path) -> None:
    rows = written(tmp_path, found)
    at_once = whole.score(read_truth(corpus.truth), read_rows(rows))
    assert at_once["pairs"]["wrong"] > 0
    assert at_once["characters"]["recall"] < 1
    assert len(streamed.parts_of(corpus.truth, 25)) > 3
    assert streamed.score(corpus.truth, read_rows(rows), size=25) == at_once


def test_one_story_can_be_measured_apart(corpus: Corpus, found: list[dict[str, Any]], tmp_path: Path) -> None:
    dispatch = corpus.facts["reprints"]["dispatch"]
    truth = {row["id"]: row for row in lines(corpus.truth)}
    story = truth[dispatch]["story"]
    spoiled = [row for row in found if truth[row["derived"]]["story"] != story]
    result = streamed.score(corpus.truth, read_rows(written(tmp_path, spoiled)), dispatch, size=25)
    told = result["reprints"]
    assert (told["of"], told["linked"], told["reached"]) == (30, 0, 0)
    kept = streamed.score(corpus.truth, read_rows(written(tmp_path, found)), dispatch, size=25)
    assert kept["pairs"] == result["pairs"]
    assert kept["reprints"]["reached"] == 30
    assert 20 < kept["reprints"]["linked"] < 30


def test_reprints_of_reprints_are_reached(corpus: Corpus, found: list[dict[str, Any]], tmp_path: Path) -> None:
    dispatch = corpus.facts["reprints"]["dispatch"]
    indirect = [row for row in found if row["source"] != dispatch or row["edits"]]
    told = streamed.score(corpus.truth, read_rows(written(tmp_path, indirect)), dispatch)["reprints"]
    assert 0 < told["linked"] < told["reached"] == 30


def test_a_text_that_the_truth_does_not_know_is_named(
    corpus: Corpus, found: list[dict[str, Any]], tmp_path: Path
) -> None:
    rows = written(tmp_path, [dict(found[0], derived="x1")])
    with pytest.raises(streamed.UnknownText, match="x1"):
        streamed.score(corpus.truth, read_rows(rows))
