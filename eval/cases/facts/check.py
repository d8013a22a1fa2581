"""Checks that marks fit their text and the calendar, so that a slip of the marker is never counted against a rule."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from eval.cases.check import need, words
from eval.cases.facts.forms import Excerpt, Mark

KEYS = {
    "date": ("value precision anchor", ""),
    "number": ("kind value bound", "max what unit"),
    "person": ("id", "country"),
    "role": ("of", "state"),
    "org": ("id kind", "country"),
    "place": ("id kind", "country at"),
}
ORG = "government|military|armed_group|party|international|ngo|company|media|religious|judicial|other"
PLACE = "country|region|town|village|site|area|border|water|other"
COORDINATE = r"-?\d+(\.\d)?"
INSTANT = r"\d{4}(-\d\d(-\d\d(T\d\d:\d\dZ?)?)?)?~?"
VALUES = {
    ("date", "value"): rf"null|{INSTANT}|(\.\.|{INSTANT})/(\.\.|{INSTANT})",
    ("date", "precision"): "time|day|month|season|year|interval|vague",
    ("date", "anchor"): "publication|text|absolute",
    ("number", "kind"): "count|money|measure|age|duration|rank|share",
    ("number", "value"): r"-?\d+(\.\d+)?",
    ("number", "max"): r"-?\d+(\.\d+)?",
    ("number", "bound"): "exact|min|max|approx|range",
    ("person", "id"): r"p\d+",
    ("role", "of"): r"(p\d+)?",
    ("role", "state"): "current|former|interim",
    ("org", "id"): r"o\d+",
    ("org", "kind"): ORG,
    ("place", "id"): r"l\d+",
    ("place", "kind"): PLACE,
    ("place", "at"): rf"({COORDINATE},{COORDINATE})?",
}
COUNTRY = "([A-Z]{2})?"
WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
# Two sentences that share this part of the shorter one's words would let one rule be counted twice.
MOST_SHARED = 0.5
# Counted without words of up to three letters (le, des, est), which any long sentence shares with any other,
SHORT = 3
# and not in « a dit le maire », which would be forbidden everywhere.
FEWEST_WORDS = 5
# Not after an initial or « M. ».
SENTENCE_END = re.compile(r"(?<=[.!?»])(?<!\b[A-Z]\.)\s+(?=[«A-ZÀ-Ý])")


def check_excerpt(excerpt: Excerpt) -> None:
    """Require that every mark has its keys, cuts no word, and names the days and persons that the text has."""
    persons = {mark.keys["id"] for mark in excerpt.marks if mark.kind == "person"}
    for mark in excerpt.marks:
        where = f"{excerpt.id}: {mark.text}"
        _check_keys(where, mark)
        need(mark.text == mark.text.strip() and bool(mark.text), where, "a mark begins or ends with a space")
        cut = any(_cuts(excerpt.text, at) for at in (mark.start, mark.end))
        need(not cut or _has_trap(excerpt, "glued"), where, "cuts a word, and no trap says « glued »")
        if mark.kind == "date":
            need(_on_calendar(mark.keys["value"]), where, f"no such day: {mark.keys['value']}")
            fits = weekdays_agree(mark.text, mark.keys["value"])
            need(fits or _has_trap(excerpt, "weekday disagrees"), where, "weekday disagrees, and no trap says so")
        of = mark.keys.get("of")
        need(not of or of in persons, where, f"a role of {of}, whom no mark names")
    check_labels(excerpt.id, excerpt.marks)


def check_labels(where: str, marks: Iterable[Mark]) -> None:
    """Require that each organisation and place is described in one way: one kind, country and point."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for mark in marks:
        if mark.kind in {"org", "place"}:
            found[mark.keys["id"]].add(tuple(mark.keys.get(name, "") for name in ("kind", "country", "at")))
    for name, kinds in found.items():
        need(len(kinds) == 1, where, f"{name} is marked in two ways: {sorted(kinds)}")


def check_sharing(excerpts: Iterable[Excerpt]) -> None:
    """Require that no two marked sentences share half the longer words of the shorter, wherever they stand."""
    rows = [(e.id, Counter(w for w in words(s) if len(w) > SHORT)) for e in excerpts for s in marked_sentences(e)]
    rows = [row for row in rows if row[1].total() >= FEWEST_WORDS]
    for index, (name, bag) in enumerate(rows):
        for other_name, other_bag in rows[:index]:
            shared = (bag & other_bag).total() / min(bag.total(), other_bag.total())
            need(shared < MOST_SHARED, name, f"shares {shared:.0%} of a sentence with {other_name}")


def marked_sentences(excerpt: Excerpt) -> Iterator[str]:
    """Yield the sentences that hold a mark; a full stop inside a mark ends none."""
    inside = {at for mark in excerpt.marks for at in range(mark.start, mark.end)}
    ends = [m.start() for m in SENTENCE_END.finditer(excerpt.text) if m.start() not in inside]
    for start, end in zip([0, *ends], [*ends, len(excerpt.text)], strict=True):
        if any(start <= mark.start < end for mark in excerpt.marks):
            yield excerpt.text[start:end].strip()


def weekdays_agree(text: str, value: str) -> bool:
    """Say whether the weekdays that the words name are those of the value's days; true where either has none."""
    named = [word for word in words(text) if word in WEEKDAYS]
    days = [WEEKDAYS[date.fromisoformat(day).weekday()] for day in re.findall(r"\d{4}-\d\d-\d\d", value)]
    return not named or not days or named == days


def _check_keys(where: str, mark: Mark) -> None:
    required, optional = (names.split() for names in KEYS[mark.kind])
    for name in required:
        need(name in mark.keys, where, f"a {mark.kind} without {name}")
    for name, value in mark.keys.items():
        need(name in (*required, *optional), where, f"a {mark.kind} has no key {name}")
        pattern = COUNTRY if name == "country" else VALUES.get((mark.kind, name), ".+")
        need(bool(re.fullmatch(pattern, value)), where, f"{name} cannot be « {value} »")
    if mark.kind == "number":
        need(("max" in mark.keys) == (mark.keys["bound"] == "range"), where, "a range, and only a range, has a max")


def _on_calendar(value: str) -> bool:
    for part in value.replace("~", "").removesuffix("Z").split("/"):
        if part not in {"null", ".."}:
            try:
                datetime.fromisoformat(part + "-01-01"[: max(0, 10 - len(part))] if len(part) < 10 else part)
            except ValueError:
                return False
    return True


def _cuts(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _has_trap(excerpt: Excerpt, words_of_it: str) -> bool:
    return any(words_of_it in trap for trap in excerpt.traps)
