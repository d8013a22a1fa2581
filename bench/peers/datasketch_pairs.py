"""Pairs by datasketch's MinHashLSH: `python bench/peers/datasketch_pairs.py CORPUS.jsonl` prints rows without spans.

Runs in any environment that has datasketch; it uses nothing else of this package.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from datasketch import MinHash, MinHashLSH

THRESHOLD, PERMUTATIONS, SHINGLE = 0.5, 128, 5


def shingles(text: str) -> set[bytes]:
    words = text.lower().split()
    return {" ".join(words[start : start + SHINGLE]).encode() for start in range(max(1, len(words) - SHINGLE + 1))}


def pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Put the later document first: by the printed date, else the second id."""
    lsh = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    dates: dict[str, str | None] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            identity = article["id"]
            sketch = MinHash(num_perm=PERMUTATIONS)
            sketch.update_batch(list(shingles(article["text"])))
            for other in lsh.query(sketch):
                yield later_first(identity, article["published"], str(other), dates[str(other)])
            lsh.insert(identity, sketch)
            dates[identity] = article["published"]


def later_first(one: str, one_date: str | None, other: str, other_date: str | None) -> tuple[str, str]:
    if one_date and other_date and one_date[:10] != other_date[:10]:
        return (one, other) if one_date > other_date else (other, one)
    if one_date and other_date and len(one_date) == len(other_date) > 10 and one_date != other_date:
        return (one, other) if one_date > other_date else (other, one)
    return max(one, other), min(one, other)


if __name__ == "__main__":
    for derived, source in pairs(Path(sys.argv[1])):
        print(json.dumps({"kind": "reuse", "derived": derived, "source": source}))
