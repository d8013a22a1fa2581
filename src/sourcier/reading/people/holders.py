"""Whose the roles of a text are: said beside a name, or standing for somebody named elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from sourcier.reading.names.words import Words
from sourcier.reading.people.chains import Chain, fits
from sourcier.reading.people.gaps import Gaps, Link
from sourcier.reading.people.lexis import Lexis
from sourcier.reading.people.links import links
from sourcier.reading.people.role import RolePhrase

_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "X", "VERB"})


@dataclass(frozen=True, slots=True)
class Held:
    """A role with its holder (None: an office that nobody named holds); `how` is None where it stands alone."""

    phrase: RolePhrase
    holder: Chain | None
    how: Link | None


class Holders:
    """Finds the holders of the roles of one text."""

    def __init__(self, words: Words, lexis: Lexis, chains: Sequence[Chain]) -> None:
        """Take the text and its people."""
        self._words, self._lexis, self._chains = words, lexis, chains
        named = sorted((each.first, each.stop, at) for at, chain in enumerate(chains) for each in chain.mentions)
        self._names = [(first, stop) for first, stop, _ in named]
        self._of_name = [at for _, _, at in named]
        self._known: list[tuple[RolePhrase, Chain]] = []

    def held(self, roles: Sequence[RolePhrase]) -> list[Held]:
        """Return the roles with their holders, without those that are nobody's and no office."""
        linked = links(Gaps(self._words, self._lexis), self._names, roles)
        self._known = [(roles[at], self._chains[self._of_name[link.name]]) for at, link in linked.items()]
        for phrase, chain in self._known:
            chain.gender = chain.gender or phrase.head.gender
        found = []
        for at, phrase in enumerate(roles):
            if at in linked:
                found.append(Held(phrase, self._chains[self._of_name[linked[at].name]], linked[at].how))
                continue
            holder = self._same_role(phrase) or self._only_one(phrase)
            if holder:
                self._known.append((phrase, holder))
                found.append(Held(phrase, holder, None))
            elif self._is_office(phrase):
                found.append(Held(phrase, None, None))
        return found

    def _same_role(self, phrase: RolePhrase) -> Chain | None:
        """The last person before it with that role, else the first after it that has it with the same complement."""
        before, after = [], []
        complement = self._content(phrase)
        for other, chain in self._known:
            if other.head.name != phrase.head.name or not fits(chain.gender, phrase.head.gender):
                continue
            theirs = self._content(other)
            if complement and theirs and not complement & theirs:
                continue
            if chain.mentions[0].first < phrase.first:
                before.append((self._last(chain, phrase.first), chain))
            elif complement and theirs:
                after.append((chain.mentions[0].first, chain))
        if before:
            return max(before, key=lambda pair: pair[0])[1]
        return min(after, key=lambda pair: pair[0])[1] if after else None

    def _last(self, chain: Chain, token: int) -> int:
        return max((each.first for each in chain.mentions if each.first < token), default=-1)

    def _only_one(self, phrase: RolePhrase) -> Chain | None:
        """The only person of this sentence and the one before, for a trade or a vague office that is a subject."""
        tokens = self._words.analysis.tokens
        said = self._is_said_of_pronoun(phrase)
        if not said:
            small = phrase.head.kind == "trade" or (phrase.head.vague and phrase.stop == phrase.bare)
            if not small or phrase.article != "definite" or not tokens[phrase.noun].relation.startswith("nsubj"):
                return None
            if self._words.at(phrase.opens) in self._lexis.sets["phrases.possessive"]:
                return None
        starts = sorted(start for start in self._words.sentence_starts if start <= phrase.first)[-2:]
        near = [
            chain for chain in self._chains if any(starts[0] <= each.first < phrase.first for each in chain.mentions)
        ]
        if said and near:
            return max(near, key=lambda chain: self._last(chain, phrase.first))
        return near[0] if len(near) == 1 and fits(near[0].gender, phrase.head.gender) else None

    def _is_said_of_pronoun(self, phrase: RolePhrase) -> bool:
        """« il fut député », « Directeur de l'office, il … »."""
        return phrase.article == "none"

    def _content(self, phrase: RolePhrase) -> frozenset[str]:
        words = self._words
        return frozenset(
            words.at(at)
            for at in range(phrase.bare, phrase.stop)
            if words.upos(at) in _CONTENT and not self._lexis.countries(words.forms[at])
        )

    def _is_office(self, phrase: RolePhrase) -> bool:
        if phrase.head.kind == "personal":
            return True
        return (
            phrase.head.kind == "office"
            and not (phrase.head.vague and phrase.stop == phrase.bare)
            and phrase.article == "definite"
        )
