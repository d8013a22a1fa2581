"""The truth is exact by construction: everything in it is checked against the printed texts."""

import json
from pathlib import Path
from typing import Any

import pytest

from bench.answers import read_rows, read_truth
from bench.corpus import Corpus, main, make
from bench.derive import KINDS
from bench.plan import Plan
from bench.score import score
from tests.bench.factory import lines, perfect_row

DOCUMENTS = 400


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return make(Plan(DOCUMENTS, seed=11), tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="module")
def articles(corpus: Corpus) -> dict[str, dict[str, Any]]:
    return {article["id"]: article for article in lines(corpus.articles)}


@pytest.fixture(scope="module")
def truth(corpus: Corpus) -> list[dict[str, Any]]:
    return lines(corpus.truth)


def test_articles_hold_nothing_of_the_truth(articles: dict[str, dict[str, Any]], truth: list[dict[str, Any]]) -> None:
    assert all(set(article) == {"id", "title", "outlet", "url", "published", "text"} for article in articles.values())
    assert list(articles) == sorted(articles)
    assert [row["id"] for row in truth] != list(articles)
    assert {row["id"] for row in truth} == set(articles)


def test_every_kind_is_there(truth: list[dict[str, Any]]) -> None:
    assert {row["kind"] for row in truth} == {*KINDS, "dispatch", "independent", "unrelated"}


def test_applying_the_edits_to_the_source_gives_the_derived_passage(
    articles: dict[str, dict[str, Any]], truth: list[dict[str, Any]]
) -> None:
    checked = 0
    for row in truth:
        here = articles[row["id"]]["text"]
        for passage in row["passages"]:
            if passage["source"] not in row["parents"]:
                continue
            there = articles[passage["source"]]["text"]
            start, end = passage["source_span"]
            rebuilt, last = "", start
            for (first, past), (old, old_end) in passage["edits"]:
                assert here[first:past] != there[old:old_end]
                rebuilt += there[last:old] + here[first:past]
                last = old_end
            rebuilt += there[last:end]
            assert rebuilt.split() == here[slice(*passage["derived_span"])].split()
            checked += 1
    assert checked > 100


def test_passages_of_siblings_start_and_end_with_the_same_words(
    articles: dict[str, dict[str, Any]], truth: list[dict[str, Any]]
) -> None:
    siblings = 0
    for row in truth:
        for passage in row["passages"]:
            here = articles[row["id"]]["text"][slice(*passage["derived_span"])].replace("\n\n", " ").split(" ")
            there = articles[passage["source"]]["text"][slice(*passage["source_span"])].replace("\n\n", " ").split(" ")
            assert (here[0], here[-1]) == (there[0], there[-1])
            siblings += passage["source"] not in row["parents"]
    assert siblings > 100


def test_a_whole_reprint_is_one_passage(articles: dict[str, dict[str, Any]], truth: list[dict[str, Any]]) -> None:
    by_id = {row["id"]: row for row in truth}
    for row in truth:
        if row["kind"] in {"verbatim", "headline"}:
            (parent,) = row["parents"]
            (passage,) = (passage for passage in row["passages"] if passage["source"] == parent)
            start, end = passage["source_span"]
            assert start == 0
            standing = by_id[parent]["boilerplate"]
            assert (
                articles[parent]["text"][end:].strip() == ""
                or articles[parent]["text"][end:].strip() == (articles[parent]["text"][slice(*standing[0])])
            )


def test_standing_text_is_in_no_passage(truth: list[dict[str, Any]]) -> None:
    assert sum(bool(row["boilerplate"]) for row in truth) > DOCUMENTS / 5
    for row in truth:
        for start, end in row["boilerplate"]:
            assert all(p["derived_span"][1] <= start or p["derived_span"][0] >= end for p in row["passages"])


def test_only_derived_texts_and_reprints_share_anything(truth: list[dict[str, Any]]) -> None:
    for row in truth:
        if row["kind"] in {"dispatch", "independent", "unrelated"}:
            assert not row["passages"]
            assert not row["parents"]
        else:
            assert row["parents"]


def test_the_truth_itself_scores_one(corpus: Corpus, articles: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    texts = {identity: article["text"] for identity, article in articles.items()}
    rows = tmp_path / "rows.jsonl"
    rows.write_text(
        "".join(
            json.dumps(perfect_row(row, passage, texts)) + "\n"
            for row in lines(corpus.truth)
            for passage in row["passages"]
        ),
        encoding="utf-8",
    )
    result = score(read_truth(corpus.truth), read_rows(rows))
    for measure in ("characters", "pairs", "edits"):
        assert (result[measure]["precision"], result[measure]["recall"]) == (1.0, 1.0)
    assert result["parent"]["right"] == 1.0
    assert result["short_passages"]["recall"] == 1.0


def test_the_same_seed_gives_the_same_bytes(corpus: Corpus, tmp_path: Path) -> None:
    again = make(Plan(DOCUMENTS, seed=11), tmp_path)
    assert again.articles.read_bytes() == corpus.articles.read_bytes()
    assert again.truth.read_bytes() == corpus.truth.read_bytes()


def test_base_sentences_are_used(tmp_path: Path) -> None:
    base = tmp_path / "base"
    base.mkdir()
    sentence = "Le marché de la ville inventée a rouvert ses portes hier. "
    (base / "one.txt").write_text(sentence + "La pluie est tombée sur les champs du plateau. " * 2, encoding="utf-8")
    made = make(Plan(20, seed=3, base=base), tmp_path / "out")
    assert made.facts["base"]
    assert made.facts["recombined"] > 0
    assert "Le marché de la ville inventée" in made.articles.read_text(encoding="utf-8")


def test_a_missing_base_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--seed", "1", "--base", str(tmp_path / "nowhere"), "-o", str(tmp_path)])
    assert "does not exist" in capsys.readouterr().err
