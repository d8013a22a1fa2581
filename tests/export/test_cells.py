"""Cells that no spreadsheet runs, and that come back as they went."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.export.cells import cell, rows


@pytest.mark.parametrize("text", ["=1+1", "+33 1", "-o", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_words_that_look_like_a_formula_stay_words(text: str) -> None:
    assert cell(text) == f"'{text}"


def test_numbers_stay_numbers_and_unknown_is_empty() -> None:
    assert [cell(value) for value in (None, -60.0, 0.7216, 3, "a")] == ["", "-60", "0.7216", "3", "a"]


@pytest.mark.parametrize("delimiter", [",", ";"])
@given(values=st.lists(st.text(st.characters(exclude_categories=[])), min_size=1, max_size=4))
def test_a_row_is_read_back_as_its_cells(delimiter: str, values: list[str]) -> None:
    (line,) = rows([values], delimiter)
    assert line.endswith("\r\n")
    line.encode("utf-8")
    read = list(csv.reader(StringIO(line, newline=""), delimiter=delimiter))
    assert len(read) == 1
    assert ["".join(each.split()) for each in read[0]] == ["".join(cell(value).split()) for value in values]
