"""Percentiles, and what counts as an error."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from bench.web.timing import Taken, fetched, percentile, timing


@given(st.lists(st.floats(0, 100), min_size=1), st.sampled_from([0.01, 0.5, 0.9, 0.99, 1.0]))
def test_a_percentile_is_a_value_that_enough_do_not_exceed(values: list[float], share: float) -> None:
    found = percentile(values, share)
    assert found in values
    assert sum(value <= found for value in values) >= share * len(values) - 1e-9
    assert sum(value < found for value in values) < share * len(values)


def test_nothing_has_no_percentile() -> None:
    assert percentile([], 0.5) is None


def test_the_99th_of_a_hundred_and_of_two_hundred() -> None:
    assert percentile([float(n) for n in range(1, 101)], 0.99) == 99
    assert percentile([float(n) for n in range(1, 201)], 0.99) == 198


def test_failures_are_counted_and_not_timed() -> None:
    taken = [Taken("a", 0.1, 200, 50), Taken("b", 9.0, 500, 10), Taken("c", 9.0, None, 0), Taken("d", 0.3, 200, 90)]
    found = timing("article", taken)
    assert (found.requests, found.failed) == (4, 2)
    assert (found.median, found.p99, found.slowest, found.largest) == (0.1, 0.3, "d", 90)
    assert found.failures == ("1 × 500, first b", "1 × no answer, first c")


def test_the_frame_is_what_is_left_without_the_text() -> None:
    taken = [Taken("a", 0.1, 200, 500), Taken("b", 0.1, 200, 400)]
    assert timing("article", taken, {"a": 450, "b": 100}).frame == 300
    assert timing("article", taken).frame == 500
    assert timing("article", taken, {"a": 9_999, "b": 9_999}).frame == 0


def test_the_servers_work_is_shared_among_the_requests() -> None:
    taken = [Taken("a", 0.1, 200, 500), Taken("b", 0.1, 500, 400)]
    assert timing("article", taken, cpu=0.5).cpu == 0.25
    assert timing("article", []).cpu is None


def test_no_answer_at_all_is_a_failure() -> None:
    @dataclass
    class Answer:
        status_code: int
        content: bytes

    class Client:
        def get(self, url: str) -> Answer:
            if url == "gone":
                raise ConnectionError
            return Answer(200, b"page")

    assert fetched(Client(), "gone", ConnectionError)[0].failed
    taken, content = fetched(Client(), "there", ConnectionError)
    assert not taken.failed
    assert (taken.size, content) == (4, b"page")
