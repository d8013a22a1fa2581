"""The screen of `compare`: differences of meaning, then what only one text has, then the passages side by side."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from sourcier.cli.screen.listing import Listing
from sourcier.cli.screen.style import CHANGE_STYLE, safe
from sourcier.core.comparison import Comparison
from sourcier.core.edit import MEANING, Edit
from sourcier.core.passage import Passage
from sourcier.core.span import Span
from sourcier.export import sentences, summary
from sourcier.export.names import article_cell, article_label
from sourcier.export.stretches import derived_sides, source_sides, stretches
from sourcier.lang.interface import Phrases

_CITED = 160  # code points of a block


def screen(pair: Comparison, phrases: Phrases) -> Iterator[RenderableType]:
    """Yield what to print."""
    edits = [edit for passage in pair.passages for edit in passage.edits]
    numbers = {id(edit): index for index, edit in enumerate(edits, 1)}
    first, second = (pair.source, pair.derived) if pair.direction == "unknown" else (pair.derived, pair.source)
    yield Text(safe(article_label(first, phrases)), style="bold")
    yield Text(safe(f"↔ {article_label(second, phrases)}"), style="bold")
    for line in summary.told(pair, phrases):
        yield Text(safe(line))
    if not pair.passages:
        return
    meaning = [edit for edit in sentences.heaviest(edits) if edit.category in MEANING]
    yield Text()
    yield Text(phrases.say("compare.differences"), style="bold")
    yield _edits(pair, meaning, numbers, phrases) if meaning else Text(phrases.say("compare.no_meaning"))
    yield from _blocks(pair, phrases)
    yield from _headline(pair, phrases)
    yield Text()
    yield Text(phrases.say("compare.side_by_side"), style="bold")
    yield _side_by_side(pair, numbers, phrases)


def _edits(pair: Comparison, edits: list[Edit], numbers: dict[int, int], phrases: Phrases) -> Listing:
    here, there = (phrases.say("compare.there", name=safe(each.id)) for each in (pair.derived, pair.source))
    table = Listing("", phrases.say("compare.category"), there, here)
    for edit in edits:
        words = (safe(edit.source.of(pair.source.text)), safe(edit.derived.of(pair.derived.text)))
        shown = (sentences.shortened(each) or "∅" for each in words)
        table.add_row(f"({numbers[id(edit)]})", phrases.say(f"category.{edit.category}"), *shown)
    return table


def _blocks(pair: Comparison, phrases: Phrases) -> Iterator[RenderableType]:
    names = {"inserted": pair.derived.id, "dropped": pair.source.id, "moved": ""}
    blocks = summary.apart(pair)
    for kind, name in names.items():
        units = [block for block in blocks if block.kind == kind]
        if not units:
            continue
        key = "added" if kind == "inserted" and pair.direction == "source_first" else _KEY[kind]
        title = Text(safe(phrases.say(f"compare.{key}", name=name)), style="bold")
        if kind != "moved" and not summary.is_mostly_shared(pair):
            yield title
            yield Text(f"  {sentences.units(units, phrases)}")
            continue
        yield title
        for block in units:
            span, text = (block.source, pair.source.text) if kind == "dropped" else (block.derived, pair.derived.text)
            sign = {"inserted": "+", "dropped": "−", "moved": "↕"}[kind]
            yield Text(f"  {sign} {safe(sentences.shortened(span.of(text), _CITED))}")


_KEY = {"inserted": "only", "dropped": "only", "moved": "moved"}


def _headline(pair: Comparison, phrases: Phrases) -> Iterator[RenderableType]:
    if pair.headline and pair.headline.derived != pair.headline.source:
        other = summary.is_other(pair.headline)
        yield Text(phrases.say("compare.other_headline" if other else "compare.headline"), style="bold")
        for article, words in ((pair.source, pair.headline.source), (pair.derived, pair.headline.derived)):
            told = phrases.say("quote.labelled", label=article.id, text=phrases.say("quote.words", text=words))
            yield Text(safe(f"  {told}"))


def _side_by_side(pair: Comparison, numbers: dict[int, int], phrases: Phrases) -> Listing:
    names = (safe(article_cell(each, phrases)) for each in (pair.source, pair.derived))
    table = Listing(*names, wide=True)
    for passage in pair.passages:
        kind = summary.kind(passage, phrases)
        there = _side(pair.source.text, passage.source_span, passage, source_sides(passage.edits), numbers)
        here = _side(pair.derived.text, passage.derived_span, passage, derived_sides(passage.edits), numbers)
        named = Text(f"[{kind}] ", style="dim") if kind else Text()
        table.add_row(named + there, named + here)
    return table


def _side(text: str, whole: Span, passage: Passage, spans: list[Span], numbers: dict[int, int]) -> Text:
    out = Text()
    for piece in stretches(whole, (), spans):
        changed = piece.edit is not None
        out.append(safe(piece.span.of(text)), style=CHANGE_STYLE if changed else "")
        if piece.edit is not None:
            out.append(f"({numbers[id(passage.edits[piece.edit])]})", style="dim")
    return out
