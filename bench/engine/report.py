"""Figures of engines as one Markdown table, a row a file and engine."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SCORES = ("upos", "feats", "lemma", "uas", "las", "sentences_f")
_HEAD = (
    "file", "engine", "UPOS", "feats", "lemma", "UAS", "LAS", "sentence F", "tokens per CPU second",
    "CPU s to the first sentence", "MB",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measured:
    """`files` as `eval/engine.py --json` gives them; seconds of CPU until the first sentence; bytes on disk."""

    engine: str
    files: Sequence[dict[str, Any]]
    seconds: float
    disk: int


def report(engines: Sequence[Measured]) -> str:
    """Return the table, engines side by side for each file."""
    lines = [_line(_HEAD), f"|{'---|' * 2}{'---:|' * (len(_HEAD) - 2)}"]
    for rows in zip(*(each.files for each in engines), strict=True):
        for engine, row in zip(engines, rows, strict=True):
            scores = [f"{row[name]:.1f}" for name in _SCORES]
            cells = [f"{row['tokens_per_cpu_second']:,}", f"{engine.seconds:.2f}", f"{engine.disk / 1e6:,.0f}"]
            lines.append(_line([Path(row["file"]).stem, engine.engine, *scores, *cells]))
    return "\n".join(lines)


def fastest(runs: Sequence[Sequence[dict[str, Any]]]) -> list[dict[str, Any]]:
    """Return the rows of runs over the same files, each with the best speed: what disturbs a run only slows it."""
    return [max(rows, key=lambda row: row["tokens_per_cpu_second"] or 0) for rows in zip(*runs, strict=True)]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
