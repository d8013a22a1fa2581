"""A text as the readers of bodies see it: folded words, capitals, sentence ends, and the tables to ask."""

from dataclasses import dataclass
from functools import cached_property

from sourcier.core.place import Place
from sourcier.reading.gazetteer.demonyms import Demonyms
from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.names.words import Words
from sourcier.reading.organisations.known import Bodies
from sourcier.reading.organisations.phrases import Parts, Phrases, parts
from sourcier.reading.organisations.table import Table

_FEW = 0.02  # capitals among words; a text with fewer is written in small letters
_BACK = 2
_BEYOND = 4
_LARGE = 20_000  # people in a place that tells its land


@dataclass(frozen=True)
class View:
    """The words of a text with what is asked of them again and again."""

    words: Words
    table: Table
    known: Phrases[Bodies]
    demonyms: Demonyms
    gazetteer: Gazetteer

    @cached_property
    def parts(self) -> list[Parts]:
        """The folded words of each token, an empty one for a sign."""
        return [parts(form) for form in self.words.forms]

    @cached_property
    def folds(self) -> list[str]:
        """Each token folded, nothing for a sign; two more beyond the end, which are before the start too."""
        return [of[0] if len(of) == 1 else " ".join(of) for of in self.parts] + [""] * _BEYOND

    @property
    def capitals(self) -> list[int]:
        """The tokens that begin with a capital."""
        return self.words.capitals

    @cached_property
    def stops(self) -> list[int]:
        """For each token, where its sentence stops: at a sign or a new line, as an engine may cut a name in two."""
        found: list[int] = []
        for sentence in self.words.analysis.sentences:
            if not self.folded(sentence.stop - 1) or self._breaks(sentence.stop):
                found += [sentence.stop] * (sentence.stop - len(found))
        return found

    @cached_property
    def starts(self) -> frozenset[int]:
        """The first token of each such sentence."""
        return frozenset((0, *self.stops))

    def _breaks(self, token: int) -> bool:
        """Tell whether the text ends, or a new line begins, before a token."""
        tokens = self.words.analysis.tokens
        return token >= len(tokens) or "\n" in self.words.analysis.text[tokens[token - 1].end : tokens[token].start]

    @cached_property
    def lowered(self) -> bool:
        """Whether the text has no capitals to speak of."""
        return len(self.capitals) <= _FEW * len(self)

    def __len__(self) -> int:
        return len(self.words.forms)

    @cached_property
    def beginnings(self) -> dict[str, list[int]]:
        """The tokens with which a phrase may begin, in order, for each list of phrases (« heads », « known »)."""
        found: dict[str, list[int]] = {"known": [], "heads": [], "leads": [], "apposed": []}
        starts = self.table.starts
        known = self.known.starts
        for at, of in enumerate(self.parts):
            if of:
                word = of[0]
                if word in known:
                    found["known"].append(at)
                for name in starts.get(word, ()):
                    found[name].append(at)
        return found

    @cached_property
    def brackets(self) -> list[int]:
        """The opening brackets."""
        return [at for at, form in enumerate(self.words.forms) if form == "("]

    @cached_property
    def lands(self) -> frozenset[str]:
        """The countries (ISO 3166 alpha-2) whose people, name or larger places the text speaks of."""
        forms = self.words.forms
        found = {code for form in set(self.words.spelt) for codes in self.demonyms.countries(form) for code in codes}
        named = (self.gazetteer.longest(forms, at) for at in self.capitals)
        places = (name.places[0] for name in named if name)
        return frozenset(found.union(place.country for place in places if place.country and _is_known(place)))

    def folded(self, token: int) -> str:
        """Return a token's folded form, nothing for a sign and beyond the ends."""
        return self.folds[token] if -_BEYOND <= token < len(self.words.forms) else ""

    def within(self, name: str, token: int) -> bool:
        """Tell whether a token stands in a list of the table."""
        return self.folded(token) in self.table.words[name]

    def capital(self, token: int) -> bool:
        """Tell whether a token begins with a capital."""
        return 0 <= token < len(self.words.forms) and self.words.forms[token][0].isupper()

    def proper(self, token: int) -> bool:
        """Tell whether a token is written as a name: with a capital, or unlike a word in a text without capitals."""
        if self.capital(token) or not self.lowered or not self.folded(token):
            return self.capital(token)
        return self.words.upos(token) == "PROPN" or not (self.words.known(token) or self.words.forms[token].isdigit())

    def shouted(self, token: int) -> bool:
        """Tell whether a token of several letters is in capitals throughout."""
        form = self.words.forms[token] if 0 <= token < len(self) else ""
        return len(form) > 1 and form.isupper()

    def headline(self, token: int) -> bool:
        """Tell whether a token stands among other words in capitals."""
        around = [at for at in (token - 2, token - 1, token + 1, token + 2) if self.folded(at)]
        return bool(around) and all(self.words.forms[at].isupper() for at in around)

    def opens(self, token: int) -> bool:
        """Tell whether a token is the first word of its sentence, after a quotation mark or not."""
        at = token
        while at not in self.starts:
            at -= 1
            if at < 0 or self.folded(at):
                return False
        return True

    def definite(self, first: int) -> bool:
        """Tell whether what begins with token `first` has a singular definite article before it."""
        return self.within("articles.singular", first - 1)

    def indefinite(self, first: int) -> bool:
        """Tell whether a determiner before token `first`, or before an adjective before it, makes it no name."""
        return any(
            self.within("indefinite.words", at) or self.words.forms[at].isdigit()
            for at in range(max(first - _BACK, 0), first)
            if at == first - 1 or self.words.upos(at + 1) == "ADJ"
        )

    def street(self, first: int) -> bool:
        """Tell whether a name is that of a street or a building (« place des Nations-Unies »)."""
        at = first - 1
        while self.within("articles.of", at) or self.within("articles.bare", at):
            at -= 1
        return self.within("buildings.streets", at) and at < first - 1

    def people_of(self, token: int) -> bool:
        """Tell whether a token is a demonym (« malienne »)."""
        return bool(self.demonyms.countries(self.words.spelt[token])) if token < len(self) else False


def _is_known(place: Place) -> bool:
    """Whether a place tells its land: a country, a region, a larger town, no village that any word may name."""
    return place.kind in {"country", "region"} or (place.population or 0) >= _LARGE
