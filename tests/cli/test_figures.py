"""What those who publish figures ask for."""

import csv
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import sourcier


def edges(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize(
    "arguments",
    [
        ("trace", "articles"), ("trace", "articles", "--families"), ("show", "reprise.txt", "articles"),
        ("compare", "articles/reprise.txt", "articles/depeche.txt"), ("find", "articles/reprise.txt", "articles"),
    ],
)  # fmt: skip
def test_every_row_says_what_found_it(folder: Path, arguments: tuple[str, ...]) -> None:
    rows = sourcier(*arguments, "--json", cwd=folder).rows()
    assert rows
    for row in rows:
        assert set(row["producer"]) >= {"name", "version", "lineage", "k", "window"}


def test_a_ledgers_rows_say_what_found_it(folder: Path) -> None:
    sourcier("add", "articles", cwd=folder)
    for arguments in (["trace"], ["trace", "--families"], ["find", "articles/reprise.txt"]):
        assert all(row["producer"]["k"] for row in sourcier(*arguments, "--json", cwd=folder).rows())


def test_an_edge_list_of_paths_and_of_a_ledger_say_the_same(folder: Path) -> None:
    run = sourcier("trace", "articles", "--edges", "ties.csv", cwd=folder)
    assert (run.status, run.out, run.err) == (0, "", "List of ties written: ties.csv\n")
    sourcier("add", "articles", cwd=folder)
    assert sourcier("trace", "--edges", "kept.csv", cwd=folder).status == 0
    (one,), (other,) = edges(folder / "ties.csv"), edges(folder / "kept.csv")
    ids = ("source", "target", "derived", "family")
    assert {k: v for k, v in one.items() if k not in ids} == {k: v for k, v in other.items() if k not in ids}
    assert (one["source"], one["target"], one["type"]) == ("depeche.txt", "reprise.txt", "Directed")


def test_rows_can_be_printed_beside_an_edge_list(folder: Path) -> None:
    run = sourcier("trace", "articles", "--edges", "ties.csv", "--json", cwd=folder)
    assert run.rows()[0]["kind"] == "reuse"
    assert len(edges(folder / "ties.csv")) == 1


def test_an_edge_list_is_written_over_its_like_only(folder: Path) -> None:
    assert sourcier("trace", "articles", "--edges", "ties.csv", cwd=folder).status == 0
    assert sourcier("trace", "articles", "--edges", "ties.csv", cwd=folder).status == 0
    (folder / "mine.csv").write_text("a,b\n", "utf-8")
    run = sourcier("trace", "articles", "--edges", "mine.csv", cwd=folder)
    assert (run.status, run.err.count("\n")) == (2, 1)
    assert (folder / "mine.csv").read_text("utf-8") == "a,b\n"
    assert sourcier("trace", "articles", "--edges", "nowhere/ties.csv", cwd=folder).status == 2
