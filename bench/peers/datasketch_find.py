"""Looks for texts by datasketch's MinHashLSH: `python bench/peers/datasketch_find.py CORPUS.jsonl PROBES.jsonl`.

Prints one JSON line a text, in the form of `bench.growth.finding`, then one of what building the index took. It finds
which texts are alike, not where. Runs in any environment that has datasketch; it uses nothing else of this package.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from datasketch import MinHash, MinHashLSH
from datasketch_pairs import PERMUTATIONS, THRESHOLD, shingles  # type: ignore[import-not-found]  # beside this file

WARMING = 30


def sketch(text: str) -> MinHash:
    made = MinHash(num_perm=PERMUTATIONS)
    made.update_batch(list(shingles(text)))
    return made


def index(path: Path) -> MinHashLSH:
    lsh = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            lsh.insert(article["id"], sketch(article["text"]))
    return lsh


def looked_for(probe: dict[str, Any], lsh: MinHashLSH) -> dict[str, Any]:
    cpu, wall = time.process_time(), time.perf_counter()
    found = lsh.query(sketch(probe["text"]))
    took = {"cpu": 1e3 * (time.process_time() - cpu), "wall": 1e3 * (time.perf_counter() - wall)}
    return {"kind": probe["kind"], **took, "found": probe["source"] in found, "any": bool(found)}


if __name__ == "__main__":
    start = time.process_time()
    built = index(Path(sys.argv[1]))
    seconds = time.process_time() - start
    with Path(sys.argv[2]).open(encoding="utf-8") as rows:
        probes = [json.loads(row) for row in rows]
    for each in probes[:WARMING]:
        looked_for(each, built)
    for each in probes:
        print(json.dumps(looked_for(each, built)))
    print(json.dumps({"built": seconds}))
