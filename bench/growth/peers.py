"""Peers at the sizes that they can bear, on the same articles: pairs and passages, and looking for a text."""

import json
import shutil
from dataclasses import asdict
from pathlib import Path

from bench import measure, run
from bench.answers import read_rows
from bench.corpus import Corpus
from bench.growth.results import Result
from bench.growth.searches import summed
from bench.peers import passim_peer
from bench.streamed import score


def together(corpus: Corpus, folder: Path) -> Path:
    """Write all articles, the later ones too, as the truth knows them."""
    path = folder / "all.jsonl"
    with path.open("wb") as out:
        for part in (corpus.articles, corpus.later):
            with part.open("rb") as lines:
                shutil.copyfileobj(lines, out, 1 << 20)
    return path


def datasketch(corpus: Corpus, folder: Path, python: Path, most: int | None) -> Result:
    """Find pairs in all articles."""
    script, articles = Path(run.__file__).parent / "peers" / "datasketch_pairs.py", together(corpus, folder)
    rows = folder / "datasketch.out"
    result = _measured([str(python), str(script), str(articles)], rows, most)
    if "failed" not in result:
        result["score"] = score(corpus.truth, read_rows(rows), corpus.facts["reprints"]["dispatch"])
    articles.unlink()
    return result


def datasketch_find(corpus: Corpus, folder: Path, python: Path, most: int | None) -> Result:
    """Look for the same texts in an index in memory."""
    script, out = Path(run.__file__).parent / "peers" / "datasketch_find.py", folder / "datasketch-find.out"
    articles = together(corpus, folder)
    result = _measured([str(python), str(script), str(articles), str(corpus.probes)], out, most)
    articles.unlink()
    if "failed" in result:
        return result
    *lines, built = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    return {**result, **summed(lines), **built}


def passim(corpus: Corpus, folder: Path, source: Path, python: Path, most: int | None) -> Result:
    """Find passages in all articles, directed by date."""
    articles = together(corpus, folder)
    prepared, output = folder / "passim.jsonl", folder / "passim"
    passim_peer.prepare(articles, prepared)
    command = passim_peer.command(python, prepared, output)
    usage = measure.run(
        command, stdout=folder / "passim.out", stderr=folder / "passim.err", most_megabytes=most,
        environment=passim_peer.environment(source, python),
    )  # fmt: skip
    result: Result = asdict(usage)
    if usage.status:
        return result | {"failed": f"passim: status {usage.status}, {usage.peak_megabytes:,.0f} MB"}
    rows = folder / "passim.rows"
    rows.write_text("".join(json.dumps(row) + "\n" for row in passim_peer.rows(output)), encoding="utf-8")
    return result | {"score": score(corpus.truth, read_rows(rows), corpus.facts["reprints"]["dispatch"])}


def _measured(command: list[str], out: Path, most: int | None) -> Result:
    usage = measure.run(command, stdout=out, stderr=out.with_suffix(".err"), most_megabytes=most)
    result: Result = asdict(usage)
    return result | ({"failed": f"status {usage.status}, {usage.peak_megabytes:,.0f} MB"} if usage.status else {})
