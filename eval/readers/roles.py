"""The row of roles: their spans, their state, and whether they are given to the human being whose they are.

A role is found where the person that stands for the marked one has it, wherever else it is; which person stands for
which is told by their mentions, those who share most first, one for one.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from eval.cases.facts.forms import Excerpt
from eval.readers.reading import Reading
from eval.readers.row import Answer, Measure, Row
from eval.readers.score import over
from sourcier.core.person import Person
from sourcier.core.span import Span

_NOBODY_MARKED = "?"


def _read(reading: Reading) -> Iterator[Answer]:
    who = persons(reading.excerpt, reading.facts.people)
    for at, person in enumerate(reading.facts.people):
        for role in person.roles:
            yield Answer(role.span, {"of": who.get(at, _NOBODY_MARKED), "state": role.state, "name": person.name})
    for office in reading.facts.offices:
        yield Answer(office.role.span, {"of": "", "state": office.role.state})


def persons(excerpt: Excerpt, people: Sequence[Person]) -> dict[int, str]:
    """Return the marked id of each person found, by place; who shares no mention with a marked one has none."""
    shared: Counter[tuple[int, str]] = Counter()
    marks = [(Span(mark.start, mark.end), mark.keys["id"]) for mark in excerpt.marks if mark.kind == "person"]
    for at, person in enumerate(people):
        for mention in person.mentions:
            shared.update((at, name) for span, name in marks if span.overlaps(mention.span))
    matched: dict[int, str] = {}
    for (at, name), _ in shared.most_common():
        if at not in matched and name not in matched.values():
            matched[at] = name
    return matched


def _counted(excerpt: Excerpt, answers: Sequence[Answer]) -> dict[str, float]:
    given = {(answer.span, answer.keys.get("of", "")) for answer in answers}
    marked = [mark for mark in excerpt.marks if mark.kind == "role" and mark.keys["of"]]
    found = sum((Span(mark.start, mark.end), mark.keys["of"]) in given for mark in marked)
    return {"attached": len(marked), "attached right": found}


def _found(total: Mapping[str, float]) -> float:
    return over(total["attached right"], total["attached"])


def _same_state(marked: str, found: str) -> bool:
    """Whether two states are one; a mark that tells none is of a current role."""
    return (marked or "current") == found


ROW = Row(
    "roles",
    "role",
    ("state", "of"),
    _read,
    same={"state": _same_state},
    measures={"role found": Measure(_counted, _found, "attached")},
)
