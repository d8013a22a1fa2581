"""WARC files: the pages among a crawl's records, each with its address and the time at which it was fetched."""

import io
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from sourcier.core.problem import Problem
from sourcier.ingest.content import check, too_large
from sourcier.ingest.kind import Kind
from sourcier.ingest.metadata import Metadata, clean
from sourcier.ingest.moments import moment
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.piece import Piece
from sourcier.ingest.served import body, charset
from sourcier.ingest.source import Source
from sourcier.ingest.trouble import Trouble, problem
from sourcier.ingest.warc_records import Record, Records, cut

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_PAGE = Kind("html_page")
_AGAIN = "get it anew"
_WEB = ("http://", "https://")


def read(stream: io.BufferedReader, source: Source, options: ReadOptions) -> Iterator[Problem | Piece]:
    """Yield the pages of a web archive, and after them how many of its answers were none, and why."""
    head = stream.peek(16)
    if not head:
        raise Trouble("the file is empty")
    check(head[:16])
    kept = Records(stream)
    counts: Counter[str] = Counter()
    broken: Trouble | None = None
    try:
        for record in kept:
            yield from _pages(record, source, options, counts)
    except Trouble as trouble:
        broken = trouble
    if broken and not counts:
        raise broken
    if kept.damaged and not counts:
        raise Trouble("the archive is damaged, or no WARC")
    if kept.damaged:
        yield problem(
            source.path, "the archive is damaged or cut short: what can be read of it was read", "get it anew"
        )
    if counts["other"] or counts["status"] or counts["revisit"] or not counts["page"]:
        yield problem(
            source.path,
            f"{counts['page']:,} pages; left aside: {counts['other']:,} answers that are no page, "
            f"{counts['status']:,} of another status than 200, {counts['revisit']:,} that refer to an earlier capture",
        )
    if broken:
        raise broken


def _pages(record: Record, source: Source, options: ReadOptions, counts: Counter[str]) -> Iterator[Problem | Piece]:
    sort = record.get("WARC-Type")
    counts[sort] += 1  # a key of its own: an archive without one record is none
    address = record.get("WARC-Target-URI").strip("<>")
    if sort != "response" or not address.startswith(_WEB):
        return
    try:
        head = record.http.parse(record.body)
    except EOFError:
        counts["other"] += 1
        return
    content = head.get_header("content-type") or "text/html"
    if content.partition(";")[0].strip().lower() not in _PAGES:
        counts["other"] += 1
    elif head.get_statuscode() != "200":
        counts["status"] += 1
    else:
        counts["page"] += 1
        raw = record.body.read(options.max_bytes + 1)
        if len(raw) <= options.max_bytes and record.cut:
            raise cut()
        try:
            data = _page(raw, head, options.max_bytes)
        except Trouble as trouble:
            yield problem(f"{source.path}#{record.number}", trouble.message, trouble.hint)
        else:
            yield Piece(_source(record, source, address, charset(content)), _PAGE, data)


def _page(raw: bytes, head: Any, limit: int) -> bytes:
    if len(raw) > limit:
        raise too_large("the page", limit)
    transfer, encoding = (head.get_header(name) or "" for name in ("transfer-encoding", "content-encoding"))
    return body(raw, transfer, encoding, limit)


def _source(record: Record, source: Source, address: str, encoding: str | None) -> Source:
    known = Metadata(url=clean(address))
    with suppress(Trouble):
        known["captured"] = moment(record.get("WARC-Date"))
    if record.get("WARC-Truncated"):
        known["complete"] = False
    place = f"#{record.number}"
    return Source(f"{source.id}{place}", f"{source.path}{place}", within=source.path, known=known, charset=encoding)
