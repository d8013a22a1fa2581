"""Words beside a name that only somebody's name has there: an age, kin, a verb of saying."""

from sourcier.reading.people import shape
from sourcier.reading.people.marked import Marked
from sourcier.reading.people.run import Run

Cue = tuple[int, int]  # tokens

_FAR = 8  # tokens between a name and the kin that it is said to be
_BEFORE_SAID = frozenset({",", "»", "«", '"', "-", "”", "?", "!", "…"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:caus"})
_PART_OF_VERB = frozenset({"AUX", "PRON", "ADV"})
_STOPS = frozenset({"VERB", "AUX", "PUNCT", "CCONJ"})


def introduced(text: Marked, run: Run) -> Cue | None:
    """Return « jeune », « cousin » or « Sénégalais » right before a run."""
    at = run.first - 1
    demonym = text.shape(at) & shape.DEMONYM and text.words.capitalised(at)
    told = demonym or text.is_in("titles.before", at) or text.is_in("titles.kin", at)
    return (at, at + 1) if told else None


def aged(text: Marked, run: Run) -> Cue | None:
    """Return « , 34 ans » after a run, but not « , sept ans plus tôt »."""
    words, stop = text.words, run.stop
    if text.is_in("other.past_ages", stop + 3) or not text.is_in("other.ages", stop + 2):
        return None
    number = words.upos(stop + 1) == "NUM" or words.at(stop + 1).isdigit()
    return (stop + 1, stop + 3) if words.at(stop) in {",", "("} and number else None


def kin(text: Marked, run: Run) -> Cue | None:
    """Return the noun that tells of kin: « sa sœur, X, », « X, sa fille »."""
    return _kin_after(text, run) or _kin_before(text, run)


def said(text: Marked, run: Run) -> Cue | None:
    """Return the verb of « … », dit X."""
    words, verb = text.words, run.first - 1
    if words.upos(verb) == "AUX" or words.lemma(verb) not in text.lexis.sets["verbs.human"]:
        return None
    before = verb - 1
    while words.upos(before) in _PART_OF_VERB:
        before -= 1
    return (verb, verb + 1) if words.at(before) in _BEFORE_SAID else None


def human(text: Marked, run: Run) -> Cue | None:
    """Return the verb that only people do, of which a run is the subject."""
    tokens = text.words.analysis.tokens
    heads = (tokens[at].head for at in range(run.first, run.stop) if tokens[at].relation in _SUBJECTS)
    outside = (head for head in heads if not run.first <= head < run.stop)
    verb = next((at for at in (*outside, run.stop) if _is_human(text, at)), None)
    return None if verb is None else (verb, verb + 1)


def _is_human(text: Marked, at: int) -> bool:
    return text.words.upos(at) in {"VERB", "AUX"} and text.words.lemma(at) in text.lexis.sets["verbs.human"]


def _kin_after(text: Marked, run: Run) -> Cue | None:
    if text.words.at(run.stop) != "," or not text.is_in("phrases.definite", run.stop + 1):
        return None
    noun = run.stop + 2 + text.is_in("titles.before", run.stop + 2)
    return (noun, noun + 1) if text.is_in("titles.kin", noun) else None


def _kin_before(text: Marked, run: Run) -> Cue | None:
    if text.words.at(run.first - 1) != "," or text.breaks(run.first):
        return None
    for at in range(run.first - 2, max(-1, run.first - _FAR), -1):
        owned = any(text.is_in(name, at - 1) for name in ("phrases.definite", "titles.before", "phrases.before_noun"))
        if owned and text.is_in("titles.kin", at):
            return at, at + 1
        if text.words.upos(at) in _STOPS or text.breaks(at):
            return None
    return None
