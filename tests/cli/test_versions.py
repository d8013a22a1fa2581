"""The versions of a page on the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.running import sourcier
from tests.store.paged import ADDRESS, ANOTHER, FIRST, history


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with a file of three texts of a page and one of another."""
    rows = [
        {"id": each.path, "text": each.text, "title": each.title, "outlet": each.outlet, "url": each.url,
         "captured": each.captured.value if each.captured else None}
        for each in history()
    ]  # fmt: skip
    rows.append({"id": "d.html", "text": ANOTHER, "url": f"{ADDRESS}/mangues", "outlet": "Le Phare inventé"})
    lines = [json.dumps(row) for row in rows]
    (tmp_path / "first.jsonl").write_text("\n".join(lines[1:]), "utf-8")
    (tmp_path / "then.jsonl").write_text(lines[0], "utf-8")
    return tmp_path


@pytest.fixture
def ids(place: Path) -> list[str]:
    """Return the three ids in order of time."""
    assert sourcier("add", "first.jsonl", "then.jsonl", "--json", cwd=place).rows()[0]["versions"] == 2
    wanted = sourcier("search", "réunion", "--json", cwd=place).rows()[0]["id"]
    rows = sourcier("show", wanted, "--versions", "--json", cwd=place).rows()
    assert all(each["producer"]["lineage"] for each in rows)
    return [each["id"] for each in rows]


def test_add_says_how_many_are_new_versions(place: Path) -> None:
    first = sourcier("add", "first.jsonl", cwd=place)
    assert first.out.startswith("3 articles added, 1 of them a new version of a page, 0 already known")
    (again,) = sourcier("add", "first.jsonl", "then.jsonl", "--json", cwd=place).rows()
    assert (again["new"], again["versions"], again["known"]) == (1, 1, 3)
    third = sourcier("add", "then.jsonl", "--lang", "fr", cwd=place)
    assert "version" not in third.out


def test_show_lists_the_versions_of_the_page(place: Path, ids: list[str]) -> None:
    shown = sourcier("show", ids[1], "--lang", "fr", cwd=place).out
    assert "Versions de cette page · 3 textes à cette adresse" in shown
    assert "capturée\u00a0: 4 mars 2031 à 12:00 UTC" in shown
    assert [each["id"] for each in sourcier("show", ids[1], "--json", cwd=place).rows()[0]["versions"]] == ids
    alone = sourcier("search", "mangues", "--json", cwd=place).rows()[0]["id"]
    assert "Versions" not in sourcier("show", alone, cwd=place).out
    assert "versions" not in sourcier("show", "b.html", "first.jsonl", "--json", cwd=place).rows()[0]


def test_show_versions_says_what_changed(place: Path, ids: list[str]) -> None:
    shown = sourcier("show", ids[0], "--versions", cwd=place).out
    assert shown.index("version 1") < shown.index("number: “Douze” → “Vingt”") < shown.index("1 sentence added")
    alone = sourcier("search", "mangues", "--json", cwd=place).rows()[0]["id"]
    assert sourcier("show", alone, "--versions", cwd=place).out.strip() == "The ledger has one text of this page."
    assert sourcier("show", ids[0], "first.jsonl", "--versions", cwd=place).status == 2


def test_show_takes_an_address(place: Path, ids: list[str]) -> None:
    (row,) = sourcier("show", f"{ADDRESS}/?utm_source=x", "--json", cwd=place).rows()
    assert row["id"] == ids[-1]
    listed = sourcier("show", ADDRESS, "--versions", "--json", cwd=place).rows()
    assert [each["id"] for each in listed] == ids
    assert sourcier("show", f"{ADDRESS}/mangues", "--json", cwd=place).rows()[0]["text"] == ANOTHER
    assert sourcier("show", ADDRESS, "then.jsonl", "--json", cwd=place).rows()[0]["id"] == "c.html"
    none = sourcier("show", f"{ADDRESS}/nulle-part", cwd=place)
    assert (none.status, none.err.count("\n")) == (2, 1)
    assert sourcier("show", f"{ADDRESS}/nulle-part", "then.jsonl", cwd=place).status == 2


def test_an_address_of_texts_that_are_no_versions_of_one_page_takes_an_id(tmp_path: Path) -> None:
    rows = [{"text": text, "url": ADDRESS, "outlet": "Le Phare inventé"} for text in (FIRST, ANOTHER)]
    (tmp_path / "feed.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    assert sourcier("add", "feed.jsonl", cwd=tmp_path).status == 0
    shown = sourcier("show", ADDRESS, cwd=tmp_path)
    assert (shown.status, shown.err.count("\n")) == (2, 1)
    assert "is more than one article" in shown.err
    assert "give one of these ids" in shown.err


def test_an_address_with_several_texts_is_removed_with_all_alone(place: Path, ids: list[str]) -> None:
    refused = sourcier("remove", ADDRESS, cwd=place)
    assert refused.status == 2
    assert all(id_ in refused.err for id_ in ids)
    assert "--all removes them all" in refused.err
    assert "--all les retire tous" in sourcier("remove", ADDRESS, "--lang", "fr", cwd=place).err
    gone = sourcier("remove", f"{ADDRESS}/?utm_source=x", "--all", "--json", cwd=place)
    assert (gone.status, {each["removed"] for each in gone.rows()}) == (0, set(ids))
    (left,) = sourcier("search", "vallée", "--json", cwd=place).rows()
    assert sourcier("remove", f"{ADDRESS}/mangues", "--json", cwd=place).rows()[0]["removed"] == left["id"]


def test_one_version_goes_and_the_others_stay(place: Path, ids: list[str]) -> None:
    assert sourcier("remove", ids[0], cwd=place).status == 0
    rows = sourcier("show", ids[2], "--versions", "--json", cwd=place).rows()
    assert [(each["id"], each["position"]) for each in rows] == [(ids[1], 1), (ids[2], 2)]
    assert sourcier("remove", ids[1], "--all", "--json", cwd=place).status == 0
    assert sourcier("show", ids[2], cwd=place).status == 2
