"""Dates as people write them."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.lang.interface import phrases
from sourcier.workflow.dating import dated


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("05/09/2025", "2025-09-05"),
        ("5/9/2025 10:30", "2025-09-05T10:30"),
        ("05.09.2025", "2025-09-05"),
        ("5 septembre 2025", "2025-09-05"),
        ("vendredi 5 septembre 2025", "2025-09-05"),
        ("5 septembre 2025 à 10h30", "2025-09-05T10:30"),
        ("5\u00a0septembre 2025, 10\u00a0h\u00a030", "2025-09-05T10:30"),
        ("5 septembre 2025 à 8 h", "2025-09-05T08:00"),
        ("1er mai 2025 à 08:05 UTC+01:00", "2025-05-01T08:05+01:00"),
        ("5 September 2025 at 10:30 pm", "2025-09-05T22:30"),
        ("5 September 2025 12 am", "2025-09-05T00:00"),
        ("September 5, 2025", "2025-09-05"),
        ("2025-09-05T10:30:00Z", "2025-09-05T10:30:00Z"),
        ("2025-09-05 10:30 +0130", "2025-09-05T10:30+01:30"),
        ("05/09/2025 10:30 -3", "2025-09-05T10:30-03:00"),
        ("05/09/2025 10:30 UTC", "2025-09-05T10:30Z"),
        ("septembre 2025", "2025-09"),
        ("09/2025", "2025-09"),
        (" 2025 ", "2025"),
    ],
)
def test_what_people_write_is_read_the_day_before_the_month(written: str, value: str) -> None:
    found = dated(written)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "written",
    [
        "", "hier", "31/02/2025", "09/25/2025", "5/9/25", "5 septembre", "13/2025", "5 septembre 2025 avant 10h30",
        "5 septembre 2025 25:00", "septembre 2025 à 10h30", "5 September 2025 13 pm", "٠٥/٠٩/٢٠٢٥", "0/0/0000", "10:30",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_no_date(written: str) -> None:
    assert dated(written) is None


@pytest.mark.parametrize("code", ["fr", "en"])
@given(st.datetimes(datetime(1000, 1, 1), datetime(9998, 12, 31)), st.sampled_from((4, 7, 10, 16)), st.booleans())
def test_what_a_page_says_of_a_date_can_be_written_into_it(code: str, time: datetime, length: int, zone: bool) -> None:
    value = time.strftime("%Y-%m-%dT%H:%M")[:length] + ("+01:00" if zone and length == 16 else "")
    found = dated(phrases(code).date(value))
    assert found is not None
    assert found.value == value


@given(st.text(max_size=40))
def test_nothing_written_breaks_it(written: str) -> None:
    dated(written)
