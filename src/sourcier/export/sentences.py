"""Sentences about what was found, in the language of the interface; every absence is relative."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from sourcier.core.credit import Credit
from sourcier.core.edit import Edit
from sourcier.core.family import AbsentOrigin, Block, Reason, Searched
from sourcier.core.moment import Moment
from sourcier.core.passage import Direction
from sourcier.lang.interface import Phrases
from sourcier.lang.messages import in_language

_SHOWN_WORDS = 70  # code points of a changed stretch on one line of a table
_TIME = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?")  # EDTF
_DAY = len("2031-03-04")
_UNKNOWN = "?"
_LABELLED = ("credit", "time", "link")
_UNITS = (("days", 86_400), ("hours", 3_600), ("minutes", 60), ("seconds", 1))


def searched(scope: Searched, phrases: Phrases) -> str:
    """Return « in none of the N texts searched, from … to … »."""
    if scope.start is None or scope.end is None:
        return phrases.say("searched.undated", n=scope.articles)
    first, last = scope.start[:_DAY], scope.end[:_DAY]
    key = "day" if first == last else "days" if len(first) == len(last) == _DAY else "dated"
    times = {"start": phrases.date(first), "end": phrases.date(last)}
    if scope.dated is not None and scope.dated < scope.articles:
        counts = {"n": scope.dated, "total": scope.articles, "undated": scope.articles - scope.dated}
        return phrases.say(f"searched.some.{key}", **counts, **times)
    return phrases.say(f"searched.{key}", n=scope.articles, **times)


def absent(origin: AbsentOrigin, phrases: Phrases) -> str:
    """Return which text nobody has."""
    why = in_language(origin.why, phrases)
    if origin.name:
        return phrases.say("families.absent", name=origin.name, why=why)
    return phrases.say("families.absent_unnamed", why=why)


def delay(given: timedelta, phrases: Phrases) -> str:
    """Return a length of time by its two largest units; a negative one has its sign in front."""
    seconds = abs(round(given.total_seconds()))
    parts = []
    for unit, size in _UNITS:
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(phrases.say(f"delay.{unit}", n=count))
    sign = "−" if given < timedelta() else ""
    return sign + (" ".join(parts[:2]) or phrases.say("delay.seconds", n=0))


def days(first: Moment | None, then: Moment | None, phrases: Phrases) -> str:
    """Return the days between two dates of which the days are known, « ? » where they are not."""
    if first is None or then is None or min(len(first.value), len(then.value)) < _DAY:
        return _UNKNOWN
    between = date.fromisoformat(then.value[:_DAY]) - date.fromisoformat(first.value[:_DAY])
    return delay(between, phrases) if between else phrases.say("delay.same_day")


def reasons(given: Iterable[Reason], phrases: Phrases, direction: Direction) -> list[str]:
    """Return each signal of a direction in words whose subject is the derived text, or both where none is known."""
    signals = tuple(given)
    alone = direction == "unknown" and all(each.kind == "time" for each in signals)
    told = [_signal(each, phrases, known=direction != "unknown") for each in signals]
    return [phrases.say("reason.alone", time=each) for each in told] if alone else told


def _signal(reason: Reason, phrases: Phrases, *, known: bool) -> str:
    if reason.kind == "containment" and (share := _number(reason.text)) is not None:
        return phrases.say("reason.contained", share=phrases.percent(share))
    words, _, name = reason.text.partition(" ≠ ")
    if reason.kind == "shared_changes" and words.isdecimal():
        return phrases.say("reason.kept", n=int(words), name=name)
    first, _, then = reason.text.partition(" < ")
    if reason.kind == "time" and _TIME.fullmatch(first) and _TIME.fullmatch(then):
        return _later(Moment(first), Moment(then), phrases, known=known)
    if reason.kind not in _LABELLED:
        return reason.text
    return phrases.say("quote.labelled", label=phrases.say(f"reason.{reason.kind}"), text=reason.text)


def _later(first: Moment, then: Moment, phrases: Phrases, *, known: bool) -> str:
    """Return how much later than the other one a text came out, as precisely as both dates are known."""
    between = then.since(first)
    length = days(first, then, phrases) if between is None else delay(between, phrases)
    if length == _UNKNOWN or (between is None and first.value[:_DAY] == then.value[:_DAY]):
        return phrases.say("reason.ordered", first=phrases.date(first.value), then=phrases.date(then.value))
    return phrases.say("reason.later" if known else "reason.apart", delay=length)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def credit(given: Credit, passages: int, phrases: Phrases) -> str:
    """Return what credit is given for how many of the passages."""
    covered = len(given.covers)
    if given.status == "other_named":
        return phrases.say("header.other_named", names=", ".join(given.names))
    if given.status == "full" or (passages and covered >= passages):
        return phrases.say("header.all_credited", n=passages)
    if covered:
        return phrases.say("header.some_credited", n=covered, total=passages)
    return phrases.say("header.none_credited", n=passages)


def verdict(given: Credit, direction: Direction, phrases: Phrases, *, one_outlet: bool = False) -> str:
    """Return the status of a credit; nothing of two texts of one outlet, nor of a lack where no direction is known."""
    if one_outlet or (direction != "source_first" and given.status not in ("full", "partial")):
        return ""
    return phrases.say(f"credit.{given.status}")


def sides(edit: Edit, here: str, there: str, phrases: Phrases) -> str:
    """Return how two texts differ of which neither is known to come from the other; `here` is the derived one."""
    ours, theirs = shortened(edit.derived.of(here)), shortened(edit.source.of(there))
    if not ours:
        return phrases.say("quote.only_there", text=theirs)
    return phrases.say("quote.sides", here=ours, there=theirs) if theirs else phrases.say("quote.only_here", text=ours)


def change(edit: Edit, derived: str, source: str, phrases: Phrases, limit: int = _SHOWN_WORDS) -> str:
    """Return what an edit does, in the texts' words (or the headlines'), each side cut to `limit` code points."""
    here, there = shortened(edit.derived.of(derived), limit), shortened(edit.source.of(source), limit)
    if edit.kind == "insert":
        return phrases.say("quote.added", text=here)
    if edit.kind == "delete":
        return phrases.say("quote.removed", text=there)
    return phrases.say("quote.changed", source=there, derived=here)


def blocks(units: Iterable[Block], direction: Direction, phrases: Phrases) -> list[str]:
    """Return how many units of each kind were put in, left out or moved; added only where the direction is known."""
    counted = Counter((block.kind, block.unit) for block in units)
    names = {} if direction == "source_first" else {"inserted": "here", "dropped": "there"}
    return [phrases.say(f"block.{names.get(kind, kind)}.{unit}", n=n) for (kind, unit), n in sorted(counted.items())]


def units(found: Iterable[Block], phrases: Phrases) -> str:
    """Return how many units there are, whatever befell them."""
    counted = Counter(block.unit for block in found)
    return ", ".join(phrases.say(f"unit.{unit}", n=n) for unit, n in sorted(counted.items()))


def heaviest(edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits in the order in which they are looked at: by weight, then position."""
    return sorted(edits, key=lambda edit: (-edit.weight, edit.derived.start, edit.source.start))


def shortened(text: str, limit: int = _SHOWN_WORDS) -> str:
    """Return a stretch on one line, its middle left out where it is long."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return f"{line[: limit // 2].rstrip()} … {line[-(limit // 2 - 3) :].lstrip()}"


def letter(index: int) -> str:
    """Return A, B … Z, AA, AB … for 0, 1 … 25, 26, 27 …."""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)
