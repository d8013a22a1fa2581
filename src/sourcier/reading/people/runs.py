"""Where a name ends that begins at a token: words with capitals, and what binds them."""

from sourcier.reading.people import shape
from sourcier.reading.people.continuing import continued
from sourcier.reading.people.marked import Marked
from sourcier.reading.people.opening import opened

_LONGEST = 8  # words of a name


class Namer(Marked):
    """Finds the ends of names in one text."""

    def stop(self, first: int, *, bold: bool = False) -> int:
        """Return where the name ends that begins with `first`, `first` itself where none does.

        `bold` where a title or a role stands before it.
        """
        at = opened(self, first, bold=bold)
        if at == first:
            return first
        while at - first < _LONGEST and self.words.at(at) != self.words.at(first):
            further = continued(self, at, first, bold=bold)
            if further == at:
                break
            at = further
        return at

    def starts_person(self, token: int, *, alone: bool) -> bool:
        """Tell whether a known person's name begins with a token; `alone` where nothing stands before it but « de »."""
        marks, following = self.shape(token), self.shape(token + 1)
        if marks & shape.INITIAL:
            return bool(following & shape.CAPITAL)
        if self.lowered(token):
            strange = following & shape.LETTERS and not following & (shape.WORD | shape.INSIDE)
            goes_on = strange or following & (shape.PERSONAL | shape.BOND)
            return bool(marks & shape.PERSONAL and not marks & shape.WORD and goes_on)
        if not marks & shape.CAPITAL or not marks & shape.PERSONAL or marks & shape.OTHER:
            return False
        longer = following & (shape.CAPITAL | shape.BOND) and not following & shape.OTHER
        named = self.gazetteer.longest(self.words.forms[token : token + 3])
        if longer and marks & shape.GIVEN:
            return not named or named.end == 1
        return not alone and not named and not marks & shape.WORD
