"""Which countries a text speaks of, as far as places, peoples and its outlet tell."""

from collections.abc import Sequence
from functools import lru_cache

from sourcier.lang.language import Language
from sourcier.reading.gazetteer.demonyms import Countries, demonyms
from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.names.words import Words
from sourcier.reading.places.signs import Signs
from sourcier.reading.places.spoken import Spoken

_MOST = 4.0  # of one kind of evidence for one country
_OF_OUTLET = 3.0
_DATELINE = 2.0
_LEAST = 1.5  # of a country that a text is about
_AHEAD = 1.5  # times the next one
_PEOPLES = frozenset({"ADJ", "NOUN", "PROPN"})


class Support:
    """The evidence for each country (ISO 3166 alpha-2) in a text."""

    def __init__(self, words: Words, places: Sequence[Spoken], gazetteer: Gazetteer, outlet: str | None) -> None:
        """Weigh what a text names; `outlet` is the country of its outlet, None where it is not known.

        `home` is where a small place without a country would be, `country` what the whole text is surely about.
        """
        self.outlet = outlet
        self._home = Signs()
        self._of_name: dict[str, dict[str, float]] = {}
        self._peoples: dict[str, float] = {}
        self._count_places(places, gazetteer)
        self._count_peoples(words)
        self.of = self._added()
        self.home = self._at_home()
        self.country = self.home if self.outlet or (self.home and self._home.is_sure(self.home)) else None

    def without(self, surface: str) -> dict[str, float]:
        """Return the evidence for each country apart from what a name itself gives."""
        own = self._of_name.get(surface)
        if not own:
            return self.of
        return {code: value - min(own.get(code, 0.0), value) for code, value in self.of.items()}

    def _at_home(self) -> str | None:
        """The country of the outlet, else the one that the text speaks of clearly more than of others."""
        if self.outlet:
            return self.outlet
        ranked = sorted(self._home.worth.items(), key=lambda pair: (-pair[1], pair[0]))
        if len(ranked) < 2:
            return ranked[0][0] if ranked else None
        return ranked[0][0] if ranked[0][1] >= max(_LEAST, _AHEAD * ranked[1][1]) else None

    def _count_places(self, places: Sequence[Spoken], gazetteer: Gazetteer) -> None:
        for each in places:
            self._home.place(each, _votes(each), gazetteer)
            of = self._of_name.setdefault(each.surface, {})
            for code, value in _votes(each).items():
                of[code] = min(_MOST, of.get(code, 0.0) + value)

    def _count_peoples(self, words: Words) -> None:
        language = Language(words.analysis.language)
        told = {form: each for form in set(words.spelt) if len(form) > 4 and (each := _peoples(language, form))}
        for token, form in zip(words.analysis.tokens, words.spelt, strict=True):
            if form in told and token.upos in _PEOPLES:
                for codes in told[form]:
                    self._home.people(codes)
                    for code in codes:
                        value = self._peoples.get(code, 0.0) + 0.7 / len(codes)
                        self._peoples[code] = min(_MOST, value)

    def _added(self) -> dict[str, float]:
        total = dict(self._peoples)
        for of in self._of_name.values():
            for code, value in of.items():
                total[code] = total.get(code, 0.0) + value
        if self.outlet:
            total[self.outlet] = total.get(self.outlet, 0.0) + _OF_OUTLET
        return total


def _votes(each: Spoken) -> dict[str, float]:
    """What one mention says for countries: much where only one has the name, little where several do."""
    worth = _DATELINE if each.mention.rule == "dateline" else 1.0
    if each.within:
        codes = {place.country for place in each.within if place.country}
    else:
        codes = {place.country for place in each.places[:1] if place.kind == "country" and place.country}
        codes = codes or {place.country for place in each.places if place.country}
    return {code: worth / len(codes) for code in codes} if len(codes) <= 3 else {}


@lru_cache(8192)
def _peoples(language: Language, form: str) -> tuple[Countries, ...]:
    return demonyms(language).countries(form)
