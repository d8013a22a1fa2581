"""passim as a peer: its input, its command line with the best settings found, its alignments as rows."""

import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

# passim loses a passage whose first n-gram lies in the first 25 letters of a text; blanks in front repair that.
PADDING = 64
# The later text is the target. Dates that do not show the order leave it to the hashed ids.
OPEN = "(ts = 0 OR ts2 = 0 OR ts = ts2)"
EARLIER = f"(({OPEN} AND uid < uid2) OR (NOT {OPEN} AND ts < ts2))"
SETTINGS = ("--all-pairs", "--pairwise", "-g", "150", "--fields", "ts", "-f", EARLIER)
MEMORY, CORES = "8g", 2


def prepare(corpus: Path, prepared: Path) -> None:
    with corpus.open(encoding="utf-8") as articles, prepared.open("w", encoding="utf-8") as out:
        for line in articles:
            article = json.loads(line)
            row = {"id": article["id"], "ts": minutes(article["published"]), "text": " " * PADDING + article["text"]}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def minutes(published: str | None) -> int:
    """Minutes since 1970, 0 when unknown."""
    if published is None:
        return 0
    when = datetime.fromisoformat(published)
    return int((when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp() // 60)


def command(python: Path, prepared: Path, output: Path) -> list[str]:
    return [str(python), str(Path(__file__).with_name("passim_align.py")), *SETTINGS, str(prepared), str(output)]


def environment(source: Path, python: Path) -> dict[str, str]:
    submit = f"--master local[{CORES}] --driver-memory {MEMORY} --conf spark.ui.enabled=false pyspark-shell"
    settings = {"PYTHONPATH": str(source), "PYSPARK_PYTHON": str(python), "PYSPARK_SUBMIT_ARGS": submit}
    return dict(os.environ) | settings


def alignments(output: Path) -> Iterator[dict[str, Any]]:
    for part in sorted((output / "align.json").glob("part-*")):
        with part.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def rows(output: Path, days: int | None = None) -> Iterator[dict[str, Any]]:
    """Rows of our form; the best source of a text is the one with most matching characters.

    With `days`, pairs whose known dates lie further apart are left out.
    """
    matched: dict[str, Counter[str]] = defaultdict(Counter)
    for found in alignments(output):
        matched[found["id2"]][found["id"]] += found["matches"]
    best = {derived: sources.most_common(1)[0][0] for derived, sources in matched.items()}
    for found in alignments(output):
        if days is None or near(found["ts"], found["ts2"], days):
            yield {
                "kind": "reuse",
                "derived": found["id2"],
                "source": found["id"],
                "derived_span": span(found["begin2"], found["end2"]),
                "source_span": span(found["begin"], found["end"]),
                "best": best[found["id2"]] == found["id"],
                "edits": [],
            }


def near(one: int, other: int, days: int) -> bool:
    return not one or not other or abs(one - other) <= days * 24 * 60


def span(begin: int, end: int) -> dict[str, int]:
    return {"start": max(0, begin - PADDING), "end": max(0, end - PADDING)}
