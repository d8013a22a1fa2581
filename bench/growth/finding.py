"""Looks for texts in a ledger: `python -m bench.growth.finding LEDGER PROBES.jsonl [--only N]` prints what each took.

Through the Python door with the ledger open; one JSON line a text: its kind, CPU and wall milliseconds, whether the
text that it was made from is among what was found. `--only` opens the ledger and looks for one text, opening included.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import sourcier
from bench.records import identity_of

WARMING = 30  # texts looked for before any is measured


def looked_for(probe: dict[str, Any], ledger: sourcier.Ledger) -> dict[str, Any]:
    cpu, wall = time.process_time(), time.perf_counter()
    found = sourcier.find(probe["text"], ledger)
    took = {"cpu": 1e3 * (time.process_time() - cpu), "wall": 1e3 * (time.perf_counter() - wall)}
    sources = {passage.source for passage in found.passages if passage.kind in {"reuse", "quotation"}}
    named = {identity_of(found.articles[source].url or "") for source in sources if source in found.articles}
    return {"kind": probe["kind"], **took, "found": probe["source"] in named, "any": bool(sources)}


def all_of(ledger: Path, probes: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Measure each text once, after some others."""
    with sourcier.Ledger(ledger) as opened:
        for probe in probes[:WARMING]:
            looked_for(probe, opened)
        for probe in probes:
            yield looked_for(probe, opened)


def first_of(ledger: Path, probe: dict[str, Any]) -> dict[str, Any]:
    """Measure one text in a process that has done nothing but to import the program; the opening is counted."""
    door = sourcier.Ledger, sourcier.find  # imported when they are first named
    cpu, wall = time.process_time(), time.perf_counter()
    with door[0](ledger) as opened:
        took = looked_for(probe, opened)
    return took | {"cpu": 1e3 * (time.process_time() - cpu), "wall": 1e3 * (time.perf_counter() - wall)}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("probes", type=Path)
    parser.add_argument("--only", type=int)
    options = parser.parse_args(arguments)
    with options.probes.open(encoding="utf-8") as lines:
        probes = [json.loads(line) for line in lines]
    if options.only is None:
        for took in all_of(options.ledger, probes):
            print(json.dumps(took), flush=True)
    else:
        print(json.dumps(first_of(options.ledger, probes[options.only])))
    return 0


if __name__ == "__main__":
    sys.exit(main())
