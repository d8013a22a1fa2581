"""How a number leans on another one, or on a noun before it."""

from sourcier.reading.numbers.draft import Draft
from sourcier.reading.numbers.nouns import phrase
from sourcier.reading.numbers.quantities import Quantities

_FAR = 16  # tokens


def part_of(draft: Draft, following: Draft, table: Quantities) -> bool:
    """« trois des cinq otages »."""
    joined = following.words is draft.words and following.start - draft.stop == 1
    return joined and table.within("alone.of_some", draft.words.form(draft.stop)) and draft.kind == "count"


def others_of(draft: Draft, counted: Draft, table: Quantities) -> bool:
    """« une centaine d'autres blessées »: others of what was counted before."""
    head = draft.head or 0
    state_of_others = _is_fate(draft, table) and not _is_fate(counted, table)
    return state_of_others and table.within("alone.others", draft.words.form(head - 1))


def _is_fate(draft: Draft, table: Quantities) -> bool:
    """Whether the noun is a state itself: « blessés », « disparus »."""
    head = draft.head or 0
    return draft.words.participle(head) or table.within("states.nouns", draft.words.lemma(head))


def noun_of(counted: Draft) -> str | None:
    return counted.words.written(counted.head, counted.head + 1) if counted.head is not None else counted.what


def leads_to(draft: Draft, following: Draft, table: Quantities) -> bool:
    """« passe de 300 à 325 francs CFA »."""
    joined = following.words is draft.words and following.start - draft.stop == 1
    form = draft.words.form(draft.stop)
    if table.within("ranges.row", form) and following.unit is not None:
        return joined and draft.bound == "exact"  # âgés de 4 et 12 ans
    return joined and not following.bare and table.within("ranges.to", form)


def summed(draft: Draft, table: Quantities) -> str | None:
    """« le nombre de déplacés est passé de 300 000 »: what the noun of the sum is of."""
    words = draft.words
    for at in range(draft.start - 1, max(-1, draft.start - _FAR), -1):
        if table.within("alone.sums", words.form(at)) and table.within("percent.of", words.form(at + 1)):
            noun = phrase(words, at + 2, table)
            return words.written(noun.first, noun.stop) if noun else None
    return None


def acts(draft: Draft) -> bool:
    """Whether a verb follows, whose subject the number is: « deux sont soignés »."""
    return draft.stop < len(draft.words) and "VerbForm=Fin" in draft.words.tokens[draft.stop].feats


def near(last: Draft, draft: Draft) -> bool:
    """Whether two numbers stand in one sentence or in two that follow each other."""
    return 0 <= draft.words.first - last.words.first <= len(last.words)
