"""A text cut into what matters here: roles, titles and runs of words that may be names."""

from dataclasses import dataclass, field

from sourcier.reading.people import shape
from sourcier.reading.people.levelled import apposed, levelled
from sourcier.reading.people.role import RolePhrase
from sourcier.reading.people.roles import Roles
from sourcier.reading.people.run import Run
from sourcier.reading.people.runs import Namer
from sourcier.reading.people.titles import after_titles, title_stop

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
    for at in namer.beginning(shape.BEGINNING):
        if at < stop:
            continue
        if namer.marks[at] & shape.BEGINNING:
            stop = _read(namer, roles, found, at)
        if stop <= at and namer.lowered(at):
            stop = levelled(namer, found.runs, at)
    return found


def _read(namer: Namer, roles: Roles, found: Pieces, at: int) -> int:
    """Read what begins with a token, and return where it ends; `at` where nothing does."""
    marks = namer.marks[at]
    if marks & shape.HEAD and (role := roles.at(at)):
        found.roles.append(role)
        name = after_titles(namer, role.stop)
        title = (role.noun, role.stop) if name == role.stop else (role.stop, name)
        return _run(namer, found, name, title) or apposed(namer, found.runs, role.stop) or role.stop
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


def _foreign(namer: Namer, first: int, stop: int) -> int:
    """How many words before a given name belong to something else: « Chelsea Ethan A. », « Dijonnais Naïm S. »."""
    marks, following = namer.shape(first), namer.shape(first + 1)
    if stop - first > 1 and not marks & _OF_NAMES and following & shape.PERSONAL and _is_country(namer, first):
        return 1
    if stop - first < _FEWEST or marks & _OF_NAMES or not following & shape.GIVEN:
        return 0
    located = namer.is_in("phrases.of", first - 1) or namer.is_in("other.places_before", first - 1)
    place = located and bool(namer.gazetteer.named(namer.words.forms[first]))
    return int(place or bool(marks & (shape.WORD | shape.DEMONYM)))


def _is_country(namer: Namer, at: int) -> bool:
    """Whether a word is a country's name (« Cameroun Mbappé », of two headlines run together)."""
    return any(place.kind == "country" for place in namer.gazetteer.named(namer.words.forms[at])[:1])
