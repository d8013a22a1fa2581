"""The edge list: a row a tie, with arrows that point from the text that is known to be first."""

import csv
from dataclasses import replace
from io import StringIO

import pytest

from sourcier.core.passage import Direction
from sourcier.core.tie import Side, Tie
from sourcier.export.edge_list import HEAD, edge_list
from tests import factory

TIE = Tie(
    "f1", Side("b", "Le Phare inventé", "2031-03-04", '=HYPERLINK("x")'), Side("a", "Agence inventée", None, None),
    "source_first", 0.68, 59400.0, "partial", 1, 2,
)  # fmt: skip


def read(*ties: Tie) -> list[dict[str, str]]:
    whole = b"".join(edge_list(ties, factory.producer())).decode("utf-8")
    assert whole.startswith(HEAD)
    return list(csv.DictReader(StringIO(whole)))


def test_a_row_says_all_that_is_known_of_a_tie() -> None:
    assert read(TIE) == [
        {
            "source": "a", "target": "b", "type": "Directed", "weight": "0.68", "derived": "b",
            "direction": "source_first", "family": "f1", "delay_seconds": "59400", "credit": "partial",
            "passages": "2", "passages_credited": "1", "source_outlet": "Agence inventée",
            "target_outlet": "Le Phare inventé", "source_published": "", "target_published": "2031-03-04",
            "source_title": "", "target_title": "'=HYPERLINK(\"x\")", "sourcier": "0.1.0", "lineage": "3", "k": "5",
            "links": "50", "window": "4",
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("direction", "ends", "kind"),
    [("source_first", "ab", "Directed"), ("derived_first", "ba", "Directed"), ("unknown", "ab", "Undirected")],
)
def test_an_arrow_points_from_the_first_text_where_it_is_known(direction: Direction, ends: str, kind: str) -> None:
    (row,) = read(replace(TIE, direction=direction))
    assert (row["source"] + row["target"], row["type"], row["derived"]) == (ends, kind, "b")
    assert (row["source_outlet"] == "Agence inventée") == (row["source"] == "a")


def test_without_ties_the_columns_stand() -> None:
    assert read() == []
