import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.ingest.moments import moment
from sourcier.ingest.trouble import Trouble


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("2024", "2024"),
        ("2024-09", "2024-09"),
        ("2024-09-06", "2024-09-06"),
        (" 2024/09/06 ", "2024-09-06"),
        ("20240906", "2024-09-06"),
        ("20240906T103000Z", "2024-09-06T10:30:00Z"),
        ("2024-09-06T10:30", "2024-09-06T10:30"),
        ("2024-09-06T10:30:00+01:00", "2024-09-06T10:30:00+01:00"),
        ("2024-09-06 10:30:00", "2024-09-06T10:30:00"),
        ("2024-09-06 10:30:00.250 +0100", "2024-09-06T10:30:00+01:00"),
        ("2024-09-06 10:30 UTC", "2024-09-06T10:30Z"),
        ("Fri, 06 Sep 2024 10:30:00 +0100", "2024-09-06T10:30:00+01:00"),
        ("Fri, 6 Sep 2024 10:30:00 GMT", "2024-09-06T10:30:00Z"),
        ("6 Sep 2024 10:30 -0000", "2024-09-06T10:30"),
        ("6 septembre 2024", "2024-09-06"),
        ("vendredi 6 sept. 2024", "2024-09-06"),
        ("1er août 2024", "2024-08-01"),
        ("September 6, 2024", "2024-09-06"),
        ("Sept. 6th, 2024", "2024-09-06"),
        ("septembre 2024", "2024-09"),
        ("25/03/2024", "2024-03-25"),
        ("03/25/2024", "2024-03-25"),
        ("05/05/2024 10:30", "2024-05-05T10:30"),
    ],
)
def test_forms_that_can_be_read_in_one_way(stated, value):
    assert moment(stated).value == value


@pytest.mark.parametrize(
    "stated",
    ["12/03/2024", "12.03.2024", "03-04-24", "2024-02-30", "2024-13-01", "hier", "", "1725618600", "0000-01-01",
     "6 brumaire 2024", "2024-09-06T25:00", "٢٠٢٤", "2024-09-06~", "le 6"],
)  # fmt: skip
def test_others_are_refused(stated):
    with pytest.raises(Trouble):
        moment(stated)


@given(st.text(max_size=30) | st.from_regex(r"[0-9/.: -]{4,25}[A-Z]?", fullmatch=True))
def test_no_text_crashes_it(text):
    with suppress(Trouble):
        assert re.match(r"[0-9]{4}", moment(text).value)
