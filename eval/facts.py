"""How well facts are read: `python -m eval.facts [--second] [--reader NAME] [--errors] [--peers] [--outlet]`.

A reader is a row: its file in `eval/readers/` and a line in READERS. Spans count where both edges are exact, keys where
the span is. The errors of the second set are not shown, so that it stays unread by whoever writes the rules.
"""

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from eval import entities
from eval.analysed import analysed
from eval.cases.facts.load import LEDGERS, SECOND, CaseError, Excerpt, first, read
from eval.readers.reading import Reading
from eval.readers.row import Answer, Fault, Row
from eval.readers.score import counted, faults, shares, values

READERS = ("dates", "numbers", "people", "roles", "b3", "organisations", "places")
"""The readers with a module in `eval/readers` that has a ROW, in the order of the table."""
_ENTITIES = "entities"  # the row of `eval.entities`, over a ledger of its own
_AROUND = 40  # code points shown on either side of an error


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line a reader; 2 where the cases cannot be read."""
    given = _parser().parse_args(arguments)
    try:
        excerpts = read([SECOND] if given.second else given.files or first())
        ledger = read(LEDGERS[1:] if given.second else LEDGERS[:1], ledger=True)
    except CaseError as problem:
        print(problem, file=sys.stderr)
        return 2
    errors = given.errors and not given.second
    if given.reader != _ENTITIES:
        readings = analysed(excerpts, outlet=given.outlet)
        rows = [row(name) for name in ([given.reader] if given.reader else READERS)]
        if not all(each.alone for each in rows):
            print(_speed(readings))
        for each in rows:
            _report(each, readings, errors=errors, peers=given.peers)
    if given.reader == _ENTITIES or not (given.reader or given.files):
        print(*entities.lines(ledger, errors=errors), sep="\n")
    return 0


def row(name: str) -> Row:
    """Return a reader's row by its name."""
    made: Row = import_module(f"eval.readers.{name}").ROW
    return made


def figures(of: Row, readings: Sequence[Reading]) -> dict[str, float]:
    """Return the figures of a row over some excerpts."""
    return values(of, [counted(of, each.excerpt, list(of.read(each))) for each in readings])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE.toml", help="instead of the set for tuning")
    parser.add_argument("--second", action="store_true", help="the never-seen set, totals only")
    parser.add_argument("--reader", choices=[*READERS, _ENTITIES])
    parser.add_argument("--errors", action="store_true", help="each error with its words, of the set for tuning only")
    parser.add_argument("--peers", action="store_true", help="also other programs, where they are installed")
    parser.add_argument("--outlet", action="store_true", help="tell the readers the country of each excerpt's press")
    return parser


def _speed(readings: Sequence[Reading]) -> str:
    """All readers together on analyses that are there: the first text once before, to open what is opened once."""
    first_of = readings[0]
    _ = Reading(first_of.excerpt, first_of.analysis, first_of.outlet).facts
    start = time.process_time()
    for each in readings:
        _ = each.facts
    seconds = time.process_time() - start
    tokens = sum(len(each.analysis.tokens) for each in readings)
    return f"all readers: {len(readings)} excerpts, {tokens} tokens, {tokens / seconds:,.0f} tokens per CPU-second"


def _report(of: Row, readings: Sequence[Reading], *, errors: bool, peers: bool) -> None:
    excerpts = [each.excerpt for each in readings]
    list(of.read(readings[0]))  # opens what is opened once
    start = time.process_time()
    answers = [list(of.read(each)) for each in readings]
    seconds = time.process_time() - start
    tokens = sum(len(each.analysis.tokens) for each in readings)
    print(_line(of.name, of, excerpts, answers), f"{tokens / seconds:,.0f} tokens per CPU-second" if of.alone else "")
    for name, peer in of.peers().items() if peers else ():
        try:
            theirs = [list(peer(excerpt)) for excerpt in excerpts]
        except ImportError:
            print(f"  {name} is not installed")
            continue
        print(_line(f"  {name}", replace(of, keys=of.peers_keys, measures={}), excerpts, theirs))
    if errors:
        found = [fault for e, a in zip(excerpts, answers, strict=True) for fault in faults(of, e, a)]
        print(*sorted(_shown(found)), sep="\n")


def _line(name: str, of: Row, excerpts: Sequence[Excerpt], answers: Sequence[Sequence[Answer]]) -> str:
    counts = [counted(of, excerpt, found) for excerpt, found in zip(excerpts, answers, strict=True)]
    marks = sum(each["marks"] for each in counts)
    found = sum(each["answers"] for each in counts)
    values = (f"{key} {s.value:.3f} ({s.low:.3f} to {s.high:.3f})" for key, s in shares(of, counts).items())
    return f"{name}: {len(counts)} excerpts, {marks:.0f} marks, {found:.0f} found; " + "; ".join(values)


def _shown(found: Iterable[Fault]) -> Iterator[str]:
    for what, excerpt, mark, answer in found:
        if mark:
            start, end, marked = mark.start, mark.end, " ".join(f"{key}={value}" for key, value in mark.keys.items())
        elif answer:
            start, end = answer.span.start, answer.span.end
            marked = ", ".join(f"{m.kind} « {m.text} »" for m in excerpt.marks if m.start < end and start < m.end)
        else:
            continue
        around = excerpt.text[max(0, start - _AROUND) : start], excerpt.text[end : end + _AROUND]
        words = f"{around[0]}⟦{excerpt.text[start:end]}⟧{around[1]}".replace("\n", "¶")
        ours = " ".join(f"{key}={value}" for key, value in answer.keys.items()) if answer else ""
        if answer and what == "edges":
            ours = f"« {answer.span.of(excerpt.text)} » {ours}"
        yield f"  {what:9} {excerpt.id} ({excerpt.published}) {words} | marked: {marked} | found: {ours}"


if __name__ == "__main__":
    sys.exit(main())
