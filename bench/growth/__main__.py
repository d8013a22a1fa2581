"""A ledger that grows: `python -m bench.growth --sizes 10000 50000 200000 1000000 --work DIR [--json FILE]`.

At each size: a corpus with exact truth (made once), `sourcier add` of all of it into a fresh ledger, 1,000 further
articles, what the ledger holds against the truth, and looking for texts through the Python door, warm and cold. Each
step is kept in `DIR/SIZE/results.json` as soon as it is done, and is not done again: after a cut the same command goes
on where it was.
"""

import argparse
import json
import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench.corpus import Corpus, make
from bench.growth import peers, searches
from bench.growth.ledger import Bench
from bench.growth.report import report
from bench.growth.results import Result, Results
from bench.plan import Plan

LATER, REPRINTS, PROBES = 1_000, 300, 200
CUT = "taken up after a cut: some of the work had been done"


def corpus_of(size: int, folder: Path, options: argparse.Namespace) -> Corpus:
    """Return the corpus in `corpus`, made where it is not there or was not finished."""
    place = folder / "corpus"
    if (place / "facts.json").exists():
        return Corpus.at(place)
    told(size, "making the corpus")
    plan = Plan(
        size, options.seed, reprints=options.reprints, later=options.later, probes=options.probes,
        chronological=options.chronological,
    )  # fmt: skip
    return make(plan, place)


def told(size: int, what: str) -> None:
    print(f"bench: {size:,} articles: {what}", file=sys.stderr, flush=True)


def steps(bench: Bench, options: argparse.Namespace, size: int) -> dict[str, Callable[[], Result]]:
    """What is measured at one size, in this order; a peer only where it is wanted."""
    corpus, folder = bench.corpus, bench.folder
    wanted: dict[str, Callable[[], Result]] = {
        "add": bench.filled,
        "disk": bench.sizes,
        "later": bench.grown,
        "find": lambda: searches.warm(bench.ledger, corpus.probes),
        "cold": lambda: searches.cold(bench.ledger, corpus.probes),
        "trace": bench.judged,
    }
    python, most = options.datasketch_python, options.most_megabytes
    if size <= options.datasketch_most:
        wanted["datasketch"] = lambda: peers.datasketch(corpus, folder, python, most)
        wanted["datasketch_find"] = lambda: peers.datasketch_find(corpus, folder, python, most)
    if options.passim and size <= options.passim_most:
        wanted["passim"] = lambda: peers.passim(corpus, folder, options.passim, options.passim_python, most)
    return wanted


def measured(size: int, options: argparse.Namespace) -> Results:
    folder = options.work / str(size)
    folder.mkdir(parents=True, exist_ok=True)
    results = Results(folder)
    bench = Bench(corpus_of(size, folder, options), folder, tuple(options.sourcier), options.most_megabytes)
    results.keep("corpus", bench.corpus.facts)
    for step, measure in steps(bench, options, size).items():
        if options.only and step not in options.only:
            continue
        if step not in {"add", "datasketch", "datasketch_find", "passim"} and not results.done("add"):
            continue  # the ledger is not whole
        if step == "add" and not results.done("add"):
            forget(results)
        if not results.done(step):
            told(size, step)
            begun = step in results.steps
            results.keep(step, {"failed": "cut off"})
            results.keep(step, measure() | ({"again": CUT} if begun and step == "later" else {}))
    return results


def forget(results: Results) -> None:
    """A new ledger: what was measured on the last one is of no use."""
    for step in ("disk", "later", "find", "cold", "trace"):
        results.steps.pop(step, None)


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.growth", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 50_000, 200_000, 1_000_000])
    parser.add_argument("--work", type=Path, required=True, help="corpora, ledgers and results are kept there")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--reprints", type=int, default=REPRINTS, help="of one dispatch; default: %(default)s")
    parser.add_argument("--later", type=int, default=LATER, help="further articles; default: %(default)s")
    parser.add_argument(
        "--probes", type=int, default=PROBES, help="texts of each kind looked for; default: %(default)s"
    )
    parser.add_argument("--chronological", action="store_true", help="articles arrive as they come out")
    parser.add_argument("--only", nargs="+", metavar="STEP", help="add disk later find cold trace datasketch … alone")
    ours = shlex.join([sys.executable, "-m", "sourcier"])
    parser.add_argument("--sourcier", type=shlex.split, default=ours, metavar="COMMAND", help="default: %(default)s")
    parser.add_argument("--most-megabytes", type=int, help="ends a program that holds more memory")
    parser.add_argument("--datasketch-most", type=int, default=200_000, metavar="SIZE", help="default: %(default)s")
    parser.add_argument("--datasketch-python", type=Path, default=Path(sys.executable), metavar="PYTHON")
    parser.add_argument("--passim", type=Path, metavar="FOLDER", help="passim's source; left out when not given")
    parser.add_argument("--passim-most", type=int, default=10_000, metavar="SIZE", help="default: %(default)s")
    parser.add_argument("--passim-python", type=Path, default=Path(sys.executable), metavar="PYTHON")
    parser.add_argument("--json", type=Path, metavar="FILE", help="writes all figures there as well")
    options = parser.parse_args(arguments)
    if min(options.sizes) < 2 or min(options.later, options.probes) < 1 or not 0 <= options.reprints <= 2_000:
        parser.error("--sizes must be at least 2, --later and --probes 1, --reprints 0 to 2,000")
    if 2 * options.reprints > min(options.sizes):
        parser.error("--reprints: at most half of the smallest size")
    if options.passim and not options.passim.exists():
        parser.error(f"{options.passim} does not exist")
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    options = parsed(arguments)
    sizes = [(size, measured(size, options)) for size in sorted(set(options.sizes))]
    print(report(sizes))
    if options.json:
        figures: dict[str, Any] = {str(size): results.steps for size, results in sizes}
        options.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    return int(any("failed" in result for _, results in sizes for result in results.steps.values()))


if __name__ == "__main__":
    sys.exit(main())
