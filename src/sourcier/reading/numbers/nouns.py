"""What is counted: the noun after a number, with what directly follows it without a determiner."""

from dataclasses import dataclass

from sourcier.reading.numbers.quantities import Quantities
from sourcier.reading.numbers.words import Words

_HEADS = frozenset({"NOUN", "PROPN", "ADJ", "X", "NUM"})  # a few nouns are taken for numerals: « mil »
_MOST_BEFORE = 3  # adjectives before a noun


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: `start` its first token after the number, `head` its noun, `stop` where it ends.

    `first` is where what is counted begins: « autres » and « nouveaux » before the noun say nothing of it.
    """

    start: int
    first: int
    head: int
    stop: int


def phrase(words: Words, at: int, table: Quantities) -> Phrase | None:
    """Return the noun phrase that begins at a token, None where none does."""
    if table.within("nouns.quotes", words.form(at)) and words.is_open(at + 1):
        at += 1  # deux mille "objets"
    head = at
    while head - at < _MOST_BEFORE and _before_noun(words, head, table):
        head += 1
    if not _may_head(words, head, table):
        head = at
        if not _may_head(words, head, table):
            return None
    first = head
    while first > at and not (table.within("nouns.passed", words.form(first - 1)) and not words.capitalised(first - 1)):
        first -= 1
    return Phrase(at, first, head, extended(words, head, table))


def _before_noun(words: Words, at: int, table: Quantities) -> bool:
    """Whether an adjective stands here before its noun."""
    if not words.is_open(at + 1):
        return False
    if table.within("nouns.passed", words.form(at)) or table.within("nouns.before", words.form(at)):
        return True
    return words.upos(at) == "ADJ" and words.upos(at + 1) in {"NOUN", "ADJ"} and words.head(at) > at


def _may_head(words: Words, at: int, table: Quantities) -> bool:
    form = words.form(at)
    if not words.is_open(at) or not form[0].isalpha() or table.within("nouns.not_heads", form):
        return False
    if words.upos(at) in _HEADS:
        return form not in table.months and form not in table.starters
    return words.participle(at) and _is_fate(words, at, table)  # 12 blessés, 25 à 30 disparus


def _is_fate(words: Words, at: int, table: Quantities) -> bool:
    return table.within("states.befalling", words.lemma(at)) or table.within("states.undergone", words.lemma(at))


def extended(words: Words, head: int, table: Quantities) -> int:
    """Return where a noun's phrase stops: after adjectives, participles, and « de » with a noun without determiner."""
    stop = head + 1
    while words.is_open(stop):
        longer = _adjective(words, stop, table) or _complement(words, stop, table) or _beside(words, head, stop, table)
        if not longer:
            break
        stop = longer
    return stop


def _adjective(words: Words, at: int, table: Quantities) -> int:
    if words.upos(at) == "ADV" and words.form(at).endswith(tuple(table.lists["nouns.adverb_endings"])):
        return at + 2 if words.participle(at + 1) and words.is_open(at + 1) else 0  # lourdement armés
    if words.upos(at) == "ADJ" and not table.within("nouns.not_after", words.form(at)):
        return at + 1
    if not words.participle(at) or table.within("nouns.not_after", words.form(at)) or not words.form(at).isalpha():
        return 0
    return at + 1 if _is_fate(words, at, table) or not _has_complement(words, at + 1) else 0


def _has_complement(words: Words, at: int) -> bool:
    """Whether a participle has words of its own, and is a clause: « bâtis de 2022 à 2024 »."""
    return words.form(at)[:1].isalnum() and words.upos(at) in {"ADP", "DET", "NOUN", "ADV", "NUM", "PROPN", "PRON"}


def _complement(words: Words, at: int, table: Quantities) -> int:
    """« de mil », « d'assaut »; names of places and bodies are none, since they are marked for themselves."""
    if not table.within("nouns.of", words.form(at)):
        return 0
    noun = at + 1
    fits = words.is_open(noun) and not words.capitalised(noun) and _common(words, noun, table)
    return noun + 1 if fits and not table.within("nouns.not_complements", words.form(noun)) else 0


def _common(words: Words, at: int, table: Quantities) -> bool:
    """Whether a word in small letters is a noun; one taken for a name is, where other words have capitals (« mil »)."""
    if words.upos(at) == "PROPN":
        return any(words.capitalised(each) for each in range(len(words)))
    numeral = words.upos(at) == "NUM" and words.form(at).isalpha() and words.form(at) not in table.starters
    return numeral or words.upos(at) == "NOUN"


def _beside(words: Words, head: int, at: int, table: Quantities) -> int:
    """A noun that names the kind: « coton graine », « cas contacts »."""
    if words.upos(at) not in {"NOUN", "PROPN"} or words.capitalised(at) or words.form(at) in table.months:
        return 0
    if table.within("nouns.not_complements", words.form(at)):
        return 0
    beside = words.head(at) in {head, at - 1} and words.tokens[at].relation.partition(":")[0] in _BESIDE
    return at + 1 if beside else 0


_BESIDE = frozenset({"amod", "appos", "compound", "fixed", "flat", "nmod"})
