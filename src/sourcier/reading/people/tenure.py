"""Since when somebody holds a role, and whether it is over, by the dates and verbs beside it."""

from bisect import bisect_left
from collections.abc import Sequence

from sourcier.core.date import Date
from sourcier.core.span import Span
from sourcier.reading.people.role import RolePhrase
from sourcier.reading.people.runs import Namer

_NEAR = 4  # code points between a role and its date (« en »)
_OPEN = "/.."
_PAST = ("Tense=Past", "Tense=Imp")
_BACK = 4  # tokens before a role where its verb may stand


class Tenure:
    """Reads the tenure of the roles of one text."""

    def __init__(self, namer: Namer, dates: Sequence[Date]) -> None:
        """Take the text and its dates in order."""
        self._words, self._sets, self._dates = namer.words, namer.lexis.sets, dates
        self._starts = [each.span.start for each in dates]

    def since(self, phrase: RolePhrase) -> str | None:
        """Return since when, EDTF: « depuis 2019 », or the date of a nomination."""
        date = self._after(phrase)
        if not date or not date.value:
            return None
        if date.value.endswith(_OPEN):
            return date.value.removesuffix(_OPEN)
        verb = self._verb(phrase)
        named = verb is not None and self._words.lemma(verb) not in self._sets["phrases.past"]
        return date.value if named and "/" not in date.value else None

    def over(self, phrase: RolePhrase) -> Span | None:
        """Return the words that tell that a role is over: « fut », « de 1982 à 1989 »."""
        verb = self._verb(phrase)
        past = verb is not None and self._words.lemma(verb) in self._sets["phrases.past"]
        if verb is not None and past and any(tense in self._feats(verb) for tense in _PAST):
            return self._words.span(verb, verb + 1)
        date = self._after(phrase)
        if date and date.value and "/" in date.value and ".." not in date.value:
            return date.span
        return None

    def _after(self, phrase: RolePhrase) -> Date | None:
        end = self._words.span(phrase.first, phrase.stop).end
        at = bisect_left(self._starts, end)
        return self._dates[at] if at < len(self._dates) and self._starts[at] - end <= _NEAR else None

    def _verb(self, phrase: RolePhrase) -> int | None:
        """The verb of being or becoming right before a role."""
        for at in range(phrase.opens - 1, max(-1, phrase.opens - 1 - _BACK), -1):
            if self._words.upos(at) in {"VERB", "AUX"}:
                return at if self._words.lemma(at) in self._sets["phrases.becoming"] else None
            if self._words.upos(at) not in {"ADV", "PRON"}:
                return None
        return None

    def _feats(self, at: int) -> str:
        return self._words.analysis.tokens[at].feats
