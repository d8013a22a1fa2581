"""The texts that an article shares passages with: how much, which came first, with what credit, and what differs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from sourcier.core.card import Card
from sourcier.core.edit import MEANING
from sourcier.core.family import Edge
from sourcier.core.passage import Direction, Passage
from sourcier.core.span import Span
from sourcier.export import sentences
from sourcier.export.names import one_outlet
from sourcier.lang.interface import Phrases
from sourcier.web.contexts.article_differences import Difference, differences
from sourcier.web.contexts.article_marks import COLOURS, Mark
from sourcier.workflow.sheet import Sheet

Role = Literal["earlier", "unknown", "later"]
ROLES: tuple[Role, ...] = ("earlier", "unknown", "later")
_ROLES: Mapping[Direction, Role] = {"source_first": "earlier", "unknown": "unknown", "derived_first": "later"}
_WORDS, _SHOWN, _NUMBERS = 3, 3, 12  # of credit, differences of meaning and numbers of passages on a card
_CITED = 90  # code points of words of credit
_DAY = len("2031-03-04")


@dataclass(frozen=True, slots=True)
class Tie:
    """What is known of the article and one other text; `edge` is None where neither is a likely parent of the other.

    `role` says when the other one came, as far as that is known; `share` is that of the article's words, 0..1.
    """

    id: str
    role: Role
    share: float | None
    edge: Edge | None


@dataclass(frozen=True, slots=True)
class Other:
    """A text on a card: `letter` and `colour` are those of its marks, `passages` the numbers of the first of them.

    `delay` is how long before (negative) or after the article it came, `verdict` what credit the later of the two
    gives, which `credit` shows in that text's words; `language` is theirs. `meaning` are the heaviest differences.
    """

    card: Card
    role: Role
    letter: str
    colour: int
    share: float | None
    delay: str
    signs: tuple[str, ...]
    verdict: str
    status: str
    credited: tuple[int, int]
    credit: tuple[str, ...]
    language: str | None
    passages: tuple[int, ...]
    marks: int
    meaning: tuple[Difference, ...]
    meaning_count: int
    differing: int


def ties(sheet: Sheet) -> list[Tie]:
    """Return the other texts: known sources first, then those of unknown direction, then later ones, by share."""
    own = {edge.source: edge for edge in sheet.edges}
    theirs = {edge.derived: edge for edge in sheet.later_edges}
    found = [Tie(id_, _ROLES[edge.direction], edge.shared, edge) for id_, edge in own.items()]
    for held in sheet.ties.later:
        if held.id not in own:
            role = _turned(_ROLES[held.direction])
            found.append(Tie(held.id, role, held.share, theirs.get(held.id)))
    return sorted(found, key=lambda tie: (ROLES.index(tie.role), -(tie.share or 0.0), tie.id))


def others(
    shown: Iterable[Tie],
    sheet: Sheet,
    passages: Sequence[Passage],
    marks: Sequence[Mark],
    lettered: Mapping[str, str],
    texts: Mapping[str, str],
    phrases: Phrases,
) -> tuple[Other, ...]:
    """Return a card for each tie; `texts` holds theirs, `marks` those of the layer that is shown."""
    of: dict[str, list[Passage]] = {}
    for each in passages:
        if each.kind == "reuse":
            of.setdefault(each.source, []).append(each)
    numbers = {(mark.passage.source, edit): number for mark in marks for number, edit in mark.edits}
    marked: dict[str, list[int]] = {}
    for mark in marks:
        marked.setdefault(mark.passage.source, []).append(mark.number)
    order = list(lettered)
    found = []
    for tie in shown:
        card, edge = sheet.cards[tie.id], tie.edge
        later = edge is not None and edge.source == sheet.article.id
        text = texts[tie.id] if later else sheet.article.text
        edits = [edit for each in of.get(tie.id, ()) for edit in each.edits]
        listed = differences(
            [(numbers.get((tie.id, edit), 0), edit) for edit in edits], tie.role, sheet.article, card, texts[tie.id]
        )
        meaning = [each for each in listed if each.category in MEANING]
        spans = edge.credit.spans if edge else ()
        found.append(
            Other(
                card=card,
                role=tie.role,
                letter=lettered.get(tie.id, ""),
                colour=order.index(tie.id) % COLOURS if tie.id in lettered else 0,
                share=tie.share,
                delay=_delay(tie, sheet, phrases),
                signs=tuple(sentences.reasons(edge.reasons, phrases)) if edge else (),
                verdict=_verdict(edge, sheet, phrases),
                status=edge.credit.status if edge else "",
                credited=(len(edge.credit.covers), len(edge.passages)) if edge else (0, 0),
                credit=tuple(_words(spans, text)),
                language=card.language if later else sheet.article.language,
                passages=tuple(marked.get(tie.id, ())[:_NUMBERS]),
                marks=len(marked.get(tie.id, ())),
                meaning=tuple(meaning[:_SHOWN]),
                meaning_count=len(meaning),
                differing=len(edits),
            )
        )
    return tuple(found)


def _words(spans: Sequence[Span], text: str) -> Iterable[str]:
    return dict.fromkeys(sentences.shortened(span.of(text), _CITED) for span in spans[:_WORDS])


def _verdict(edge: Edge | None, sheet: Sheet, phrases: Phrases) -> str:
    if edge is None:
        return ""
    alike = one_outlet(sheet.cards[edge.derived], sheet.cards[edge.source])
    return sentences.verdict(edge.credit, edge.direction, phrases, one_outlet=alike)


def _delay(tie: Tie, sheet: Sheet, phrases: Phrases) -> str:
    """Return how long before or after the article a text came, nothing where that is unknown."""
    here, there = sheet.card.published, sheet.cards[tie.id].published
    if tie.edge and tie.edge.delay is not None:
        between = tie.edge.delay if tie.edge.source == sheet.article.id else -tie.edge.delay
        length = sentences.delay(abs(between), phrases)
        key = "together" if not between else "before" if between < timedelta() else "after"
        return phrases.say(f"pages.article.{key}", delay=length)
    if here is None or there is None or min(len(here.value), len(there.value)) < _DAY:
        return ""
    if here.value[:_DAY] == there.value[:_DAY]:
        return phrases.say("delay.same_day")
    first, then = sorted((here, there), key=lambda moment: moment.value[:_DAY])
    key = "before" if first is there else "after"
    return phrases.say(f"pages.article.{key}", delay=sentences.days(first, then, phrases))


def _turned(role: Role) -> Role:
    return {"earlier": "later", "later": "earlier", "unknown": "unknown"}[role]  # type: ignore[return-value]
