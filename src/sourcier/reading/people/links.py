"""Which role stands beside which name."""

from collections.abc import Sequence
from dataclasses import dataclass

from sourcier.reading.people.gaps import Gaps, Link
from sourcier.reading.people.role import RolePhrase

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Linked:
    """A role's name, by its number, and how the two hang together."""

    name: int
    how: Link


def links(gaps: Gaps, names: Sequence[Stretch], roles: Sequence[RolePhrase]) -> dict[int, Linked]:
    """Return by a role's number the name that it is said of; names and roles stand in order."""
    before, after = _neighbours(names, roles)
    found: dict[int, Linked] = {}
    for number, role in enumerate(roles):
        following = after[number]
        if following is not None and (how := gaps.before(role.stop, names[following][0])):
            found[number] = Linked(following, how)
        elif following is not None and following + 1 < len(names):
            (first, ends), (second, _) = names[following : following + 2]
            if gaps.of_another(role.stop, first, ends, second):
                found[number] = Linked(following + 1, "role")
    for number in range(len(roles) - 2, -1, -1):  # « le ministre de la Santé, le colonel X »
        if number not in found and number + 1 in found and found[number + 1].how in ("title", "role"):
            if (
                gaps.joined(roles[number].stop, roles[number + 1])
                and names[found[number + 1].name][0] >= roles[number].stop
            ):
                found[number] = Linked(found[number + 1].name, "role")
    for number, role in enumerate(roles):
        preceding = before[number]
        if preceding is None or (number in found and not _yields(found[number], role)):
            continue
        how = gaps.after(names[preceding][1], role.opens, role.article == "definite")
        if how and not (number in found and _is_named(found, preceding, number)):
            found[number] = Linked(preceding, how)
    for number in range(1, len(roles)):  # « X, maire et député »
        if number not in found and number - 1 in found and found[number - 1].how in ("apposition", "copula"):
            if gaps.listed(roles[number - 1].stop, roles[number].opens):
                found[number] = Linked(found[number - 1].name, "apposition")
    return found


def _yields(linked: Linked, role: RolePhrase) -> bool:
    """Whether a role said of the name after it may as well be of the one before: « X, le maire, Y »."""
    return linked.how == "role" and role.article == "none"


def _is_named(found: dict[int, Linked], name: int, but: int) -> bool:
    return any(linked.name == name for number, linked in found.items() if number != but and number > but - 3)


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
