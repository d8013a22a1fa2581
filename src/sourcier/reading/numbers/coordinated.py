"""« un mort et deux blessés »: « un » counts where it stands beside another number."""

from collections.abc import Sequence
from dataclasses import replace

from sourcier.reading.numbers.ages import human
from sourcier.reading.numbers.amount import Amount
from sourcier.reading.numbers.counted import counted
from sourcier.reading.numbers.draft import Draft
from sourcier.reading.numbers.nouns import phrase
from sourcier.reading.numbers.quantities import Quantities
from sourcier.reading.numbers.words import Words

_FAR = 6  # tokens between « un mort » and « et deux blessés »


def with_ones(words: Words, drafts: Sequence[Draft], table: Quantities) -> list[Draft]:
    """Return the drafts of a sentence with each « un » that is joined to one of them."""
    counts = [draft for draft in drafts if draft.kind == "count" and draft.head is not None]
    if not counts:
        return list(drafts)
    places = (at for at, form in enumerate(words.forms) if table.within("numerals.one", form) and words.is_open(at))
    ones = [one for at in places if (one := _one(words, at, counts, table)) and not _overlaps(one, drafts)]
    return _shared(words, sorted([*drafts, *ones], key=lambda draft: draft.start), table)


def _shared(words: Words, drafts: list[Draft], table: Quantities) -> list[Draft]:
    """Give numbers that are joined the state that the verb gives to one of them."""
    for place in range(len(drafts) - 1):
        one, other = drafts[place : place + 2]
        if {one.kind, other.kind} == {"count"} and _joined(words, one.stop, other.start, table):
            if one.state and not other.state and not _has_its_own(other):
                drafts[place + 1] = replace(other, state=one.state)
            elif other.state and not one.state and not _has_its_own(one):
                drafts[place] = replace(one, state=other.state)
    return drafts


def _has_its_own(draft: Draft) -> bool:
    """Whether a participle stands in the phrase already: « trois apprentis blessés »."""
    return any(draft.words.participle(at) for at in range(draft.start, draft.stop))


def _overlaps(one: Draft, drafts: Sequence[Draft]) -> bool:
    return any(draft.start < one.stop and one.start < draft.stop for draft in drafts)


def _one(words: Words, at: int, counts: Sequence[Draft], table: Quantities) -> Draft | None:
    noun = phrase(words, at + 1, table)
    if noun is None:
        return None
    if table.within("alone.parts", words.form(at - 1)) and human(words.form(noun.head), table):
        return counted(words, Amount(at, at + 1, "one", 1), noun, table)  # dont un enfant
    before = any(0 < at - each.stop <= _FAR and _joined(words, each.stop, at, table) for each in counts)
    after = any(0 < each.start - noun.stop <= _FAR and _joined(words, noun.stop, each.start, table) for each in counts)
    if not (before or after) or table.within("alone.not_ones", words.form(noun.head)):
        return None
    return counted(words, Amount(at, at + 1, "one", 1), noun, table)


def _joined(words: Words, start: int, stop: int, table: Quantities) -> bool:
    """Whether only complements stand between, then « et »; a verb or a comma would begin something else."""
    while words.upos(stop - 1) == "DET" and stop > start:
        stop -= 1
    if not table.within("alone.and", words.form(stop - 1)):
        return False
    return all(words.upos(at) not in _OTHERWISE for at in range(start, stop - 1))


_OTHERWISE = frozenset({"VERB", "AUX", "PUNCT", "PRON", "SCONJ", "CCONJ"})
