import pytest

from bench.when import certainly_after, order_shown


@pytest.mark.parametrize(
    ("one", "other", "after"),
    [
        ("2024-05-02T10:00:00Z", "2024-05-02T09:59:00Z", True),
        ("2024-05-02T10:00:00Z", "2024-05-02", False),
        ("2024-05-03", "2024-05-02T10:00:00Z", True),
        (None, "2024-05-02", False),
        ("2024-05-02", None, False),
    ],
)
def test_dates_show_the_order_as_far_as_they_are_precise(one: str | None, other: str | None, after: bool) -> None:
    assert certainly_after(one, other) is after
    assert not certainly_after(other, one)
    assert order_shown(one, other) is after
