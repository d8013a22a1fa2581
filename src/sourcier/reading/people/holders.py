"""Whose the roles of a text are: said beside a name, or standing for somebody named elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from sourcier.reading.people.chains import Chain
from sourcier.reading.people.gaps import Link
from sourcier.reading.people.links import links
from sourcier.reading.people.marked import Marked
from sourcier.reading.people.role import RolePhrase
from sourcier.reading.people.standing import Standing


@dataclass(frozen=True, slots=True)
class Held:
    """A role with its holder (None: an office that nobody named holds); `how` is None where it stands alone."""

    phrase: RolePhrase
    holder: Chain | None
    how: Link | None


def holders(text: Marked, chains: Sequence[Chain], roles: Sequence[RolePhrase]) -> list[Held]:
    """Return the roles of a text with their holders, without those that are nobody's and no office."""
    named = sorted((each.first, each.stop, at) for at, chain in enumerate(chains) for each in chain.mentions)
    linked = links(text, [(first, stop) for first, stop, _ in named], roles)
    beside = {at: chains[named[link.name][2]] for at, link in linked.items()}
    standing = Standing(text, chains)
    for at, known in beside.items():
        standing.know(roles[at], known)
    found = []
    for at, phrase in enumerate(roles):
        holder: Chain | None = beside.get(at) or standing.holder(phrase)
        if holder and at not in beside:
            standing.know(phrase, holder)
        if holder or phrase.is_office:
            found.append(Held(phrase, holder, linked[at].how if at in linked else None))
    return found
