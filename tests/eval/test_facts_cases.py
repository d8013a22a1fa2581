"""The marked facts: what the loader reads, and what it refuses with one clear line."""

import subprocess
import sys
from pathlib import Path

import pytest

from eval.cases.check import CaseError
from eval.cases.facts.check import weekdays_agree
from eval.cases.facts.forms import Excerpt
from eval.cases.facts.ledger import unnamed
from eval.cases.facts.load import LEDGERS, SECOND, first, parse, read

_DAY = "⟦{}|date|value={}; precision=day; anchor=publication⟧"
_MAYOR = "Le ⟦maire|role|of=p1⟧ ⟦Bana Sido|person|id=p1⟧ attend."


def _excerpt(folder: Path, text: str, trap: str = "") -> Excerpt:
    path = folder / "some.toml"
    head = 'id = "x1"\ncountry = "NE"\npublished = 2025-03-05\ngenre = "site"\n'
    path.write_text(f"[[excerpt]]\n{head}trap = \"{trap}\"\ntext = '''{text}'''\n", encoding="utf-8")
    return read([path])[0]


def test_a_mark_has_its_span_in_the_text_without_marks(tmp_path: Path) -> None:
    excerpt = _excerpt(tmp_path, _MAYOR, "one; two")
    assert excerpt.text == "Le maire Bana Sido attend."
    assert [excerpt.text[m.start : m.end] for m in excerpt.marks] == ["maire", "Bana Sido"]
    assert excerpt.marks[0].keys == {"of": "p1"}
    assert (excerpt.published, excerpt.traps) == ("2025-03-05", ("one", "two"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Il ⟦part.", "a mark is not closed"),
        ("Il ⟦part|verb|id=1⟧.", "cannot be read"),
        ("Vu ⟦Bana|person|p1⟧.", "a key without a value"),
        ("Vu ⟦Bana|person|id=p1; id=p2⟧.", "a key stands twice"),
        ("Vu ⟦Bana|person|id=p1; age=3⟧.", "a person has no key age"),
        ("Vu ⟦Bana|person|id=q1⟧.", "id cannot be"),
        ("Vu ⟦dix bœufs|number|kind=count; bound=exact⟧.", "a number without value"),
        ("Vu ⟦dix bœufs|number|kind=count; value=10; bound=range⟧.", "has a max"),
        ("Vu le ⟦maire|role|of=p1⟧.", "whom no mark names"),
        ("Vu ⟦Bana |person|id=p1⟧.", "with a space"),
        ("À⟦Dosso|place|id=l1; kind=town⟧.", "cuts a word"),
        (_DAY.format("30 février", "2025-02-30"), "no such day"),
        (_DAY.format("lundi", "2025-03-04"), "weekday disagrees"),
        ("À ⟦Gao|place|id=l1; kind=town⟧ et ⟦Gao|place|id=l1; kind=site⟧.", "marked in two ways"),
        (
            f"Le marché rouvrira {_DAY.format('mardi', '2025-03-04')} devant grand monde. "
            f"Le marché rouvrira {_DAY.format('lundi', '2025-03-03')} devant personne.",
            "shares",
        ),
    ],
)
def test_a_bad_mark_is_refused_with_what_is_wrong(tmp_path: Path, text: str, line: str) -> None:
    with pytest.raises(CaseError, match=line):
        _excerpt(tmp_path, text)


def test_a_trap_that_is_named_is_let_through(tmp_path: Path) -> None:
    _excerpt(tmp_path, _DAY.format("lundi", "2025-03-04"), "the weekday disagrees")
    _excerpt(tmp_path, "À⟦Dosso|place|id=l1; kind=town⟧.", "glued words")


def test_a_day_of_publication_that_is_none_gives_a_line(tmp_path: Path) -> None:
    path = tmp_path / "some.toml"
    path.write_text('[[excerpt]]\nid = "x1"\ncountry = "NE"\npublished = "mardi"\ngenre = "site"\ntext = "Oui."\n')
    with pytest.raises(CaseError, match="published is no day"):
        read([path])


def test_the_weekdays_of_a_night_are_both_compared() -> None:
    assert weekdays_agree("dans la nuit de lundi à mardi", "2025-03-03/2025-03-04")
    assert not weekdays_agree("dans la nuit de lundi à mardi", "2025-03-04/2025-03-05")


def test_a_file_that_is_not_there_or_no_toml_gives_a_line(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text("[[excerpt", encoding="utf-8")
    for path in (bad, tmp_path / "none.toml"):
        with pytest.raises(CaseError, match=path.name):
            read([path])


def test_the_never_seen_set_is_whole() -> None:
    excerpts = read([SECOND])
    marks = [mark for excerpt in excerpts for mark in excerpt.marks]
    kinds = {kind: sum(m.kind == kind for m in marks) for kind in ("date", "number", "person", "role", "org", "place")}
    assert kinds == {"date": 155, "number": 147, "person": 141, "role": 90, "org": 122, "place": 128}
    assert len({excerpt.country for excerpt in excerpts}) == 23
    assert all(60 <= len(excerpt.text.split()) <= 130 for excerpt in excerpts)
    assert all("⟦" not in excerpt.text and excerpt.traps for excerpt in excerpts)


def test_the_command_counts_by_kind() -> None:
    command = [sys.executable, "-m", "eval.cases.facts.load", str(SECOND)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "155" in done.stdout
    assert "36 excerpts" in done.stdout


def test_parse_names_the_text_that_it_refuses() -> None:
    with pytest.raises(CaseError, match="x9"):
        parse("x9", "⟦⟧")


_ARTICLE = """[[excerpt]]
id = "{0}"
country = "NE"
published = 2025-03-0{1}
outlet = "La Barque"
text = "{2} ⟦Bana Sido|person|id=p1; country=NE⟧ {3}"
"""
_LONG = "et là, " * 15


def _ledger(folder: Path, *articles: str) -> tuple[Excerpt, ...]:
    path = folder / "ledger.toml"
    path.write_text("\n".join(articles), encoding="utf-8")
    return read([path], ledger=True)


def test_names_come_back_in_a_ledger_and_sentences_do_not(tmp_path: Path) -> None:
    one = _ARTICLE.format("a1", 1, "Revoici", f"au grand marché couvert des potières. {_LONG}")
    other = _ARTICLE.format("a2", 2, "Voilà", f"parmi ses filets, sans pirogue ni pagaie. {_LONG}")
    assert [excerpt.outlet for excerpt in _ledger(tmp_path, one, other)] == ["La Barque"] * 2
    with pytest.raises(CaseError, match="shares"):
        _ledger(tmp_path, one, one.replace("a1", "a2"))


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (("published = 2025-03-01\n", ""), "has its day"),
        (('outlet = "La Barque"', 'genre = "site"'), "has its outlet"),
        ((_LONG, ""), "words, and"),
        (("id=p1; country=NE", "id=p1; country=ML"), "of two countries"),
    ],
)
def test_a_ledger_that_does_not_hold_together_is_refused(tmp_path: Path, change: tuple[str, str], line: str) -> None:
    one = _ARTICLE.format("a1", 1, "Revoici", f"au grand marché couvert des potières. {_LONG}")
    other = _ARTICLE.format("a2", 2, "Voilà", f"parmi ses filets, sans pirogue ni pagaie. {_LONG}")
    with pytest.raises(CaseError, match=line):
        _ledger(tmp_path, one.replace(*change), other)


def test_what_is_marked_gives_way_to_letters_of_its_length(tmp_path: Path) -> None:
    excerpt = _excerpt(tmp_path, _MAYOR)
    assert unnamed(excerpt).text == "Le X X X X X X X X attend."
    assert unnamed(excerpt).marks == excerpt.marks


def test_the_ledgers_are_whole() -> None:
    sizes = [len(read([path], ledger=True)) for path in LEDGERS]
    assert sizes == [76, 40]
    assert len(first()) >= 2
