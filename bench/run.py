"""One report: `python -m bench.run --documents 2000 10000 [--passim FOLDER --passim-python PYTHON] [--seed N]`.

Makes a fresh corpus of each size, runs Sourcier and its peers on it one after another, and prints Markdown tables.
A peer that is not there is said to be missing. Every program reads the same file and is measured as a whole process.
"""

import argparse
import json
import shlex
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench import measure, streamed
from bench.answers import read_rows
from bench.corpus import Corpus, make
from bench.measure import Usage
from bench.peers import passim_peer
from bench.plan import Plan
from bench.score import Score, share
from bench.slope import slope

FILTER_DAYS = 5
COLUMNS = (
    "", "CPU s", "ratio", "chars P / R / F1", "pairs P / R", "parent right", "< 20-word passages", "word edits P / R",
    "peak MB",
)  # fmt: skip
HEAD = f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}"


class ProgramFailed(Exception):
    """A program ended badly; the others are still run."""


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table; the usage is None where the rows are another line's, filtered."""

    name: str
    usage: Usage | None
    score: Score


@dataclass(frozen=True, slots=True)
class Bench:
    """A corpus with its truth, and where the programs write."""

    corpus: Corpus
    work: Path

    def result(self, name: str, rows: Path, usage: Usage | None) -> Result:
        return Result(name, usage, streamed.score(self.corpus.truth, read_rows(rows)))

    def measured(self, name: str, command: list[str], environment: dict[str, str] | None = None) -> tuple[Path, Usage]:
        out, errors = self.work / f"{name}.out", self.work / f"{name}.err"
        usage = measure.run(command, stdout=out, stderr=errors, environment=environment)
        if usage.status:
            tail = errors.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-1:]
            raise ProgramFailed(f"{name} ended with status {usage.status}: {' '.join(tail) or 'it said nothing'}")
        return out, usage


def sourcier(bench: Bench, command: list[str]) -> list[Result]:
    rows, usage = bench.measured("sourcier", [*command, str(bench.corpus.articles), "--json"])
    return [bench.result("sourcier trace --json", rows, usage)]


def datasketch(bench: Bench, python: Path) -> list[Result]:
    script = Path(__file__).parent / "peers" / "datasketch_pairs.py"
    rows, usage = bench.measured("datasketch", [str(python), str(script), str(bench.corpus.articles)])
    return [bench.result("datasketch MinHashLSH .5 (pairs only)", rows, usage)]


def passim(bench: Bench, source: Path, python: Path) -> list[Result]:
    prepared, output = bench.work / "passim.jsonl", bench.work / "passim"
    passim_peer.prepare(bench.corpus.articles, prepared)
    command = passim_peer.command(python, prepared, output)
    _, usage = bench.measured("passim.log", command, passim_peer.environment(source, python))
    results = []
    for name, days in (("passim, directed", None), (f"the same, filtered to {FILTER_DAYS} days", FILTER_DAYS)):
        rows = bench.work / f"passim-{days or 'all'}.rows"
        rows.write_text("".join(json.dumps(row) + "\n" for row in passim_peer.rows(output, days)), encoding="utf-8")
        results.append(bench.result(name, rows, None if days else usage))
    return results


def line(result: Result, ours: Usage | None) -> str:
    usage, found = result.usage, result.score
    ratio = f"{usage.cpu_seconds / ours.cpu_seconds:,.1f}" if usage and ours else "–"
    cells = [result.name, f"{usage.cpu_seconds:,.1f}" if usage else "–", ratio]
    if found["located"]:
        chars, edits = found["characters"], found["edits"]
        cells.append(" / ".join(share(chars[key]) for key in ("precision", "recall", "f1")))
    else:
        cells.append("–")
    cells.append(f"{share(found['pairs']['precision'])} / {share(found['pairs']['recall'])}")
    if found["located"]:
        cells += [share(found["parent"]["right"]), share(found["short_passages"]["recall"])]
        # A program that reports no edits at all is not asked for them.
        reported = edits["right"] + edits["wrong"] > 0
        cells.append(f"{share(edits['precision'])} / {share(edits['recall'])}" if reported else "–")
    else:
        cells += ["–", "–", "–"]
    cells.append(f"{usage.peak_megabytes:,.0f}" if usage else "–")
    return f"| {' | '.join(cells)} |"


def report(corpus: Corpus, results: list[Result]) -> str:
    facts = corpus.facts
    told = (
        f"{facts['documents']:,} documents, {facts['megabytes']} MB, seed {facts['seed']}; repeated 5-grams "
        f"{facts['repeated']['5']:.1%}, 8-grams {facts['repeated']['8']:.1%} of {facts['repeated']['words']:,} words"
    )
    ours = next((result.usage for result in results if result.name.startswith("sourcier")), None)
    return "\n".join([f"### {told}", "", HEAD, *(line(result, ours) for result in results), ""])


def growth(measured: Sequence[tuple[int, Result]]) -> list[str]:
    """How the CPU of each program grows over the sizes that it was run at."""
    names = dict.fromkeys(result.name for _, result in measured if result.usage)
    lines = []
    for name in names:
        points = [(size, each.usage.cpu_seconds) for size, each in measured if each.name == name and each.usage]
        if (found := slope(points)) is not None:
            lines.append(f"| {name} | {points[0][0]:,} to {points[-1][0]:,} | {found:.2f} |")
    return ["| growth of CPU | documents | log-log slope |", "|---|---|---|", *lines, ""] if lines else []


def programs(options: argparse.Namespace) -> list[Callable[[Bench], list[Result]]]:
    chosen: list[Callable[[Bench], list[Result]]] = []
    if not options.peers_only:
        chosen.append(lambda bench: sourcier(bench, options.sourcier))
    if not options.no_datasketch:
        chosen.append(lambda bench: datasketch(bench, options.datasketch_python))
    if options.passim:
        chosen.append(lambda bench: passim(bench, options.passim, options.passim_python))
    return chosen


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[2_000, 10_000])
    parser.add_argument("--seed", type=int, default=int(time.time()), help="default: a fresh one, printed")
    parser.add_argument("--base", type=Path, help="folder or .jsonl whose sentences are used")
    ours = shlex.join([sys.executable, "-m", "sourcier", "trace"])
    parser.add_argument("--sourcier", type=shlex.split, default=ours, metavar="COMMAND", help="default: %(default)s")
    parser.add_argument("--passim", type=Path, metavar="FOLDER", help="passim's source; left out when not given")
    parser.add_argument("--passim-python", type=Path, default=Path(sys.executable), metavar="PYTHON")
    parser.add_argument("--datasketch-python", type=Path, default=Path(sys.executable), metavar="PYTHON")
    parser.add_argument("--no-datasketch", action="store_true")
    parser.add_argument("--peers-only", action="store_true")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keeps corpora and rows there")
    parser.add_argument("--json", type=Path, metavar="FILE", help="writes all figures there as well")
    options = parser.parse_args(arguments)
    for path in (options.passim, options.base):
        if path and not path.exists():
            parser.error(f"{path} does not exist")
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    options = parsed(arguments)
    work = options.keep or Path(tempfile.mkdtemp(prefix="sourcier-bench-"))
    figures: list[dict[str, Any]] = []
    measured: list[tuple[int, Result]] = []
    failed = False
    try:
        for documents in options.documents:
            corpus = make(Plan(documents, options.seed, options.base), work / str(documents))
            bench = Bench(corpus, corpus.folder)
            results = []
            for program in programs(options):
                try:
                    results += program(bench)
                except ProgramFailed as failure:
                    failed = True
                    print(f"bench: {failure}", file=sys.stderr)
            print(report(corpus, results), flush=True)
            measured += ((documents, result) for result in results)
            figures.append({"corpus": corpus.facts, "results": [asdict(result) for result in results]})
        print("\n".join(growth(measured)), end="", flush=True)
    finally:
        if not options.keep:
            shutil.rmtree(work)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
