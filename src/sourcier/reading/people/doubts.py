"""Where a role stands beside a name with a comma between, and may yet be another's."""

from dataclasses import dataclass

from sourcier.reading.people import shape
from sourcier.reading.people.gaps import Link
from sourcier.reading.people.marked import Marked
from sourcier.reading.people.role import RolePhrase

_VERBS = frozenset({"VERB", "AUX"})
_LED = 10  # tokens between a preposition and the name that it leads


@dataclass(frozen=True, slots=True)
class Doubts:
    """Reads the doubts of one text."""

    text: Marked

    def of_complement(self, role: RolePhrase, how: Link) -> bool:
        """« un avocat de la chanteuse, X », « le conseiller du président X »: the name is, or may be, the other's."""
        inner = any(self._is_somebody(at) for at in range(role.bare, role.stop))
        return inner and (how == "title" or (how == "role" and role.article == "indefinite"))

    def _is_somebody(self, at: int) -> bool:
        """Whether a role begins at a word of a complement: « du président », « de la chanteuse »."""
        text = self.text
        before = at - 1 - text.is_in("phrases.articles", at - 1)
        return bool(text.shape(at) & shape.HEAD) and text.is_in("phrases.of", before)

    def of_governor(self, role: RolePhrase, following: RolePhrase) -> bool:
        """« l'appel du pape, le ministre X », « le fils du président, le général X »: X is not the first of the two."""
        apart = role.opens - self.text.is_in("phrases.of", role.opens - 1)
        if apart == role.opens and not self.text.is_in("phrases.governing", apart):
            return False
        another = following.head.kind == "office" or self.text.is_in("titles.kin", apart - 1)
        return another and following.opens > role.stop and following.article == "definite"

    def of_subject(self, name: int, role: RolePhrase) -> bool:
        """« à M. X, le maire a écrit », « selon X, le préfet a … »: what is said of the role begins with it."""
        if role.article != "definite" or self.text.words.upos(role.stop) not in _VERBS:
            return False
        subject = self.text.words.analysis.tokens[role.noun].relation.startswith("nsubj")
        return subject and self._is_led(name)

    def _is_led(self, name: int) -> bool:
        """Whether a preposition leads a name, with a title or role between."""
        words = self.text.words
        for at in range(name - 1, max(-1, name - 1 - _LED), -1):
            if words.upos(at) == "ADP":
                return True
            if words.upos(at) in _VERBS or self.text.breaks(at + 1):
                return False
        return False
