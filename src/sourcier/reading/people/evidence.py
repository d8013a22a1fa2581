"""How likely a run of words is somebody's name: by what it looks like and what stands around it."""

from sourcier.reading.people import cues, shape
from sourcier.reading.people.gaps import Link
from sourcier.reading.people.looks import looks
from sourcier.reading.people.marked import Marked
from sourcier.reading.people.run import Run
from sourcier.reading.people.surroundings import around

Evidence = tuple[float, str, tuple[int, int] | None]  # weight, rule, cue

OF_LINK: dict[Link, float] = {"title": 1.0, "role": 0.97, "apposition": 0.92, "copula": 0.9}
_MOST = 0.95
_NAMED = 0.4  # weight from which a run looks like a name
_INTRODUCED, _INTRODUCED_UNKNOWN = 0.85, 0.55
_TITLED_BODY = 0.5
_WORK = 0.7  # taken off what stands alone in quotation marks: a film, a song
_QUOTES = frozenset('«»"“”')


def weigh(text: Marked, run: Run) -> Evidence:
    """Return the weight of a run without a role beside it, the rule and its cue."""
    if run.titled:
        return (_TITLED_BODY if _is_body(text, run) else 1.0), "title", run.titled
    weight, rule = looks(text, run)
    if _is_title_of_work(text, run):
        return weight - _WORK, rule, None
    if cue := cues.introduced(text, run):
        known = weight >= _NAMED or not text.shape(cue[0]) & shape.DEMONYM
        return max(weight, _INTRODUCED if known else _INTRODUCED_UNKNOWN), "title", cue
    weight += around(text, run)
    rows = (("age", cues.aged, 0.0), ("kin", cues.kin, 0.0), ("verb", cues.said, 0.35), ("verb", cues.human, 0.25))
    for name, seek, more in rows:
        if cue := seek(text, run):
            return (min(weight + more, _MOST) if more else max(weight, 0.9)), name, cue
    return weight, rule, None


def _is_title_of_work(text: Marked, run: Run) -> bool:
    """Whether nothing but a run of several words stands in quotation marks, and they are not somebody's other name."""
    quoted = text.words.at(run.first - 1) in _QUOTES and text.words.at(run.stop) in _QUOTES
    return quoted and not run.alone and not text.is_in("names.known_as", run.first - 2)


def _is_body(text: Marked, run: Run) -> bool:
    """Whether a word alone is an acronym or a place (« directeur Afrique »)."""
    marks = text.shape(run.first)
    if not run.alone or marks & shape.PERSONAL:
        return False
    return bool(marks & shape.CAPITALS) or text.is_place(run.first, run.stop)
