"""What counts as right, wrong, or neither."""

import pytest

from bench.answers import Edit
from bench.score import kinds_table, score, table
from tests.bench.factory import document, row, stretch

WHOLE = stretch((0, 200), (0, 200))


def test_half_of_a_passage_is_half_the_recall() -> None:
    truth = {"a": document("a"), "b": document("b", {"a": [WHOLE]})}
    result = score(truth, [row("b", "a", (0, 100))])
    assert (result["characters"]["precision"], result["characters"]["recall"]) == (1.0, 0.5)
    assert result["characters"]["f1"] == pytest.approx(2 / 3)


def test_rows_that_overlap_count_their_characters_once() -> None:
    truth = {"a": document("a"), "b": document("b", {"a": [WHOLE]})}
    result = score(truth, [row("b", "a", (0, 150)), row("b", "a", (100, 250))])
    assert (result["characters"]["right"], result["characters"]["wrong"]) == (200, 50)


def test_a_pair_that_shares_nothing_is_wrong() -> None:
    truth = {"a": document("a"), "b": document("b", {"a": [WHOLE]}), "c": document("c", story=2)}
    result = score(truth, [row("b", "a", (0, 200)), row("c", "a", (0, 60))])
    assert (result["pairs"]["precision"], result["pairs"]["recall"]) == (0.5, 1.0)
    assert result["false_characters"]["strangers"] == 60


def test_a_pair_that_shares_a_little_is_neither_right_nor_wrong() -> None:
    truth = {"a": document("a"), "b": document("b", {"a": [stretch((0, 60), (0, 60), words=10)]})}
    pairs = score(truth, [row("b", "a", (0, 60))])["pairs"]
    assert (pairs["right"], pairs["wrong"], pairs["missed"]) == (0, 0, 0)


def test_stretches_too_short_to_ask_for_are_neither_right_nor_wrong() -> None:
    truth = {"a": document("a"), "b": document("b", {"a": [stretch((0, 40), (0, 40), words=7, counted=False)]})}
    for rows in ([], [row("b", "a", (0, 40))]):
        characters = score(truth, rows)["characters"]
        assert (characters["right"], characters["wrong"], characters["missed"]) == (0, 0, 0)


def test_direction_is_asked_for_only_where_the_dates_show_it() -> None:
    undated = {"a": document("a", published=None), "b": document("b", {"a": [WHOLE]})}
    assert score(undated, [row("a", "b", (0, 200))])["pairs"]["recall"] == 1.0
    dated = {"a": document("a", published="2024-04-01"), "b": document("b", {"a": [WHOLE]})}
    assert score(dated, [row("a", "b", (0, 200))])["pairs"]["recall"] == 0.0


def test_standing_text_is_named_among_the_false_characters() -> None:
    truth = {"a": document("a"), "b": document("b", {"a": [WHOLE]}, standing=((210, 300),))}
    assert score(truth, [row("b", "a", (0, 300))])["false_characters"] == {"standing text": 90, "pairs that share": 10}


def test_the_parent_is_the_source_with_most_best_characters() -> None:
    shared = {"a": [WHOLE], "s": [WHOLE]}
    truth = {"a": document("a"), "s": document("s"), "b": document("b", shared, parents=("a",))}
    rows = [row("b", "a", (0, 120)), row("b", "s", (120, 200)), row("b", "s", (0, 200), best=False)]
    assert score(truth, rows)["parent"]["right"] == 1.0
    assert score(truth, rows[1:])["parent"]["right"] == 0.0
    assert score(truth, rows[2:])["parent"]["right"] == 0.0


def test_untellable_parents_are_not_asked_for() -> None:
    truth = {"a": document("a"), "b": document("b", {"a": [WHOLE]}, tellable=False)}
    assert score(truth, [])["parent"]["of"] == 0


def test_short_passages_are_found_when_half_of_them_is() -> None:
    short = stretch((0, 80), (0, 80), words=14)
    truth = {"a": document("a"), "b": document("b", {"a": [short]})}
    assert score(truth, [row("b", "a", (0, 40))])["short_passages"]["recall"] == 1.0
    assert score(truth, [row("b", "a", (0, 39))])["short_passages"]["recall"] == 0.0


def test_edits_count_changed_words() -> None:
    changed = stretch((0, 200), (0, 200), edits=(((10, 15), (10, 14)), ((50, 55), (49, 52))))
    truth = {"a": document("a"), "b": document("b", {"a": [changed]})}
    right, inserted = Edit((10, 14), (10, 13), 1), Edit((100, 140), (95, 95), 6)
    edits = score(truth, [row("b", "a", (0, 200), edits=[right, inserted])])["edits"]
    assert (edits["right"], edits["wrong"], edits["missed"]) == (1, 6, 1)


def test_edits_outside_the_best_rows_are_not_asked_for() -> None:
    changed = stretch((0, 200), (0, 200), edits=(((150, 155), (150, 154)),))
    truth = {"a": document("a"), "b": document("b", {"a": [changed]})}
    assert score(truth, [row("b", "a", (0, 100))])["edits"]["missed"] == 0


def test_pairs_without_spans_are_scored_as_pairs_only() -> None:
    truth = {"a": document("a"), "b": document("b", {"a": [WHOLE]})}
    result = score(truth, [row("b", "a", None)])
    assert result["pairs"]["recall"] == 1.0
    assert "characters" not in result
    assert any("pairs" in line for line in table(result))
    assert len(kinds_table(result)) == 3
