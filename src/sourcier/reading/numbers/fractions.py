"""Fractions: « la moitié », « le tiers », « un quart », « deux tiers », « trois cinquièmes »."""

from sourcier.reading.numbers.amount import Amount
from sourcier.reading.numbers.cardinals import Cardinal, cardinal
from sourcier.reading.numbers.ordinals import ordinal
from sourcier.reading.numbers.quantities import Quantities
from sourcier.reading.numbers.words import Words

_HIGHEST_NUMERATOR = 9
_RANKS_FROM = 4  # quarts and tiers have words of their own


def fraction(words: Words, at: int, table: Quantities) -> Amount | None:
    """« la moitié », « le tiers », « un quart », « deux tiers », « trois cinquièmes »."""
    fractions = table.tables["fractions.words"]
    form = words.form(at)
    if form in fractions:
        if not (table.within("fractions.alone", form) or table.within("fractions.articles", words.form(at - 1))):
            return None
        value = fractions[form] if fractions[form] < 1 else 1 / fractions[form]
        return Amount(at, at + 1, "fraction", value, of=True)
    found = cardinal(words, at, table)
    if found is None or found.figures or found.value > _HIGHEST_NUMERATOR or not words.is_open(found.stop):
        return None
    below = _denominator(words, found, table)
    return Amount(at, found.stop + 1, "fraction", found.value / below, of=True) if below > found.value else None


def _denominator(words: Words, found: Cardinal, table: Quantities) -> float:
    """Return what the word after a small number divides by, 0 for none: ranks are followed by their noun instead."""
    form = words.form(found.stop)
    below = table.tables["fractions.words"].get(form, 0)
    if below:
        return 0 if below < 1 else below
    rank = ordinal(form, table) or 0
    follows = words.form(found.stop + 1)
    plural_fits = (found.value > 1) == form.endswith("s")
    alone = (
        not follows.isalpha() or words.upos(found.stop + 1) in {"ADP", "VERB"} or table.within("percent.of", follows)
    )
    return rank if rank > _RANKS_FROM and plural_fits and alone else 0
