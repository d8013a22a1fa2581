"""The weights of the runs and roles of a text, once it is known which stand together."""

from collections.abc import Mapping, Sequence

from sourcier.reading.people.becoming import of_pronoun
from sourcier.reading.people.evidence import OF_LINK, Evidence, weigh
from sourcier.reading.people.links import Linked
from sourcier.reading.people.marked import Marked
from sourcier.reading.people.role import RolePhrase
from sourcier.reading.people.run import Run

SURE = 0.7  # weight from which a run is a name that others may be parts of
LIKELY = 0.15  # a run that looks less like a name is none for having a role beside it
_PAIR, _LISTED, _MOST = 0.25, 0.7, 3  # a run so weak at least, and of so many words, is raised so far by its list
_LINKED, _OFFICE, _OF_PRONOUN, _ALONE = 1.0, 0.92, 0.9, 0.45


def weighed(
    text: Marked, runs: Sequence[Run], roles: Sequence[RolePhrase], linked: Mapping[int, Linked]
) -> list[Evidence]:
    """Return the evidence of each run: its own, that of the roles beside it, and of the names it is listed with."""
    found = [weigh(text, run) for run in runs]
    for number, link in linked.items():
        found[link.name] = _stronger(found[link.name], roles[number], link)
    last = len(runs) - 1
    for number in (*range(1, last + 1), *range(last - 1, -1, -1)):
        _raise_listed(text, runs, found, number)
    return found


def of_role(text: Marked, role: RolePhrase, linked: Linked | None) -> float:
    """Return the weight of a role, 0 where nothing tells that it is one."""
    if linked:
        return _LINKED
    if role.article == "none":
        like = role.is_whole_office and text.is_in("phrases.like", role.first - 1)
        return _OF_PRONOUN if like or of_pronoun(text.words, text.lexis, role) else 0.0
    if role.is_office:
        return _OFFICE
    return _ALONE if role.article == "definite" else 0.0


def _stronger(evidence: Evidence, role: RolePhrase, linked: Linked) -> Evidence:
    """A role beside a run shows that it is a name, unless it looks like none and the role is no title."""
    if linked.how in ("apposition", "copula") and evidence[0] < LIKELY:
        return evidence
    return max(evidence, (OF_LINK[linked.how], linked.how, (role.noun, role.bare)), key=lambda each: each[0])


def _raise_listed(text: Marked, runs: Sequence[Run], found: list[Evidence], number: int) -> None:
    """Raise who stands in a list with people: « X, Y et Z »."""
    run = runs[number]
    if not _PAIR <= found[number][0] < _LISTED or run.stop - run.first > _MOST:
        return
    for beside in (number - 1, number + 1):
        if 0 <= beside < len(runs) and found[beside][0] >= SURE:
            first, second = sorted((run, runs[beside]), key=lambda each: each.first)
            if second.first - first.stop == 1 and text.is_in("names.listed", first.stop):
                found[number] = (_LISTED, "list", (runs[beside].first, runs[beside].stop))
