"""Nouns with their adjectives within a role, up to where a person's name begins."""

from sourcier.reading.people import shape
from sourcier.reading.people.runs import Namer

_LONGEST = 24  # tokens
_PLACE = 6  # tokens of a place's name
_NOUNS = frozenset({"NOUN", "PROPN", "X", "ADJ", "SYM"})
_NEVER = frozenset({"PUNCT", "PRON", "DET", "ADP"})  # parts of speech that have no part in it, whatever their capitals


class Nominal:
    """Reads the nouns of one role; `met_body` once one of them was a body's (« Mouvement »)."""

    def __init__(self, namer: Namer) -> None:
        """Take the text."""
        self._text, self._words, self._sets = namer, namer.words, namer.lexis.sets
        self.met_body = False

    def adjectives(self, at: int) -> int:
        """Return where the adjectives of the role's noun end (« général adjoint », « nigérien »)."""
        while self._goes_on(at) and not self._text.is_in("phrases.not_after_noun", at):
            marks = self._text.shape(at)
            if self._text.starts_person(at, alone=True):
                break
            small = not marks & shape.CAPITAL or (marks & shape.WORD and not marks & shape.PERSONAL)
            adjective = small and (self._words.upos(at) == "ADJ" or marks & shape.DEMONYM)
            if not adjective and not self._text.is_in("phrases.after_noun", at):
                break
            at += 1
        return at

    def stop(self, first: int) -> int:
        """Return where nouns and adjectives end that begin with `first`, `first` where there are none."""
        at = first
        while at - first < _LONGEST and self._is_part(at):
            if self._text.starts_person(at, alone=at == first) or (at > first and self._is_name(at)):
                break
            marks = self._text.shape(at)
            self.met_body = self.met_body or bool(marks & shape.OTHER)
            capital = marks & shape.CAPITAL
            place = self._text.gazetteer.longest(self._words.forms[at : at + _PLACE]) if capital else None
            at += place.end if place else 1
            if self._words.at(at) == "-" and self._words.touches(at) and self._words.touches(at + 1):
                at += 1
        return at

    def is_domain(self, at: int) -> bool:
        """Tell whether a token is a word of the language with a capital: « Intérieur », « Sports »."""
        marks = self._text.shape(at)
        return bool(marks & shape.CAPITAL and marks & shape.WORD) and not self._text.starts_person(at, alone=True)

    def _goes_on(self, at: int) -> bool:
        return at < len(self._words) and at not in self._words.taken and not self._text.breaks(at)

    def _is_part(self, at: int) -> bool:
        if not self._goes_on(at):
            return False
        capital, upos = self._text.shape(at) & shape.CAPITAL, self._words.upos(at)
        if self._text.is_in("other.foreign", at) and self._are_capital(at - 1, at + 1):  # Center for Arab Studies
            return True
        if self._text.is_in("phrases.not_after_noun", at) or self._text.is_in("titles.courtesy", at):
            return False
        if capital and upos not in _NEVER:
            return True
        figure = upos == "NUM" and self._words.at(at).isdigit()
        return upos in _NOUNS or figure or self._text.is_in("phrases.after_noun", at)

    def _is_name(self, at: int) -> bool:
        """« rabbin d'origine marocaine Suleiman M. »: a name right after words in small letters, but « du lycée X »."""
        marks, following = self._text.shape(at), self._text.shape(at + 1)
        if marks & (shape.OTHER | shape.WORD | shape.DEMONYM) or self._binds(at - 1, marks):
            return False
        if not marks & shape.CAPITAL:
            return bool(following & shape.LETTERS and not following & (shape.WORD | shape.INSIDE | shape.DEMONYM))
        named = self._words.upos(at) in {"PROPN", "X"} and not marks & shape.CAPITALS
        return named and bool(following & shape.CAPITAL)

    def _binds(self, before: int, marks: int) -> bool:
        """Whether what stands before a word makes it no name: a capital, « for », « lycée »."""
        if self._text.shape(before) & shape.CAPITAL or self._words.at(before) == "-":
            return True
        named_after = marks & shape.CAPITAL and self._text.is_in("other.named_after", before)
        return bool(named_after) or self._text.is_in("other.foreign", before)

    def _are_capital(self, one: int, other: int) -> bool:
        return bool(self._text.shape(one) & self._text.shape(other) & shape.CAPITAL)
