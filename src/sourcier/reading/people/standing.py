"""Who a role stands for that is said of no name beside it: « le ministre », « le colonel », « il fut député »."""

from bisect import bisect_left
from collections.abc import Sequence

from sourcier.reading.names.words import Words
from sourcier.reading.people.chains import Chain, fits
from sourcier.reading.people.lexis import Lexis
from sourcier.reading.people.role import RolePhrase

_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "X", "VERB"})
_FAR = 120  # tokens between a name and the pronoun that stands for it
_NEAR = 50  # tokens in which somebody is alone who may be meant by a trade
_KEPT = 40  # roles of one noun that are gone through


class Standing:
    """The people of one text with the roles that are known to be theirs."""

    def __init__(self, words: Words, lexis: Lexis, chains: Sequence[Chain]) -> None:
        """Take the text and its people."""
        self._words, self._lexis = words, lexis
        named = sorted((each.first, at) for at, chain in enumerate(chains) for each in chain.mentions)
        self._firsts = [first for first, _ in named]
        self._named = [chains[at] for _, at in named]
        self._known: dict[str, list[tuple[RolePhrase, Chain]]] = {}
        self._holders: set[int] = set()

    def know(self, phrase: RolePhrase, holder: Chain) -> None:
        """Keep whose a role is."""
        self._known.setdefault(phrase.head.name, []).append((phrase, holder))
        self._holders.add(id(holder))
        holder.gender = holder.gender or phrase.head.gender

    def holder(self, phrase: RolePhrase) -> Chain | None:
        """Return who is meant by a role without a name, None where the text does not tell."""
        if phrase.article == "none":
            return self._last_named(phrase.first)
        return self._same_role(phrase) or self._only_one(phrase)

    def _same_role(self, phrase: RolePhrase) -> Chain | None:
        """The last person before it with that role, else the first after it that has it with the same complement."""
        before, after = [], []
        complement = self._content(phrase)
        for other, chain in self._known.get(phrase.head.name, ())[-_KEPT:]:
            theirs = self._content(other)
            if not fits(chain.gender, phrase.head.gender) or (complement and not complement & theirs):
                continue
            if chain.mentions[0].first < phrase.first:
                like = bool(complement) or not theirs
                before.append(((like, self._last(chain, other, phrase.first)), chain))
            elif (complement and theirs) or not complement:
                after.append((chain.mentions[0].first, chain))
        if before:
            return max(before, key=lambda pair: pair[0])[1]
        alone = bool(after) and all(chain is after[0][1] for _, chain in after)
        return min(after, key=lambda pair: pair[0])[1] if alone or (after and complement) else None

    @staticmethod
    def _last(chain: Chain, role: RolePhrase, token: int) -> int:
        """Where somebody was last spoken of before a token."""
        at = bisect_left(chain.mentions, token, key=lambda each: each.first)
        return max(chain.mentions[at - 1].first if at else -1, role.first if role.first < token else -1)

    def _only_one(self, phrase: RolePhrase) -> Chain | None:
        """The only person named shortly before, for a trade that is a subject (« le chanteur a dit »)."""
        subject = self._words.analysis.tokens[phrase.noun].relation.startswith("nsubj")
        owned = self._words.at(phrase.opens) in self._lexis.sets["phrases.possessive"]
        whole = phrase.stop > phrase.bare or phrase.head.name in self._lexis.sets["trades.many"]
        if phrase.head.kind != "trade" or whole or phrase.article != "definite" or not subject or owned:
            return None
        first, stop = (bisect_left(self._firsts, at) for at in (phrase.first - _NEAR, phrase.first))
        near = self._named[first:stop]
        alone = bool(near) and all(each is near[0] for each in near)
        known = alone and id(near[0]) in self._holders  # « le chauffeur » is not the minister
        return near[0] if alone and not known and fits(near[0].gender, phrase.head.gender) else None

    def _last_named(self, token: int) -> Chain | None:
        at = bisect_left(self._firsts, token) - 1
        return self._named[at] if at >= 0 and token - self._firsts[at] <= _FAR else None

    def _content(self, phrase: RolePhrase) -> frozenset[str]:
        """The words of a complement, without the adjectives of countries."""
        words = self._words
        return frozenset(
            words.at(at)
            for at in range(phrase.bare, phrase.stop)
            if words.upos(at) in _CONTENT and not self._lexis.countries(words.forms[at])
        )
