"""Which mentions by name are one human being."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sourcier.reading.names.candidate import Candidate
from sourcier.reading.names.words import Words
from sourcier.reading.people.heads import Gender
from sourcier.reading.people.lexis import Lexis
from sourcier.reading.people.variants import is_part, variants

Parts = tuple[str, ...]


@dataclass(slots=True)
class Chain:
    """One human being: mentions in order, and all names they have, as keys."""

    names: list[Parts]
    mentions: list[Candidate] = field(default_factory=list)
    gender: Gender | None = None

    def has(self, parts: Parts) -> bool:
        """Tell whether a name is one of theirs, or a part of one."""
        return any(is_part(parts, name) for name in self.names)

    def begins(self, names: Iterable[Parts]) -> bool:
        """Tell whether a name begins like one of theirs: « Idriss D. » is no « Mahamat Idriss D. »."""
        return any(
            parts[0][0] == name[0][0] and (parts[0] == name[0] or "." in parts[0])
            for parts in names
            for name in self.names
        )

    def distance(self, token: int) -> tuple[bool, int]:
        """Return how far the nearest mention stands from a token, those before it first."""
        return min((each.first > token, abs(token - each.first)) for each in self.mentions)


class Chainer:
    """Joins the mentions of one text."""

    def __init__(self, words: Words, lexis: Lexis) -> None:
        """Take the text and what its language says."""
        self._words, self._lexis, self._variants = words, lexis, variants(lexis)

    def chains(self, mentions: Sequence[Candidate]) -> list[Chain]:
        """Return the people of a text in the order of their first mention; full names are joined before parts."""
        names = {each.first: self._names(each) for each in mentions}
        found: list[Chain] = []
        for each in mentions:
            if max(map(len, names[each.first])) > 1:
                self._add(found, each, names[each.first])
        full = tuple(found)
        for each in mentions:
            if max(map(len, names[each.first])) == 1:
                self._add_part(found, full, each, names[each.first])
        for chain in found:
            chain.mentions.sort(key=lambda each: each.first)
        return sorted(found, key=lambda chain: chain.mentions[0].first)

    def _names(self, mention: Candidate) -> list[Parts]:
        """The keys of a mention's names: two of « X dit Y »."""
        written = self._words.written(mention.first, mention.stop).split()
        cuts = [at for at, word in enumerate(written) if word.lower() in self._lexis.sets["names.known_as"]]
        bounds = [-1, *cuts, len(written)]
        written = [word.strip('«»"“”') for word in written]
        pieces = (" ".join(written[start + 1 : end]) for start, end in pairwise(bounds))
        return [self._variants.parts(piece) for piece in pieces if piece] or [(written[0].lower(),)]

    def _add(self, found: list[Chain], mention: Candidate, names: list[Parts]) -> None:
        gender = self._gender(mention)
        if not self._is_homonym(mention):
            fitting = [chain for chain in found if self._is_named(chain, names) and fits(chain.gender, gender)]
            if fitting:
                chain = min(fitting, key=lambda each: (not each.begins(names), each.distance(mention.first)))
                chain.mentions.append(mention)
                chain.names.extend(parts for parts in names if parts not in chain.names)
                chain.gender = chain.gender or gender
                return
        alias = self._other_name(found, mention)
        if alias:
            alias.mentions.append(mention)
            alias.names.extend(names)
        else:
            found.append(Chain(names, [mention], gender))

    def _is_named(self, chain: Chain, names: Iterable[Parts]) -> bool:
        return any(chain.has(parts) or self._holds(parts, chain) for parts in names if len(parts) > 1)

    @staticmethod
    def _holds(parts: Parts, chain: Chain) -> bool:
        return any(len(name) > 1 and name[0] == parts[0] and is_part(name, parts) for name in chain.names)

    def _add_part(self, found: list[Chain], full: Iterable[Chain], mention: Candidate, names: list[Parts]) -> None:
        gender = self._gender(mention)
        fitting = [chain for chain in full if any(map(chain.has, names)) and fits(chain.gender, gender)]
        again = [chain for chain in fitting if any(each in names for each in map(self._key, chain.mentions))]
        chosen = self._bearer(again or fitting, mention, names[0])
        if chosen is None:
            chosen = next((chain for chain in found if chain not in full and any(map(chain.has, names))), None)
        if chosen is None:
            found.append(Chain(names, [mention], gender))
            return
        chosen.mentions.append(mention)
        chosen.gender = chosen.gender or gender

    def _key(self, mention: Candidate) -> Parts:
        return self._variants.parts(self._words.written(mention.first, mention.stop))

    @staticmethod
    def _bearer(chains: Sequence[Chain], mention: Candidate, parts: Parts) -> Chain | None:
        """The only bearer of a name so far, as their last if several have it; father and son are not told apart."""
        chains = [chain for chain in chains if chain.mentions[0].first < mention.first] or chains
        last = [chain for chain in chains if any(parts[-1] == name[-1] for name in chain.names)]
        chains = last or chains
        return chains[0] if len(chains) == 1 else None

    def _is_homonym(self, mention: Candidate) -> bool:
        return self._words.at(mention.first - 1) in self._lexis.sets["names.same_name"]

    def _other_name(self, found: Sequence[Chain], mention: Candidate) -> Chain | None:
        """Whose name it is after « , alias »."""
        at = mention.first - 1
        if self._words.at(at) not in self._lexis.sets["names.known_as"]:
            return None
        last = max((chain for chain in found), key=lambda chain: chain.mentions[-1].stop, default=None)
        return last if last and 0 <= at - last.mentions[-1].stop <= 1 else None

    def _gender(self, mention: Candidate) -> Gender | None:
        for at in range(max(0, mention.first - 2), mention.first):
            word = self._words.at(at)
            if word in self._lexis.sets["titles.feminine"]:
                return "feminine"
            if word in self._lexis.sets["titles.masculine"] and (word != "m" or self._words.capitalised(at)):
                return "masculine"
        return None


def fits(one: Gender | None, other: Gender | None) -> bool:
    """Tell whether two genders may be one person's; an unknown one fits."""
    return one is None or other is None or one == other
