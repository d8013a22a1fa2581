"""`sourcier refresh`: what is stale is done, the index is built anew, by other parameters if asked for."""

from pathlib import Path

import pytest

from tests.cli.running import sourcier
from tests.kill import feed


@pytest.fixture
def place(tmp_path: Path) -> Path:
    feed.write(tmp_path / "a.jsonl", 0, 40)
    assert sourcier("add", "a.jsonl", cwd=tmp_path).status == 0
    return tmp_path


def test_articles_are_read_anew_only_where_facts_were_asked_for(place: Path) -> None:
    up_to_date = "Nothing to do: 40 articles, up to date. Ledger: sourcier.db\n"
    assert sourcier("refresh", cwd=place).out == up_to_date, "reading takes long, and nobody asked for facts"
    assert sourcier("entities", "--json", cwd=place).status == 0
    feed.write(place / "b.jsonl", 40, 5)
    assert sourcier("add", "b.jsonl", cwd=place).status == 0
    first = sourcier("refresh", cwd=place)
    assert first.out == "0 articles indexed, 0 compared, 0 judged, 5 read. Ledger: sourcier.db\n"
    assert sourcier("refresh", cwd=place).out == up_to_date.replace("40", "45")


def test_the_index_is_built_anew_and_lineage_stays(place: Path) -> None:
    before = sourcier("trace", "--families", "--json", cwd=place).out
    (row,) = sourcier("refresh", "--reindex", "--json", cwd=place).rows()
    assert (row["indexed"], row["matched"], row["judged"]) == (40, 0, 0)
    assert sourcier("trace", "--families", "--json", cwd=place).out == before


def test_other_parameters_compare_all_anew_and_stay(place: Path) -> None:
    (row,) = sourcier("refresh", "--reindex", "--k", "5", "--window", "4", "--json", cwd=place).rows()
    assert (row["indexed"], row["matched"]) == (40, 40)
    assert (row["parameters"]["k"], row["parameters"]["window"]) == (5, 4)
    feed.write(place / "b.jsonl", 40, 5)
    assert sourcier("add", "b.jsonl", cwd=place).status == 0
    (row,) = sourcier("refresh", "--json", cwd=place).rows()
    assert (row["articles"], row["matched"], row["parameters"]["k"]) == (45, 0, 5)
    assert sourcier("doctor", cwd=place).status == 0


def test_parameters_without_reindex_and_wrong_ones_are_refused(place: Path) -> None:
    run = sourcier("refresh", "--k", "5", cwd=place)
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith("--k and --window change the index")
    for wrong in ("0", "2", "13", "x", "٣"):
        assert sourcier("refresh", "--reindex", "--k", wrong, cwd=place).status == 2
    assert sourcier("refresh", cwd=place / "..").status == 2
