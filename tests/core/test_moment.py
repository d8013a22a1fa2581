import pytest

from sourcier.core.moment import Moment


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2024-09-05", "2024-09-06"),
        ("2024-08", "2024-09-01"),
        ("2024-09-06T10:00:00Z", "2024-09-06T10:00:01Z"),
        ("2024-09-06T10:00:00+02:00", "2024-09-06T09:00:00Z"),
        ("2024-09-06T10:00", "2024-09-06T10:01"),
        ("2023", "2024-01-01T00:00"),
    ],
)
def test_certain_order(earlier: str, later: str) -> None:
    assert Moment(earlier).before(Moment(later))
    assert not Moment(later).before(Moment(earlier))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024-09-06", "2024-09-06"),
        ("2024-09-06", "2024-09-06T10:00:00Z"),
        ("2024-09", "2024-09-06"),
        ("2024-09-06T10:00", "2024-09-06T11:00:00Z"),
    ],
)
def test_a_day_is_not_midnight(one: str, other: str) -> None:
    assert not Moment(one).before(Moment(other))
    assert not Moment(other).before(Moment(one))


@pytest.mark.parametrize(
    "bad",
    [
        "9999",
        "0001-01-01T00:00+02:00",
        "2024-01-01T00:00+99:99",
        "٢٠٢٤-٠١-٠١",
        "hier",
        "2024-13",
        "2024-02-30",
        "2024-9-6",
        "",
    ],
)
def test_what_is_not_on_the_calendar_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        Moment(bad)
