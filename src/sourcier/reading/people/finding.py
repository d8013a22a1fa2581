"""All readings of a text's words as people and their roles."""

from collections.abc import Iterator

from sourcier.reading.names.candidate import Candidate
from sourcier.reading.people.evidence import OF_LINK, Evidence, Weigher
from sourcier.reading.people.gaps import Gaps
from sourcier.reading.people.links import Linked, links
from sourcier.reading.people.partial import Partial
from sourcier.reading.people.pieces import Run, pieces
from sourcier.reading.people.role import RolePhrase
from sourcier.reading.people.runs import Namer
from sourcier.reading.people.variants import Variants

SURE = 0.7  # weight from which a run is a name that others may be parts of
LEAST = 0.1
_LIKELY = 0.15  # a run that looks less like a name is none for having a role beside it
_FULLER = 0.85
_PAIR, _LISTED, _MOST = 0.25, 0.7, 3  # a run so weak at least, and of so many words, is raised so far by its list
_LINKED, _OFFICE, _OF_PRONOUN, _ALONE = 1.0, 0.92, 0.9, 0.45


class Finder:
    """Reads one text."""

    def __init__(self, namer: Namer) -> None:
        """Take the text and what its language says."""
        self._namer = namer
        found = pieces(namer)
        self._runs, self._roles = found.runs, found.roles
        self._gaps = Gaps(namer.words, namer.lexis)
        self._links = links(self._gaps, [(run.first, run.stop) for run in self._runs], self._roles)

    def candidates(self) -> Iterator[Candidate]:
        """Yield names, parts of names, and roles."""
        weigher = Weigher(self._namer)
        weighed = [weigher.weigh(run) for run in self._runs]
        for number, linked in self._links.items():
            weighed[linked.name] = self._stronger(weighed[linked.name], self._roles[number], linked)
        self._raise_listed(weighed)
        for run, (weight, rule, cue) in zip(self._runs, weighed, strict=True):
            if weight >= LEAST:
                yield Candidate(run.first, run.stop, "person", weight, rule, cue)
        sure = [run for run, (weight, _, _) in zip(self._runs, weighed, strict=True) if weight >= SURE]
        partial = Partial(self._namer, Variants(self._namer.lexis), sure)
        for run, (weight, _, _) in zip(self._runs, weighed, strict=True):
            if _LIKELY <= weight < SURE and partial.fuller(run):
                yield Candidate(run.first, run.stop, "person", _FULLER, "part")
        for run, weight in partial.mentions():
            yield Candidate(run.first, run.stop, "person", weight, "part")
        for number, role in enumerate(self._roles):
            weight = self._weight(role, self._links.get(number))
            if weight:
                yield Candidate(role.first, role.stop, "role", weight, role.head.kind, role.cue)

    def _raise_listed(self, weighed: list[Evidence]) -> None:
        """Who stands in a list with people is one: « X, Y et Z »."""
        last = len(self._runs) - 1
        for number in (*range(1, last + 1), *range(last - 1, -1, -1)):
            weight, _, _ = weighed[number]
            run = self._runs[number]
            if not _PAIR <= weight < _LISTED or run.stop - run.first > _MOST:
                continue
            for beside in (number - 1, number + 1):
                if 0 <= beside <= last and weighed[beside][0] >= SURE and self._are_listed(min(number, beside)):
                    other = self._runs[beside]
                    weighed[number] = (_LISTED, "list", (other.first, other.stop))

    def _are_listed(self, number: int) -> bool:
        first, second = self._runs[number : number + 2]
        return (
            second.first - first.stop == 1
            and self._namer.words.at(first.stop) in self._namer.lexis.sets["names.listed"]
        )

    def _stronger(self, weighed: Evidence, role: RolePhrase, linked: Linked) -> Evidence:
        """A role beside a run shows that it is a name, unless it looks like none and the role is no title."""
        weight, rule, cue = weighed
        of_link = OF_LINK[linked.how]
        if linked.how in ("apposition", "copula") and weight < _LIKELY:
            return weighed
        return (of_link, linked.how, (role.noun, role.bare)) if of_link > weight else (weight, rule, cue)

    def _weight(self, role: RolePhrase, linked: Linked | None) -> float:
        if linked:
            return _LINKED
        if role.article == "none":
            return _OF_PRONOUN if self._gaps.of_pronoun(role) else 0.0
        if role.is_office:
            return _OFFICE
        return _ALONE if role.article == "definite" else 0.0
