"""A text cut into what matters here: roles, titles and runs of words that may be names."""

from dataclasses import dataclass, field

from sourcier.reading.people import shape
from sourcier.reading.people.role import RolePhrase
from sourcier.reading.people.roles import Roles
from sourcier.reading.people.run import Run
from sourcier.reading.people.runs import Namer

_LEAST_LOWERED, _MOST_LOWERED = 2, 4  # words of a name without capitals, up to a comma
_FEWEST = 3  # words of a run of which the first may be another's
_OF_NAMES = shape.PERSONAL | shape.INITIAL | shape.OPENING


@dataclass(slots=True)
class Pieces:
    """Roles and runs, each in the order of the text."""

    runs: list[Run] = field(default_factory=list)
    roles: list[RolePhrase] = field(default_factory=list)


def pieces(namer: Namer) -> Pieces:
    """Return the roles and runs of a text; they do not overlap."""
    found = Pieces()
    roles = Roles(namer)
    stop = 0
    for at, marks in enumerate(namer.marks):
        if at >= stop and marks & shape.BEGINNING:
            stop = _read(namer, roles, found, at)
    return found


def _read(namer: Namer, roles: Roles, found: Pieces, at: int) -> int:
    """Read what begins with a token, and return where it ends; `at` where nothing does."""
    marks = namer.marks[at]
    if marks & shape.HEAD and (role := roles.at(at)):
        found.roles.append(role)
        name = after_titles(namer, role.stop)
        title = (role.noun, role.stop) if name == role.stop else (role.stop, name)
        return _run(namer, found, name, title) or _lowered(namer, found, role.stop) or role.stop
    if marks & shape.GLUED:
        return _run(namer, found, at + 1, (at, at + 1)) or at + 1
    if marks & shape.TITLE and (title_ends := title_stop(namer, at)) > at:
        return _run(namer, found, after_titles(namer, title_ends), (at, title_ends)) or title_ends
    return _run(namer, found, at, None) or at


def _run(namer: Namer, found: Pieces, first: int, title: tuple[int, int] | None) -> int:
    if title and any(map(namer.breaks, range(title[0] + 1, first + 1))):
        title = None
    stop = namer.stop(first, bold=title is not None)
    if stop == first:
        return 0
    found.runs.append(Run(first + _foreign(namer, first, stop), stop, title))
    return stop


def _lowered(namer: Namer, found: Pieces, comma: int) -> int:
    """The end of a name without capitals after « le préfet , », 0 for none."""
    first = after_titles(namer, comma + 1)
    if namer.words.at(comma) != "," or not namer.lowered(first) or namer.shape(first) & shape.GLUED:
        return 0
    stop = namer.stop(first, bold=True)
    if stop == first:
        return 0
    while stop - first < _MOST_LOWERED and namer.shape(stop) & shape.LETTERS and not namer.is_function(stop):
        stop += 1
    if stop < first + _LEAST_LOWERED or namer.words.upos(stop) != "PUNCT":
        return 0
    found.runs.append(Run(first, stop))
    return stop


def _foreign(namer: Namer, first: int, stop: int) -> int:
    """How many words before a given name belong to something else: « Chelsea Ethan A. », « Dijonnais Naïm S. »."""
    marks, following = namer.shape(first), namer.shape(first + 1)
    if stop - first < _FEWEST or marks & _OF_NAMES or not following & shape.GIVEN:
        return 0
    return int(bool(marks & (shape.WORD | shape.DEMONYM)) or bool(namer.gazetteer.named(namer.words.forms[first])))


def after_titles(namer: Namer, at: int) -> int:
    """Return where the titles of courtesy end that stand at a token (« El Hadj », « le Dr », « l'abbé »)."""
    words = namer.words
    start = at
    if words.at(at) in namer.lexis.sets["phrases.article"]:
        at += 1
    while namer.shape(at) & shape.TITLE and (stop := title_stop(namer, at)) > at:
        start = at = stop
    return start


def title_stop(namer: Namer, at: int) -> int:
    """Return where a title of courtesy ends that begins with a token, the token itself where none does."""
    words, sets = namer.words, namer.lexis.sets
    title = namer.lexis.courtesy.at(words, at)
    if not title or at in words.taken:
        return at
    word, capital = words.at(at), words.capitalised(at)
    if title[0] == at + 1:
        if capital and word in sets["titles.small"] and word not in sets["titles.letters"]:
            return at
        if not capital and word in sets["titles.letters"]:
            return at
    return title[0]
