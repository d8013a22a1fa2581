"""Whether two phrases may say one role: the same noun, and complements and countries that do not part them."""

from dataclasses import dataclass
from functools import partial

from sourcier.reading.people.country import Countries
from sourcier.reading.people.marked import Marked
from sourcier.reading.people.role import RolePhrase

_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "X", "VERB"})


@dataclass(frozen=True, slots=True)
class Told:
    """What a phrase says beside its noun: the words of its complement, and a country."""

    content: frozenset[str]
    country: str | None

    def fits(self, known: "Told") -> bool:
        """Tell whether this phrase may mean a known role: « le ministre » any, « le ministre de la Santé » no other."""
        if self.country and known.country and self.country != known.country:
            return False
        return self.content <= known.content or (bool(known.content) and known.content <= self.content)


class Alike:
    """Reads what the roles of one text say."""

    def __init__(self, text: Marked) -> None:
        """Take the text."""
        self._text, self._words, self._countries = text, text.words, Countries(text)

    def told(self, phrase: RolePhrase) -> Told:
        """Return what a phrase says; the country counts apart, as « malien » says what « du Mali » does."""
        country = self._countries.of_role(phrase)
        return Told(
            frozenset(filter(None, map(partial(self._word, country), range(phrase.bare, phrase.stop)))), country
        )

    def may_be(self, phrase: RolePhrase, known: RolePhrase) -> bool:
        """Tell whether neither a former role is taken for one that is held nor the first holder for today's."""
        state = (phrase.state == "former") == (known.state == "former")
        return state and self._ranked(phrase) == self._ranked(known)

    def _ranked(self, phrase: RolePhrase) -> set[str]:
        """What stands before a noun: « le premier président » is not « le président » of today."""
        return {self._words.at(at) for at in range(phrase.first, phrase.noun)} - self._text.lexis.sets["phrases.former"]

    def _word(self, country: str | None, at: int) -> str:
        """A word of a complement, nothing for a small word, for « en exercice » and for the country."""
        words, form = self._words, self._words.forms[at]
        if words.upos(at) not in _CONTENT or self._text.is_in("phrases.holding", at):
            return ""
        if self._text.lexis.countries(form):
            return ""
        place = self._text.gazetteer.named(form) if country and words.capitalised(at) else ()
        return "" if any(each.kind == "country" for each in place) else words.at(at)
