"""The steps on a ledger: filling it through the real command, its size on disk, reading out what it found."""

import shlex
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from bench import measure, streamed
from bench.answers import Row, read_rows
from bench.corpus import Corpus
from bench.growth.results import Result
from bench.records import identity_of
from sourcier import Ledger


@dataclass(frozen=True, slots=True)
class Bench:
    """A corpus, the ledger that is made of it, and the program; a process that needs more megabytes is ended."""

    corpus: Corpus
    folder: Path
    command: tuple[str, ...]
    most: int | None = None

    @property
    def ledger(self) -> Path:
        return self.folder / "ledger.db"

    def run(self, *arguments: str, out: str) -> Result:
        """Measure the whole process; `failed` says how it ended badly."""
        stdout, stderr = self.folder / out, self.folder / f"{out}.err"
        usage = measure.run([*self.command, *arguments], stdout=stdout, stderr=stderr, most_megabytes=self.most)
        result: Result = asdict(usage)
        if usage.status:
            said = stderr.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-1:]
            result["failed"] = f"{shlex.join(arguments[:1])}: status {usage.status}, {' '.join(said) or 'no word'}"[
                :300
            ]
            if self.most and usage.peak_megabytes > self.most:
                result["failed"] = f"{shlex.join(arguments[:1])}: ended at {usage.peak_megabytes:,.0f} MB"
        return result

    def filled(self) -> Result:
        """Put all articles into a fresh ledger."""
        for path in sorted(self.folder.glob("ledger.db*")):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        return self.run("add", str(self.corpus.articles), "--ledger", str(self.ledger), out="add.out")

    def sizes(self) -> Result:
        """Bytes of the ledger with its log, and of everything else beside it."""
        paths = sorted(self.folder.glob("ledger.db*"))
        files = [path for path in paths if path.is_file()]
        beside = [path for folder in paths if folder.is_dir() for path in folder.rglob("*") if path.is_file()]
        return {"ledger": _bytes(files), "index": _bytes(beside)}

    def grown(self) -> Result:
        """Add the later articles."""
        return self.run("add", str(self.corpus.later), "--ledger", str(self.ledger), out="later.out")

    def judged(self) -> Result:
        """Compare what the ledger holds with the truth."""
        rows = self.folder / "rows.jsonl"
        result = self.run("trace", "--ledger", str(self.ledger), "--json", out=rows.name)
        if "failed" not in result:
            dispatch = self.corpus.facts["reprints"]["dispatch"]
            try:
                result["score"] = streamed.score(self.corpus.truth, self._named(rows), dispatch)
            except streamed.UnknownText as unknown:
                result["failed"] = str(unknown)
        rows.unlink()
        return result

    def _named(self, rows: Path) -> Iterator[Row]:
        """Rows with the names that the corpus gives its articles."""
        with Ledger(self.ledger) as ledger:
            names = {article.id: identity_of(article.url or "") for article in ledger.articles()}
        for row in read_rows(rows):
            yield replace(row, derived=names.get(row.derived, row.derived), source=names.get(row.source, row.source))


def _bytes(paths: list[Path]) -> int:
    return sum(path.stat().st_size for path in paths)
