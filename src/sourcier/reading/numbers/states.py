"""The state of what is counted, where the verb gives it: « 24 soldats ont été tués », « a tué 24 soldats »."""

from sourcier.reading.numbers.quantities import Quantities
from sourcier.reading.numbers.words import Words

_FAR = 14  # tokens between a noun and its verb
_LIGHT = frozenset({"ADV", "PRON"})  # n'a, se sont, s'y sont
_COMPLEMENT = frozenset({"ADJ", "ADP", "DET", "NOUN", "NUM", "PROPN"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})


def state(words: Words, start: int, head: int, stop: int, table: Quantities) -> str | None:
    """Return the participle that is said of a counted noun, as it stands; None where the verb says no state.

    `start` to `stop` is the number's phrase, `head` its noun.
    """
    if any(words.participle(at) for at in range(head + 1, stop)):
        return None  # its state stands beside it
    if words.participle(stop) and words.upos(stop - 1) in _NOMINAL and _befalls(words, stop, table):
        return words.written(stop, stop + 1)
    if _may_be_subject(words, head) or _stands_before_verb(words, start, stop):
        found = _said_of_subject(words, stop, table)
        if found is not None:
            return found
    return _said_of_object(words, start, head, table)


def _relation(words: Words, at: int) -> tuple[str, int]:
    """Return a token's relation and head, those of the first of its row where it is coordinated."""
    for _ in range(4):
        token = words.tokens[at]
        if token.relation != "conj":
            return token.relation, words.head(at)
        at = words.head(at)
    return "", at


def _may_be_subject(words: Words, head: int) -> bool:
    relation, _ = _relation(words, head)
    return relation.startswith("nsubj") or relation == "root"


def _stands_before_verb(words: Words, start: int, stop: int) -> bool:
    """Whether an auxiliary follows, and no preposition stands before: a subject, whatever the tree says.

    It follows at once, or, where the number opens its sentence, after complements (« trois des otages ont été »).
    """
    between = _LIGHT | _COMPLEMENT if words.upos(start - 1) in {"", "PUNCT"} else _LIGHT
    while words.upos(stop) in between:
        stop += 1
    while words.upos(start - 1) == "DET":
        start -= 1
    return words.upos(stop) == "AUX" and words.upos(start - 1) != "ADP"


def _said_of_subject(words: Words, stop: int, table: Quantities) -> str | None:
    at = stop
    while at < min(len(words), stop + _FAR):
        if words.upos(at) == "AUX" or table.within("states.passive", words.lemma(at)):
            return _participle(words, at, table)
        if words.upos(at) == "VERB" and not words.participle(at):
            return None
        if words.form(at) in {"qui", ";", ":", "."}:
            return None
        at += 1
    return None


def _participle(words: Words, auxiliary: int, table: Quantities) -> str | None:
    """Return what stands after « ont été », « sont », « ont »."""
    passive = table.within("states.passive", words.lemma(auxiliary))
    at = auxiliary + 1
    while _skipped(words, at, table):
        if table.within("states.negations", words.form(at)):
            return None  # « ne sont pas liées » is no state of theirs
        passive = passive or table.within("states.passive", words.lemma(at))
        at += 1
    lemma = words.lemma(at)
    if not words.form(at).isalpha():
        return None
    if table.within("states.reporting", lemma):
        return None
    if passive and (words.participle(at) or table.within("states.adjectives", lemma)):
        return words.written(at, at + 1)
    if words.participle(at) and table.within("states.undergone", lemma):
        return words.written(at, at + 1)
    return None


def _skipped(words: Words, at: int, table: Quantities) -> bool:
    links = words.upos(at) in {"AUX", "ADV"} or table.within("states.passive", words.lemma(at))
    return links or table.within("states.skipped", words.form(at))


def _said_of_object(words: Words, start: int, head: int, table: Quantities) -> str | None:
    """« a tué 24 soldats »: what the verb does stays with them."""
    relation, verb = _relation(words, head)
    if relation != "obj" and not words.participle(start - 1):
        return None
    verb = verb if relation == "obj" else start - 1
    fits = 0 <= verb < start and words.participle(verb) and _befalls(words, verb, table)
    return words.written(verb, verb + 1) if fits else None


def _befalls(words: Words, at: int, table: Quantities) -> bool:
    return table.within("states.befalling", words.lemma(at))
