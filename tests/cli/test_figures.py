"""What those who publish figures ask for."""

import csv
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from tests import factory
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
    ids = ("source", "target", "derived", "family", "k", "window", "links")  # a ledger has parameters of its own
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


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a sheet that nobody coded, and the key of another one."""
    here = tmp_path_factory.mktemp("sampled")
    (here / "articles").mkdir()
    for each in factory.pair():
        (here / "articles" / each.id).write_text(each.text, "utf-8")
    (here / "articles" / "seul.txt").write_text("Un texte inventé qui ne partage rien.", "utf-8")
    sourcier("sample", "articles", cwd=here)
    sourcier("sample", "articles", "--seed", "9", "-o", "other.csv", cwd=here)
    (here / "other.csv").write_text("a,b\n1,2\n", "utf-8")
    return here


def filled(sheet: Path, target: Path, separator: str = ",") -> None:
    """Answer each row by what its two texts hold: the dispatch and its reprint share words, nothing else does."""
    with sheet.open(encoding="utf-8-sig", newline="") as stream:
        table = list(csv.reader(stream, delimiter=separator))
    head = next(at for at, cells in enumerate(table) if len(cells) > 5)
    for cells in table[head + 1 :]:
        shares = all("a repris ses activités lundi" in cells[at] for at in (4, 8))
        cells[9:12] = ["yes", "A" if "marchands" in cells[4] else "B", "partial"] if shares else ["no", "", ""]
    with target.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=separator).writerows(table)


def test_a_sample_is_drawn_coded_and_reckoned_up(folder: Path) -> None:
    run = sourcier("sample", "articles", "-o", "sheet.csv", cwd=folder)
    assert run.status == 0, run.err
    assert "sheet.key.json" in run.out
    for coder in ("anna", "brice"):
        filled(folder / "sheet.csv", folder / f"sheet-{coder}.csv")
    run = sourcier("agree", "sheet-anna.csv", "sheet-brice.csv", "--json", cwd=folder)
    assert (run.status, run.err) == (0, "")
    (row,) = run.rows()
    assert row["coders"] == ["sheet-anna", "sheet-brice"]
    assert row["precision"] == {"value": 1.0, "low": 1.0, "high": 1.0, "worst": 1.0, "best": 1.0}
    assert (row["direction"]["rows"], row["direction"]["equal"]) == (1, 1)
    assert row["producer"]["lineage"]
    told = sourcier("agree", "sheet-anna.csv", "sheet-brice.csv", "--lang", "fr", cwd=folder)
    assert (told.status, told.err) == (0, "")
    assert "Précision\u00a0: 100,0\u00a0% des paires trouvées" in told.out
    assert "Le rappel" not in told.out


def test_a_sample_of_a_ledger_and_its_json(folder: Path) -> None:
    sourcier("add", "articles", cwd=folder)
    (row,) = sourcier("sample", "--n", "2", "--seed", "5", "-o", "s.csv", "--json", cwd=folder).rows()
    assert (row["sheet"], row["key"], row["seed"], row["rows"], row["articles"]) == ("s.csv", "s.key.json", 5, 2, 3)
    assert sum(each["sampled"] for each in row["strata"].values()) == 2
    assert "seul.txt" not in (folder / "s.csv").read_text("utf-8-sig")


def test_a_sample_too_small_for_both_figures_says_how_many_rows_it_takes(tmp_path: Path) -> None:
    demo = str(resources.files("sourcier") / "demo" / "fr")
    few = sourcier("sample", demo, "--n", "14", "-o", "few.csv", cwd=tmp_path)
    assert (few.status, few.out.count("14 pairs to code")) == (0, 1)
    assert "both the precision and the recall, even if all of them are coded: it takes at least --n 25." in few.err
    enough = sourcier("sample", demo, "--n", "25", "-o", "enough.csv", cwd=tmp_path)
    assert (enough.status, enough.err) == (0, "")
    most = sourcier("sample", demo, "--n", "500", "-o", "most.csv", cwd=tmp_path)
    assert "No more than 120 pairs could be drawn." in most.err


def test_a_french_sheet_opens_in_a_french_spreadsheet(folder: Path) -> None:
    sourcier("sample", "articles", cwd=folder, lang="fr_FR.UTF-8")
    data = (folder / "sheet.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\nligne;" in data
    filled(folder / "sheet.csv", folder / "rendue.csv", ";")
    assert sourcier("agree", "rendue.csv", "--json", cwd=folder).rows()[0]["answered"] == 3


def test_a_sheet_with_answers_is_never_written_over(folder: Path) -> None:
    sourcier("sample", "articles", cwd=folder)
    before = (folder / "sheet.csv").read_bytes()
    run = sourcier("sample", "articles", "--seed", "2", cwd=folder)
    assert (run.status, run.err.count("\n")) == (2, 1)
    assert (folder / "sheet.csv").read_bytes() == before
    (folder / "sheet.csv").rename(folder / "kept.csv")
    assert sourcier("sample", "articles", cwd=folder).status == 2  # its key is still there


def test_answers_that_were_all_left_out_are_not_called_missing(sampled: Path) -> None:
    sheet = (sampled / "sheet.csv").read_text("utf-8")
    (sampled / "twice.csv").write_text(sheet + sheet.partition("\nrow")[2].partition("\n")[2], "utf-8")
    run = sourcier("agree", "twice.csv", "--key", "sheet.key.json", cwd=sampled)
    assert (run.status, run.err.count("\n")) == (1, 1)
    assert "stands twice" in run.err


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("agree", "nowhere.csv"), 2), (("agree", "sheet.csv"), 1), (("agree", "sheet.csv", "sheet.csv"), 2),
        (("agree", "sheet.csv", "--key", "nowhere"), 2), (("agree", "sheet.csv", "--key", "sheet.csv"), 2),
        (("agree", "articles"), 2), (("agree", "other.csv"), 2), (("agree", "sheet.csv", "--key", "other.key.json"), 2),
        (("agree",), 2), (("sample", "articles", "--n", "1", "-o", "x.csv"), 2), (("sample", "-o", "x.csv"), 2),
        (("sample", "articles/seul.txt", "-o", "x.csv"), 2), (("sample", "articles", "-o", "nowhere/x.csv"), 2),
        (("sample", "--memory", "-o", "x.csv"), 2),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_one_clear_line(sampled: Path, arguments: tuple[str, ...], status: int) -> None:
    run = sourcier(*arguments, cwd=sampled, lang="fr_FR.UTF-8")
    assert (run.status, run.out) == (status, "")
    assert run.err.count("\n") == 1, run.err
    assert "Traceback" not in run.err
    assert not (sampled / "x.csv").exists()


@pytest.mark.parametrize("name", [".", "/"])
def test_a_folder_is_no_name_for_a_sheet(folder: Path, name: str) -> None:
    run = sourcier("sample", "articles", "-o", name, cwd=folder)
    assert run.status == 2
    assert "is there already" in run.err
