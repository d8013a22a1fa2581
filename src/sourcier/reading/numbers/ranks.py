"""Ranks: « la 7e édition », « son deuxième mandat », « la troisième »."""

from sourcier.reading.numbers.amount import Amount
from sourcier.reading.numbers.draft import Draft
from sourcier.reading.numbers.nouns import phrase
from sourcier.reading.numbers.quantities import Quantities
from sourcier.reading.numbers.refused import named
from sourcier.reading.numbers.words import Words

_LEFT_OUT = ("ordinals.times", "ordinals.parts_of_year", "ordinals.parts_of_text", "ordinals.unranked")


def rank(words: Words, found: Amount, table: Quantities) -> Draft | None:
    """Return the rank that an ordinal gives its noun, None where it gives none (« première fois »)."""
    few = table.within("ordinals.few", words.form(found.start))
    most = table.within("ordinals.most", words.form(found.stop))  # la deuxième plus grande force
    noun = phrase(words, found.stop + most, table)
    if named(words, found.start, table):
        return None
    if noun is None:
        return None if few or words.form(found.start)[0].isdigit() else _alone(words, found, table)
    form = words.form(noun.head)
    if any(table.within(name, form) for name in _LEFT_OUT) or words.capitalised(noun.head):
        return None
    if few and not table.within("ordinals.numbered", form):
        return None
    what = words.written(noun.first, noun.stop)
    return Draft(words, found.start, noun.stop, "rank", found.value, None, "exact", what, head=noun.head)


def _alone(words: Words, found: Amount, table: Quantities) -> Draft | None:
    """« La troisième n'a jamais vu la mer », « ne sont plus que cinquièmes »."""
    follows = words.upos(found.stop)
    if follows in {"NOUN", "ADJ", "PROPN", "NUM"} or words.form(found.start - 1) in table.lists["numerals.one"]:
        return None
    return Draft(words, found.start, found.stop, "rank", found.value, None, "exact", bare=True)
