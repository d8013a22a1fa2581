"""Which role stands beside which name."""

from collections.abc import Sequence
from dataclasses import dataclass

from sourcier.reading.people.becoming import of_following
from sourcier.reading.people.doubts import Doubts
from sourcier.reading.people.gaps import Gaps, Link
from sourcier.reading.people.marked import Marked
from sourcier.reading.people.role import RolePhrase

Stretch = tuple[int, int]
_FAR = 24  # tokens between « Nommé préfet » and the name


@dataclass(frozen=True, slots=True)
class Linked:
    """A role's name, by its number, and how the two hang together."""

    name: int
    how: Link


def links(text: Marked, names: Sequence[Stretch], roles: Sequence[RolePhrase]) -> dict[int, Linked]:
    """Return by a role's number the name that it is said of; names and roles stand in order."""
    linker = _Linker(text, names, roles)
    for number in range(len(roles)):
        linker.before_name(number)
    for number in range(len(roles) - 2, -1, -1):
        linker.before_role(number)
    for number in range(len(roles)):
        linker.after_name(number)
    for number in range(1, len(roles)):
        linker.after_role(number)
    return linker.found


class _Linker:
    def __init__(self, text: Marked, names: Sequence[Stretch], roles: Sequence[RolePhrase]) -> None:
        self._text, self._gaps, self._doubts = text, Gaps(text), Doubts(text)
        self._names, self._roles = names, roles
        self._preceding, self._following = _neighbours(names, roles)
        self.found: dict[int, Linked] = {}

    def before_name(self, number: int) -> None:
        """« le préfet X », « le préfet, X », « l'agent de Mme X, Y », « Nommé préfet en mars, X »."""
        role, name = self._roles[number], self._following[number]
        if name is None:
            return
        how = self._gaps.before(role.stop, self._names[name][0])
        if how and not self._doubts.of_complement(role, how):
            self.found[number] = Linked(name, how)
        elif name + 1 < len(self._names) and self._gaps.of_another(
            role.stop, *self._names[name], self._names[name + 1][0]
        ):
            self.found[number] = Linked(name + 1, "role")
        elif self._names[name][0] - role.stop <= _FAR and of_following(self._text.words, self._text.lexis, role):
            self.found[number] = Linked(name, "copula")

    def before_role(self, number: int) -> None:
        """« le ministre de la Santé, le colonel X »."""
        following = self.found.get(number + 1)
        if number in self.found or not following or following.how not in ("title", "role"):
            return
        role, another = self._roles[number], self._roles[number + 1]
        joined = self._gaps.joined(role.stop, another) and not self._doubts.of_governor(role, another)
        if joined and self._names[following.name][0] >= role.stop:
            self.found[number] = Linked(following.name, "role")

    def after_name(self, number: int) -> None:
        """« X, maire de Gaya », « X est maire »; « X, maire, Y » is said of X."""
        role, name, known = self._roles[number], self._preceding[number], self.found.get(number)
        if name is None or (known and (known.how != "role" or role.article != "none" or self._has_role(name, number))):
            return
        how = self._gaps.after(self._names[name][1], role.opens)
        if how and not (how == "apposition" and self._doubts.of_subject(self._names[name][0], role)):
            self.found[number] = Linked(name, how)

    def after_role(self, number: int) -> None:
        """« X, maire et député »."""
        preceding = self.found.get(number - 1)
        if number in self.found or not preceding or preceding.how not in ("apposition", "copula"):
            return
        if self._gaps.listed(self._roles[number - 1].stop, self._roles[number].opens):
            self.found[number] = Linked(preceding.name, "apposition")

    def _has_role(self, name: int, but: int) -> bool:
        """Whether a name has another of the roles right before this one."""
        near = (self.found.get(number) for number in (but - 2, but - 1))
        return any(linked and linked.name == name for linked in near)


def _neighbours(names: Sequence[Stretch], roles: Sequence[RolePhrase]) -> tuple[list[int | None], list[int | None]]:
    """The nearest name that ends before each role, and the nearest that begins after it."""
    before: list[int | None] = []
    after: list[int | None] = []
    at = 0
    for role in roles:
        while at < len(names) and names[at][0] < role.stop:
            at += 1
        after.append(at if at < len(names) else None)
        last = at - 1
        while last >= 0 and names[last][1] > role.first:
            last -= 1
        before.append(last if last >= 0 else None)
    return before, after
