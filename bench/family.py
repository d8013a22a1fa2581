"""Grows one family: one or two dispatches on a story, what derives from them, and independent accounts beside them."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bench.derive import DERIVATIONS, LEAST_KEPT, merged
from bench.draft import Draft, Printed, printed
from bench.outlets import Outlet, Press
from bench.writer import Story, Writer

LARGEST = 40  # derived texts
SPREAD = timedelta(days=4, hours=20)  # from the dispatch to its last reprint
TAIL = 1.4  # Pareto exponent of the sizes of families
CHAINED = 0.35  # share that derives from a derived text
SECOND_DISPATCH = 0.4
# Of a hundred or so derived texts, how many are made in which way; a merger needs two dispatches.
WEIGHTS = dict.fromkeys(("verbatim", "reordered"), 5) | {
    "headline": 6,
    "credit": 6,
    "inserted": 12,
    "truncated": 10,
    "words_2": 6,
    "words_5": 7,
    "words_10": 8,
    "words_20": 6,
    "excerpt": 9,
    "quote": 9,
    "mixed": 11,
    "ocr": 7,
    "merged": 14,
}
REPRINTS = ("verbatim", "headline", "credit", "inserted", "truncated", "words_2", "words_5")


@dataclass(frozen=True, slots=True)
class Member:
    """An article as printed, with what only the generator knows."""

    draft: Draft  # its parents are places in the list of members
    outlet: Outlet
    when: datetime
    published: str | None
    printed: Printed

    @property
    def derived(self) -> bool:
        return bool(self.draft.parents)


class Families:
    """Makes the members of one story after another."""

    def __init__(self, writer: Writer, press: Press) -> None:
        self._writer = writer
        self._press = press
        self._rng = writer.rng

    def family(self, most: int) -> list[Member]:
        """At most that many members (at least two), the dispatches first."""
        size = min(self._size(), most - 1)
        story = self._writer.story()
        members: list[Member] = []
        start = self._press.some_time()
        dispatches = 2 if size >= 3 and self._rng.random() < SECOND_DISPATCH else 1
        for _ in range(min(dispatches, most - size)):
            when = self._press.later(start, start + SPREAD / 4) if members else start
            members.append(self._print(self._writer.article(story, "dispatch"), self._press.agency(), when))
        for _ in range(size):
            members.append(self._derived(members, story, start + SPREAD))
        for _ in range(min(most - len(members), self._rng.choices((0, 1, 2, 3), (35, 30, 20, 15))[0])):
            when = self._press.later(start, start + SPREAD)
            members.append(
                self._print(self._writer.article(story, "independent"), self._press.outlet(_taken(members)), when)
            )
        return members

    def reprinted(self, count: int) -> list[Member]:
        """Give one dispatch and that many texts made from it, each holding most of its words."""
        story, start = self._writer.story(), self._press.some_time()
        members = [self._print(self._writer.article(story, "dispatch"), self._press.agency(), start)]
        for _ in range(count):
            members.append(self._made(self._rng.choice(REPRINTS), (0,), members, story, start + SPREAD))
        return members

    def _size(self) -> int:
        """How many texts derive; most stories are reprinted a few times, some by everybody."""
        size = LARGEST + 1
        while size > LARGEST:
            size = int(self._rng.paretovariate(TAIL))
        return size

    def unrelated(self) -> Member:
        story = self._writer.story()
        draft = self._writer.article(story, "unrelated")
        return self._print(draft, self._press.outlet(set()), self._press.some_time())

    def _derived(self, members: list[Member], story: Story, latest: datetime) -> Member:
        dispatches = [place for place, member in enumerate(members) if member.draft.kind == "dispatch"]
        possible = WEIGHTS if len(dispatches) > 1 else WEIGHTS | {"merged": 0}
        kind = self._rng.choices(list(possible), list(possible.values()))[0]
        parents = tuple(self._rng.sample(dispatches, 2)) if kind == "merged" else (self._parent(members),)
        return self._made(kind, parents, members, story, latest)

    def _made(
        self, kind: str, parents: tuple[int, ...], members: list[Member], story: Story, latest: datetime
    ) -> Member:
        first = members[parents[0]].draft
        if kind == "merged":
            draft = merged(first, members[parents[1]].draft, self._writer)
        else:
            draft = DERIVATIONS[kind](first, self._writer, story, members[0].outlet.name)
        if kind not in {"verbatim", "headline"} and self._rng.random() < 0.4:
            draft = replace(draft, title=self._writer.title(story))
        draft = replace(draft, kind=kind, parents=parents)
        when = self._press.later(max(members[place].when for place in parents), latest)
        return self._print(draft, self._press.outlet(_taken(members)), when)

    def _parent(self, members: list[Member]) -> int:
        dispatches = [place for place, member in enumerate(members) if not member.derived]
        derived = [place for place, member in enumerate(members) if member.derived and _mostly_taken(member)]
        return self._rng.choice(derived if derived and self._rng.random() < CHAINED else dispatches)

    def _print(self, draft: Draft, outlet: Outlet, when: datetime) -> Member:
        footer = (outlet.footer,) if outlet.footer else ()
        return Member(draft, outlet, when, self._press.shown(outlet, when), printed((*draft.paragraphs, *footer)))


def _taken(members: list[Member]) -> set[str]:
    return {member.outlet.name for member in members}


def _mostly_taken(member: Member) -> bool:
    """Only a text that holds little else is copied on as that story."""
    return member.draft.kind not in {"quote", "excerpt"} and member.draft.length() >= 2 * LEAST_KEPT
