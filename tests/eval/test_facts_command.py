"""The command that measures the readers, on a small file."""

import sys
from pathlib import Path

import pytest

from eval import facts
from eval.readers import reading

_CASES = """[[excerpt]]
id = "x1"
country = "NE"
published = 2025-03-05
genre = "site"
text = '''Le ⟦maire|role|of=p1⟧ ⟦Bana Sido|person|id=p1⟧
est parti ⟦lundi|date|value=2025-03-04; precision=day; anchor=text⟧.'''
trap = "weekday disagrees"
"""


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    path = tmp_path / "cases.toml"
    path.write_text(_CASES, encoding="utf-8")
    return path


def test_a_line_a_reader_after_that_of_all_together(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert facts.main([str(cases)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["all readers", *facts.READERS]
    assert "tokens per CPU-second" in lines[0]


def test_errors_show_the_words_the_mark_and_what_was_found(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert facts.main([str(cases), "--reader", "dates", "--errors"]) == 0
    shown = [line for line in capsys.readouterr().out.splitlines() if line.startswith("  value")]
    assert len(shown) == 1
    assert "⟦lundi⟧." in shown[0]
    assert "value=2025-03-04" in shown[0]
    assert "found: value=2025-03-03" in shown[0]


def test_errors_of_the_never_seen_set_are_not_shown(
    cases: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facts, "SECOND", cases)
    assert facts.main(["--second", "--reader", "dates", "--errors"]) == 0
    assert "lundi" not in capsys.readouterr().out


def test_the_country_of_the_press_is_told_only_where_that_is_asked(
    cases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str | None] = []
    real = reading.facts

    def noted(*given: object) -> object:
        told.append(given[4])  # type: ignore[arg-type]
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "facts", noted)
    assert facts.main([str(cases), "--reader", "people"]) == 0
    assert set(told) == {None}
    assert facts.main([str(cases), "--reader", "people", "--outlet"]) == 0
    assert told[-1] == "NE"


def test_programs_that_are_not_installed_are_a_line(
    cases: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "spacy.util", None)
    assert facts.main([str(cases), "--reader", "people", "--peers"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "  a spaCy pipeline is not installed"


def test_dateparser_is_measured_beside_ours(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("dateparser")
    assert facts.main([str(cases), "--reader", "dates", "--peers"]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("  dateparser: 1 excerpts, 1 marks, 1 found; span F 1.000")
    assert "anchor" not in last


def test_cases_that_cannot_be_read_are_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert facts.main([str(tmp_path / "none.toml")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
