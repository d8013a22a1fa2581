"""A sheet that came back: what was typed in each row, whatever a spreadsheet made of the file."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO

from sourcier.core.errors import InputError
from sourcier.core.problem import Problem
from sourcier.figures.answers import BLANK, QUESTIONS, Question, answer
from sourcier.figures.codes import seal
from sourcier.figures.drawn import Drawn, Sample
from sourcier.figures.sheet import COLUMNS
from sourcier.ingest.decoding import decode
from sourcier.lang.interface import phrases
from sourcier.lang.load import CODES

STAGE = "sheet"
_SEPARATORS = (";", ",", "\t", "|")
_HINT = "one copy of the sheet for each coder, with its first column and its line of column names as they were"


@dataclass(slots=True)
class Coded:
    """One person's answers by row of the sample and question; a row that is not there, or not coded, is missing.

    `noted` says that a row of the sample was met, coded or not.
    """

    coder: str
    answers: dict[str, dict[Question, str]] = field(default_factory=dict)
    noted: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def read(data: bytes, coder: str, where: str, sample: Sample) -> Coded:
    """Return what a person typed; InputError where the file is no sheet, or one of another sample."""
    numbered, columns = _table(decode(data).text, where)
    drawn = {row.row: row for row in sample.rows}
    coded = Coded(coder)
    unknown: list[str] = []
    for number, cells in numbered:
        typed = {name: cells[at].strip() for name, at in columns.items() if at < len(cells)}
        if not any(typed.values()):
            continue
        _row(typed, drawn, f"{where}#{number}", coded, unknown)
    if not coded.noted:
        raise InputError(
            f"{where}: none of its rows is in the sample {sample.code}", "name the key of its sample with --key"
        )
    if unknown:
        shown = ", ".join(unknown[:5])
        coded.problems.append(Problem(STAGE, where, f"rows that the sample does not have, left out: {shown}", _HINT))
    return coded


def _table(text: str, where: str) -> tuple[Iterator[tuple[int, list[str]]], Mapping[str, int]]:
    """Return the rows below the line of column names, each with its line, and where the columns stand."""
    if not text.strip():
        raise InputError(f"{where}: the sheet is empty")
    for separator in _SEPARATORS:
        reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
        try:
            for cells in reader:
                columns = _columns(cells)
                if "row" in columns and "shares" in columns:
                    return _lines(reader), columns
        except csv.Error:
            continue
    raise InputError(f"{where}: this is no sheet of sourcier sample: its line of column names is not there", _HINT)


def _lines(reader: "Iterator[list[str]]") -> Iterator[tuple[int, list[str]]]:
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            continue
        yield getattr(reader, "line_num", 0), cells


def _columns(cells: Sequence[str]) -> dict[str, int]:
    names = _names()
    return {names[key]: at for at, cell in enumerate(cells) if (key := _plain(cell)) in names}


def _names() -> dict[str, str]:
    return {_plain(phrases(code).say(f"sheet.{name}")): name for code in CODES for name in COLUMNS}


def _plain(cell: str) -> str:
    """Return what no encoding changes in a column's name, without the answers that it takes."""
    return re.sub(r"[^a-z]", "", cell.partition("(")[0].lower().encode("ascii", "ignore").decode())


def _row(typed: Mapping[str, str], drawn: Mapping[str, Drawn], where: str, coded: Coded, unknown: list[str]) -> None:
    code = typed.get("row", "").upper()
    if code not in drawn:
        unknown.append(code or "?")
        return
    if code in coded.noted:
        coded.answers.pop(code, None)
        coded.problems.append(Problem(STAGE, where, f"the row {code} stands twice: it is left out", _HINT))
        return
    coded.noted.add(code)
    if "a_text" in typed and "b_text" in typed and seal(typed["a_text"], typed["b_text"]) != drawn[code].seal:
        message = f"the texts of the row {code} are not those that were drawn: it is left out"
        coded.problems.append(Problem(STAGE, where, message, "sort whole rows, and leave the texts as they were"))
        return
    coded.answers[code] = _answers(typed, where, coded)


def _answers(typed: Mapping[str, str], where: str, coded: Coded) -> dict[Question, str]:
    found: dict[Question, str] = {}
    for question in QUESTIONS:
        given = typed.get(question, "")
        known = answer(question, given)
        if known is None:
            message = f"this answer is not known, and counts as none: {given[:40]}"
            coded.problems.append(Problem(STAGE, where, message, "the answers of each question stand above the rows"))
        found[question] = known or BLANK
    if found["shares"] == "no":  # the two others ask about a pair that shares words
        return {**dict.fromkeys(QUESTIONS, BLANK), "shares": "no"}
    return found
