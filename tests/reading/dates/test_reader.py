"""What holds for any text."""

import re

from hypothesis import given
from hypothesis import strategies as st

from sourcier.core.moment import Moment
from sourcier.reading.dates.folding import fold
from sourcier.reading.dates.reader import Dated, dates
from tests.reading.dates.factory import analysis

_WORDS = (
    "lundi mardi dernier prochain le la du au de à en 4 12 31 1er 2019 mars avril juin 18h30 GMT depuis jusqu'en avant "
    "fin mi- début entre et hier demain veille lendemain il y a dix 900000 jours semaine mois an ans plus tard dans "
    "nuit Noël Tabaski , . « » \n Aïd 12/03"
)
_TEXTS = st.lists(st.sampled_from(_WORDS.split(" ")), max_size=25).map(" ".join) | st.text(max_size=80)
_INSTANT = r"(?:-?\d{4}|Y-?\d{5,})(?:-\d\d(?:-\d\d(?:T\d\d:\d\dZ?)?)?)?~?"
_EDTF = re.compile(rf"{_INSTANT}|(?:\.\.|{_INSTANT})/(?:\.\.|{_INSTANT})")


@given(
    _TEXTS,
    st.sampled_from([None, "2024", "2024-02", "2024-02-29", "2024-02-29T23:59:30+01:00", "0001-01-01", "9998-12-31"]),
)
def test_any_text_gives_spans_in_order_and_values_in_edtf(text: str, published: str | None) -> None:
    found = dates(analysis(text), Moment(published) if published else None).dates
    ends = [0, *(each.span.end for each in found)]
    assert all(end <= each.span.start < each.span.end <= len(text) for end, each in zip(ends, found, strict=False))
    assert all(each.value is None or _EDTF.fullmatch(each.value) for each in found)


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text, ["dès", "passé"])) == len(text)


def test_words_that_only_an_accent_tells_apart_keep_it() -> None:
    assert fold("DÈS Août, des Étés", ["dès"]) == "dès aout, des etes"


def test_a_language_without_rules_has_no_dates() -> None:
    assert dates(analysis("On 4 September 2024.", "en"), None) == Dated()
    assert dates(analysis("4 septembre 2024", "xx"), None) == Dated()


def test_a_publication_known_to_the_month_gives_no_days() -> None:
    found = dates(analysis("Hier, il a plu ; en mars dernier aussi."), Moment("2024-09")).dates
    assert [each.value for each in found] == [None, "2024-03"]


def test_the_problem_names_the_words_and_the_day() -> None:
    found = dates(analysis("Fait le lundi 5 septembre 2024."), None)
    assert found.problems == ("« lundi 5 septembre 2024 »: 2024-09-05 is another day of the week",)
