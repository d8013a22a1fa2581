"""A text cut into what matters here: roles, titles and runs of words that may be names."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sourcier.reading.people import shape
from sourcier.reading.people.role import RolePhrase
from sourcier.reading.people.roles import Roles
from sourcier.reading.people.runs import Namer

_SHORTEST_GLUED = 6  # letters
_FEWEST = 3  # words of a run of which the first may be another's
_OF_NAMES = shape.GIVEN | shape.FAMILY | shape.INITIAL | shape.OPENING


@dataclass(slots=True)
class Run:
    """Tokens that may be a name; `titled` are the tokens of a title right before it."""

    first: int
    stop: int
    titled: tuple[int, int] | None = None


@dataclass(slots=True)
class Pieces:
    """Roles and runs in the order of the text; `role_ending` finds a role by the token that it ends before."""

    runs: list[Run] = field(default_factory=list)
    roles: list[RolePhrase] = field(default_factory=list)


def pieces(namer: Namer) -> Pieces:
    """Return the roles and runs of a text; they do not overlap."""
    found = Pieces()
    roles = Roles(namer)
    length, at = len(namer.words), 0
    while at < length:
        at = max(at + 1, _read(namer, roles, found, at))
    return found


def _read(namer: Namer, roles: Roles, found: Pieces, at: int) -> int:
    """Read what begins with a token, and return where it ends; `at` where nothing does."""
    words, lexis = namer.words, namer.lexis
    word = words.at(at)
    if word in lexis.heads or "-" in word:
        role = roles.at(at)
        if role:
            found.roles.append(role)
            name = after_titles(namer, role.stop)
            return (
                _run(namer, found, name, (role.noun, role.stop) if name == role.stop else (role.stop, name))
                or role.stop
            )
    if glued := _glued(namer, at):
        return _run(namer, found, glued, (at, glued)) or glued
    if word in lexis.courtesy:
        title = title_stop(namer, at)
        if title > at:
            return _run(namer, found, after_titles(namer, title), (at, title)) or title
    return _run(namer, found, at, None) or at


def _glued(namer: Namer, at: int) -> int:
    """The end of « lecolonel »: an article and a title that lost the space between them; 0 for none."""
    form = namer.words.forms[at]
    if len(form) < _SHORTEST_GLUED or namer.lexis.shape(form) & (shape.WORD | shape.GIVEN | shape.FAMILY):
        return 0
    word = namer.words.at(at)
    article = next((each for each in namer.lexis.sets["phrases.article"] if word.startswith(each)), None)
    head = namer.lexis.head(word.removeprefix(article)) if article else None
    return at + 1 if head else 0


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
    if stop - first < _FEWEST or marks & _OF_NAMES or not following & shape.GIVEN:
        return 0
    return int(bool(marks & (shape.WORD | shape.DEMONYM)) or bool(namer.gazetteer.named(namer.words.forms[first])))


def after_titles(namer: Namer, at: int) -> int:
    """Return where the titles of courtesy end that stand at a token (« El Hadj », « le Dr », « l'abbé »)."""
    words = namer.words
    start = at
    if words.at(at) in namer.lexis.sets["phrases.article"]:
        at += 1
    while (stop := title_stop(namer, at)) > at:
        start = at = stop
    return start


def title_stop(namer: Namer, at: int) -> int:
    """Return where a title of courtesy ends that begins with a token, the token itself where none does."""
    words, sets = namer.words, namer.lexis.sets
    title = namer.lexis.courtesy.at(words, at)
    if not title or at in words.taken:
        return at
    word, capital = words.at(at), bool(namer.lexis.shape(words.forms[at]) & shape.CAPITAL) or words.capitalised(at)
    if title[0] == at + 1:
        if capital and word in sets["titles.small"] and word not in sets["titles.letters"]:
            return at
        if not capital and word in sets["titles.letters"]:
            return at
    return title[0]


def names(found: Pieces) -> Iterator[Run]:
    """Yield the runs."""
    yield from found.runs
