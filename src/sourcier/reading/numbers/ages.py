"""Whether a number of years is an age: « âgé de 35 ans », « un homme de 35 ans », « Issa, 31 ans, »."""

from sourcier.reading.numbers.figures import in_figures
from sourcier.reading.numbers.quantities import Quantities
from sourcier.reading.numbers.words import Words

_CLOSING = {",", ")", ".", "", ";", ":", "»", "et", "–", "—"}
_LISTING = {",", "et", "ou"}
_OPENING = {",", "("}


def an_age(words: Words, start: int, stop: int, unit: str, table: Quantities) -> bool:
    """Tell whether the number of tokens `start` to `stop`, bound and unit included, is an age."""
    if not table.within("units.aging", unit):
        return False
    before = start - 1
    while in_figures(words.form(before - 1)) and words.form(before) in _LISTING:
        before -= 2  # âgés de 4, 7 et 12 ans
    form = words.form(before)
    if table.within("nouns.of", form) or table.within("nouns.of", words.form(start)):
        return _of_someone(words, before - table.within("nouns.of", form), table)
    if form in _OPENING and words.form(stop) in _CLOSING:
        return _after_a_person(words, before - 1)
    if table.within("nouns.at_age", form):
        return not table.within("nouns.of_after_age", words.form(stop))
    bounded = not in_figures(words.form(start)) and words.form(start).partition("-")[0] not in table.starters
    those = bounded and table.within("nouns.the_aged", form)  # les moins de 15 ans
    return those or table.within("nouns.aged", form) or _had(words, before, stop, table)


def human(form: str, table: Quantities) -> bool:
    """Tell whether a noun names a person: it is listed, or ends as names of trades and peoples do."""
    if table.within("nouns.humans", form):
        return True
    return form.endswith(tuple(table.lists["nouns.human_endings"])) and not table.within("nouns.no_humans", form)


def _of_someone(words: Words, at: int, table: Quantities) -> bool:
    """« âgé de », « un homme de », « un éleveur nigérien de », « une adolescente enlevée de »."""
    for place in range(at, max(-1, at - 3), -1):
        form = words.form(place)
        if table.within("nouns.aged", form) or table.within("nouns.humans", form):
            return True
        if words.upos(place) in {"NOUN", "PROPN"}:
            return (place > 0 and words.capitalised(place)) or human(form, table)  # une Néerlandaise de 29 ans
        if words.upos(place) not in {"ADJ", "VERB"}:
            return False
    return False


def _after_a_person(words: Words, at: int) -> bool:
    return words.upos(at) in {"PROPN", "NOUN", "X", "ADJ"} and (words.capitalised(at) or words.upos(at) == "PROPN")


def _had(words: Words, at: int, stop: int, table: Quantities) -> bool:
    """« elle avait alors douze ans », « il fête ses 70 ans »."""
    while words.upos(at) in {"ADV", "DET"} or words.form(at) in table.lists["nouns.at_the_time"]:
        at -= 1
    if not any(table.within("nouns.having", each) for each in (words.lemma(at), words.form(at))):
        return False
    return not table.within("nouns.of", words.form(stop)) and words.upos(stop) not in {"NOUN", "VERB"}
