"""Core values of the people that a text was found to name."""

from collections.abc import Iterable, Iterator, Sequence

from sourcier.core.date import Date
from sourcier.core.person import Office, Person, Role, RoleState
from sourcier.reading.names.candidate import Candidate
from sourcier.reading.names.words import Words
from sourcier.reading.people.chains import Chain, Chainer
from sourcier.reading.people.country import Countries
from sourcier.reading.people.holders import Held, holders
from sourcier.reading.people.role import RolePhrase
from sourcier.reading.people.roles import Roles
from sourcier.reading.people.runs import Namer
from sourcier.reading.people.tenure import Tenure
from sourcier.reading.people.variants import Variants, variants


class Maker:
    """Makes the values of one text."""

    def __init__(self, namer: Namer, dates: Sequence[Date], producer: str) -> None:
        """Take the text and its dates."""
        self._namer, self._words, self._producer = namer, namer.words, producer
        self._countries = Countries(namer)
        self._variants = variants(namer.lexis)
        self._tenure = Tenure(namer, dates)

    def made(self, settled: Sequence[Candidate]) -> tuple[tuple[Person, ...], tuple[Office, ...]]:
        """Return the people and offices of what was settled."""
        lexis = self._namer.lexis
        chains = Chainer(self._words, lexis).chains([each for each in settled if each.kind == "person"])
        roles = list(self._phrases(each for each in settled if each.kind == "role"))
        held = holders(self._namer, chains, roles)
        persons = tuple(self._person(chain, [each for each in held if each.holder is chain]) for chain in chains)
        offices = tuple(
            Office(self._role(each), self._countries.of_role(each.phrase), self._producer)
            for each in held
            if each.holder is None
        )
        return persons, offices

    def _phrases(self, settled: Iterable[Candidate]) -> Iterator[RolePhrase]:
        """The roles that were settled, read once more."""
        roles = Roles(self._namer)
        for each in settled:
            read = (roles.at(at) for at in range(each.first, each.stop))
            phrase = next((one for one in read if one and one.first == each.first), None)
            if phrase:
                yield phrase

    def _person(self, chain: Chain, held: Sequence[Held]) -> Person:
        mentions = tuple(map(self._words.mention, chain.mentions))
        country = self._countries.of_person(chain, [each.phrase for each in held])
        return Person(
            fullest(self._words, self._variants, chain), mentions, tuple(map(self._role, held)), country, self._producer
        )

    def _role(self, held: Held) -> Role:
        phrase = held.phrase
        state: RoleState = phrase.state
        cue = self._words.span(*phrase.cue) if phrase.cue else None
        if state == "current" and (over := self._tenure.over(phrase)):
            state, cue = "former", over
        return Role(
            self._words.span(phrase.first, phrase.stop), state, held.how is None, self._tenure.since(phrase), cue
        )


def fullest(words: Words, variants: Variants, chain: Chain) -> str:
    """Return the form of a name that tells most: most words, with capitals at their beginning only, the first such."""
    written = [words.written(each.first, each.stop) for each in chain.mentions]
    return max(
        written,
        key=lambda name: (len(variants.parts(name)), not name.islower(), -sum(map(str.isupper, name)), len(name)),
    )
