"""The two texts of a comparison with what they share marked alike on both sides, each mark leading to the other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sourcier.core.edit import MEANING, Edit
from sourcier.core.passage import Passage
from sourcier.core.span import Span
from sourcier.export import sentences, summary
from sourcier.export.dossier_view import Side, View
from sourcier.export.html import Html, element, joined
from sourcier.export.marked_text import broken
from sourcier.export.stretches import disjoint, in_derived, in_source, stretches

_COLOURS = 6
_BLANK = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Marks:
    """What is marked in one of the two texts; ids end in « -source » there."""

    view: View
    side: Side

    @cached_property
    def passages(self) -> list[Passage]:
        """The passages that can be marked here without overlap, those that count as shared before the others."""
        place = self.place
        shared = disjoint(self.view.passages, place)
        aside = [each for each in self.view.pair.passages if each.kind != "reuse"]
        free = [each for each in aside if not any(place(each).overlaps(place(other)) for other in shared)]
        return sorted([*shared, *disjoint(free, place)], key=place)

    @cached_property
    def edits(self) -> list[Edit]:
        """The differences inside these passages."""
        return [edit for each in self.passages if each.kind == "reuse" for edit in each.edits]

    @cached_property
    def ranks(self) -> dict[int, int]:
        """The place of each difference, by number, among all: the heaviest first."""
        return {number: rank for rank, (number, _) in enumerate(self.view.weighed, 1)}

    @cached_property
    def numbers(self) -> dict[Passage, int]:
        """The number of each shared passage."""
        return {each: number for number, each in enumerate(self.view.passages, 1)}

    def place(self, passage: Passage) -> Span:
        """Return where a passage stands in this text."""
        return in_derived(passage) if self.side == "derived" else in_source(passage)

    def span(self, edit: Edit) -> Span:
        """Return where a difference stands in this text."""
        return edit.derived if self.side == "derived" else edit.source

    def id(self, kind: str, number: int, *, other: bool = False) -> str:
        """Return the id of a mark here, or of its counterpart in the other text."""
        source = (self.side == "source") != other
        return f"{kind}-{number}{'-source' if source else ''}"


def cells(marks: Marks, pieces: Sequence[Span | None]) -> Iterator[Html | None]:
    """Yield each piece of the text with its marks."""
    seen: set[str] = set()
    for piece in pieces:
        yield None if piece is None else _cell(marks, piece, seen)


def _cell(marks: Marks, piece: Span, seen: set[str]) -> Html:
    passages = [each for each in marks.passages if marks.place(each).overlaps(piece)]
    edits = [each for each in marks.edits if _touches(marks.span(each), piece)]
    parts: list[Html] = []
    inside: list[Html] = []
    opened: int | None = None
    for stretch in stretches(piece, [marks.place(each) for each in passages], [marks.span(each) for each in edits]):
        if stretch.passage != opened:
            parts.append(_mark(marks, None if opened is None else passages[opened], inside, seen))
            inside, opened = [], stretch.passage
        words = broken(_BLANK.sub("\n\n", stretch.span.of(marks.view.article(marks.side).text)))
        inside.append(words if stretch.edit is None else _edit(marks, edits[stretch.edit], words, seen))
    parts.append(_mark(marks, None if opened is None else passages[opened], inside, seen))
    return marks.view.words(marks.side, joined(parts), "div", "text")


def _touches(span: Span, piece: Span) -> bool:
    return span.overlaps(piece) or (not len(span) and piece.start <= span.start <= piece.end)


def _mark(marks: Marks, passage: Passage | None, inside: Sequence[Html], seen: set[str]) -> Html:
    if passage is None:
        return joined(inside)
    phrases = marks.view.phrases
    if passage.kind != "reuse":
        return element("mark", *inside, class_="aside", title=phrases.say(f"kind.{passage.kind}"))
    number = marks.numbers[passage]
    name, other = marks.id("passage", number), marks.id("passage", number, other=True)
    told = phrases.say("pages.beside.to_passage", n=number)
    badge = element("a", str(number), href=f"#{other}", class_="number", aria_label=told, title=told)
    return element(
        "mark", badge, *inside, id=_once(name, seen), class_=f"p{(number - 1) % _COLOURS}", data_pair=other,
        title=summary.kind(passage, phrases) or None,
    )  # fmt: skip


def _edit(marks: Marks, edit: Edit, words: Html, seen: set[str]) -> Html:
    phrases, number = marks.view.phrases, marks.view.numbers[edit]
    name, other = marks.id("difference", number), marks.id("difference", number, other=True)
    told = phrases.say("pages.beside.to_difference", n=number, category=phrases.say(f"category.{edit.category}"))
    link = element("sup", element("a", str(number), href=f"#{other}", aria_label=told))
    once = _once(name, seen)
    step = str(marks.ranks[number]) if once and marks.side == "derived" else None
    kind = None if edit.category in MEANING else "light"
    return element(
        "em", words or "∅", link, id=once, class_=kind, data_pair=other, data_step=step, title=_told(marks.view, edit)
    )


def _told(view: View, edit: Edit) -> str:
    here, there = view.article("derived").text, view.article("source").text
    told = sentences.change if view.derives else sentences.sides
    category = view.phrases.say(f"category.{edit.category}")
    return view.phrases.say("quote.labelled", label=category, text=told(edit, here, there, view.phrases))


def _once(name: str, seen: set[str]) -> str | None:
    """Return an id the first time only: a mark may be cut by the end of a row."""
    if name in seen:
        return None
    seen.add(name)
    return name
