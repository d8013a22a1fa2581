"""The evidence of each passage: the other text's words, what differs, what credit covers it, how to cite it."""

from dataclasses import dataclass

from sourcier.core.article import Article
from sourcier.core.card import Card
from sourcier.core.edit import MEANING
from sourcier.core.family import Edge
from sourcier.core.span import Span
from sourcier.export import sentences
from sourcier.export.html import Html, element, joined
from sourcier.export.names import one_outlet
from sourcier.export.stretches import stretches
from sourcier.lang.interface import Phrases
from sourcier.web.contexts.article_differences import Difference, Words, differences
from sourcier.web.contexts.article_marks import Mark, layer_of
from sourcier.web.contexts.article_parts import in_source
from sourcier.web.contexts.article_plan import View

_WHOLE = 480  # code points of the other text's words that are given whole
_LISTED = 8  # differences of one passage
_ALSO = 4  # other texts named


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage: `words` are those of the other text, `quote` the article's with their source, ready to be copied.

    `named` tells that no card has the letter, so that the passage must say whose it is. `also` are the first of
    `also_count` further texts that hold most of it, with the letters of their cards; `unlisted` counts differences left
    out.
    """

    number: int
    letter: str
    colour: int
    named: bool
    other: Card
    words: Html
    differences: tuple[Difference, ...]
    unlisted: int
    verdict: str
    also: tuple[tuple[str, int, Card], ...]
    also_count: int
    quote: str


def evidence(view: View) -> tuple[Evidence, ...]:
    """Return the evidence of the marks that have theirs on the page."""
    return tuple(_one(mark, view) for mark in view.plan.listed)


def quotation(article: Article, card: Card, span: Span, phrases: Phrases) -> str:
    """Return words of an article with what is known of where they stand, their offsets and the text's hash."""
    day = phrases.date(card.published.value) if card.published else None
    title = " ".join((card.title or "").split())
    named = phrases.say("quote.words", text=title) if title else None
    source = ", ".join(part for part in (card.outlet, named, day, card.url or card.path) if part) or card.id
    place = phrases.say("pages.article.place", hash=card.hash, start=str(span.start), end=str(span.end))
    return f"{phrases.say('quote.words', text=span.of(article.text))}\n– {source}\n{place}\n"


def _one(mark: Mark, view: View) -> Evidence:
    passage, sheet = mark.passage, view.sheet
    other, text = sheet.cards[passage.source], view.texts[passage.source]
    tie = view.ties.get(passage.source)
    role = tie.role if tie else "later" if layer_of(passage) == "later" else "unknown"
    here = Words(sheet.article.text, sheet.article.language, here=True)
    listed = differences(mark.edits, role, here, Words(text, other.language, here=False))
    also = _also(mark, view)
    return Evidence(
        number=mark.number,
        letter=mark.letter,
        colour=mark.colour,
        named=passage.source not in view.carded,
        other=other,
        words=_words(mark, sheet.article.text, text),
        differences=tuple(listed[:_LISTED]),
        unlisted=max(0, len(listed) - _LISTED),
        verdict=_verdict(mark, tie.edge, view) if tie and tie.edge else "",
        also=tuple(_named(id_, view) for id_ in also[:_ALSO]),
        also_count=len(also),
        quote=quotation(sheet.article, sheet.card, mark.span, view.phrases),
    )


def _named(id_: str, view: View) -> tuple[str, int, Card]:
    return view.plan.lettered[id_] if id_ in view.carded else "", view.colours[id_], view.sheet.cards[id_]


def _words(mark: Mark, here: str, text: str) -> Html:
    """Return the other text's words, differences numbered; long ones on one line, their middle left out."""
    span = in_source(mark.passage, mark.span, here, text)
    if span is None or len(span) > _WHOLE:
        span = span or mark.passage.source_span
        return joined([sentences.shortened(span.of(text), _WHOLE)])
    pieces = []
    edits = mark.edits
    for piece in stretches(span, [], [edit.source for _, edit in edits]):
        words = joined([piece.span.of(text).replace("\n", " ")])
        if piece.edit is not None:
            number, edit = edits[piece.edit]
            slight = None if edit.category in MEANING else "slight"
            words = element("em", words or "∅", element("sup", str(number)), class_=slight)
        pieces.append(words)
    return joined(pieces)


def _also(mark: Mark, view: View) -> list[str]:
    """Return the other texts that hold at least half of a passage, those that hold most first.

    They are of the same layer, or nothing is claimed of them.
    """
    passage, here, held = mark.passage, mark.span, dict[str, int]()
    beside = {tie.id for tie in view.plan.ties if tie.role == "beside"}
    for each in view.near:
        span = each.derived_span
        alike = layer_of(each) == layer_of(passage) or each.source in beside
        if span.overlaps(here) and each.source != passage.source and alike:
            length = min(span.end, here.end) - max(span.start, here.start)
            held[each.source] = max(held.get(each.source, 0), length)
    half = len(here) / 2
    return sorted((id_ for id_, length in held.items() if length >= half), key=lambda id_: (-held[id_], id_))


def _verdict(mark: Mark, edge: Edge, view: View) -> str:
    """Return what credit the article gives for this passage; nothing of a credit that the other text would give.

    The credit is that of this tie alone: where it names another source, the passage says so.
    """
    if edge.derived != view.sheet.article.id:
        return ""
    if one_outlet(view.sheet.cards[edge.derived], view.sheet.cards[edge.source]):
        return ""
    status = edge.credit.status
    parts = [index for index, span in enumerate(edge.passages) if span.overlaps(mark.span)]
    covered = sum(index in edge.credit.covers for index in parts)
    if status == "other_named" and covered:
        return view.phrases.say("pages.article.other_named", names=", ".join(edge.credit.names))
    if status == "full" or (status == "partial" and covered):
        whole = covered == len(parts) or status == "full"
        return view.phrases.say("credit.full" if whole else "credit.partial")
    return view.phrases.say("credit.none_found") if edge.direction == "source_first" else ""
