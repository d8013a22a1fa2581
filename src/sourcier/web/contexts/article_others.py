"""The texts that an article shares passages with: how much, which came first, with what credit, and what differs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sourcier.core.card import Card
from sourcier.core.edit import Edit
from sourcier.core.family import Edge
from sourcier.core.span import Span
from sourcier.export import sentences
from sourcier.export.names import one_outlet
from sourcier.export.negations import counted
from sourcier.web.contexts.article_differences import Difference, Words, differences
from sourcier.web.contexts.article_plan import View
from sourcier.web.contexts.article_ties import Role, Tie

_WORDS, _SHOWN = 3, 3  # of credit, and differences of meaning, on a card
_CITED = 90  # code points of words of credit
_DAY = len("2031-03-04")


@dataclass(frozen=True, slots=True)
class Credited:
    """What credit the later of two texts gives the other, `verdict` in a word, empty where nothing can be said.

    `words` show it, in `language`; `covered` of `passages` stretches are covered.
    """

    verdict: str
    status: str
    covered: int
    passages: int
    words: tuple[str, ...]
    language: str | None


@dataclass(frozen=True, slots=True)
class Other:
    """A text on a card: `letter` and `colour` are those of its marks.

    `delay` says how long before or after the article it came, `signs` what tells the direction, `chain` what it takes
    up itself, from its source to the source's, and so on. `meaning` are the heaviest differences, `meaning_count` of
    all, `differing` counts those of wording too. `denied` tells that a person set the tie aside.
    """

    card: Card
    role: Role
    letter: str
    colour: int
    share: float
    delay: str
    signs: tuple[str, ...]
    credit: Credited | None
    meaning: tuple[Difference, ...]
    meaning_count: int
    differing: int
    denied: bool
    chain: tuple[Card, ...] = ()


def others(view: View) -> tuple[Other, ...]:
    """Return the cards."""
    edits: dict[str, list[Edit]] = {}
    for each in view.reuse:
        if each.source in view.texts:
            kept = counted(each.edits, view.sheet.article.text, view.texts[each.source])
            edits.setdefault(each.source, []).extend(kept)
    numbers = {(mark.passage.source, edit): number for mark in view.plan.marked.shared for number, edit in mark.edits}
    return tuple(
        _other(view, tie, view.colours.get(tie.id, 0), _numbered(tie.id, edits, numbers)) for tie in view.plan.carded
    )


def _numbered(
    id_: str, edits: Mapping[str, Sequence[Edit]], numbers: Mapping[tuple[str, Edit], int]
) -> list[tuple[int, Edit]]:
    return [(numbers.get((id_, edit), 0), edit) for edit in edits.get(id_, ())]


def _other(view: View, tie: Tie, colour: int, edits: Sequence[tuple[int, Edit]]) -> Other:
    card, article = view.sheet.cards[tie.id], view.sheet.article
    here = Words(article.text, article.language, here=True)
    there = Words(view.texts[tie.id], card.language, here=False)
    listed = () if tie.role == "beside" else differences(edits, tie.role, here, there)
    meaning = [each for each in listed if each.meaning]
    return Other(
        card=card,
        role=tie.role,
        letter=view.plan.lettered.get(tie.id, ""),
        colour=colour,
        share=tie.share,
        delay=_delay(view, tie),
        signs=tuple(sentences.reasons(tie.edge.reasons, view.phrases, tie.edge.direction)) if tie.edge else (),
        credit=_credit(view, tie.edge, here, there) if tie.edge else None,
        meaning=tuple(meaning[:_SHOWN]),
        meaning_count=len(meaning),
        differing=len(edits),
        denied=any(each.undone is None and tie.id in {each.derived, each.source} for each in view.sheet.denials),
        chain=_chain(view, tie),
    )


def _chain(view: View, tie: Tie) -> tuple[Card, ...]:
    above = view.sheet.ties.chains.get(tie.id, ()) if tie.role == "earlier" else ()
    return tuple(view.sheet.cards[id_] for id_ in above if id_ in view.sheet.cards)


def _credit(view: View, edge: Edge, here: Words, there: Words) -> Credited:
    alike = one_outlet(view.sheet.cards[edge.derived], view.sheet.cards[edge.source])
    verdict = sentences.verdict(edge.credit, edge.direction, view.phrases, one_outlet=alike)
    if edge.credit.status == "other_named" and not alike:
        verdict = view.phrases.say("pages.article.other_named", names=", ".join(edge.credit.names))
    giving = here if edge.derived == view.sheet.article.id else there
    words = tuple(_cited(edge.credit.spans, giving.words)) if verdict else ()
    covered, passages = len(edge.credit.covers), len(edge.passages)
    return Credited(verdict, edge.credit.status, covered, passages, words, giving.language)


def _cited(spans: Sequence[Span], text: str) -> Iterable[str]:
    return dict.fromkeys(sentences.shortened(span.of(text), _CITED) for span in spans[:_WORDS])


def _delay(view: View, tie: Tie) -> str:
    """Return how long before or after the article a text came, nothing where that is unknown."""
    here, there = view.sheet.card.published, view.sheet.cards[tie.id].published
    between = there.since(here) if here and there else None
    if between is None and tie.edge and tie.edge.delay is not None:
        between = tie.edge.delay if tie.edge.source == view.sheet.article.id else -tie.edge.delay
    if between is not None:
        return _apart(view, between, sentences.delay(abs(between), view.phrases))
    if here is None or there is None or min(len(here.value), len(there.value)) < _DAY:
        return ""
    if here.value[:_DAY] == there.value[:_DAY]:
        return view.phrases.say("delay.same_day")
    before = there.value[:_DAY] < here.value[:_DAY]
    days = sentences.days(*((there, here) if before else (here, there)), view.phrases)
    return _apart(view, timedelta(-1 if before else 1), days)


def _apart(view: View, between: timedelta, length: str) -> str:
    if not between:
        return view.phrases.say("pages.article.together")
    if between < timedelta():
        return view.phrases.say("pages.article.before", delay=length)
    return view.phrases.say("pages.article.after", delay=length)
