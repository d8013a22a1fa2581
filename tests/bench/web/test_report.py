"""The table: what is over its limit is marked, what failed is named."""

from dataclasses import replace

from bench.web.crowd import Crowd
from bench.web.report import Figures, failed, table
from bench.web.timing import Timing

QUICK = Timing("article", 200, 0, 0.040, 0.120, "/articles/x", 90_000, 60_000, 0.035)
READERS = Timing("10 readers", 4_000, 0, 0.400, 1.5, "/articles/y", 90_000, 90_000)
FIGURES = Figures(100_000, 1_900.0, (0.9, 1.0), (QUICK,), Crowd(READERS, "done", 300.0))


def test_what_keeps_its_limits_bears_no_mark() -> None:
    told = table(FIGURES)
    assert "!" not in told
    assert "| article | 200 | 0 | 40 | 120 | 35 | 90 | 60 | `/articles/x` |" in told
    assert "done after 300 s" in told


def test_each_limit_that_is_passed_is_marked() -> None:
    slow = replace(QUICK, median=0.151, p99=0.501, frame=300_001, failed=1, failures=("1 × 500, first /x",))
    told = table(replace(FIGURES, starts=(1.6, 1.0), pages=(slow,)))
    assert "| article | 200 | 1 ! | 151 ! | 501 ! | 35 | 90 | 300 ! |" in told
    assert "1.60 !, 1.00 s" in told
    assert told.endswith("- article: 1 × 500, first /x")


def test_readers_beside_an_import_have_a_limit_of_their_own() -> None:
    crowd = Crowd(replace(READERS, p99=2.1), None, 900.0)
    told = table(replace(FIGURES, crowd=crowd))
    assert "| 400 | 2,100 ! | – |" in told
    assert "still running ! after 900 s" in told


def test_what_failed_is_named() -> None:
    assert failed(FIGURES) == []
    assert failed(replace(FIGURES, crowd=Crowd(replace(READERS, failed=2), "done", 1.0))) == ["10 readers"]


def test_nothing_measured_is_a_dash() -> None:
    empty = Timing("story", 3, 3, None, None, None, 0, 0)
    assert "| story | 3 | 3 ! | – | – | – | 0 | 0 | – |" in table(replace(FIGURES, pages=(empty,), crowd=None))
