"""Whether a number without noun or unit counts something that the text has named: « dont 51 », « ils sont douze »."""

from sourcier.reading.numbers.amount import Amount
from sourcier.reading.numbers.cardinals import cardinal
from sourcier.reading.numbers.quantities import Quantities
from sourcier.reading.numbers.words import Words


def stands_alone(words: Words, found: Amount, table: Quantities) -> bool:
    """Tell whether a bare number, with its bound, counts; without such a sign it is a label or a pronoun."""
    before = words.form(found.start - 1)
    if found.form in {"one", "only", "none"}:
        return found.form != "none" and table.within("alone.parts", before)  # dont une, dont un seul
    if found.scale >= _MILLION:
        return True
    if table.within("alone.articles", before) and found.start > 0:
        large = found.value >= _THOUSAND and not words.form(found.start).isdigit()
        return found.figures and (words.participle(found.stop) or large)  # les 1 800 fixés, dépasse les 500 000
    if table.within("alone.never_after", before) or _part_of_a_name(words, found):
        return False
    counts = found.bound != "exact" or found.form in {"collective", "vague"}
    counts = counts or _part_of_some(words, found, table) or _one_of_a_row(words, found, table)
    counts = counts or _leaned_on(words, found, table) or _told_by(words, found, table)
    return counts or _verb_follows(words, found, table) or _opens(words, found)


def _part_of_a_name(words: Words, found: Amount) -> bool:
    after = words.upos(found.stop)
    listed = words.form(found.stop) == ")" and "(" not in words.forms[: found.start]  # 1) first, 2) second
    return found.bound == "exact" and found.value_max is None and found.figures and (after == "PROPN" or listed)


def _leaned_on(words: Words, found: Amount, table: Quantities) -> bool:
    """Whether what stands before takes a number: « contre 386 000 », « réclamait 350 », « un total de 45 »."""
    at = found.start - 1
    before = words.form(at)
    if table.within("alone.after", before):
        return True
    if words.upos(at) in {"VERB", "AUX"} and not table.within("alone.no_verbs", before):
        return True
    if table.within("alone.to", before):
        return words.upos(at - 1) == "VERB" or words.form(at - 1) in table.lists["alone.reaching"]
    if table.within("nouns.of", before):
        return words.form(at - 1) in table.lists["alone.sums"] or words.lemma(at - 1) in table.lists["ranges.changes"]
    return False


def _part_of_some(words: Words, found: Amount, table: Quantities) -> bool:
    """« 25 des 144 joueuses »."""
    of = table.within("alone.of_some", words.form(found.stop))
    return of and words.upos(found.start - 1) not in {"NOUN", "PROPN", "SYM", "NUM"}


def _one_of_a_row(words: Words, found: Amount, table: Quantities) -> bool:
    """« âgés de 4 et 12 ans »: the unit stands after the last."""
    if not (table.within("ranges.row", words.form(found.stop)) and words.is_open(found.stop + 1)):
        return False
    following = cardinal(words, found.stop + 1, table)
    return following is not None and table.units.at(words.forms, following.stop) is not None


def _told_by(words: Words, found: Amount, table: Quantities) -> bool:
    """« 3 000 manifestants selon la police, 10 000 selon les organisateurs »."""
    told = table.within("alone.told_by", words.form(found.stop) + words.form(found.stop + 1))
    told = told or table.within("alone.told_by", words.form(found.stop))
    opens = found.start == 0 or words.upos(found.start - 1) == "PUNCT"
    return told and (opens or table.within("alone.and", words.form(found.start - 1)))


def _verb_follows(words: Words, found: Amount, table: Quantities) -> bool:
    """« Deux sont soignés », « 12 ont été tués », « trois ne vont pas à l'école »."""
    at = found.stop
    while table.within("alone.before_verb", words.form(at)):
        at += 1
    plural = "Number=Plur" in words.tokens[at].feats if at < len(words) else False
    finite = plural and words.upos(at) in {"AUX", "VERB"} and "VerbForm=Fin" in words.tokens[at].feats
    return finite and not table.within("alone.articles", words.form(found.start - 1))


def _opens(words: Words, found: Amount) -> bool:
    """« Cent soixante-dix, pas un de plus »: a large number that opens a sentence, before a comma."""
    opens = found.start == 0 or words.upos(found.start - 1) == "PUNCT"
    return opens and found.value >= _LARGE and not found.figures and words.form(found.stop) in {",", ".", "!", "»", ""}


_LARGE = 20
_THOUSAND = 1000
_MILLION = 1e6
