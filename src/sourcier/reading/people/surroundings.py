"""What stands beside a run of words and speaks for or against a name: a locative, an article, « stade », « but de »."""

from sourcier.reading.people import shape
from sourcier.reading.people.marked import Marked
from sourcier.reading.people.run import Run

_NAMED_AFTER, _FOREIGN, _BODY, _FIRM = -0.8, -0.6, -0.4, -0.6
_ARTICLE, _ARTICLE_OF_SEVERAL = -0.5, -0.3
_LOCATIVE, _LOCATIVE_OF_SEVERAL = -0.3, -0.25
_IN_BRACKETS = -0.2
_PLACE, _PLACE_OF_SEVERAL = -0.3, -0.4
_ACT, _ACT_OF_SEVERAL = 0.05, 0.25


def around(text: Marked, run: Run) -> float:
    """Return what the neighbours of a run add to its weight or take off."""
    return _before(text, run) + _after(text, run) + _place(text, run) + _act(text, run)


def _before(text: Marked, run: Run) -> float:
    before = run.first - 1
    if text.is_in("other.named_after", before):
        return _NAMED_AFTER
    if text.is_in("other.foreign", before):
        return _FOREIGN
    if text.is_in("phrases.article", before) or text.is_in("phrases.contracted", before):
        return _ARTICLE if run.alone else _ARTICLE_OF_SEVERAL
    if text.is_in("other.locative", before):
        return _LOCATIVE if run.alone else _LOCATIVE_OF_SEVERAL
    unknown = run.alone and not text.shape(run.first) & shape.PERSONAL
    return _LOCATIVE if unknown and text.is_in("other.places_before", before) else 0.0


def _after(text: Marked, run: Run) -> float:
    words, after = text.words, run.stop
    if words.at(after) == "&":
        return _FIRM
    if run.alone and words.at(run.first - 1) == "(" and words.at(after) == ")":
        return _IN_BRACKETS
    body = text.shape(after) & shape.OTHER and words.capitalised(after) and not text.breaks(after)
    return _BODY if body else 0.0


def _place(text: Marked, run: Run) -> float:
    if text.is_place(run.first, run.stop):
        return _PLACE if run.alone else _PLACE_OF_SEVERAL
    given = any(text.shape(at) & shape.GIVEN for at in range(run.first, run.stop))
    begins = not run.alone and not given and text.gazetteer.named(text.words.forms[run.first])  # Paris St-Germain
    return _PLACE if begins else 0.0


def _act(text: Marked, run: Run) -> float:
    if not text.is_in("phrases.of", run.first - 1) or not text.is_in("other.acts", run.first - 2):
        return 0.0
    return _ACT if run.alone else _ACT_OF_SEVERAL
