"""The evidence of each passage: the other text's words, what differs, what credit covers it, how to cite it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sourcier.core.article import Article
from sourcier.core.card import Card
from sourcier.core.edit import MEANING
from sourcier.core.family import Edge
from sourcier.core.passage import Passage
from sourcier.core.span import Span
from sourcier.export import sentences
from sourcier.export.html import Html, element, joined
from sourcier.export.names import one_outlet
from sourcier.export.stretches import stretches
from sourcier.lang.interface import Phrases
from sourcier.web.contexts.article_differences import Difference, differences
from sourcier.web.contexts.article_marks import Mark, layer_of
from sourcier.web.contexts.article_others import Tie
from sourcier.workflow.sheet import Sheet

_WHOLE = 420  # code points of the other text's words that are given whole
_LISTED = 8  # differences of one passage
_ALSO = 4  # other texts named


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage: `words` are those of the other text, `quote` the article's with their source, ready to be copied.

    `also` are the first of `also_count` further texts that hold most of it; `unlisted` counts differences left out.
    """

    number: int
    letter: str
    colour: int
    other: Card
    words: Html
    differences: tuple[Difference, ...]
    unlisted: int
    verdict: str
    also: tuple[Card, ...]
    also_count: int
    quote: str


def evidence(
    marks: Sequence[Mark],
    sheet: Sheet,
    passages: Sequence[Passage],
    ties: Mapping[str, Tie],
    texts: Mapping[str, str],
    phrases: Phrases,
) -> tuple[Evidence, ...]:
    """Return the evidence of some marks; `texts` holds the texts that they are shared with."""
    shared = [each for each in passages if each.kind == "reuse"]
    return tuple(_one(mark, sheet, shared, ties, texts[mark.passage.source], phrases) for mark in marks)


def quotation(article: Article, card: Card, span: Span, phrases: Phrases) -> str:
    """Return words of an article with what is known of where they stand, their offsets and the text's hash."""
    day = phrases.date(card.published.value) if card.published else None
    title = " ".join((card.title or "").split())
    named = phrases.say("quote.words", text=title) if title else None
    source = ", ".join(part for part in (card.outlet, named, day, card.url or card.path) if part) or card.id
    place = phrases.say("pages.article.place", hash=card.hash, start=str(span.start), end=str(span.end))
    return f"{phrases.say('quote.words', text=span.of(article.text))}\n– {source}\n{place}\n"


def _one(
    mark: Mark, sheet: Sheet, shared: Sequence[Passage], ties: Mapping[str, Tie], text: str, phrases: Phrases
) -> Evidence:
    passage = mark.passage
    tie, other = ties.get(passage.source), sheet.cards[passage.source]
    role = tie.role if tie else "later" if layer_of(passage) == "later" else "unknown"
    listed = differences(mark.edits, role, sheet.article, other, text)
    also = _also(passage, shared)
    return Evidence(
        number=mark.number,
        letter=mark.letter,
        colour=mark.colour,
        other=other,
        words=_words(mark, text),
        differences=tuple(listed[:_LISTED]),
        unlisted=max(0, len(listed) - _LISTED),
        verdict=_verdict(passage, tie.edge if tie else None, sheet, phrases),
        also=tuple(sheet.cards[id_] for id_ in also[:_ALSO]),
        also_count=len(also),
        quote=quotation(sheet.article, sheet.card, passage.derived_span, phrases),
    )


def _words(mark: Mark, text: str) -> Html:
    """Return the other text's words, differences numbered; long ones on one line, their middle left out."""
    span = mark.passage.source_span
    if len(span) > _WHOLE:
        return joined([sentences.shortened(span.of(text), _WHOLE)])
    pieces = []
    edits = mark.edits
    for piece in stretches(span, [], [edit.source for _, edit in edits]):
        words = joined([" ".join(piece.span.of(text).split("\n"))])
        if piece.edit is not None:
            number, edit = edits[piece.edit]
            slight = None if edit.category in MEANING else "slight"
            words = element("em", words or "∅", element("sup", str(number)), class_=slight)
        pieces.append(words)
    return joined(pieces)


def _also(passage: Passage, shared: Sequence[Passage]) -> list[str]:
    """Return the other texts that hold at least half of a passage, in the same layer, those that hold most first."""
    here, held = passage.derived_span, dict[str, int]()
    for each in shared:
        span = each.derived_span
        if span.overlaps(here) and each.source != passage.source and layer_of(each) == layer_of(passage):
            length = min(span.end, here.end) - max(span.start, here.start)
            held[each.source] = max(held.get(each.source, 0), length)
    half = len(here) / 2
    return sorted((id_ for id_, length in held.items() if length >= half), key=lambda id_: (-held[id_], id_))


def _verdict(passage: Passage, edge: Edge | None, sheet: Sheet, phrases: Phrases) -> str:
    """Return what credit the article gives for this passage; nothing of a credit that the other text would give."""
    if edge is None or edge.derived != sheet.article.id:
        return ""
    if one_outlet(sheet.cards[edge.derived], sheet.cards[edge.source]):
        return ""
    parts = [index for index, span in enumerate(edge.passages) if span.overlaps(passage.derived_span)]
    covered = sum(index in edge.credit.covers for index in parts)
    if covered or edge.credit.status == "full":
        whole = covered == len(parts) or edge.credit.status == "full"
        return phrases.say("credit.full" if whole else "credit.partial")
    if edge.direction != "source_first":
        return ""
    return phrases.say("credit.other_named" if edge.credit.status == "other_named" else "credit.none_found")
