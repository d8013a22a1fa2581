"""Speed of the page: `python -m bench.web --articles 100000 --ledger web.db [--requests 200] [--json FILE]`.

Fills the ledger with invented articles where it does not exist yet, which takes minutes; measures a real server over
loopback HTTP, one request at a time, then ten readers during an import into a copy. Marks what is over its limit.
"""

import argparse
import json
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from html import escape
from pathlib import Path

import httpx

from bench.web.addresses import Asked, kinds, sample
from bench.web.crowd import Crowd, read_during
from bench.web.dossier import NotBuilt, build, write
from bench.web.reader import NotTaken, Reader
from bench.web.report import Figures, failed, table
from bench.web.server import NotServed, Server
from bench.web.timing import Timing, timing
from sourcier.store.ledger import Ledger

SEED, OTHER_SEED = 7, 8
STARTS = 3


def first_page(ledger: Path) -> float:
    """Return the seconds from the command to the last byte of the first page."""
    start = time.perf_counter()
    with Server(ledger) as server, Reader(server.address) as reader:
        if (taken := reader.page("/")).failed:
            raise NotServed(f"the first page was answered with status {taken.status}")
        return time.perf_counter() - start


def texts(ledger: Path, asked: Sequence[Asked]) -> dict[str, int]:
    """Return for each address how many bytes of its page are the article's own text."""
    with Ledger(ledger, create=False) as opened:
        sizes = {id_: _size(opened.article(id_).text) for each in asked for id_ in each.articles}
    return {each.address: sum(sizes[id_] for id_ in each.articles) for each in asked if each.articles}


def _size(text: str) -> int:
    return len(escape(text).encode())


def page_timings(
    ledger: Path, wanted: dict[str, list[Asked]], server: Server, reader: Reader, requests: int
) -> Iterator[Timing]:
    """Read each kind of page as often as asked for; a kind with few addresses is read more than once."""
    for kind, asked in wanted.items():
        rounds = [asked[number % len(asked)].address for number in range(requests)]
        before = server.cpu()
        taken = [reader.page(address) for address in rounds]
        yield timing(kind, taken, texts(ledger, asked), server.cpu() - before)


def crowd(ledger: Path, addresses: Sequence[str], imported: int, longest: float) -> Crowd:
    """Import new articles into a copy of the ledger while ten readers read."""
    with tempfile.TemporaryDirectory(prefix="sourcier-bench-", dir=ledger.parent) as folder:
        copy, rows = Path(folder, "copy.db"), Path(folder, "new.jsonl")
        shutil.copyfile(ledger, copy)
        write(rows, imported, OTHER_SEED)
        with Server(copy) as server:
            return read_during(server.address, rows, addresses, longest)


def measured(ledger: Path, requests: int, imported: int, longest: float) -> Figures:
    """Measure everything."""
    rng = random.Random(SEED)
    starts = tuple(first_page(ledger) for _ in range(STARTS))
    with Server(ledger) as server, Reader(server.address) as reader:
        drawn = sample(reader.row, rng)
        with Ledger(ledger, create=False) as opened:
            articles = len(opened)
        wanted = kinds(drawn, requests, rng)
        pages = tuple(page_timings(ledger, wanted, server, reader, requests))
    addresses = [each.address for asked in wanted.values() for each in asked]
    return Figures(
        articles, ledger.stat().st_size / 1e6, starts, pages,
        crowd(ledger, addresses, imported, longest) if imported else None,
    )  # fmt: skip


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.web", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=100_000, help="of a ledger that is made; default: %(default)s")
    parser.add_argument("--ledger", type=Path, required=True, help="kept, and used again when it exists")
    parser.add_argument("--requests", type=int, default=200, help="of each kind of page; default: %(default)s")
    parser.add_argument("--import", dest="imported", type=int, default=200, help="articles, 0 for none")
    parser.add_argument("--seconds", type=float, default=900.0, help="of reading during the import, at most")
    parser.add_argument("--json", type=Path, metavar="FILE", help="writes all figures there as well")
    options = parser.parse_args(arguments)
    if options.articles < 2 or options.requests < 1 or options.imported < 0:
        parser.error("--articles must be at least 2, --requests 1, --import 0")
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    options = parsed(arguments)
    try:
        made = build(options.ledger, options.articles, SEED)
        if made.usage:
            usage = made.usage
            print(
                f"{options.articles:,} articles added in {usage.wall_seconds:,.0f} s "
                f"({usage.cpu_seconds:,.0f} s of CPU, peak {usage.peak_megabytes:,.0f} MB).\n"
            )
        figures = measured(options.ledger, options.requests, options.imported, options.seconds)
    except (NotBuilt, NotServed, NotTaken, httpx.HTTPError) as failure:
        print(f"bench: {failure}", file=sys.stderr)
        return 1
    print(table(figures))
    if options.json:
        options.json.write_text(json.dumps(asdict(figures), indent=1), encoding="utf-8")
    return int(bool(failed(figures)))


if __name__ == "__main__":
    sys.exit(main())
