"""A page as a server sent it and a crawler kept it: its parts put together, and unpacked within a bound."""

import io
import re
import zlib

from warcio.bufferedreaders import ChunkedDataReader

from sourcier.ingest.content import too_large
from sourcier.ingest.trouble import Trouble

_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_GZIP = b"\x1f\x8b"
_PLAIN = frozenset({"", "identity", "none", "utf-8"})  # the last one by mistake, here and there
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})


def body(raw: bytes, transfer: str, encoding: str, limit: int) -> bytes:
    """Return the page of an answer's body; `transfer` and `encoding` are what its head says of it.

    Crawlers keep the head as it came but may have put the parts together, or unpacked the page: then it stays as it is.
    Raises Trouble above `limit` bytes, and for what cannot be unpacked.
    """
    if "chunked" in transfer.lower():
        raw = ChunkedDataReader(io.BytesIO(raw)).read()
    encoding = encoding.strip().lower()
    if encoding in _PLAIN or (encoding != "deflate" and encoding in _PACKED and not raw.startswith(_GZIP)):
        return raw
    if encoding not in _PACKED:
        raise Trouble("this file is packed in a way that is not read")
    for bits in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):  # many servers leave the frame of « deflate » away
        unpacker = zlib.decompressobj(bits)
        try:
            data = unpacker.decompress(raw, limit + 1)
        except zlib.error:
            continue
        if len(data) > limit:
            raise too_large("the page", limit)
        if not unpacker.eof:
            raise Trouble("the page broke off before its end")
        return data
    if encoding == "deflate" and raw.lstrip().startswith(b"<"):
        return raw
    raise Trouble("the page came packed, and damaged")


def charset(content_type: str) -> str | None:
    """Return the encoding that an answer's head names."""
    match = _CHARSET.search(content_type)
    return match[1] if match else None
