"""Phrases of offices, ranks and trades: the noun, what stands before it, and its complement."""

from dataclasses import dataclass

from sourcier.core.person import RoleState
from sourcier.reading.people import shape
from sourcier.reading.people.complement import Complement
from sourcier.reading.people.heads import Head
from sourcier.reading.people.role import Article, RolePhrase
from sourcier.reading.people.runs import Namer

Cue = tuple[int, int]  # tokens

_APPENDED = 3  # tokens before a noun that are looked at


@dataclass(frozen=True, slots=True)
class Roles:
    """Finds the roles of one text."""

    namer: Namer

    def at(self, token: int) -> RolePhrase | None:
        """Return the role whose noun begins with a token, None where it is none, or of several people."""
        text, words, lexis = self.namer, self.namer.words, self.namer.lexis
        found = lexis.heads.at(words, token) or self._prefixed(token)
        if not found or self._is_name(token, found[0]):
            return None
        bare, head = found
        first = self._modified(token)
        article, opens = self._opened(first)
        if article is None or self._is_other_word(token, head, article):
            return None
        stop = Complement(self.namer, head).stop(bare)
        state, cue, stop = self._state(first, token, stop)
        if text.is_in("phrases.of", stop) and text.is_in("phrases.any", stop + 1):  # le maire d'une ville
            article = "indefinite"
        owned = words.at(opens) in lexis.sets["phrases.possessive"]
        pointing = text.is_in("phrases.of", stop) and text.is_in("phrases.pointing", stop + 1)
        return RolePhrase(first, stop, opens, token, bare, head, article, state, cue, owned, pointing)

    def _prefixed(self, token: int) -> tuple[int, Head] | None:
        """The noun after « ex- », or the first of two (« journaliste-écrivain »)."""
        word = self.namer.words.at(token)
        for prefix in self.namer.lexis.sets["phrases.former_prefixes"]:
            if word.startswith(prefix):
                head = self.namer.lexis.head(word.removeprefix(prefix))
                return (token + 1, head) if head else None
        compound = self.namer.lexis.compound(word)
        return (token + 1, compound) if compound else None

    def _is_former(self, noun: int) -> bool:
        """« ex-président »."""
        return any(
            self.namer.words.at(noun).startswith(each) for each in self.namer.lexis.sets["phrases.former_prefixes"]
        )

    def _is_name(self, token: int, stop: int) -> bool:
        """Whether a noun is a given name here (« Pape Diouf »): a capital, no article."""
        marks = self.namer.shape(token)
        if not marks & shape.CAPITAL or stop > token + 1:
            return False
        if self.namer.words.at(token - 1) in self.namer.lexis.sets["phrases.definite"]:
            return False
        return bool(marks & (shape.GIVEN | shape.FAMILY) or self.namer.shape(token - 1) & shape.GIVEN)

    def _is_other_word(self, token: int, head: Head, article: Article) -> bool:
        """« quartier général », « Envoyé de Benghazi, il … »."""
        words, sets = self.namer.words, self.namer.lexis.sets
        before = words.upos(token - 1)
        if article == "none" and head.name in sets["phrases.adjectives"] and before in {"AUX", "VERB", "ADV"}:
            return True  # « X est responsable de meurtres » accuses, and tells no office
        if words.upos(token) == "ADJ" and before in {"NOUN", "PROPN"} and token not in words.sentence_starts:
            return True
        if head.kind == "rank" and article == "none":
            return words.upos(token - 1) in {"NOUN", "PROPN"} and token not in words.sentence_starts
        if head.name in sets["trades.participles"] and article != "definite" and words.upos(token) in {"VERB", "AUX"}:
            return True
        return head.name in sets["trades.participles"] and article == "none" and token in words.sentence_starts

    def _modified(self, noun: int) -> int:
        """Where the role begins, with « ancien », « haut », « premier » before its noun."""
        first = noun
        while noun - first < _APPENDED and self.namer.words.at(first - 1) in self.namer.lexis.sets["phrases.within"]:
            first -= 1
        return first

    def _opened(self, first: int) -> tuple[Article | None, int]:
        """What article stands before, and where; no article but None where there are several holders."""
        words, sets = self.namer.words, self.namer.lexis.sets
        at = first - 1
        while first - at < _APPENDED and words.at(at) in sets["phrases.before_noun"]:  # le nouveau ministre
            at -= 1
        before = words.at(at)
        if before in sets["phrases.plural"] or words.upos(at) == "NUM":
            return None, first
        if before in sets["phrases.definite"]:
            return "definite", at
        return ("indefinite", at) if before in sets["phrases.indefinite"] else ("none", first)

    def _state(self, first: int, noun: int, stop: int) -> tuple[RoleState, Cue | None, int]:
        """Whether the role is over or held for a time, what tells it, and where it ends with « par intérim »."""
        text, words = self.namer, self.namer.words
        former = next((at for at in range(first - 1, noun) if text.is_in("phrases.former", at)), None)
        if former is None and self._is_former(noun):
            former = noun
        if former is not None and former >= first:
            return "former", (former, former + 1), stop
        for at in range(noun + 1, stop + 1):
            interim = text.lexis.interim.at(words, at)
            if interim and (at == stop or interim[0] <= stop):
                return "interim", (at, interim[0]), max(stop, interim[0])
        if after := text.lexis.former_after.at(words, stop):
            return "former", (stop, after[0]), stop
        return ("current", None, stop) if former is None else ("former", (former, former + 1), stop)
