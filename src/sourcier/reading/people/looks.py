"""How much a run of words looks like a name, whatever stands around it."""

from collections.abc import Sequence

from sourcier.reading.people import shape
from sourcier.reading.people.marked import Marked
from sourcier.reading.people.run import Run

_PAIR = 2
_MANY = 4  # words, of a firm rather than of somebody of whom no list has a given name
_COMMON = 0.25  # taken off one word that the language has, too
_Look = tuple[float, str]  # weight and rule


def looks(text: Marked, run: Run) -> _Look:
    """Return the weight of a run by its words alone, and the rule."""
    marks = [text.shape(at) for at in range(run.first, run.stop)]
    given = bool(marks[0] & shape.GIVEN)
    family = bool(marks[-1] & shape.FAMILY) and (given or not marks[-1] & shape.CAPITALS)
    return _one(marks[0], given=given, family=family) if run.alone else _several(marks, given=given, family=family)


def _one(marks: int, *, given: bool, family: bool) -> _Look:
    if marks & shape.CAPITALS:
        return 0.2, "capitals"
    weight = 0.42 if family else 0.4 if given else 0.1
    return weight - (_COMMON if marks & shape.WORD else 0), "name"


def _several(marks: Sequence[int], *, given: bool, family: bool) -> _Look:
    bound = any(each & shape.BOND for each in marks[1:])
    known = any(each & shape.PERSONAL for each in marks[1:])
    rows: tuple[tuple[object, float, str], ...] = (
        (bound and (given or family), 0.9, "particle"),
        (bound, 0.8, "particle"),
        (given and known, 0.95, "name"),
        (given, 0.85, "name"),
        (marks[0] & shape.INITIAL, 0.85 if family else 0.75, "initial"),
        (any(each & shape.GIVEN for each in marks), 0.75, "name"),
        (marks[0] & shape.OPENING, 0.6, "particle"),
        (family and len(marks) < _MANY, 0.55, "name"),
        (len(marks) == _PAIR, 0.3, "capitals"),
    )
    return next(((weight, rule) for holds, weight, rule in rows if holds), (0.2, "capitals"))
