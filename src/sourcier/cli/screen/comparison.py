"""The screen of `compare`: differences of meaning, then what was added, then the passages side by side."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from sourcier.cli.screen.style import CHANGE_STYLE, plain_table, safe
from sourcier.core.comparison import Comparison
from sourcier.core.edit import Edit
from sourcier.core.span import Span
from sourcier.export import sentences
from sourcier.export.stretches import derived_sides, source_sides, stretches
from sourcier.lang.interface import Phrases


def screen(pair: Comparison, phrases: Phrases) -> Iterator[RenderableType]:
    """Yield what to print."""
    edits = [edit for passage in pair.passages for edit in passage.edits]
    numbers = {id(edit): index for index, edit in enumerate(edits, 1)}
    for line in told(pair, phrases):
        yield Text(safe(line))
    if not pair.passages:
        return
    yield Text()
    yield Text(phrases.say("compare.differences"), style="bold")
    meaning = [edit for edit in sentences.heaviest(edits) if edit.category in sentences.MEANING]
    yield _edits(pair, meaning, numbers, phrases) if meaning else Text(phrases.say("compare.no_meaning"))
    yield from _blocks(pair, phrases)
    yield Text(phrases.say("compare.side_by_side"), style="bold")
    yield _side_by_side(pair, numbers)


def told(pair: Comparison, phrases: Phrases) -> list[str]:
    """Return the sentences above a comparison."""
    derived, source = sentences.article_name(pair.derived), sentences.article_name(pair.source)
    lines = [f"{derived} ↔ {source}"]
    shared = [each for each in pair.passages if each.kind == "reuse"]
    if not shared:
        return [*lines, phrases.say("compare.nothing")]
    given = sentences.credit(pair.credit, len(pair.stretches), phrases)
    lines.append(phrases.say("header.whole", share=phrases.percent(pair.shares.shared), source=source, credit=given))
    lines.append(phrases.say(f"direction_sentence.{pair.direction}"))
    if pair.reasons:
        named = " · ".join(sentences.reasons(pair.reasons, phrases))
        lines.append(phrases.say("compare.reasons", reasons=named))
    if not pair.source.complete:
        lines.append(phrases.say("header.cut", source=source))
    return lines


def _edits(pair: Comparison, edits: list[Edit], numbers: dict[int, int], phrases: Phrases) -> Table:
    here, there = (phrases.say("compare.there", name=safe(each.id)) for each in (pair.derived, pair.source))
    table = plain_table("", phrases.say("compare.category"), there, here)
    for edit in edits:
        words = (safe(edit.source.of(pair.source.text)), safe(edit.derived.of(pair.derived.text)))
        shown = (sentences.shortened(each) or "∅" for each in words)
        table.add_row(f"({numbers[id(edit)]})", phrases.say(f"category.{edit.category}"), *shown)
    return table


def _blocks(pair: Comparison, phrases: Phrases) -> Iterator[RenderableType]:
    names = {"inserted": pair.derived.id, "dropped": pair.source.id, "moved": ""}
    for kind, name in names.items():
        units = [block for block in pair.blocks if block.kind == kind]
        if units:
            yield Text(safe(phrases.say(f"compare.{_KEY[kind]}", name=name)), style="bold")
        for block in units:
            span, text = (block.source, pair.source.text) if kind == "dropped" else (block.derived, pair.derived.text)
            sign = {"inserted": "+", "dropped": "−", "moved": "↕"}[kind]
            yield Text(f"  {sign} {safe(sentences.shortened(span.of(text), 160))}")
    if pair.headline and pair.headline.derived != pair.headline.source:
        yield Text(phrases.say("compare.headline"), style="bold")
        yield Text(safe(phrases.say("quote.changed", source=pair.headline.source, derived=pair.headline.derived)))
    yield Text()


_KEY = {"inserted": "added", "dropped": "dropped", "moved": "moved"}


def _side_by_side(pair: Comparison, numbers: dict[int, int]) -> Table:
    table = plain_table(safe(sentences.article_name(pair.source)), safe(sentences.article_name(pair.derived)))
    table.show_lines = True
    for column in table.columns:
        column.ratio = 1
    table.expand = True
    for passage in pair.passages:
        there = _side(pair.source.text, passage.source_span, passage.edits, source_sides(passage.edits), numbers)
        here = _side(pair.derived.text, passage.derived_span, passage.edits, derived_sides(passage.edits), numbers)
        table.add_row(there, here)
    return table


def _side(text: str, whole: Span, edits: tuple[Edit, ...], spans: list[Span], numbers: dict[int, int]) -> Text:
    out = Text()
    for piece in stretches(whole, (), spans):
        changed = piece.edit is not None
        out.append(safe(piece.span.of(text)), style=CHANGE_STYLE if changed else "")
        if piece.edit is not None:
            out.append(f"({numbers[id(edits[piece.edit])]})", style="dim")
    return out
