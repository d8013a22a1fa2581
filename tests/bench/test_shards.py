"""Corpora made shard by shard: the same on however many cores, in the order asked for, nothing lost at the seams."""

from pathlib import Path

import pytest

from bench import plan as planning
from bench.corpus import Corpus, main, make
from bench.plan import Plan
from tests.bench.factory import lines


@pytest.fixture(autouse=True)
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "SHARD", 60)


def test_the_bounds_hold_every_document_once() -> None:
    assert Plan(200, seed=1).bounds == [(0, 60), (60, 120), (120, 200)]
    assert Plan(20, seed=1).bounds == [(0, 20)]


def test_the_cores_do_not_matter(tmp_path: Path) -> None:
    plan = Plan(200, seed=5, later=20, probes=6)
    one, two = make(plan, tmp_path / "one", jobs=1), make(plan, tmp_path / "two", jobs=2)
    for part in ("articles", "later", "truth", "probes"):
        assert getattr(one, part).read_bytes() == getattr(two, part).read_bytes()
    assert one.facts == two.facts == Corpus.at(tmp_path / "two").facts


def test_later_articles_are_apart_but_in_the_truth(tmp_path: Path) -> None:
    made = make(Plan(180, seed=5, later=20), tmp_path, jobs=1)
    first, later = ([row["id"] for row in lines(path)] for path in (made.articles, made.later))
    assert (len(first), len(later)) == (180, 20)
    assert {row["id"] for row in lines(made.truth)} == {*first, *later}
    assert len({*first, *later}) == 200


def test_stories_of_different_shards_have_different_numbers_and_share_nothing(tmp_path: Path) -> None:
    truth = lines(make(Plan(200, seed=5), tmp_path, jobs=1).truth)
    stories: dict[int, set[str]] = {}
    for row in truth:
        stories.setdefault(row["story"], set()).add(row["id"])
    assert sum(map(len, stories.values())) == 200
    assert all(p["source"] in stories[row["story"]] for row in truth for p in row["passages"])


def test_addresses_are_given_once(tmp_path: Path) -> None:
    made = make(Plan(200, seed=5), tmp_path, jobs=1)
    assert len({row["url"] for row in lines(made.articles)}) == 200


def test_documents_arrive_as_they_come_out_only_when_asked(tmp_path: Path) -> None:
    def days(plan: Plan, folder: str) -> list[str]:
        rows = lines(make(plan, tmp_path / folder, jobs=1).articles)
        return [row["published"][:10] for row in rows if row["published"]]

    in_order = days(Plan(200, seed=5, chronological=True), "time")
    assert in_order == sorted(in_order)
    mixed = days(Plan(200, seed=5), "any")
    assert mixed != sorted(mixed)


def test_one_dispatch_has_as_many_reprints_as_asked_for(tmp_path: Path) -> None:
    made = make(Plan(200, seed=5, reprints=40), tmp_path, jobs=1)
    dispatch = made.facts["reprints"]["dispatch"]
    truth = {row["id"]: row for row in lines(made.truth)}
    story = [row for row in truth.values() if row["story"] == truth[dispatch]["story"]]
    assert len(story) == 41
    assert all(row["parents"] == [dispatch] for row in story if row["id"] != dispatch)
    outlets = {row["id"]: row["outlet"] for row in lines(made.articles)}
    assert len({outlets[row["id"]] for row in story}) == 41


def test_probes_are_new_texts_with_their_source(tmp_path: Path) -> None:
    made = make(Plan(200, seed=5, probes=6), tmp_path, jobs=1)
    texts = {row["id"]: row["text"] for row in lines(made.articles)}
    probes = lines(made.probes)
    assert [row["kind"] for row in probes] == ["reprint", "reworded", "unrelated"] * 6
    for probe in probes:
        if probe["kind"] == "reprint":
            assert texts[probe["source"]] == probe["text"]
        elif probe["kind"] == "reworded":
            same = set(texts[probe["source"]].split()) & set(probe["text"].split())
            assert 0.5 < len(same) / len(set(probe["text"].split())) < 1
        else:
            assert probe["source"] is None
            assert probe["text"] not in texts.values()


@pytest.mark.parametrize("wrong", [["--reprints", "300"], ["--later", "-1"], ["--documents", "1"]])
def test_what_cannot_be_made_is_a_wrong_command(
    wrong: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--documents", "100", "--seed", "1", "-o", str(tmp_path), *wrong])
    assert "must be" in (said := capsys.readouterr().err) or "at most" in said
