"""The sentences above a text: what stands where, on either side, and what stands nowhere."""

from dataclasses import replace

import pytest

from sourcier.core.credit import Credit, CreditStatus
from sourcier.export.heading import heading
from sourcier.export.ties import Held, Ties
from sourcier.lang.interface import phrases
from tests import factory


def told(ties: Ties, lang: str = "en", *, complete: bool = True) -> list[str]:
    derived, source = factory.pair()
    articles = {derived.id: derived, source.id: replace(source, complete=complete)}
    return [line.replace("\u00a0", " ") for line in heading(ties, articles, phrases(lang))]


def test_it_says_where_with_what_credit_and_what_is_nowhere() -> None:
    ties = Ties(factory.family().edges, (), 0.24, factory.searched())
    first, rest = told(ties, "fr")
    assert first == (
        "68 % de ce texte se trouve aussi dans « Le port de Sainte-Aurore rouvre » (Agence inventée, 3 mars 2031), "
        "avec crédit pour 1 passage sur 2."
    )
    assert rest == "24 % : dans aucun des 2 textes cherchés, du 3 mars 2031 au 4 mars 2031."
    assert "Incomplet" in told(ties, "fr", complete=False)[1]


def test_a_source_is_not_said_to_stand_nowhere() -> None:
    first, rest = told(Ties((), (Held("reprise.txt", 0.7, "source_first"),), 0.3, factory.searched(1)))
    assert first == (
        "70% of this text also stands in “Sainte-Aurore : le port respire” (Le Phare inventé, 4 March 2031), "
        "which comes after it."
    )
    assert rest.startswith("30%: in no other text")


def test_an_unknown_direction_is_said() -> None:
    (line,) = told(Ties((), (Held("reprise.txt", 1.0, "unknown"),), 0.0, factory.searched(1)))
    assert line.endswith("(Le Phare inventé, 4 March 2031), direction unknown.")


@pytest.mark.parametrize(
    ("status", "told_of"),
    [("none_found", "direction unknown."), ("other_named", "the article names Agence inventée."), ("partial", "of 2.")],
)
def test_no_lack_of_credit_is_told_without_a_direction(status: CreditStatus, told_of: str) -> None:
    (edge,) = factory.family().edges
    given = replace(edge.credit, status=status)
    (line,) = told(Ties([replace(edge, direction="unknown", credit=given)], (), 0.0, factory.searched()))
    assert line.endswith(told_of)
    assert "not found" not in line


def test_known_directions_stand_first_and_a_known_source_is_not_named_as_if_it_were_missing() -> None:
    (edge,) = factory.family().edges
    named = Credit("other_named", ("Agence inventée",), (), (0,))
    other = replace(edge, source="c.txt", shared=0.9, direction="unknown", credit=named)
    derived, source = factory.pair()
    articles = {each.id: each for each in (derived, source, factory.article("c.txt", "x", outlet="Radio inventée"))}
    known, unknown, _ = heading(Ties([other, edge], (), 0.1, factory.searched()), articles, phrases("fr"))
    assert known.startswith("68\u00a0%")
    assert "Radio inventée" in unknown
    assert "Agence inventée" not in unknown
    assert "Agence X" in " ".join(
        heading(
            Ties([replace(other, credit=replace(named, names=("Agence X",)))], (), 0.1, factory.searched()),
            articles,
            phrases("fr"),
        )
    )


def test_a_source_at_second_hand_says_what_it_takes_up() -> None:
    (edge,) = factory.family().edges
    derived, source = factory.pair()
    articles = {each.id: each for each in (derived, source, factory.article("c.txt", "x", outlet="Radio inventée"))}
    ties = Ties([edge], (), 0.0, factory.searched(), {source.id: ("c.txt",)})
    (line,) = heading(ties, articles, phrases("en"))
    assert line.endswith("That text (Agence inventée, 3 March 2031) itself takes up: Radio inventée.")


def test_nothing_is_claimed_of_texts_without_a_tie_of_their_own() -> None:
    held = Held("reprise.txt", 0.8, "unknown", tied=False), Held("depeche.txt", 0.3, "unknown")
    tied, loose = told(Ties((), held, 0.0, factory.searched()))[:2]
    assert ("direction unknown" in tied, "direction unknown" in loose) == (False, True)
    assert tied.startswith("80%"), "by share"


def test_many_later_texts_are_counted() -> None:
    later = [Held("reprise.txt", 0.5, "source_first")] * 5
    assert told(Ties((), later, 0.5, factory.searched(6)))[3] == "And 2 other texts hold passages of it."


def test_a_text_on_no_side_of_any_passage_stands_nowhere() -> None:
    assert told(Ties((), (), 1.0, factory.searched(4))) == [
        "No passage of this text stands elsewhere: in none of the 4 texts searched, from 3 March 2031 to 4 March 2031."
    ]
