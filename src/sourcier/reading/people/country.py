"""Of which country somebody is, where the text says so."""

from collections.abc import Sequence

from sourcier.reading.people import shape
from sourcier.reading.people.chains import Chain
from sourcier.reading.people.marked import Marked
from sourcier.reading.people.role import RolePhrase


class Countries:
    """Reads countries in one text."""

    def __init__(self, namer: Marked) -> None:
        """Take the text."""
        self._namer, self._words = namer, namer.words

    def of_role(self, phrase: RolePhrase) -> str | None:
        """Return the country that a role names, by an adjective first (« nigérien »), else by name (« du Niger »)."""
        told = {code for at in range(phrase.first, phrase.stop) for code in self._adjective(at)}
        if len(told) == 1:
            return told.pop()
        return None if told else self._named(phrase)

    def of_person(self, chain: Chain, roles: Sequence[RolePhrase]) -> str | None:
        """Return the country of somebody with these roles, by the nationality beside a mention first."""
        for mention in chain.mentions:
            told = self._adjective(mention.first - 1)
            if len(told) == 1:
                return told[0]
        return next((country for phrase in roles if (country := self.of_role(phrase))), None)

    def _adjective(self, at: int) -> tuple[str, ...]:
        if not self._namer.shape(at) & shape.DEMONYM:
            return ()
        return self._namer.lexis.countries(self._words.forms[at])

    def _is_of(self, at: int) -> bool:
        """« du Niger », « de la Libye », but not « au Mali »."""
        before = at - 1 - (self._words.at(at - 1) in self._namer.lexis.sets["phrases.article"])
        return self._words.at(before) in self._namer.lexis.sets["phrases.of"]

    def _named(self, phrase: RolePhrase) -> str | None:
        at = phrase.bare
        while at < phrase.stop:
            found = (
                self._namer.gazetteer.longest(self._words.forms[at : phrase.stop])
                if self._words.capitalised(at)
                else None
            )
            if found and found.places[0].kind == "country" and self._is_of(at):
                return found.places[0].country
            at += found.end if found else 1
        return None
