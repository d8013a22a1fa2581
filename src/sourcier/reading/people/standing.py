"""Who a role stands for that is said of no name beside it: « le ministre », « le colonel », « il fut député ».

To give a role to the wrong person may hurt them: where the text leaves a doubt it is nobody's.
"""

from bisect import bisect_left
from collections.abc import Sequence

from sourcier.reading.people.alike import Alike, Told
from sourcier.reading.people.chains import Chain, fits
from sourcier.reading.people.generic import Generic
from sourcier.reading.people.marked import Marked
from sourcier.reading.people.role import RolePhrase

_FAR = 120  # tokens between a name and the pronoun that stands for it
_NEAR = 50  # tokens in which somebody is alone who may be meant by a trade, or one of several who have a role
_AHEAD = 60  # tokens before the first name of somebody in which a role without complement may mean them
_CLIMBED = 3  # arcs within a name
_WITHIN = ("flat", "appos")
_KEPT = 40  # roles of one noun that are gone through

_Known = tuple[RolePhrase, Told, Chain]


class Standing:
    """The people of one text with the roles that are known to be theirs."""

    def __init__(self, text: Marked, chains: Sequence[Chain]) -> None:
        """Take the text and its people."""
        self._words, self._lexis = text.words, text.lexis
        self._alike, self._generic = Alike(text), Generic(text)
        named = sorted((each.first, at) for at, chain in enumerate(chains) for each in chain.mentions)
        self._firsts = [first for first, _ in named]
        self._named = [chains[at] for _, at in named]
        self._known: dict[str, list[_Known]] = {}
        self._holders: set[int] = set()

    def know(self, phrase: RolePhrase, holder: Chain) -> None:
        """Keep whose a role is."""
        self._known.setdefault(phrase.head.name, []).append((phrase, self._alike.told(phrase), holder))
        self._holders.add(id(holder))
        holder.gender = holder.gender or phrase.head.gender

    def holder(self, phrase: RolePhrase) -> Chain | None:
        """Return who is meant by a role without a name, None where the text does not tell."""
        if phrase.article == "none":
            return self._subject(phrase.first)
        if phrase.article != "definite" or phrase.pointing or self._generic(phrase):
            return None
        return self._same_role(phrase) or self._only_one(phrase)

    def _same_role(self, phrase: RolePhrase) -> Chain | None:
        """The last person before it with that role, else who has it later on."""
        told = self._alike.told(phrase)
        fitting = [
            each
            for each in self._known.get(phrase.head.name, ())[-_KEPT:]
            if fits(each[2].gender, phrase.head.gender) and self._alike.may_be(phrase, each[0]) and told.fits(each[1])
        ]
        if phrase.owned and not told.content:
            fitting = [each for each in fitting if abs(each[0].first - phrase.first) <= _AHEAD]
        return self._before(phrase, told, fitting) or self._after(phrase, told, fitting)

    def _before(self, phrase: RolePhrase, told: Told, fitting: Sequence[_Known]) -> Chain | None:
        """Who of those named before is meant: one alone, or the last of several where the others are far."""
        last: dict[int, tuple[bool, int, Chain]] = {}
        for other, theirs, chain in fitting:
            if chain.mentions[0].first < phrase.first:
                closer = (told.country == theirs.country, self._last(chain, other, phrase.first), chain)
                last[id(chain)] = max(last.get(id(chain), closer), closer, key=lambda each: each[:2])
        ranked = sorted(last.values(), key=lambda each: each[:2], reverse=True)
        if len(ranked) < 2:
            return ranked[0][2] if ranked else None
        (like, at, chain), (other_like, other_at, _) = ranked[:2]
        if told.country and like > other_like:
            return chain
        near = phrase.first - at <= _NEAR
        return chain if near and at > other_at and not self._together(at, other_at) else None

    def _together(self, one: int, other: int) -> bool:
        """Whether two tokens stand in one sentence."""
        return not any(token in self._words.sentence_starts for token in range(other + 1, one + 1))

    def _after(self, phrase: RolePhrase, told: Told, fitting: Sequence[_Known]) -> Chain | None:
        """Who has the role later on: nobody else may, and one without complement is told soon."""
        later = [each for each in fitting if each[2].mentions[0].first >= phrase.first]
        if (
            not later
            or any(chain is not later[0][2] for _, _, chain in later)
            or (phrase.owned and not later[0][0].owned)
        ):
            return None
        near = later[0][2].mentions[0].first - phrase.first <= _AHEAD
        return later[0][2] if near or (told.content and told.content == later[0][1].content) else None

    @staticmethod
    def _last(chain: Chain, role: RolePhrase, token: int) -> int:
        """Where somebody was last spoken of before a token."""
        at = bisect_left(chain.mentions, token, key=lambda each: each.first)
        return max(chain.mentions[at - 1].first if at else -1, role.first if role.first < token else -1)

    def _only_one(self, phrase: RolePhrase) -> Chain | None:
        """The only person named shortly before, for a trade that is a subject (« le chanteur a dit »)."""
        subject = self._words.analysis.tokens[phrase.noun].relation.startswith("nsubj")
        whole = phrase.stop > phrase.bare or phrase.head.name in self._lexis.sets["trades.many"]
        if phrase.head.kind != "trade" or whole or phrase.owned or not subject:
            return None
        near = self._between(phrase.first - _NEAR, phrase.first)
        alone = bool(near) and all(each is near[0] for each in near)
        known = alone and id(near[0]) in self._holders  # « le chauffeur » is not the minister
        return near[0] if alone and not known and fits(near[0].gender, phrase.head.gender) else None

    def _subject(self, token: int) -> Chain | None:
        """Whom a pronoun stands for: the last named, if they are a subject there."""
        at = bisect_left(self._firsts, token) - 1
        if at < 0 or token - self._firsts[at] > _FAR:
            return None
        return self._named[at] if self._is_subject(self._firsts[at]) else None

    def _is_subject(self, token: int) -> bool:
        """Whether a name is a subject, with its title (« le président X »)."""
        tokens = self._words.analysis.tokens
        for _ in range(_CLIMBED):
            if not tokens[token].relation.startswith(_WITHIN):
                break
            token = tokens[token].head
        return tokens[token].relation.startswith("nsubj")

    def _between(self, first: int, stop: int) -> list[Chain]:
        return self._named[bisect_left(self._firsts, first) : bisect_left(self._firsts, stop)]
