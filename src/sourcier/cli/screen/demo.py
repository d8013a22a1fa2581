"""The screen of `demo`: what was found, within forty lines of a hundred columns."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from sourcier.cli.screen.listing import Listing
from sourcier.cli.screen.style import CREDIT_STYLE, safe
from sourcier.core.edit import MEANING
from sourcier.core.family import Edge
from sourcier.core.span import Span
from sourcier.export import sentences
from sourcier.lang.interface import Phrases

if TYPE_CHECKING:
    from sourcier.workflow.traced import Trace

_SHARE_SHOWN = 0.05
_CHANGES = 3
_SENTENCE = 54  # code points of an example
_KINDS = {"depeche": "dispatch", "communique": "release"}
_CHANGE = 26  # code points on either side of a difference


def screen(found: "Trace", phrases: Phrases) -> Iterator[RenderableType]:
    """Yield what to print."""
    yield Text(phrases.say("demo.intro", n=len(found.articles)), style="bold")
    yield Text()
    yield _ties(found, phrases)
    yield Text()
    for family in found.families:
        absent = family.absent_origin
        if absent:
            texts = ", ".join(_short(id_) for id_ in family.articles if found.absent_origin_of(id_))
            name = absent.name or phrases.say("demo.common_source")
            yield Text(safe(phrases.say("demo.cited" if absent.name else "demo.absent", texts=texts, name=name)))
    standing = {(each.derived, each.derived_span) for each in found.passages if each.kind == "boilerplate"}
    quoted = {(each.derived, each.derived_span) for each in found.passages if each.kind == "quotation"}
    yield Text(phrases.say("demo.standing", n=len(standing)))
    if quoted:
        yield Text(phrases.say("demo.quoted", n=len(quoted)))
    alone = [id_ for id_ in found.articles if not any(id_ in family.articles for family in found.families)]
    if alone:
        where = sentences.searched(found.searched_for(alone[0]), phrases)
        yield Text(safe(phrases.say("demo.alone", texts=", ".join(_short(id_) for id_ in alone), searched=where)))
    yield Text(phrases.say("trace.unseen"), style="dim")
    yield Text()
    yield Text(phrases.say("demo.next"), style="bold")


def _ties(found: "Trace", phrases: Phrases) -> Listing:
    table = Listing("", "", bare=True)
    edges = (edge for family in found.families for edge in family.edges if edge.shared >= _SHARE_SHOWN)
    last = ""
    example = None
    for edge in sorted(edges, key=lambda edge: (edge.derived, -edge.shared)):
        name = "" if edge.derived == last else _short(edge.derived)
        line = _tie(found, edge, phrases)
        if example is None and edge.direction == "source_first":
            example = _example(found, edge, phrases)
            line.append(safe(f"\n{example}" if example else ""))
        table.add_row(Text(name, style="bold"), line)
        last = edge.derived
    return table


def _tie(found: "Trace", edge: Edge, phrases: Phrases) -> Text:
    status = sentences.verdict(edge.credit, edge.direction, phrases)
    values = {"share": phrases.percent(edge.shared), "source": _named(edge.source, phrases)}
    if edge.direction == "unknown" and edge.credit.status == "other_named":
        line = Text(safe(phrases.say("demo.unknown_naming", **values, names=", ".join(edge.credit.names))))
    elif edge.direction == "unknown":
        line = Text(safe(phrases.say("demo.unknown_credited" if status else "demo.unknown", **values, credit=status)))
    else:
        line = Text(safe(phrases.say(f"demo.{edge.direction}", **values, credit=status)))
    if status:
        line.highlight_words([status], CREDIT_STYLE[edge.credit.status])
    added = [block for block in edge.blocks if block.kind == "inserted" and block.unit == "paragraph"]
    differs = [*_changes(found, edge, phrases), *sentences.blocks(added, edge.direction, phrases)]
    if differs:
        line.append(safe("\n" + " · ".join(differs)), style="dim")
    return line


def _changes(found: "Trace", edge: Edge, phrases: Phrases) -> Iterator[str]:
    passages = (each for each in found.passages_of(edge.derived) if each.source == edge.source and each.kind == "reuse")
    edits = sentences.heaviest(edit for each in passages for edit in each.edits)
    derived, source = found.articles[edge.derived].text, found.articles[edge.source].text
    for edit in edits[:_CHANGES]:
        change = sentences.change(edit, derived, source, phrases, limit=_CHANGE)
        yield phrases.say("quote.labelled", label=phrases.say(f"category.{edit.category}"), text=change)


def _example(found: "Trace", edge: Edge, phrases: Phrases) -> str:
    """Return the shortest sentence that both texts have but for some words, on either side, and the words of credit."""
    here, there = found.articles[edge.derived].text, found.articles[edge.source].text
    passages = (each for each in found.passages_of(edge.derived) if each.source == edge.source and each.kind == "reuse")
    changed = [
        (_sentence(here, edit.derived), _sentence(there, edit.source))
        for each in passages for edit in each.edits
        if edit.kind == "substitute" and edit.category in MEANING
    ]  # fmt: skip
    if not changed:
        return ""
    ours, theirs = min(changed, key=lambda pair: max(map(len, pair)))
    lines = [phrases.say("demo.there", text=theirs), phrases.say("demo.here", text=ours)]
    lines += [phrases.say("demo.crediting", text=span.of(here)) for span in edge.credit.spans[:1]]
    return "\n".join(lines)


def _sentence(text: str, span: Span) -> str:
    """Return the words from the start of the sentence, cut where they are too many for one line."""
    start = max(text.rfind(mark, 0, span.start) + len(mark) for mark in (". ", "\n"))
    end = min((at for mark in (". ", "\n") if (at := text.find(mark, span.end)) >= 0), default=len(text))
    if end - start > _SENTENCE:
        start = max(start, span.start - _SENTENCE // 2)
        start = text.find(" ", start, span.start) + 1 or start
        end = text.rfind(" ", span.end, start + _SENTENCE)
        return f"… {text[start:end]} …"
    return " ".join(text[start:end].split())


def _named(id_: str, phrases: Phrases) -> str:
    """Return the id with what the text is, where it is nobody's article."""
    kind = next((kind for word, kind in _KINDS.items() if word in id_), None)
    return phrases.say(f"demo.{kind}", id=id_.partition("-")[0]) if kind else _short(id_)


def _short(id_: str) -> str:
    return safe(id_.removesuffix(".txt"))
