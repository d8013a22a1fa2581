"""The two texts of a comparison with what they share marked alike on both sides, each mark leading to the other."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sourcier.core.edit import MEANING, Edit
from sourcier.core.passage import Passage
from sourcier.core.span import Span
from sourcier.export import sentences, summary
from sourcier.export.dossier_view import Side, View
from sourcier.export.html import Html, element, joined
from sourcier.export.marked_text import broken
from sourcier.export.stretches import disjoint, in_derived, in_source, stretches
from sourcier.web.contexts import article_parts

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
        return self._free(self.shared)

    @cached_property
    def anchors(self) -> list[Passage]:
        """The same before they are cut at paragraphs: what rows of both texts are made of."""
        return self._free(self.view.passages)

    def _free(self, counted: Sequence[Passage]) -> list[Passage]:
        place = self.place
        shared = disjoint(counted, place)
        aside = [each for each in self.view.pair.passages if each.kind != "reuse"]
        free = [each for each in aside if not any(place(each).overlaps(place(other)) for other in shared)]
        return sorted([*shared, *disjoint(free, place)], key=place)

    @cached_property
    def shared(self) -> list[Passage]:
        """The shared passages, cut at paragraphs as the sentences above the texts count them."""
        return [part for each in self.view.passages for part in self._parts(each)]

    def _parts(self, passage: Passage) -> list[Passage]:
        here, there = self.view.article("derived").text, self.view.article("source").text
        cut = []
        for span, edits in article_parts.parts(passage, here, self.view.pair.stretches):
            beside = article_parts.in_source(passage, span, here, there)
            if beside is None:  # it cannot be told where the cut lies there
                return [passage]
            cut.append(replace(passage, derived_span=span, source_span=beside, edits=edits))
        return cut

    @cached_property
    def edits(self) -> list[Edit]:
        """The differences inside these passages, in the order of this text."""
        return sorted((edit for each in self.passages if each.kind == "reuse" for edit in each.edits), key=self.span)

    @cached_property
    def borders(self) -> tuple[list[int], list[int], list[int], list[int]]:
        """Where the passages begin and end, and where the differences do."""
        places, spans = [self.place(each) for each in self.passages], [self.span(each) for each in self.edits]
        starts, ends = [each.start for each in places], [each.end for each in places]
        return starts, ends, [each.start for each in spans], [each.end for each in spans]

    def among(self, piece: Span) -> tuple[list[Passage], list[Edit]]:
        """Return the passages and the differences that a piece of this text meets."""
        starts, ends, edit_starts, edit_ends = self.borders
        near = self.passages[bisect_right(ends, piece.start) : bisect_left(starts, piece.end)]
        edits = self.edits[bisect_left(edit_ends, piece.start) : bisect_right(edit_starts, piece.end)]
        return near, [each for each in edits if _touches(self.span(each), piece)]

    @cached_property
    def ranks(self) -> dict[int, int]:
        """The place of each difference, by number, among all: the heaviest first."""
        return {number: rank for rank, (number, _) in enumerate(self.view.weighed, 1)}

    @cached_property
    def numbers(self) -> dict[Passage, int]:
        """The number of each shared passage that the sentences count; some words in common are not among them."""
        counted = self.view.pair.stretches
        among = [each for each in self.shared if any(each.derived_span.overlaps(span) for span in counted)]
        return {each: number for number, each in enumerate(among or self.shared, 1)}

    @cached_property
    def places(self) -> dict[Passage, int]:
        """The place of each shared passage in the derived text, which its id is made of."""
        return {each: place for place, each in enumerate(self.shared, 1)}

    @cached_property
    def crediting(self) -> list[Span]:
        """The words of the derived text that name a source."""
        return sorted(self.view.pair.credit.spans) if self.side == "derived" else []

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
    passages, edits = marks.among(piece)
    parts: list[Html] = []
    inside: list[Html] = []
    opened: int | None = None
    for stretch in stretches(piece, [marks.place(each) for each in passages], [marks.span(each) for each in edits]):
        if stretch.passage != opened:
            parts.append(_mark(marks, None if opened is None else passages[opened], inside, seen))
            inside, opened = [], stretch.passage
        words = _words(marks, stretch.span)
        inside.append(words if stretch.edit is None else _edit(marks, edits[stretch.edit], words, seen))
    parts.append(_mark(marks, None if opened is None else passages[opened], inside, seen))
    return marks.view.words(marks.side, joined(parts), "div", "text")


def _words(marks: Marks, piece: Span) -> Html:
    text, at, parts = marks.view.article(marks.side).text, piece.start, list[Html]()
    for span in marks.crediting:
        start, end = max(span.start, at), min(span.end, piece.end)
        if start < end:
            title = marks.view.phrases.say("pages.beside.crediting")
            named = element("span", _lines(text[start:end]), class_="credit", title=title)
            parts += [_lines(text[at:start]), named]
            at = end
    return joined([*parts, _lines(text[at : piece.end])])


def _lines(text: str) -> Html:
    return broken(_BLANK.sub("\n\n", text))


def _touches(span: Span, piece: Span) -> bool:
    return span.overlaps(piece) or (not len(span) and piece.start <= span.start <= piece.end)


def _mark(marks: Marks, passage: Passage | None, inside: Sequence[Html], seen: set[str]) -> Html:
    if passage is None:
        return joined(inside)
    phrases = marks.view.phrases
    if passage.kind != "reuse":
        return element("mark", *inside, class_="aside", title=phrases.say(f"kind.{passage.kind}"))
    place, number = marks.places[passage], marks.numbers.get(passage)
    name, other = marks.id("passage", place), marks.id("passage", place, other=True)
    told = phrases.say("pages.beside.to_passage", n=number) if number else phrases.say("pages.beside.to_words")
    badge = element("a", str(number or "+"), href=f"#{other}", class_="number", aria_label=told, title=told)
    return element(
        "mark", badge, *inside, id=_once(name, seen), class_=f"p{(place - 1) % _COLOURS}", data_pair=other,
        title=summary.kind(passage, phrases) or None,
    )  # fmt: skip


def _edit(marks: Marks, edit: Edit, words: Html, seen: set[str]) -> Html:
    phrases, number = marks.view.phrases, marks.view.numbers[edit]
    name, other = marks.id("difference", number), marks.id("difference", number, other=True)
    called = label(number)
    told = phrases.say("pages.beside.to_difference", n=called, category=phrases.say(f"category.{edit.category}"))
    link = element("a", called, href=f"#{other}", aria_label=told, class_="label")
    once = _once(name, seen)
    step = str(marks.ranks[number]) if once and marks.side == "derived" else None
    kind = None if edit.category in MEANING else "light"
    back = Html("")
    if kind is None and marks.side == "derived" and once:
        back = element(
            "a", "↑", href=f"#listed-{number}", class_="up", aria_label=phrases.say("pages.beside.to_list", n=called)
        )
    return element(
        "em",
        words or "∅",
        "\u2009",
        link,
        back,
        id=once,
        class_=kind,
        data_pair=other,
        data_step=step,
        title=_told(marks.view, edit),
    )


def _told(view: View, edit: Edit) -> str:
    here, there = view.article("derived").text, view.article("source").text
    told = sentences.change if view.derives else sentences.sides
    category = view.phrases.say(f"category.{edit.category}")
    return view.phrases.say("quote.labelled", label=category, text=told(edit, here, there, view.phrases))


def label(number: int) -> str:
    """Return what a difference is called: a letter, which no figure of the texts is taken for."""
    return sentences.letter(number - 1).lower()


def _once(name: str, seen: set[str]) -> str | None:
    """Return an id the first time only: a mark may be cut by the end of a row."""
    if name in seen:
        return None
    seen.add(name)
    return name
