"""Where a name ends that begins at a token: words with capitals, and what binds them."""

from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.names.words import Words
from sourcier.reading.people import shape
from sourcier.reading.people.lexis import Lexis

_LONGEST = 8  # words of a name
_SHORTEST_IN_CAPITALS = 4  # letters, of a surname that no list has; shorter ones are acronyms
_LETTERS_OF_A_LOWERED_NAME = 4
_NOUNS = frozenset({"PROPN", "X", "NOUN", "ADJ"})
_SMALL = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "ADV", "AUX"})


class Namer:
    """Finds the ends of names in one text."""

    def __init__(self, words: Words, lexis: Lexis, gazetteer: Gazetteer) -> None:
        """Take the text and what its language says."""
        self.words, self.lexis, self.gazetteer = words, lexis, gazetteer
        self.marks = [lexis.shape(form) for form in words.forms]
        for token in words.taken:
            self.marks[token] = 0
        self._length = len(self.marks)

    def shape(self, token: int) -> int:
        """Return the marks of a token, none beyond the ends of the text and for what other readers hold."""
        return self.marks[token] if 0 <= token < self._length else 0

    def breaks(self, token: int) -> bool:
        """Tell whether no name goes on at a token: a sentence begins there that a sign or a new line parts."""
        if token not in self.words.sentence_starts:
            return False
        tokens = self.words.analysis.tokens
        between = self.words.analysis.text[tokens[token - 1].end : tokens[token].start] if token else ""
        return self.words.upos(token - 1) == "PUNCT" or "\n" in between

    def stop(self, first: int, *, bold: bool = False) -> int:
        """Return where the name ends that begins with `first`, `first` itself where none does.

        `bold` where a title or a role stands before it: then words in small letters, too, may be a name.
        """
        at = self._opened(first, bold)
        if at == first:
            return first
        while at - first < _LONGEST:
            further = self._continued(at, first, bold=bold)
            if further == at or self.words.at(at) == self.words.at(first):
                break
            at = further
        return at

    def starts_person(self, token: int, *, alone: bool) -> bool:
        """Tell whether a known person's name begins with a token; `alone` where nothing stands before it but « de »."""
        marks = self.shape(token)
        if marks & shape.INITIAL:
            return bool(self.shape(token + 1) & shape.CAPITAL)
        if not marks & shape.CAPITAL or not marks & shape.PERSONAL or marks & shape.OTHER:
            return False
        following = self.shape(token + 1)
        longer = following & (shape.CAPITAL | shape.BOND) and not following & shape.OTHER
        named = self.gazetteer.longest(self.words.forms[token : token + 3])
        if longer and marks & shape.GIVEN:
            return not named or named.end < 2
        return not alone and not named and not marks & shape.WORD

    def _opened(self, first: int, bold: bool) -> int:
        marks = self.shape(first)
        if marks & shape.INITIAL:
            following = self.shape(first + 1)
            return first + 1 if following & (shape.CAPITAL | shape.INITIAL) and not following & shape.OTHER else first
        if marks & shape.OPENING and self._bound_name(first):
            return self._bound_name(first)
        if not marks & shape.LETTERS or marks & shape.OTHER:
            return first
        if marks & shape.CAPITAL:
            return first + 1 if self._may_open(first, marks, bold) else first
        return first + 1 if self._lowered(first, marks, bold) else first

    def _may_open(self, first: int, marks: int, bold: bool) -> bool:
        if marks & shape.WORD and not marks & shape.PERSONAL and self.words.upos(first) in _SMALL:
            return False
        if marks & shape.DEMONYM and not marks & shape.GIVEN:
            return False
        if marks & shape.PERSONAL and not marks & shape.WORD:
            return True
        if marks & shape.CAPITALS and not marks & shape.PERSONAL:
            return bold
        if not marks & shape.WORD:
            return True
        following = self.shape(first + 1)
        if marks & shape.PERSONAL:
            return bold or first not in self.words.sentence_starts or bool(following & shape.CAPITAL)
        if bold or first in self.words.sentence_starts or not following & shape.CAPITAL:
            return bold
        return bool(following & shape.PERSONAL) or (self.words.upos(first) == "PROPN" and not following & shape.WORD)

    def _lowered(self, first: int, marks: int, bold: bool) -> bool:
        """Whether a word in small letters begins a name: after a title, or a given name and another word that is none."""
        if marks & shape.WORD:
            return False
        if bold and not marks & (shape.DEMONYM | shape.INSIDE) and self.words.upos(first) in _NOUNS:
            following = self.shape(first + 1)
            return bool(marks & shape.PERSONAL or (following & shape.LETTERS and not following & (shape.WORD | shape.INSIDE)))
        if not marks & shape.GIVEN or len(self.words.forms[first]) < _LETTERS_OF_A_LOWERED_NAME:
            return False
        following = self.shape(first + 1)
        if following & shape.BOND:
            return True
        named = not following & shape.WORD or self.words.upos(first + 1) == "PROPN"
        return bool(following & shape.LETTERS and named and not following & shape.INSIDE)

    def _bound_name(self, first: int) -> int:
        """The end of a particle and the name after it (« El Haddad », « al - Haddad », « Ould Sidi »), 0 for none."""
        at = first + 1
        if self.words.at(at) == "-" and self.words.touches(at):
            at += 1
        following = self.shape(at)
        if self.shape(at) & shape.INSIDE and self.shape(at + 1) & shape.CAPITAL:
            at, following = at + 1, self.shape(at + 1)
        if not following & shape.CAPITAL or following & shape.OTHER or self.breaks(at):
            return 0
        bound = self.shape(first)
        if bound & shape.WORD and not bound & shape.BOND:
            known = bound & shape.CAPITAL and following & shape.PERSONAL and not self.gazetteer.named(self.words.forms[at])
            return at + 1 if known else 0
        return at + 1

    def _continued(self, at: int, first: int, *, bold: bool) -> int:
        """Where the name ends after its next word, `at` where that is none of it."""
        marks, word = self.shape(at), self.words.at(at)
        if self.breaks(at) or at in self.words.taken:
            return at
        if word in self.lexis.sets["names.elided"] and self.words.touches(at + 1) and self.words.capitalised(at):
            return at + 2
        if word in self.lexis.sets["names.regnal"] and at == first + 1:
            return at + 1
        opens = marks & shape.INSIDE or (marks & shape.OPENING and self.shape(at + 1) & shape.CAPITAL)
        if not marks or (marks & shape.WORD and self.words.upos(at) in _SMALL and not opens):
            return self._known_as(at) if word in self.lexis.sets["names.joined_known_as"] else at
        if marks & shape.INSIDE and not (marks & shape.CAPITAL and not marks & shape.BOND):
            return self._joined(at, first)
        if marks & shape.INITIAL:
            return at + 1 if self.shape(at + 1) & shape.CAPITAL and self.words.touches(at) is False else at
        if marks & shape.OTHER:
            return at
        if marks & shape.CAPITAL:
            return at + 1 if self._may_follow(at, marks, self.shape(at - 1), bold=bold) else at
        if not self.shape(first) & shape.CAPITAL and not marks & shape.DEMONYM:
            upos = self.words.upos(at)
            return at + 1 if upos == "PROPN" or (upos in {"X", "NOUN", "ADJ"} and not marks & shape.WORD) else at
        if self.words.at(at) in self.lexis.sets["names.joined_known_as"]:
            return self._known_as(at)
        return at

    def _may_follow(self, at: int, marks: int, last: int, *, bold: bool) -> bool:
        """Not an acronym, but for what stands among other words in capitals after a title."""
        if not marks & shape.CAPITALS or marks & shape.PERSONAL or (bold and last & shape.CAPITALS):
            return True
        return len(self.words.forms[at]) >= _SHORTEST_IN_CAPITALS

    def _joined(self, at: int, first: int) -> int:
        """The end of a particle and the name that it binds."""
        name = at + 1
        if self.words.at(name) == "-" and self.words.touches(name):
            name += 1
        if self.shape(name) & shape.INSIDE and not self.shape(name) & shape.CAPITAL:
            name += 1
        following = self.shape(name)
        if self.shape(at) & shape.BOND:
            return name + 1 if following & shape.LETTERS and not self.breaks(name) else at
        if not following & shape.CAPITAL or following & (shape.OTHER | shape.CAPITALS | shape.BOND):
            return at
        if self.words.at(at) in self.lexis.sets["phrases.of"] and not self._is_noble(name, at - first):
            return at
        return name + 1

    def _is_noble(self, name: int, before: int) -> bool:
        """« Dominique de V. », but not « Amina Saley de Niamey »: a known surname, or after one given name no place."""
        marks = self.shape(name)
        if self.gazetteer.named(self.words.forms[name]):
            return False
        return bool(marks & shape.PERSONAL) or (before == 1 and not marks & shape.WORD)

    def _known_as(self, at: int) -> int:
        """The end of « dit X »."""
        name = at + 1
        if self.shape(name) & shape.INSIDE and self.shape(name + 1) & shape.CAPITAL:
            name += 1
        marks = self.shape(name)
        return name + 1 if marks & shape.CAPITAL and not marks & shape.OTHER else at
