"""What may be the first word of somebody's name."""

from sourcier.reading.people import shape
from sourcier.reading.people.marked import Marked

_LETTERS_OF_A_LOWERED_NAME = 4
_NOUNS = frozenset({"PROPN", "X", "NOUN", "ADJ"})


def opened(text: Marked, first: int, *, bold: bool) -> int:
    """Return where the first word of a name ends, with a particle before it, `first` where no name begins.

    `bold` where a title stands before it: then words of the language and words in small letters may be names, too.
    """
    marks = text.shape(first)
    if marks & shape.INITIAL:
        following = text.shape(first + 1)
        return first + 1 if following & (shape.CAPITAL | shape.INITIAL) and not following & shape.OTHER else first
    if marks & shape.OPENING and (bound := _bound(text, first)):
        return bound
    if not marks & shape.LETTERS or marks & shape.OTHER:
        return first
    opens = _capital_opens(text, first, bold=bold) if marks & shape.CAPITAL else _small_opens(text, first, bold=bold)
    return first + 1 if opens else first


def _capital_opens(text: Marked, first: int, *, bold: bool) -> bool:
    marks = text.shape(first)
    if marks & shape.PERSONAL:
        return not marks & shape.WORD or _word_opens(text, first, bold=bold)
    if marks & shape.DEMONYM or (marks & shape.WORD and (marks & shape.HEAD or text.is_function(first))):
        return False
    if marks & shape.CAPITALS:
        return bold
    return not marks & shape.WORD or _word_opens(text, first, bold=bold)


def _word_opens(text: Marked, first: int, *, bold: bool) -> bool:
    """Whether a word of the language with a capital begins a name (« Prudence M. », « Kelvin O. »)."""
    marks, following = text.shape(first), text.shape(first + 1)
    inside = first not in text.words.sentence_starts
    if marks & shape.PERSONAL:
        return bold or inside or bool(following & shape.CAPITAL)
    if bold or not inside or not following & shape.CAPITAL:
        return bold
    return bool(following & shape.PERSONAL) or (text.words.upos(first) == "PROPN" and not following & shape.WORD)


def _small_opens(text: Marked, first: int, *, bold: bool) -> bool:
    """Whether a word in small letters begins a name: a given name and another word that the language has not."""
    marks = text.shape(first)
    if marks & (shape.DEMONYM | shape.INSIDE) or text.is_function(first):
        return False
    if text.lowered(first) and marks & shape.PERSONAL and (bold or marks & shape.GIVEN):
        return _lowered_opens(text, first, bold=bold)
    if marks & shape.WORD:
        return False
    if bold:
        strange = _is_strange(text, first if text.lowered(first) else first + 1)
        return bool(marks & shape.PERSONAL) or (strange and text.words.upos(first) in _NOUNS)
    if not marks & shape.GIVEN or len(text.words.forms[first]) < _LETTERS_OF_A_LOWERED_NAME:
        return False
    following = text.shape(first + 1)
    proper = following & shape.LETTERS and not following & shape.INSIDE and text.words.upos(first + 1) == "PROPN"
    return bool(following & shape.BOND or proper) or _is_strange(text, first + 1)


def _lowered_opens(text: Marked, first: int, *, bold: bool) -> bool:
    """Whether a known name in a sentence without capitals is one here, though it may be a word, too."""
    marks, following = text.shape(first), text.shape(first + 1)
    if following & shape.BOND or (not marks & shape.WORD and (bold or following & shape.INSIDE)):
        return True
    if following & shape.PERSONAL and not text.is_function(first + 1):
        return not (marks & shape.WORD and following & shape.WORD) or text.words.upos(first) == "PROPN"
    return _is_strange(text, first + 1) or (bold and text.words.upos(first) == "PROPN")


def _is_strange(text: Marked, at: int) -> bool:
    """Whether a token is a word that the language has not, with what is elided before it (« n'toutoume »)."""
    if text.is_in("names.elided", at) and text.words.touches(at + 1):
        at += 1
    marks = text.shape(at)
    return bool(marks & shape.LETTERS) and not marks & (shape.WORD | shape.INSIDE | shape.DEMONYM)


def _bound(text: Marked, first: int) -> int:
    """The end of a particle and the name after it (« El Haddad », « al - Haddad », « Ould Sidi »), 0 for none."""
    at = first + 1
    if text.words.at(at) == "-" and text.words.touches(at):
        at += 1
    if text.shape(at) & shape.INSIDE and text.shape(at + 1) & shape.CAPITAL:
        at += 1
    if text.is_in("names.elided", at) and text.words.touches(at + 1):
        at += 1
    particle, named = text.shape(first), text.shape(at)
    small = text.lowered(at) and particle & shape.BOND and (named & shape.PERSONAL or _is_strange(text, at))
    if not (named & shape.CAPITAL or small) or named & shape.OTHER or text.breaks(at):
        return 0
    if particle & shape.WORD and not particle & shape.BOND:  # « Le Pen », but not « Le Niger »
        begins = first in text.words.sentence_starts and text.is_in("phrases.of", first)  # « De Lagos à Gao »
        known = particle & shape.CAPITAL and named & shape.PERSONAL and not begins
        return at + 1 if known and not text.gazetteer.named(text.words.forms[at]) else 0
    return at + 1
