"""Scores rows against the truth: `python -m bench.score DIR/truth.jsonl ROWS.jsonl [--json] [--by-kind]`."""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import measures
from bench.answers import Row, oriented, read_rows, read_truth
from bench.measures import Characters, Tally, Truth

Score = dict[str, Any]


@dataclass(slots=True)
class Measured:
    """All measures; stories can be measured some at a time, since no true passage runs from one to another."""

    pairs: Tally = field(default_factory=Tally)
    characters: Characters = field(default_factory=Characters)
    parents: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    short: Tally = field(default_factory=Tally)
    edits: Tally = field(default_factory=Tally)
    found: bool = False
    located: bool = False

    def add(self, truth: Truth, rows: Iterable[Row]) -> None:
        """Measure some whole stories, with all rows whose later text is of them."""
        found = measures.by_pair(oriented(rows, truth))
        self.found |= bool(found)
        self.located |= any(row.derived_span for rows_of in found.values() for row in rows_of)
        self.pairs.join(measures.pairs(truth, found))
        self.characters.join(measures.characters(truth, found))
        for kind, tally in measures.parents(truth, found).items():
            self.parents[kind].join(tally)
        self.short.join(measures.short_passages(truth, found))
        self.edits.join(measures.edits(truth, found))

    def told(self) -> Score:
        """Shares 0..1 (None: nothing to measure) and counts."""
        located = self.located or not self.found
        result: Score = {"pairs": both(self.pairs), "located": located}
        if not located:
            return result
        together = Tally(sum(t.right for t in self.parents.values()), 0, sum(t.missed for t in self.parents.values()))
        return result | {
            "characters": both(self.characters.all) | {"f1": self.characters.all.f1},
            "false_characters": dict(self.characters.false_in.most_common()),
            "parent": {"right": together.recall, "of": together.right + together.missed},
            "short_passages": {"recall": self.short.recall, "of": self.short.right + self.short.missed},
            "edits": both(self.edits),
            "by_kind": {kind: self._kind(kind, tally) for kind, tally in sorted(self.characters.by_kind.items())},
        }

    def _kind(self, kind: str, tally: Tally) -> Score:
        parents = self.parents.get(kind, Tally())
        return {
            "characters": both(tally),
            "parent": {"right": parents.recall, "of": parents.right + parents.missed},
        }


def score(truth: Truth, rows: Iterable[Row]) -> Score:
    measured = Measured()
    measured.add(truth, rows)
    return measured.told()


def both(tally: Tally) -> Score:
    return {
        "precision": tally.precision, "recall": tally.recall,
        "right": tally.right, "wrong": tally.wrong, "missed": tally.missed,
    }  # fmt: skip


def share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}".removeprefix("0")


def table(result: Score) -> list[str]:
    """Markdown lines."""
    lines = ["| measure | precision | recall | F1 | right | wrong | missed |", "|---|---|---|---|---|---|---|"]
    for name, key in (("characters", "characters"), ("pairs ≥ 100 characters", "pairs"), ("word edits", "edits")):
        if part := result.get(key):
            cells = [share(part["precision"]), share(part["recall"]), share(part.get("f1"))]
            lines.append(
                f"| {name} | {' | '.join(cells)} | {part['right']:,} | {part['wrong']:,} | {part['missed']:,} |"
            )
    if result["located"]:
        parent, short = result["parent"], result["short_passages"]
        lines.append(
            f"| parent right, where the text can tell | {share(parent['right'])} | | | of {parent['of']:,} | | |"
        )
        lines.append(f"| passages under 20 words | | {share(short['recall'])} | | of {short['of']:,} | | |")
        lines.append("")
        lines.append(
            "False characters: " + ", ".join(f"{n:,} {where}" for where, n in result["false_characters"].items())
        )
    return lines


def kinds_table(result: Score) -> list[str]:
    lines = ["", "| kind of the later text | characters P | R | parent right | of |", "|---|---|---|---|---|"]
    for kind, part in result.get("by_kind", {}).items():
        cells = [
            share(part["characters"]["precision"]),
            share(part["characters"]["recall"]),
            share(part["parent"]["right"]),
        ]
        lines.append(f"| {kind} | {' | '.join(cells)} | {part['parent']['of']} |")
    return lines


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("truth", type=Path)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--by-kind", action="store_true")
    options = parser.parse_args(arguments)
    result = score(read_truth(options.truth), read_rows(options.rows))
    if options.json:
        print(json.dumps(result))
    else:
        print("\n".join([*table(result), *(kinds_table(result) if options.by_kind else [])]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
