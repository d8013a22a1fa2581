"""The upper half of a dossier, for reading: what is shared, what differs, what was added."""

from collections.abc import Sequence

from sourcier.core.edit import MEANING, Edit
from sourcier.core.family import Block
from sourcier.core.passage import Passage
from sourcier.core.span import Span
from sourcier.export import sentences, summary
from sourcier.export.dossier_view import Side, View
from sourcier.export.html import Html, element, joined, table
from sourcier.export.marked_text import marked_text
from sourcier.export.stretches import disjoint, in_derived, in_source

_AROUND = 40  # code points of the passage shown on either side of a difference


def header(view: View) -> list[Html]:
    """Return the two texts and the sentence that sums them up."""
    names = [element("p", view.label(side), class_="facts") for side in ("source", "derived")]
    if not view.passages:
        return [*names, element("p", summary.nothing(view.pair, view.phrases), class_="lead")]
    if not summary.is_long(view.pair):
        return [*names, element("p", summary.nothing(view.pair, view.phrases), class_="lead"), _alone(view)]
    told = [summary.shared(view.pair, view.roles, view.phrases), view.direction()]
    if not view.pair.source.complete:
        told.append(view.say("cut"))
    told += summary.besides(view.pair, view.phrases)
    return [*names, *(element("p", line, class_="lead") for line in told), _alone(view)]


def _alone(view: View) -> Html:
    return element("p", view.phrases.say("compare.alone"), class_="note")


def sections(view: View) -> list[Html]:
    """Return the sections."""
    if not view.passages:
        return []
    parts = [_differences(view), _headline(view), _blocks(view), _side_by_side(view)]
    return [part for part in [*parts, _whole(view) if view.full else None] if part is not None]


def section(view: View, key: str, *content: Html, note: str | None = None) -> Html:
    """Return a section under its heading."""
    notes = [element("p", view.say(note), class_="note")] if note else []
    return element("section", element("h2", view.say(key)), *notes, *content)


def _differences(view: View) -> Html:
    meaning = [(number, edit) for number, edit in view.weighed if edit.category in MEANING]
    if not meaning:
        return section(view, "differences", element("p", view.say("no_differences")))
    headings = (view.say("number"), view.say("category"), view.label("source"), view.label("derived"))
    rows = [
        (
            str(number),
            element("span", view.phrases.say(f"category.{edit.category}"), class_="category"),
            in_context(view, "source", edit),
            in_context(view, "derived", edit),
        )
        for number, edit in meaning
    ]
    return section(view, "differences", table(headings, rows, class_="meaning"), note="differences_note")


def in_context(view: View, side: Side, edit: Edit) -> Html:
    """Return the words of a difference in one text, with those around them in its passage."""
    text, span = view.article(side).text, edit.derived if side == "derived" else edit.source
    passage = view.passage_of[edit]
    whole = passage.derived_span if side == "derived" else passage.source_span
    start, end = max(whole.start, span.start - _AROUND), min(whole.end, span.end + _AROUND)
    before = ("… " if start > whole.start else "") + _line(text[start : span.start], start > whole.start, first=True)
    after = _line(text[span.end : end], end < whole.end, first=False) + (" …" if end < whole.end else "")
    return view.words(side, joined([before, element("b", _line(span.of(text), cut=False, first=False) or "∅"), after]))


def _line(text: str, cut: bool, *, first: bool) -> str:
    line = " ".join(text.replace("\n", " ").split(" "))
    if not cut:
        return line
    head, _, tail = line.partition(" ") if first else line.rpartition(" ")
    return (tail if first else head) or line


def _headline(view: View) -> Html | None:
    pair = view.pair.headline
    if pair is None or pair.derived == pair.source:
        return None
    row = (view.words("source", pair.source), view.words("derived", pair.derived))
    key = "other_headline" if summary.is_other(pair) else "headline"
    return section(view, key, table((view.label("source"), view.label("derived")), [row], class_="side"))


def _blocks(view: View) -> Html | None:
    blocks = summary.apart(view.pair)
    if not blocks:
        return None
    counted = [
        element("li", f"{view.block(kind)} – {sentences.units(units, view.phrases)}")
        for kind in ("inserted", "dropped", "moved")
        if (units := [each for each in blocks if each.kind == kind])
    ]
    headings = (view.say("kind"), view.say("unit"), view.say("position"), view.say("words"))
    listed = summary.is_mostly_shared(view.pair)
    rows = [_block(view, each) for each in blocks if listed or each.kind == "moved"]
    shown = [table(headings, rows, class_="blocks")] if rows else []
    return section(
        view, "added" if view.derives else "only", element("ul", *counted), *shown, note=None if listed else "counted"
    )


def _block(view: View, each: Block) -> Sequence[str]:
    side: Side = "source" if each.kind == "dropped" else "derived"
    span = each.source if each.kind == "dropped" else each.derived
    words = view.cited(side, span)
    return view.block(each.kind), view.say(f"unit_{each.unit}"), view.position(side, span), words


def _side_by_side(view: View) -> Html:
    rows = [
        (_cell(view, "source", passage, number), _cell(view, "derived", passage, number))
        for number, passage in enumerate(view.passages, 1)
    ]
    terms = element("p", view.say("side_terms"), class_="note")
    shown = table((view.label("source"), view.label("derived")), rows, class_="side")
    return section(view, "side", terms, shown, note="side_note")


def _cell(view: View, side: Side, passage: Passage, number: int) -> Html:
    span = passage.derived_span if side == "derived" else passage.source_span
    edits = [(edit.derived if side == "derived" else edit.source, view.numbers[edit]) for edit in passage.edits]
    share = view.say("similarity", share=view.phrases.percent(passage.similarity))
    kind = summary.kind(passage, view.phrases)
    named = [view.say("passage", n=number), *([kind] if kind else [])]
    facts = " · ".join([*named, view.position(side, span), share])
    words = marked_text(view.article(side).text, span, (), edits)
    return joined([element("div", facts, class_="label"), view.words(side, words, "div")])


def _whole(view: View) -> Html:
    texts = [
        element("div", element("h3", view.label(side)), view.words(side, _whole_text(view, side), "div"))
        for side in ("source", "derived")
    ]
    return section(view, "whole", element("div", *texts, class_="pair"), note="whole_note")


def _whole_text(view: View, side: Side) -> Html:
    place = in_derived if side == "derived" else in_source
    numbers = {passage: number for number, passage in enumerate(view.passages, 1)}
    shown = disjoint(view.passages, place)
    marks = [(place(each), str(numbers[each]), numbers[each] - 1) for each in shown]
    text = view.article(side).text
    return marked_text(text, Span(0, len(text)), marks, ())
