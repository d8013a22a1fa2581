"""Sentences: relative absence, exact credit, no word too many."""

from datetime import timedelta

import pytest

from sourcier.core.credit import Credit, CreditStatus
from sourcier.core.family import Reason, Searched
from sourcier.core.moment import Moment
from sourcier.core.passage import Direction
from sourcier.export import sentences
from sourcier.lang.interface import phrases
from tests import factory

FR, EN = phrases("fr"), phrases("en")


@pytest.mark.parametrize(
    ("status", "covers", "passages", "expected"),
    [
        ("partial", (1,), 8, "credited for 1 passage of 8"),
        ("partial", (1, 2), 8, "credited for 2 passages of 8"),
        ("full", (0, 1), 2, "credited for all 2 passages"),
        ("none_found", (), 3, "credit not found for the 3 passages"),
        ("other_named", (), 3, "which is not named for these passages; the article names Agence X"),
    ],
)
def test_credit(status: CreditStatus, covers: tuple[int, ...], passages: int, expected: str) -> None:
    assert sentences.credit(Credit(status, ("Agence X",), (), covers), passages, EN) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (None, None, "in none of the 5 texts searched, with no date known"),
        ("2031", "2031-03", "in none of the 5 texts searched, from 2031 to March 2031"),
        ("2031-03-04T10:00", "2031-03-04", "in none of the 5 texts searched, of 4 March 2031"),
    ],
)
def test_absence_is_relative(start: str | None, end: str | None, expected: str) -> None:
    assert sentences.searched(Searched(5, start, end), EN) == expected


def test_undated_texts_are_counted_apart() -> None:
    told = sentences.searched(Searched(3, "2031-03-04", "2031-03-04", 1), FR).replace("\u00a0", " ")
    assert told == "dans aucun des 3 textes cherchés (1 daté : 4 mars 2031 ; 2 sans date)"


def test_days_between_two_known_days() -> None:
    assert sentences.days(Moment("2031-03-04"), Moment("2031-03-06T10:00Z"), FR) == "2 j".replace(" ", "\u00a0")
    assert sentences.days(Moment("2031-03"), Moment("2031-03-06"), FR) == "?"


@pytest.mark.parametrize(
    ("delay", "expected"),
    [
        (timedelta(minutes=25), "25 min"),
        (timedelta(days=2, hours=3, minutes=4), "2 d 3 h"),
        (timedelta(hours=-1), "−1 h"),
        (timedelta(), "0 s"),
    ],
)
def test_delays(delay: timedelta, expected: str) -> None:
    assert sentences.delay(delay, EN) == expected


@pytest.mark.parametrize(
    ("time", "known", "unknown"),
    [
        (
            "2031-03-06T20:15+01:00 < 2031-03-07T07:30+01:00",
            "publié 11 h 15 min plus tard",
            "publiés à 11 h 15 min d’écart",
        ),
        ("2031-03-03T18:05:00Z < 2031-03-04", "publié 1 j plus tard", "publiés à 1 j d’écart"),
        ("2031-02 < 2031-03", *["publié après l’autre : février 2031, puis mars 2031"] * 2),
        ("a.txt < b.txt", *["temps : a.txt < b.txt"] * 2),
    ],
)
def test_times_that_show_a_direction_are_in_words(time: str, known: str, unknown: str) -> None:
    def told(direction: Direction) -> list[str]:
        given = sentences.reasons([Reason("time", time)], FR, direction)
        return [line.replace("\u00a0", " ").replace("\u202f", " ") for line in given]

    assert told("source_first") == [known]
    assert told("unknown") == [f"{unknown} ; une date seule ne suffit pas"]


def test_signals_are_told_as_people_say_them() -> None:
    given = [
        Reason("containment", "0.95"), Reason("shared_changes", "12 ≠ 3bc7"), Reason("credit", "Avec AGP"),
        Reason("link", "https://a.example/1"), Reason("containment", "presque tout"),
    ]  # fmt: skip
    assert sentences.reasons(given, EN, "source_first") == [
        "95% of the shorter text stands in the other",
        "keeps 12 words that the other changed from 3bc7",
        "credit: Avec AGP",
        "link: https://a.example/1",
        "presque tout",
    ]
    both = sentences.reasons([Reason("time", "2031-03 < 2031-04"), given[0]], EN, "unknown")
    assert not any("alone" in line for line in both), "there is more than a date"


def test_changes_are_shown_in_the_words_of_the_texts() -> None:
    derived, source = factory.pair()
    (passage, _) = factory.passages(derived, source)
    assert sentences.change(passage.edits[0], derived.text, source.text, EN) == "“Douze” → “Vingt”"


def test_letters_go_on_after_z() -> None:
    assert [sentences.letter(n) for n in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]


def test_long_stretches_lose_their_middle() -> None:
    short = sentences.shortened("mot " * 100, 40)
    assert len(short) <= 40
    assert " … " in short
