"""What a difference does, by word lists and by what the text shows: the first category that fits."""

from collections.abc import Callable

from sourcier.core.edit import Category
from sourcier.lineage.change import Change
from sourcier.lineage.lexicon import (
    ACCORDING, ACTOR, AGENT, BOUND, CAPITAL, CONDITIONAL, CUE, DATE, DEMONYM, DETERMINER, DIGIT, GENITIVE, IN_PLACE,
    MODAL, NEGATION, NUMBER, PLACE, PLACE_NOUN, PRONOUN, REPORTING, STOP, THAT, TITLE, UNKNOWN, VERB, WEAK_REPORTING,
    Lexicon, Word,
)  # fmt: skip
from sourcier.lineage.similar import likeness, same_stem

Fit = tuple[Category, str | None]
_STEM = 4  # letters; shorter words begin like a prefix by chance
_CLAUSE = 7  # words: a longer insertion says something of its own and turns nothing round
_WHO = ACTOR | TITLE | CAPITAL
_NAMED = CAPITAL | PLACE | DEMONYM
_SPEAKS = REPORTING | CUE | ACCORDING
_STRONG = (
    NEGATION | MODAL | CONDITIONAL | NUMBER | DATE | ACTOR | TITLE | PLACE | DEMONYM | PLACE_NOUN | CUE | ACCORDING
    | VERB | REPORTING | WEAK_REPORTING | CAPITAL | BOUND | PRONOUN
)  # fmt: skip


def categorise(lexicon: Lexicon, change: Change) -> Fit:
    """Return the first category that fits, in the order of the categories, with the word that decided it.

    What is put in or left out with a word of attribution is attribution, whatever else the phrase holds.
    """
    opposite = _opposite(lexicon, change)
    if opposite:
        return "negation", opposite
    slip = _slip(change)
    if slip:
        return slip, None
    marks = 0
    for mark in change.source_marks:
        marks |= mark
    for mark in change.derived_marks:
        marks |= mark
    if marks & _STRONG:
        for wanted, rule in _RULES:
            if marks & wanted:
                fit = rule(lexicon, change, marks)
                if fit:
                    return fit
    return "wording", None


def _slip(change: Change) -> Category | None:
    """A word misspelt, or two words run together; two known words are never slips of one another."""
    source, derived = change.source, change.derived
    if not source or not derived:
        return None
    if len(source) != len(derived):
        joined = "".join(word.folded for word in source) == "".join(word.folded for word in derived)
        return "typography" if joined else None
    for a, b in zip(source, derived, strict=True):
        if a.folded != b.folded and not ((a.marks | b.marks) & UNKNOWN and likeness(a.folded, b.folded) == "slip"):
            return None
    if any(mark & CAPITAL for mark in change.derived_marks) and any(mark & CAPITAL for mark in change.source_marks):
        return "name"
    return "spelling"


def _keys(words: list[Word], marks: list[int], wanted: int) -> list[str]:
    return [word.folded for word, mark in zip(words, marks, strict=True) if mark & wanted]


def _differ(change: Change, wanted: int) -> str | None:
    """Return the first word of a kind that one side has and the other has not in any ending, as written."""
    ours = [(w, m) for w, m in zip(change.derived, change.derived_marks, strict=True) if m & wanted]
    theirs = [(w, m) for w, m in zip(change.source, change.source_marks, strict=True) if m & wanted]
    for side, other in ((ours, theirs), (theirs, ours)):
        for word, _ in side:
            if not any(same_stem(word.folded, known.folded) for known, _ in other):
                return word.written
    return None


def _short(change: Change) -> bool:
    return len(change.source) + len(change.derived) < _CLAUSE or bool(change.source and change.derived)


def _attributed(_: Lexicon, change: Change, marks: int) -> Fit | None:
    """Attribution that is put in or left out."""
    if change.source and change.derived:
        return None
    words, own = (change.derived, change.derived_marks) if change.derived else (change.source, change.source_marks)
    if marks & (ACCORDING | REPORTING) or (marks & CUE and marks & (AGENT | STOP) and len(words) > 2):
        for word, mark in zip(words, own, strict=True):
            if mark & _SPEAKS:
                return "attribution", word.written
    return None


def _negation(_: Lexicon, change: Change, marks: int) -> Fit | None:
    if marks & NEGATION and _short(change):
        cue = _differ(change, NEGATION)
        if cue:
            return "negation", cue
    return None


def _opposite(lexicon: Lexicon, change: Change) -> str | None:
    """Return the derived word where a prefix of denial was put before a word or taken away: légal, illégal."""
    if len(change.source) != 1 or len(change.derived) != 1:
        return None
    a, b = change.source[0].folded, change.derived[0].folded
    short, long = (a, b) if len(a) < len(b) else (b, a)
    if len(short) < _STEM or not long.endswith(short) or long[: -len(short)] not in lexicon.negative_prefixes:
        return None
    either = change.source_marks[0] | change.derived_marks[0]
    return None if either & (VERB | CAPITAL | NUMBER) else change.derived[0].written


def _modality(_: Lexicon, change: Change, marks: int) -> Fit | None:
    if not marks & (MODAL | CONDITIONAL) or not _short(change):
        return None
    ours = _keys(change.derived, change.derived_marks, CONDITIONAL)
    theirs = _keys(change.source, change.source_marks, CONDITIONAL)
    if bool(ours) != bool(theirs):
        side = change.derived if ours else change.source
        cue = (ours or theirs)[0]
        return "modality", next(word.written for word in side if word.folded == cue)
    if marks & MODAL:
        cue_word = _other_modal(change)
        if cue_word:
            return "modality", cue_word
    return None


def _other_modal(change: Change) -> str | None:
    ours = [w for w, m in zip(change.derived, change.derived_marks, strict=True) if m & MODAL]
    theirs = [w for w, m in zip(change.source, change.source_marks, strict=True) if m & MODAL]
    for side, other in ((ours, theirs), (theirs, ours)):
        for word in side:
            if not any(same_stem(word.folded, known.folded) or word.lemmas & known.lemmas for known in other):
                return word.written
    return None


def _number(_: Lexicon, change: Change, marks: int) -> Fit | None:
    if marks & NUMBER:
        ours = _values(change.derived, change.derived_marks)
        theirs = _values(change.source, change.source_marks)
        if ours == theirs:
            return ("wording", None) if not marks & (ACTOR | TITLE | PLACE | VERB | CAPITAL) else None
        if "".join(ours) == "".join(theirs) and all(value.isdigit() for value in ours):
            return "typography", None
        words, own = (change.derived, change.derived_marks) if ours else (change.source, change.source_marks)
        return "number", next(word.written for word, mark in zip(words, own, strict=True) if mark & NUMBER)
    if marks & BOUND and change.after and (change.after[0].marks & NUMBER):
        return "number", next(w.written for w in [*change.derived, *change.source])
    return None


def _values(words: list[Word], marks: list[int]) -> list[str]:
    return [word.value or word.folded for word, mark in zip(words, marks, strict=True) if mark & NUMBER]


def _date(_: Lexicon, change: Change, marks: int) -> Fit | None:
    if marks & DATE:
        cue = _differ(change, DATE)
        if cue:
            return "date", cue
    return None


def _actor(_: Lexicon, change: Change, marks: int) -> Fit | None:
    """Who does or suffers it: another noun of a person or body, or another name where such a one stands."""
    if not marks & (ACTOR | TITLE | _NAMED) or _follows(change.before, ACCORDING):
        return None
    both = bool(change.source and change.derived)
    cue = _differ(change, ACTOR | TITLE)
    if cue:
        if both:
            return "actor", cue
        beside_name = bool(change.after and change.after[0].marks & CAPITAL) or "," in change.lead
        return (("name" if beside_name else "actor"), cue)
    cue = _differ_by_name(change)
    if cue and both and (_acts(change) and not _in_place(change)):
        return "actor", cue
    if marks & DEMONYM and change.before and change.before[-1].marks & (ACTOR | TITLE) and _differ(change, DEMONYM):
        return "actor", _differ(change, DEMONYM)
    return None


def _differ_by_name(change: Change) -> str | None:
    """Return a name that is not another spelling of one on the other side; both sides must hold names."""
    ours = [w for w, m in zip(change.derived, change.derived_marks, strict=True) if m & (CAPITAL | PLACE)]
    theirs = [w for w, m in zip(change.source, change.source_marks, strict=True) if m & (CAPITAL | PLACE)]
    for word in ours:
        if theirs and all(likeness(word.folded, known.folded) == "none" for known in theirs):
            return word.written
    return None


def _acts(change: Change) -> bool:
    """Tell whether the change stands where a subject, an agent or an object stands."""
    for word in reversed(change.before):
        if word.marks & GENITIVE:
            return False
        if word.marks & (AGENT | VERB | REPORTING):
            return True
        if not word.marks & (TITLE | ACTOR | DETERMINER | CAPITAL):
            break
    return change.starts or bool(change.after and change.after[0].marks & VERB)


def _in_place(change: Change) -> bool:
    first = change.derived_marks[0] if change.derived_marks else 0
    return bool(first & IN_PLACE) or bool(change.before and change.before[-1].marks & IN_PLACE)


def _follows(before: list[Word], wanted: int) -> bool:
    return any(word.marks & wanted for word in before[-2:])


def _place(_: Lexicon, change: Change, marks: int) -> Fit | None:
    if marks & (PLACE | DEMONYM | PLACE_NOUN):
        cue = _other_place(change, PLACE) or _other_place(change, DEMONYM) or _differ(change, PLACE_NOUN)
        if cue:
            return "place", cue
    if marks & CAPITAL and _in_place(change) and not _follows(change.before, ACCORDING):
        cue = _differ_by_name(change)
        if cue:
            return "place", cue
    return None


def _other_place(change: Change, wanted: int) -> str | None:
    """Return a place of one list that the other side has not; an ending makes no other place, two listed ones do."""
    ours = [w for w, m in zip(change.derived, change.derived_marks, strict=True) if m & wanted]
    theirs = [w for w, m in zip(change.source, change.source_marks, strict=True) if m & wanted]
    for side, own, other in ((change.source, ours, theirs), (change.derived, theirs, ours)):
        for word in own:
            same = any(_same_place(word, known) for known in other)
            if not same and not any(likeness(word.folded, w.folded) != "none" for w in side if not w.marks & wanted):
                return word.written
    return None


def _same_place(a: Word, b: Word) -> bool:
    return a.folded == b.folded or (bool(a.marks & b.marks & DEMONYM) and same_stem(a.folded, b.folded))


def _attribution(_: Lexicon, change: Change, marks: int) -> Fit | None:
    if marks & _SPEAKS:
        cue = _differ(change, _SPEAKS)
        if cue:
            return "attribution", cue
    if marks & WEAK_REPORTING and change.after and change.after[0].marks & THAT:
        cue = _differ(change, WEAK_REPORTING)
        if cue:
            return "attribution", cue
    if marks & _WHO and _follows(change.before, ACCORDING) and _differ(change, _WHO):
        return "attribution", _differ(change, _WHO)
    return None


def _verb(_: Lexicon, change: Change, marks: int) -> Fit | None:
    if not marks & VERB:
        return None
    ours, theirs = _verbs(change.derived, change.derived_marks), _verbs(change.source, change.source_marks)
    if [word.folded for word in ours] == [word.folded for word in theirs]:
        return None
    for word in [*ours, *theirs]:
        if not word.marks & STOP:
            return "verb", word.written
    return "verb", (ours or theirs)[0].written


def _verbs(words: list[Word], marks: list[int]) -> list[Word]:
    return [word for word, mark in zip(words, marks, strict=True) if mark & VERB]


def _name(_: Lexicon, change: Change, marks: int) -> Fit | None:
    if marks & CAPITAL:
        ours = _keys(change.derived, change.derived_marks, CAPITAL)
        theirs = _keys(change.source, change.source_marks, CAPITAL)
        if ours != theirs:
            return "name", None
    return None


_RULES: tuple[tuple[int, Callable[[Lexicon, Change, int], Fit | None]], ...] = (
    (ACCORDING | REPORTING | CUE, _attributed),
    (NEGATION, _negation),
    (MODAL | CONDITIONAL, _modality),
    (NUMBER | BOUND, _number),
    (DATE, _date),
    (ACTOR | TITLE | _NAMED, _actor),
    (PLACE | DEMONYM | PLACE_NOUN | CAPITAL, _place),
    (_SPEAKS | WEAK_REPORTING | _WHO, _attribution),
    (VERB, _verb),
    (CAPITAL, _name),
)
