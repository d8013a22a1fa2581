"""What tells that a text is about a country or comes from it; one town is too little, as many have its name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.places.spoken import Spoken

_OF_LAND, _OF_CAPITAL, _OF_PLACE, _AGAIN = 1.0, 1.2, 1.0, 0.2
_FEWEST = 2  # signs, of which one is a country's name, its people or its capital
_SHARE = 0.4  # of all signs
_PLACES = 3  # signs where all are other places


@dataclass(slots=True)
class Signs:
    """The signs for each country (ISO 3166 alpha-2): their worth, how many tell it by themselves, and its places."""

    worth: dict[str, float] = field(default_factory=dict)
    _telling: dict[str, int] = field(default_factory=dict)
    _places: dict[str, set[str]] = field(default_factory=dict)

    def people(self, codes: Sequence[str]) -> None:
        """Count an adjective of a people (« malien »), which several countries may share."""
        for code in codes:
            self._add(code, _OF_LAND / len(codes))
            self._tell(code, 1 if len(codes) == 1 else 0)

    def place(self, each: Spoken, votes: Mapping[str, float], gazetteer: Gazetteer) -> None:
        """Count a mention of a place with its votes; what is said to be within a land tells no more than that land."""
        if each.within:
            return
        land = bool(each.places) and each.places[0].kind == "country"
        for code, value in votes.items():
            capital = not land and gazetteer.capital(code) == each.places[0]
            if land or capital or each.mention.rule == "dateline":
                self._add(code, value * (_OF_LAND if land else _OF_CAPITAL))
                self._tell(code, 1)
            else:
                known = self._places.setdefault(code, set())
                self._add(code, value * (_AGAIN if each.surface in known else _OF_PLACE))
                known.add(each.surface)

    def is_sure(self, code: str) -> bool:
        """Tell whether the signs for a country are enough, and enough of all: a text may be about many lands."""
        telling, places = self._telling.get(code, 0), len(self._places.get(code, ()))
        if self.worth.get(code, 0.0) < _SHARE * sum(self.worth.values()):
            return False
        return telling + places >= (_FEWEST if telling else _PLACES)

    def _add(self, code: str, value: float) -> None:
        self.worth[code] = self.worth.get(code, 0.0) + value

    def _tell(self, code: str, more: int) -> None:
        self._telling[code] = self._telling.get(code, 0) + more
