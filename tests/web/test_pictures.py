"""Pictures as XML: what is drawn, where, and that nothing of a text is markup."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.export.html import Html
from sourcier.web.pictures import axis
from sourcier.web.pictures.delays import BOUNDS, counts, delays
from sourcier.web.pictures.layout import Node, Tie, lanes, mains
from sourcier.web.pictures.letters import cut, lines, width
from sourcier.web.pictures.scale import Segment, scale, ticks
from sourcier.web.pictures.tree import CROWDED, Words, tree

T = datetime(2031, 3, 4, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)
WORDS = Words("Lineage", "Told", "undated", axis.Words(lambda at, _step, _first: (f"{at:%H:%M}", ""), str))
LONG = replace(
    WORDS, axis=axis.Words(lambda at, _step, _first: (f"{at.day} septembre", f"{at.day} septembre {at.year}"), str)
)
_MOMENTS = st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)), min_size=1)


def _node(id_: str, hours: float | None = 0.0, **more: object) -> Node:
    start = None if hours is None else T + hours * HOUR
    values = {"link": f"/articles/{id_}", "end": start, "kind": "text", **more}
    return Node(id_, f"Outlet {id_}", f"Title {id_}", start=start, **values)  # type: ignore[arg-type]


def _tie(derived: str, source: str, kind: str = "known", *, credited: bool = False) -> Tie:
    return Tie(derived, source, kind, credited, f"{source} to {derived}")  # type: ignore[arg-type]


def _drawn(picture: Html) -> ET.Element:
    return ET.fromstring(picture)  # noqa: S314 - our own


def _classes(root: ET.Element, tag: str) -> list[str]:
    return [each.get("class", "") for each in root.iter(tag)]


def _wide(label: ET.Element) -> float:
    """Return how wide a name or a line under it is, without its title."""
    titles = [each.text or "" for each in label]
    bold = label.get("class") == "name"
    return width("".join(label.itertext()).removeprefix("".join(titles)), 14 if bold else 13, bold=bold)


def _across(path: str) -> list[float]:
    """Return how far from the left the points of a path are."""
    steps = [(kind, [float(each) for each in values.split()]) for kind, values in re.findall(r"([A-Z])([^A-Z]*)", path)]
    return [x for kind, values in steps for x in ([] if kind == "V" else values if kind == "H" else values[::2])]


def test_a_text_stands_under_the_one_that_it_comes_from() -> None:
    nodes = [_node("late", 5), _node("other", 1), _node("first"), _node("child", 2)]
    placed, axis = lanes(nodes, [_tie("other", "first"), _tie("child", "other"), _tie("late", "first")])
    assert [lane.node.id for lane in placed] == ["first", "other", "child", "late"]
    assert axis is not None
    assert [lane.x for lane in placed] == [0.0, 0.2, 0.4, 1.0]


def test_texts_that_come_from_one_another_in_a_circle_are_drawn_all_the_same() -> None:
    placed, _ = lanes([_node("a"), _node("b", 1)], [_tie("a", "b"), _tie("b", "a")])
    assert {lane.node.id for lane in placed} == {"a", "b"}


def test_a_known_source_is_the_main_one_before_a_larger_unknown() -> None:
    assert mains([_tie("c", "a", "unknown"), _tie("c", "b")])["c"].source == "b"


def test_lines_tell_by_class_and_arrow_what_is_known() -> None:
    nodes = [_node("a"), _node("b", 1), _node("c", 2), _node("d", 3)]
    ties = [_tie("b", "a", credited=True), _tie("c", "a"), _tie("d", "a", "unknown"), _tie("d", "elsewhere")]
    root = _drawn(tree(nodes, ties, WORDS))
    lines = {each.get("class"): each.get("marker-end") for each in root.iter("path") if each.find("title") is not None}
    assert lines == {"tie known credited": "url(#arrow)", "tie known": "url(#arrow)", "tie unknown": None}
    assert [each.get("href") for each in root.iter("a")] == [f"/articles/{id_}" for id_ in "abcd"]


def test_a_text_without_a_date_stands_in_a_zone_of_its_own_left_of_the_axis() -> None:
    root = _drawn(tree([_node("a"), _node("b", None)], [_tie("b", "a", "unknown")], WORDS))
    border, line = (
        float(next(each for each in root.iter("path") if each.get("class") == kind).get("d", "")[1:].split()[0])
        for kind in ("undated", "axis")
    )
    assert border < line
    assert sorted(float(each.get("cx", "")) < border for each in root.iter("circle")) == [False, True]
    assert "undated" in "".join(root.itertext())


@pytest.mark.parametrize(("count", "undated"), [(12, {2, 5, 7, 9}), (40, set()), (40, {0, 39})])
def test_no_line_goes_where_words_stand(count: int, undated: set[int]) -> None:
    nodes = [
        replace(_node(str(n), None if n in undated else n * 1.7), name="NOM " * 30, lines=("mot " * 30, "x" * 99))
        for n in range(count)
    ]
    ties = [_tie(str(n), str(n // 2), "unknown" if n % 3 else "known") for n in range(1, count)]
    root = _drawn(tree(nodes, [*ties, _tie("1", str(count - 1), "unknown")], WORDS))
    words = [each for each in root.iter("text") if each.get("class", "").split()[0] in ("name", "small")]
    ends = [float(each.get("x", "")) + _wide(each) for each in words]
    paths = [each.get("d", "") for each in root.iter("path") if each.get("class", "").startswith("tie")]
    places = [x for path in paths for x in _across(path)]
    assert len(words) > 3 * count
    assert len(paths) >= count - 1
    assert max(ends) < min(places)


@given(
    st.lists(st.integers(0, 60 * 24 * 90), min_size=1, max_size=12).map(
        lambda found: [T + timedelta(minutes=n) for n in found]
    )
)
def test_no_label_of_the_axis_reaches_into_another(moments: list[datetime]) -> None:
    found = axis.axis(scale(moments), axis.Across(400, 1_010, 46, 500), LONG.axis)
    rows: dict[str, list[tuple[float, float]]] = {}
    for each in map(_drawn, found):
        if each.tag == "text":
            left = float(each.get("x", ""))
            bold = "day" in each.get("class", "")
            rows.setdefault(each.get("y", ""), []).append((left, left + width(each.text or "", 12, bold=bold)))
    assert rows
    assert max(placed[-1][1] for placed in rows.values()) <= 1_040
    for placed in rows.values():
        assert all(one[1] <= other[0] for one, other in pairwise(placed))


def test_words_are_cut_and_broken_by_the_room_that_they_take() -> None:
    assert cut("court", 5) == "court"
    assert cut("trop long", 5) == "trop…"
    assert cut("水" * 9, 8) == "水水水…"
    assert lines("un deux trois quatre", 8) == ["un deux", "trois", "quatre"]
    assert lines("a" * 20, 8) == ["a" * 7 + "…"]


def test_an_absent_text_is_a_dashed_node_at_the_top_without_a_link() -> None:
    absent = _node("x", None, kind="absent", link=None)
    root = _drawn(tree([_node("a"), absent], [_tie("a", "x", "absent")], WORDS))
    assert _classes(root, "circle") == ["node absent", "node text"]
    assert len(list(root.iter("a"))) == 1


def test_many_texts_have_one_line_each() -> None:
    nodes = [_node(str(number), number) for number in range(CROWDED + 2)]
    ties = [_tie(str(n), str(m), "unknown") for n in range(1, len(nodes)) for m in range(n)]
    lines = [each for each in _drawn(tree(nodes, ties, WORDS)).iter("path") if each.find("title") is not None]
    assert len(lines) == len(nodes) - 1


def test_words_of_a_text_are_never_markup_and_long_names_are_cut_with_the_whole_beside() -> None:
    name = "<script>alert(1)</script>\x0b " + "long " * 40
    node = Node("a", name, name, '/x?a=1&b="2"', T, T, "root", ("a & b",))
    root = _drawn(tree([node], [], WORDS))
    assert not list(root.iter("script"))
    label = next(each for each in root.iter("text") if each.get("class") == "name")
    assert len("".join(label.itertext())) > 200  # the whole stands in its title
    assert (label.find("title").tail or "").endswith("…")  # type: ignore[union-attr]


def test_the_picture_says_what_it_is_and_has_no_style_of_its_own() -> None:
    picture = tree([_node("a")], [], WORDS)
    root = _drawn(picture)
    assert root.get("aria-labelledby") == root.find("title").get("id")  # type: ignore[union-attr]
    assert " style=" not in picture
    assert "<style" not in picture


@given(_MOMENTS)
def test_the_axis_keeps_the_order_of_time_and_stays_inside(moments: list[datetime]) -> None:
    axis = scale(moments)
    places = [axis.place(moment) for moment in sorted(moments)]
    assert places == sorted(places)
    assert -1e-9 <= places[0] <= places[-1] <= 1 + 1e-9


def test_a_long_silence_is_cut_out_and_said() -> None:
    axis = scale([T, T + HOUR, T + 2 * HOUR, T + timedelta(days=70)])
    assert axis.gaps() == [
        (pytest.approx((axis.segments[0].right + axis.segments[1].left) / 2), timedelta(days=70) - 2 * HOUR)
    ]
    assert axis.place(T + HOUR) - axis.place(T) > 0.1
    assert len(scale([T, T + HOUR, T + 3 * HOUR]).segments) == 1


@given(st.timedeltas(timedelta(minutes=1), timedelta(days=9_000)), st.integers(2, 8))
def test_ticks_are_few_and_inside(length: timedelta, most: int) -> None:
    moments, _ = ticks(Segment(T, T + length, 0, 1), most)
    assert len(moments) <= most
    assert moments == sorted(moments)
    assert all(T <= moment <= T + length for moment in moments)
    assert length < timedelta(days=60) or all((moment.hour, moment.minute) == (0, 0) for moment in moments)


def test_ticks_over_years_stand_at_first_days() -> None:
    moments, _ = ticks(Segment(T, T + timedelta(days=900), 0, 1), 7)
    assert [(moment.year, moment.month, moment.day) for moment in moments] == [
        (2031, 7, 1), (2032, 1, 1), (2032, 7, 1), (2033, 1, 1), (2033, 7, 1),
    ]  # fmt: skip


def test_ticks_within_days_stand_at_round_hours() -> None:
    moments, step = ticks(Segment(T + timedelta(minutes=7), T + 22 * HOUR, 0, 1), 7)
    assert step == timedelta(hours=6)
    assert [moment.hour for moment in moments] == [12, 18, 0, 6]


def test_delays_are_counted_up_to_each_bound() -> None:
    given_ = [BOUNDS[0], BOUNDS[0] + timedelta(seconds=1), timedelta(days=400)]
    assert counts(given_) == [1, 1, 0, 0, 0, 0, 1]
    root = _drawn(delays(given_, "Delays", "Told", [str(n) for n in range(7)]))
    assert [each.get("height") for each in root.iter("rect")] == ["90", "90", "90"]
    assert [each.text for each in root.iter("text") if each.get("class") == "count"] == ["1", "1", "1"]
