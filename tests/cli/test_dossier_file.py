"""What -o writes over, and what it leaves alone."""

from pathlib import Path

import pytest

from tests.cli.running import sourcier

PAIR = ("articles/reprise.txt", "articles/depeche.txt")


@pytest.mark.parametrize(
    "target", ["articles/depeche.txt", "articles/../articles/reprise.json", "sourcier.db", "page.html"]
)
def test_what_is_no_dossier_is_left_as_it_is(folder: Path, target: str) -> None:
    sourcier("add", "articles", cwd=folder)
    (folder / "page.html").write_text("<!doctype html>\n<title>Sourcier</title>", "utf-8")
    before = (folder / target).read_bytes()
    run = sourcier("compare", *PAIR, "-o", target, cwd=folder)
    assert (run.status, run.out, run.err.count("\n")) == (2, "", 1)
    assert (folder / target).read_bytes() == before


def test_a_dossier_is_written_again_and_nothing_stays_beside_it(folder: Path) -> None:
    sourcier("compare", *PAIR, "-o", "d.html", cwd=folder)
    (folder / "link.html").symlink_to("d.html")
    short = (folder / "d.html").stat().st_size
    assert sourcier("compare", *PAIR, "-o", "link.html", "--full", cwd=folder).status == 0
    assert (folder / "d.html").stat().st_size > short
    assert {path.name for path in folder.iterdir()} == {"articles", "d.html", "link.html"}


def test_a_dossier_that_is_read_is_not_written_over(folder: Path) -> None:
    sourcier("compare", *PAIR, "-o", "d.html", "--full", cwd=folder)
    before = (folder / "d.html").read_bytes()
    assert sourcier("compare", "d.html", PAIR[0], "-o", "d.html", cwd=folder).status == 2
    assert (folder / "d.html").read_bytes() == before
