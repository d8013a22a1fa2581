"""A ledger of invented articles, filled by the program itself, and made once."""

import json
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import measure
from bench.family import Families
from bench.measure import Usage
from bench.outlets import Press
from bench.records import article_row
from bench.sentences import InventedSentences
from bench.shard import groups
from bench.vocabulary import Vocabulary
from bench.writer import Writer


class NotBuilt(Exception):
    """The program could not fill the ledger."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """A ledger; the usage is None where it was there before."""

    ledger: Path
    usage: Usage | None


def invented(articles: int, seed: int) -> Iterator[dict[str, Any]]:
    """Yield rows with outlet, address, date and text, story by story; the same arguments give the same rows."""
    rng = random.Random(seed)
    vocabulary = Vocabulary(rng)
    writer = Writer(InventedSentences(vocabulary, rng), vocabulary, rng)
    families = Families(writer, Press(writer, articles))
    number = 0
    for members in groups(families, articles):
        for member in members:
            yield article_row(member, f"{seed}-{number:06d}", rng)
            number += 1


def write(path: Path, articles: int, seed: int) -> None:
    """Write invented articles as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for row in invented(articles, seed):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def build(ledger: Path, articles: int, seed: int) -> Dossier:
    """Fill a new ledger with the command that anyone would use; raises NotBuilt with what the command said last."""
    if ledger.exists():
        return Dossier(ledger, None)
    with tempfile.TemporaryDirectory(prefix="sourcier-bench-") as folder:
        rows, out, errors = (Path(folder, name) for name in ("articles.jsonl", "out", "errors"))
        write(rows, articles, seed)
        unfinished = ledger.with_name(f"{ledger.name}.unfinished")
        gently = ["nice", "-n", "19"] if shutil.which("nice") else []  # it takes minutes, beside other work
        command = [*gently, sys.executable, "-m", "sourcier", "add", str(rows), "--ledger", str(unfinished)]
        usage = measure.run(command, stdout=out, stderr=errors)
        if usage.status:
            said = errors.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-1:]
            raise NotBuilt(f"sourcier add ended with status {usage.status}: {' '.join(said) or 'it said nothing'}")
        unfinished.rename(ledger)
    return Dossier(ledger, usage)
