"""The screen of `show`: the text with its passages in brackets under the letters of their sources."""

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from sourcier.cli.screen.listing import Listing
from sourcier.cli.screen.style import ASIDE_STYLE, CHANGE_STYLE, PASSAGE_STYLES, safe
from sourcier.core.article import Article
from sourcier.core.edit import Edit
from sourcier.core.family import Edge
from sourcier.core.passage import Passage
from sourcier.core.span import Span
from sourcier.export import heading, sentences
from sourcier.export.names import article_cell, article_label, one_outlet
from sourcier.export.stretches import covered, derived_sides, disjoint, stretches, turned
from sourcier.lang.interface import Phrases

if TYPE_CHECKING:
    from sourcier.workflow.traced import Trace

_LISTED = 30


def screen(
    found: "Trace", article: Article, phrases: Phrases, versions: Set[str] = frozenset()
) -> Iterator[RenderableType]:
    """Yield what to print; `versions` are the ids of the other texts that its page had."""
    own = (*found.passages_of(article.id), *found.passages_from(article.id))
    ties = found.ties_of(article.id).of_page(versions, own)
    edges, later = heading.named(ties)
    named = [*(edge.source for edge in edges), *(held.id for held in later)]
    passages = shown([*found.passages_of(article.id), *map(turned, found.passages_from(article.id))], named)
    letters = letters_of(passages, named)
    told = heading.heading(ties, found.articles, phrases)
    absent = found.absent_origin_of(article.id)
    told += [sentences.absent(absent, phrases)] if absent else []
    yield Text(safe(article_label(article, phrases)), style="bold")
    for line in told:
        yield Text(safe(line))
    yield Text()
    edits = [edit for passage in disjoint(passages) for edit in passage.edits if passage.kind == "reuse"]
    yield marked(article.text, passages, edits, letters, phrases)
    yield Text()
    yield from _legend(found, passages, letters, phrases)
    yield from _differences(found, passages, edits, phrases)


def letters_of(passages: list[Passage], sources: list[str]) -> dict[str, str]:
    """Return a letter a text that shares a passage: those named above first."""
    used = {each.source for each in passages if each.kind == "reuse"}
    shared = dict.fromkeys([*sources, *(each.source for each in passages if each.kind == "reuse")])
    return {source: sentences.letter(index) for index, source in enumerate(id_ for id_ in shared if id_ in used)}


def shown(passages: list[Passage], named: list[str]) -> list[Passage]:
    """Return the passages to mark: the best of each stretch, and all of the texts named above and of other kinds."""
    best = set(map(id, disjoint(passages)))
    return [each for each in passages if id(each) in best or each.kind != "reuse" or each.source in named]


def marked(text: str, passages: list[Passage], edits: list[Edit], letters: dict[str, str], phrases: Phrases) -> Text:
    """Return the text with passages as `[A … A]`, which may overlap, and numbered differences."""
    cover = covered([(_sign(each, letters, phrases), each.derived_span) for each in passages])
    out, open_ = Text(), frozenset[str]()
    sides = derived_sides(edits)
    for piece in stretches(Span(0, len(text)), [each for each, _ in cover], sides):
        signs = frozenset[str]() if piece.passage is None else cover[piece.passage][1]
        out.append(f" {' '.join(sorted(open_ - signs))}]" if open_ - signs else "")
        out.append(f"[{' '.join(sorted(signs - open_))} " if signs - open_ else "")
        open_ = signs
        base = _style(signs, letters)
        out.append(safe(piece.span.of(text)), style=f"{base} {CHANGE_STYLE}" if piece.edit is not None else base)
        if piece.edit is not None and piece.span.end == sides[piece.edit].end:
            out.append(f"({piece.edit + 1})", style="dim")
    out.append(f" {' '.join(sorted(open_))}]" if open_ else "")
    return out


def _sign(passage: Passage, letters: dict[str, str], phrases: Phrases) -> str:
    return letters[passage.source] if passage.kind == "reuse" else phrases.say(f"kind.{passage.kind}")


def _style(signs: frozenset[str], letters: dict[str, str]) -> str:
    if not signs:
        return ""
    first = next((index for index, letter in enumerate(letters.values()) if letter in signs), None)
    return ASIDE_STYLE if first is None else PASSAGE_STYLES[first % len(PASSAGE_STYLES)]


def _legend(
    found: "Trace", passages: list[Passage], letters: dict[str, str], phrases: Phrases
) -> Iterator[RenderableType]:
    table = Listing("", *(phrases.say(key) for key in _HEADINGS))
    facts = _facts(found, passages[0].derived, phrases) if passages else {}
    for source, letter in letters.items():
        name = safe(article_cell(found.articles[source], phrases))
        table.add_row(letter, name, *facts.get(source, ("", "", "")))
    if letters:
        yield table
    for kind in sorted({each.kind for each in passages} - {"reuse"}):
        yield Text(f"[{phrases.say(f'kind.{kind}')}] {phrases.say(f'show.{kind}')}", style="dim")


def _facts(found: "Trace", id_: str, phrases: Phrases) -> dict[str, tuple[str, str, str]]:
    """Share of this text, direction seen from it, and the credit that the later of the two gives."""
    given = {edge.derived: _credit(found, edge, phrases) for edge in found.edges_from(id_)}
    facts = {}
    for held in found.later_of(id_):
        direction = phrases.say(f"direction.{_BACK[held.direction]}")
        facts[held.id] = phrases.percent(held.share), direction, given.get(held.id, "")
    for edge in found.edges_of(id_):
        credit = _credit(found, edge, phrases)
        facts[edge.source] = phrases.percent(edge.shared), phrases.say(f"direction.{edge.direction}"), credit
    return facts


def _credit(found: "Trace", edge: Edge, phrases: Phrases) -> str:
    alike = one_outlet(found.articles[edge.derived], found.articles[edge.source])
    return sentences.verdict(edge.credit, edge.direction, phrases, one_outlet=alike)


_HEADINGS = ("show.other", "trace.share", "trace.direction", "trace.credit")
_BACK = {"source_first": "derived_first", "derived_first": "source_first", "unknown": "unknown"}


def _differences(
    found: "Trace", passages: list[Passage], edits: list[Edit], phrases: Phrases
) -> Iterator[RenderableType]:
    if not edits:
        return
    of = {id(edit): each for each in passages for edit in each.edits}
    derived = found.articles[passages[0].derived].text
    numbers = {id(edit): index for index, edit in enumerate(edits, 1)}
    known = all(of[id(edit)].direction == "source_first" for edit in edits)
    yield Text(phrases.say("show.differences" if known else "show.differences_sides"), style="bold")
    for edit in sentences.heaviest(edits)[:_LISTED]:
        tell = sentences.change if of[id(edit)].direction == "source_first" else sentences.sides
        what = tell(edit, derived, found.articles[of[id(edit)].source].text, phrases)
        told = phrases.say("quote.labelled", label=phrases.say(f"category.{edit.category}"), text=what)
        yield Text(safe(f"({numbers[id(edit)]}) {told}"))
    if len(edits) > _LISTED:
        yield Text(phrases.say("show.more", n=len(edits) - _LISTED), style="dim")
