"""Makes a corpus with exact truth: `python -m bench.corpus --documents 10000 --seed 7 -o DIR`.

Writes `corpus.jsonl` (what a program under test reads), `truth.jsonl` (one line a document: its kind, parents, true
passages with every earlier text, edits against the parent, standing text) and `facts.json`. Nothing in the first hints
at the second. With `--later`, the last documents to arrive stand in `later.jsonl`; with `--probes`, texts to look for
stand in `probes.jsonl`. Made shard by shard on all cores; memory does not grow with the size.
"""

import argparse
import heapq
import json
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from bench.plan import Plan
from bench.repetition import repeated_share
from bench.shard import MEASURED_WORDS, Facts, make_shard


@dataclass(frozen=True, slots=True)
class Corpus:
    """Where a corpus lies, and what it is like."""

    folder: Path
    facts: dict[str, Any]

    @property
    def articles(self) -> Path:
        return self.folder / "corpus.jsonl"

    @property
    def later(self) -> Path:
        return self.folder / "later.jsonl"

    @property
    def truth(self) -> Path:
        return self.folder / "truth.jsonl"

    @property
    def probes(self) -> Path:
        return self.folder / "probes.jsonl"

    @classmethod
    def at(cls, folder: Path) -> "Corpus":
        """Return the corpus made there before."""
        return cls(folder, json.loads((folder / "facts.json").read_text(encoding="utf-8")))


def make(plan: Plan, folder: Path, jobs: int | None = None) -> Corpus:
    """Write a corpus; the same plan gives the same bytes on however many cores. `facts.json` is written last."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "facts.json").unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="shards-", dir=folder) as shards:
        corpus = Corpus(folder, told(plan, shard_facts(plan, Path(shards), jobs or os.cpu_count() or 1)))
        joined(plan, Path(shards), corpus)
    corpus.facts["megabytes"] = round(corpus.articles.stat().st_size / 1e6, 1)
    (folder / "facts.json").write_text(json.dumps(corpus.facts), encoding="utf-8")
    return corpus


def shard_facts(plan: Plan, shards: Path, jobs: int) -> Iterator[Facts]:
    made = partial(make_shard, plan, shards)
    numbers = range(len(plan.bounds))
    if jobs == 1 or len(numbers) == 1:
        yield from map(made, numbers)
        return
    with ProcessPoolExecutor(min(jobs, len(numbers))) as pool:
        yield from pool.map(made, numbers)


def told(plan: Plan, shards: Iterator[Facts]) -> dict[str, Any]:
    kinds: Counter[str] = Counter()
    sentences: Counter[str] = Counter()
    words: list[str] = []
    dispatch = None
    for facts in shards:
        kinds += facts.kinds
        sentences += facts.sentences
        words += facts.words[: MEASURED_WORDS - len(words)]
        dispatch = dispatch or facts.dispatch
    return {
        "documents": plan.documents,
        "seed": plan.seed,
        "base": plan.base is not None,
        "days": plan.days,
        "later": plan.later,
        "chronological": plan.chronological,
        "reprints": {"of": plan.reprints, "dispatch": dispatch},
        "kinds": dict(sorted(kinds.items())),
        "repeated": {str(n): round(repeated_share(words, n), 4) for n in (5, 8)} | {"words": len(words)},
        **sentences,
    }


def joined(plan: Plan, shards: Path, corpus: Corpus) -> None:
    """Merge the rows of all shards in order of arrival, and put the rest one after the other."""
    numbers = range(len(plan.bounds))
    with ExitStack() as stack:
        opened = [stack.enter_context((shards / f"{number}.rows").open("rb")) for number in numbers]
        rows = (line.partition(b"\t")[2] for line in heapq.merge(*opened))
        for file, count in ((corpus.articles, plan.documents), (corpus.later, plan.later)):
            with file.open("wb") as out:
                out.writelines(islice(rows, count))
    for kind, file in (("truth", corpus.truth), ("probes", corpus.probes)):
        with file.open("wb") as out:
            for number in numbers:
                with (shards / f"{number}.{kind}").open("rb") as part:
                    shutil.copyfileobj(part, out, 1 << 20)
    for file, wanted in ((corpus.later, plan.later), (corpus.probes, plan.probes)):
        if not wanted:
            file.unlink()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--base", type=Path, help="folder or .jsonl whose sentences are used")
    parser.add_argument("--reprints", type=int, default=0, help="of one dispatch, beside all other stories")
    parser.add_argument("--later", type=int, default=0, help="further articles, in later.jsonl")
    parser.add_argument("--probes", type=int, default=0, help="texts to look for, of each of three kinds")
    parser.add_argument("--chronological", action="store_true", help="articles arrive as they come out")
    parser.add_argument("--jobs", type=int, help="processes; default: one a core")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args(arguments)
    if options.documents < 2 or min(options.later, options.probes, options.reprints) < 0:
        parser.error("--documents must be at least 2, --later, --probes and --reprints at least 0")
    if options.reprints and options.reprints > min(options.documents // 2, 2_000):
        parser.error("--reprints: at most half of the documents, and at most 2,000")
    if options.base and not options.base.exists():
        parser.error(f"--base: {options.base} does not exist")
    plan = Plan(
        options.documents, options.seed, options.base, options.reprints, options.later, options.probes,
        options.chronological,
    )  # fmt: skip
    print(json.dumps(make(plan, options.output, options.jobs).facts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
