"""Offices spoken of in general, or to be filled: of whoever holds them, so that nobody named is meant."""

from bisect import bisect_right

from sourcier.reading.people.marked import Marked
from sourcier.reading.people.role import RolePhrase

_BACK = 6  # tokens before a role in which the verb that fills it stands
_VERBS = frozenset({"VERB", "AUX"})


class Generic:
    """Tells of one text's roles which are spoken of in general; what a sentence says is read once."""

    def __init__(self, text: Marked) -> None:
        """Take the text."""
        self._text, self._words = text, text.words
        self._firsts = [sentence.first for sentence in text.words.analysis.sentences]
        self._rules: dict[int, int | None] = {}

    def __call__(self, role: RolePhrase) -> bool:
        """« élire leur président », « le futur maire », « l'élection du maire », « la loi impose au maire … »."""
        return self._is_future(role) or self._is_filled(role) or self._is_ruled(role)

    def _is_future(self, role: RolePhrase) -> bool:
        """« le prochain maire »."""
        return any(self._text.is_in("generic.future", at) for at in range(role.opens, role.noun))

    def _is_filled(self, role: RolePhrase) -> bool:
        """« élira le maire », « l'élection du maire », « il n'y a pas le ministre »."""
        if self._text.is_in("generic.filling", role.opens - 1):
            return True
        for at in range(role.opens - 1, max(-1, role.opens - 1 - _BACK), -1):
            upos = self._words.upos(at)
            if upos == "PUNCT" or self._text.breaks(at + 1):
                return False
            if upos in _VERBS:
                return self._words.lemma(at) in self._text.lexis.sets["generic.choosing"]
            if upos in {"NOUN", "PROPN"}:
                return False
        return False

    def _is_ruled(self, role: RolePhrase) -> bool:
        """Whether a law speaks of a role: « la loi impose au maire … », but not « le maire dit que la loi … »."""
        number = bisect_right(self._firsts, role.noun) - 1
        if number not in self._rules:
            self._rules[number] = self._rule(number)
        rule = self._rules[number]
        return rule is not None and rule < role.noun

    def _rule(self, number: int) -> int | None:
        """The verb of a law in a sentence."""
        of, sets = self._words.analysis.sentences[number], self._text.lexis.sets
        if not any(self._text.is_in("generic.laws", at) for at in range(of.first, of.stop)):
            return None
        verbs = (at for at in range(of.first, of.stop) if self._words.upos(at) in _VERBS)
        return next((at for at in verbs if self._words.lemma(at) in sets["generic.ruling"]), None)
