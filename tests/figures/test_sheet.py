"""Sheets as they go out, and as they come back from people and their spreadsheets."""

import csv
import random
from io import StringIO

import pytest

from sourcier.core.errors import InputError
from sourcier.figures import key
from sourcier.figures.answers import ANSWERS, QUESTIONS, answer
from sourcier.figures.coded import Coded, read
from sourcier.figures.sheet import COLUMNS
from sourcier.lang.interface import phrases
from sourcier.lang.load import CODES
from tests.figures.samples import coded, sample, written

MADE, SHOWN = sample({"long": 3, "near": 3})


def yes(_code: str) -> tuple[str, str, str]:
    return "yes", "B", "partial"


def back(data: bytes) -> Coded:
    return read(data, "anna", "sheet.csv", MADE)


@pytest.mark.parametrize("lang", CODES)
def test_a_sheet_says_how_to_code_and_nothing_of_what_was_found(lang: str) -> None:
    text = written(MADE, SHOWN, lang).decode("utf-8")
    assert text.replace('"', "").startswith("\ufeffSourcier 0.1.0")
    assert phrases(lang).say("sheet.shares") in text
    cells = {cell.casefold() for line in csv.reader(StringIO(text)) for cell in line}
    assert not cells & {"long", "short", "family", "near", "other", "true", "b", "full"}
    assert all(row.a not in cells and row.b not in cells for row in MADE.rows)


@pytest.mark.parametrize("lang", CODES)
def test_a_sheet_comes_back_as_it_was_coded(lang: str) -> None:
    given = {"en": ("yes", "B", "partial"), "fr": ("Oui", "b", "Partiel.")}[lang]
    found = back(coded(written(MADE, SHOWN, lang), lambda _: given, lang))
    assert found.problems == []
    assert set(found.answers) == {row.row for row in MADE.rows}
    assert set(map(str, found.answers.values())) == {str({"shares": "yes", "who": "b", "credit": "partial"})}


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16", "mac_roman"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_what_spreadsheets_make_of_a_sheet_is_read(encoding: str, separator: str) -> None:
    table = csv.reader(
        StringIO(coded(written(MADE, SHOWN, "fr"), yes, "fr").decode("utf-8-sig"), newline=""), delimiter=";"
    )
    out = StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator="\n").writerows(table)
    text = out.getvalue().replace("\u2019", "'").replace("\u00a0", " ")
    found = back(text.encode(encoding, "replace"))
    assert (len(found.answers), found.problems) == (6, [])


def test_rows_in_another_order_and_without_the_guide_are_read() -> None:
    lines = coded(written(MADE, SHOWN), yes).decode("utf-8-sig").split("\r\n")
    head = next(at for at, line in enumerate(lines) if line.startswith("row,"))
    body = [line for line in lines[head + 1 :] if line]
    random.Random(1).shuffle(body)
    assert len(back("\n".join([lines[head], *body]).encode()).answers) == 6


def test_a_row_beside_the_texts_of_another_is_left_out() -> None:
    data = coded(written(MADE, SHOWN), yes)
    one, other = MADE.rows[0].row.encode(), MADE.rows[1].row.encode()
    swapped = data.replace(one, b"????").replace(other, one).replace(b"????", other)
    found = back(swapped)
    assert len(found.answers) == 4
    assert len(found.problems) == 2


def test_rows_that_stand_twice_or_are_unknown_are_left_out_and_told() -> None:
    data = coded(written(MADE, SHOWN), yes)
    rows = data.decode("utf-8-sig").rstrip("\r\n").split("\r\n")
    unknown = rows[-2].replace(MADE.rows[4].row, "ZZZZ")
    found = back("\r\n".join([*rows, rows[-1], unknown]).encode())
    assert len(found.answers) == 5
    assert [MADE.rows[5].row in each.message or "ZZZZ" in each.message for each in found.problems] == [True, True]


def test_an_answer_that_is_not_known_counts_as_none_and_is_told() -> None:
    found = back(coded(written(MADE, SHOWN), lambda _: ("perhaps", "", "")))
    assert {given["shares"] for given in found.answers.values()} == {""}
    assert len(found.problems) == 6


def test_what_is_said_after_a_no_does_not_count() -> None:
    found = back(coded(written(MADE, SHOWN), lambda _: ("no", "A", "yes")))
    assert {given["who"] for given in found.answers.values()} == {""}


def test_columns_of_texts_may_be_gone() -> None:
    lines = [f"{row.row},yes" for row in MADE.rows]
    found = back("\n".join(["row,Words in common", *lines]).encode())
    assert (len(found.answers), found.problems) == (6, [])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xef\xbb\xbf\r\n",
        b"a,b\r\n1,2\r\n",
        b"\x00\x01\x02" * 50,
        b'row,"open',
        b"row;words in common\r\nBBBB;yes",
    ],
)
def test_a_file_that_is_no_sheet_of_this_sample_is_refused(data: bytes) -> None:
    with pytest.raises(InputError) as refused:
        back(data)
    assert refused.value.message.startswith("sheet.csv: ")


def test_columns_are_told_apart_in_every_language() -> None:
    for code in CODES:
        names = [phrases(code).say(f"sheet.{name}") for name in COLUMNS]
        parts = (name.partition("(")[0].lower() for name in names)
        plain = {"".join(c for c in part if c.isascii() and c.isalpha()) for part in parts}
        assert len(plain) == len(COLUMNS)


def test_each_answer_is_known_in_each_language() -> None:
    for code in CODES:
        for question in QUESTIONS:
            for name in ANSWERS[question]:
                spellings = phrases(code).say(f"answer.{name}").split("|")
                assert answer(question, spellings[0].upper()) == name
    assert answer("shares", " OUI. ") == "yes"
    assert answer("shares", "") == ""
    assert answer("shares", "a") is None


def test_a_key_comes_back_as_it_was_written() -> None:
    assert key.read(key.written(MADE), "key") == MADE


@pytest.mark.parametrize(
    ("there", "instead"),
    [(b'"long"', b'"wrong"'), (b'"seed": 1', b'"seed": null'), (b"sample-key", b"other"),
     (b'"taker": "b"', b'"taker": 3'), (b'"rows": [', b'"rows": 3, "x": ['), (b'"pairs": 1000', b'"pairs": -1'),
     (b"]}", b"]")],
)  # fmt: skip
def test_a_key_that_was_changed_is_refused(there: bytes, instead: bytes) -> None:
    data = key.written(MADE)
    assert there in data
    with pytest.raises(InputError):
        key.read(data.replace(there, instead), "key")
