"""How well facts are read: `python -m eval.facts [--second] [--reader NAME] [--errors] [--peers]`.

A reader is a row: its file in `eval/readers/` and a line in READERS. Spans count where both edges are exact, keys where
the span is. The errors of the second set are not shown, so that it stays unread by whoever writes the rules.
"""

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

from eval.cases.facts.load import SECOND, CaseError, Excerpt, first, read
from eval.readers.row import Answer, Row
from eval.readers.score import Fault, counted, faults, shares
from sourcier.engines import registry
from sourcier.text.analysis import Analysis

READERS = ("dates", "numbers")
"""The readers with a module in `eval/readers` that has a ROW, in the order of the table."""
_AROUND = 40  # code points shown on either side of an error


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line a reader; 2 where the cases cannot be read."""
    given = _parser().parse_args(arguments)
    try:
        excerpts = read([SECOND] if given.second else given.files or first())
    except CaseError as problem:
        print(problem, file=sys.stderr)
        return 2
    analyses = _analysed(excerpts)
    for name in [given.reader] if given.reader else READERS:
        row: Row = import_module(f"eval.readers.{name}").ROW
        _report(row, excerpts, analyses, errors=given.errors and not given.second, peers=given.peers)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE.toml", help="instead of the set for tuning")
    parser.add_argument("--second", action="store_true", help="the never-seen set, totals only")
    parser.add_argument("--reader", choices=READERS)
    parser.add_argument("--errors", action="store_true", help="each error with its words, of the set for tuning only")
    parser.add_argument("--peers", action="store_true", help="also other programs, where they are installed")
    return parser


def _analysed(excerpts: Iterable[Excerpt]) -> list[Analysis]:
    engine = registry.load("french")
    return [engine.analyse(excerpt.text) for excerpt in excerpts]


def _report(row: Row, excerpts: Sequence[Excerpt], analyses: Sequence[Analysis], *, errors: bool, peers: bool) -> None:
    list(row.read(excerpts[0], analyses[0]))  # opens what is opened once
    start = time.process_time()
    answers = [list(row.read(excerpt, analysis)) for excerpt, analysis in zip(excerpts, analyses, strict=True)]
    seconds = time.process_time() - start
    tokens = sum(len(analysis.tokens) for analysis in analyses)
    print(_line(row.name, row, excerpts, answers), f"{tokens / seconds:,.0f} tokens per CPU-second" if seconds else "")
    for name, peer in row.peers.items() if peers else ():
        try:
            theirs = [list(peer(excerpt)) for excerpt in excerpts]
        except ImportError:
            print(f"  {name} is not installed")
            continue
        print(_line(f"  {name}", row, excerpts, theirs))
    if errors:
        found = [fault for e, a in zip(excerpts, answers, strict=True) for fault in faults(row, e, a)]
        print(*sorted(_shown(found)), sep="\n")


def _line(name: str, row: Row, excerpts: Sequence[Excerpt], answers: Sequence[Sequence[Answer]]) -> str:
    counts = [counted(row, excerpt, found) for excerpt, found in zip(excerpts, answers, strict=True)]
    marks = sum(each["marks"] for each in counts)
    found = sum(each["answers"] for each in counts)
    values = (f"{key} {s.value:.3f} ({s.low:.3f} to {s.high:.3f})" for key, s in shares(row, counts).items())
    return f"{name}: {len(counts)} excerpts, {marks} marks, {found} found; " + "; ".join(values)


def _shown(found: Iterable[Fault]) -> Iterator[str]:
    for what, excerpt, mark, answer in found:
        if mark:
            start, end, marked = mark.start, mark.end, " ".join(f"{key}={value}" for key, value in mark.keys.items())
        elif answer:
            start, end, marked = answer.span.start, answer.span.end, ""
        else:
            continue
        around = excerpt.text[max(0, start - _AROUND) : start], excerpt.text[end : end + _AROUND]
        words = f"{around[0]}⟦{excerpt.text[start:end]}⟧{around[1]}".replace("\n", "¶")
        ours = " ".join(f"{key}={value}" for key, value in answer.keys.items()) if answer else ""
        yield f"  {what:9} {excerpt.id} ({excerpt.published}) {words} | marked: {marked} | found: {ours}"


if __name__ == "__main__":
    sys.exit(main())
