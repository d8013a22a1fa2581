"""What goes on with a name that has begun."""

from sourcier.reading.people import shape
from sourcier.reading.people.marked import Marked

_CLOSED = frozenset({"AUX", "DET", "PRON", "ADP"})  # what is no garbled name after « ag »: « rhissa AG voilà » is
_SMALL = 3  # letters
_QUOTES = frozenset('«»"“”')
_NICKNAME = 7  # tokens of a nickname and its quotation marks at most
_SHORTEST_IN_CAPITALS = 4  # letters, of a surname that no list has; shorter ones are acronyms


def continued(text: Marked, at: int, first: int, *, bold: bool) -> int:
    """Return where the name that begins with `first` ends after its next word, `at` where that is none of it."""
    if text.breaks(at) or at in text.words.taken:
        return at
    special = _special(text, at, first)
    if special > at:
        return special
    marks = text.shape(at)
    opens = marks & shape.INSIDE or (marks & shape.OPENING and text.shape(at + 1) & shape.CAPITAL)
    if not marks or (text.is_function(at) and not opens):
        return at
    if marks & shape.INSIDE and (marks & shape.BOND or not marks & shape.CAPITAL):
        return _bound(text, at, first)
    if marks & shape.INITIAL:
        return at + 1 if text.shape(at + 1) & shape.CAPITAL and not text.words.touches(at) else at
    return at + 1 if not marks & shape.OTHER and _follows(text, at, first, bold=bold) else at


def _special(text: Marked, at: int, first: int) -> int:
    """The end of « N'daw », « VI », « dit X ».  `at` for none of them."""
    strange = text.lowered(at) and not text.shape(at + 1) & shape.WORD
    shown = strange or (text.words.capitalised(at) and not text.lowered(at))
    if text.is_in("names.elided", at) and text.words.touches(at + 1) and shown:
        return at + 2
    if text.is_in("names.regnal", at) and at == first + 1:
        return at + 1
    return _known_as(text, at) if text.is_in("names.joined_known_as", at) else at


def _follows(text: Marked, at: int, first: int, *, bold: bool) -> bool:
    """Whether a word follows in a name: a capital but no acronym; in a name in small letters, a word like a name."""
    marks = text.shape(at)
    if not marks & shape.CAPITAL:
        upos = text.words.upos(at)
        if text.shape(first) & shape.CAPITAL or marks & shape.DEMONYM:
            return False
        known = marks & shape.PERSONAL and text.lowered(at)
        return bool(known) or upos == "PROPN" or (upos in {"X", "NOUN", "ADJ"} and not marks & shape.WORD)
    if not marks & shape.CAPITALS or marks & shape.PERSONAL or (bold and text.shape(at - 1) & shape.CAPITALS):
        return True
    return len(text.words.forms[at]) >= _SHORTEST_IN_CAPITALS


def _bound(text: Marked, particle: int, first: int) -> int:
    """The end of a particle and the name that it binds (« Ag Alhassane », « de la Cruz »), the particle for none."""
    at = particle + 1
    if text.words.at(at) == "-" and text.words.touches(at):
        at += 1
    if text.is_in("names.elided", at) and text.words.touches(at + 1):
        at += 1
    inner = text.is_in("phrases.article", at) or text.shape(at) & shape.INSIDE
    if inner and not text.shape(at) & shape.CAPITAL:
        at += 1
    named = text.shape(at)
    if text.shape(particle) & shape.BOND:
        small = text.is_function(at) and (text.words.upos(at) in _CLOSED or len(text.words.forms[at]) <= _SMALL)
        fits = named & shape.LETTERS and not small and not text.breaks(at)
        return at + 1 if fits else particle
    if named & (shape.OTHER | shape.CAPITALS | shape.BOND):
        return particle
    strange = named & shape.LETTERS and not named & (shape.WORD | shape.DEMONYM)
    if not named & shape.CAPITAL and not (text.lowered(at) and strange and not text.is_in("phrases.of", particle)):
        return particle
    if text.is_in("phrases.of", particle) and not _is_noble(text, at, particle, first):
        return particle
    return at + 1


def _is_noble(text: Marked, at: int, particle: int, first: int) -> bool:
    """« Dominique de V. », but not « Amina Saley de Niamey »: a known surname, or after one given name no place."""
    marks = text.shape(at)
    if text.gazetteer.named(text.words.forms[at]):
        return False
    alone = particle == first + 1 and at == particle + 1
    return bool(marks & shape.PERSONAL) or (alone and not marks & shape.WORD)


def _known_as(text: Marked, at: int) -> int:
    """The end of « dit X », « alias "le X" », `at` where no name follows."""
    name = at + 1
    if text.words.at(name) in _QUOTES:
        closed = next((end for end in range(name + 2, name + _NICKNAME) if text.words.at(end) in _QUOTES), None)
        return closed + 1 if closed else at
    if text.shape(name) & shape.INSIDE and text.shape(name + 1) & shape.CAPITAL:
        name += 1
    marks = text.shape(name)
    named = marks & shape.CAPITAL or (text.lowered(name) and marks & shape.LETTERS and not text.is_function(name))
    return name + 1 if named and not marks & shape.OTHER else at
