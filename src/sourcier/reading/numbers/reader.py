"""The door of the numbers reader."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from sourcier.core.number import Number
from sourcier.core.span import Span
from sourcier.reading.numbers.coordinated import with_ones
from sourcier.reading.numbers.draft import Draft
from sourcier.reading.numbers.drafting import drafted
from sourcier.reading.numbers.ellipsis import filled
from sourcier.reading.numbers.quantities import Quantities, quantities
from sourcier.reading.numbers.refused import telephone
from sourcier.reading.numbers.words import Words, spelt, words
from sourcier.text.analysis import Analysis, Sentence

PRODUCER = "numbers 1"
_start, _end = attrgetter("start"), attrgetter("end")


def numbers(
    analysis: Analysis, taken: Sequence[Span], country: str | None = None, forms: Sequence[str] | None = None
) -> tuple[Number, ...]:
    """Return the numbers of a text with what they count, in their order.

    `taken` are the spans of dates, which are no numbers and do not overlap; `country` (ISO 3166, alpha-2) is the
    outlet's, and tells which francs are meant; `forms` are the tokens as they stand, where they are at hand. A language
    without a table of quantities has none.
    """
    table = quantities(analysis.language)
    if table is None:
        return ()
    text, spans = analysis.text, sorted(taken)
    forms = [spelt(form) for form in forms or [text[token.start : token.end] for token in analysis.tokens]]
    drafts: list[Draft] = []
    for sentence in analysis.sentences:
        drafts += _sentence(analysis, sentence, forms[sentence.first : sentence.stop], spans, table)
    return tuple(_number(draft, table, country) for draft in filled(drafts, table))


def _sentence(
    analysis: Analysis, sentence: Sentence, forms: Sequence[str], taken: Sequence[Span], table: Quantities
) -> list[Draft]:
    places = [at for at, form in enumerate(forms) if table.begins(form)]
    if not places:
        return []
    here = analysis.span(sentence)
    first, stop = bisect_right(taken, here.start, key=_end), bisect_left(taken, here.end, key=_start)
    of = words(analysis, sentence, forms, taken[first:stop])
    return with_ones(of, list(_drafts(of, places, table)), table)


def _drafts(of: Words, places: Iterable[int], table: Quantities) -> Iterator[Draft]:
    """Yield the numbers that begin at some places, from left to right."""
    done = beyond = 0
    for at in places:
        if at < done or not of.is_open(at):
            continue
        if (after := telephone(of, at)) > at:
            done = after
            continue
        found = drafted(of, at, table)
        if found is None:
            continue
        stop, draft = found
        if draft:
            draft = _within(draft, at, beyond)
            yield draft
            beyond = draft.stop
        done = max(stop, beyond)


def _within(draft: Draft, at: int, beyond: int) -> Draft:
    """Return a draft without what another number has (up to `beyond`) or another span; its first token is `at`."""
    closed = draft.words.closed
    start = max(draft.start, beyond, *(each + 1 for each in closed if each < at))
    return replace(draft, start=start, stop=min(draft.stop, *(each for each in closed if each > at), len(draft.words)))


def _number(draft: Draft, table: Quantities, country: str | None) -> Number:
    unit = draft.unit
    if unit and country and table.within("units.zone_of", country):
        unit = table.names["units.zone_unit"].get(unit, unit)
    span = draft.words.span(draft.start, draft.stop)
    return Number(span, draft.kind, draft.value, draft.value_max, draft.bound, draft.said, unit, PRODUCER)
