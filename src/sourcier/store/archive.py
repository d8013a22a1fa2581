"""The page or record that an article came as: kept small, given back byte for byte.

Where it holds the article's text, which the ledger has, the text is left out. The first byte says how the text is
written in it (« x » is a zlib stream of the whole), four bytes where, and the rest is compressed.
"""

import struct
import zlib
from collections.abc import Callable
from json.encoder import encode_basestring, encode_basestring_ascii

_HEAD = struct.Struct(">BI")
_WHOLE = 0x78  # the first byte of what zlib makes
_LEAST = 32  # code points that are worth leaving out
_LEVEL = 6

_FORMS: tuple[Callable[[str], str], ...] = (
    str,
    encode_basestring,  # JSON in UTF-8
    encode_basestring_ascii,
    lambda text: text.replace('"', '""'),  # a field of a table
)


def packed(raw: bytes, text: str) -> bytes:
    """Return what is kept of `raw`, the page or record of the article with this text."""
    if len(text) >= _LEAST:
        start = text[: _LEAST // 2]
        for number, form in enumerate(_FORMS):
            if form(start).rstrip('"').encode() not in raw:
                continue
            written = form(text).encode()
            if (place := raw.find(written)) >= 0:
                rest = raw[:place] + raw[place + len(written) :]
                return _HEAD.pack(number, place) + zlib.compress(rest, _LEVEL)
    return zlib.compress(raw, _LEVEL)


def unpacked(kept: bytes, text: str) -> bytes:
    """Return the page or record as it came."""
    if kept[0] == _WHOLE:
        return zlib.decompress(kept)
    number, place = _HEAD.unpack_from(kept)
    form: Callable[[str], str] = _FORMS[number]
    rest = zlib.decompress(memoryview(kept)[_HEAD.size :])
    return rest[:place] + form(text).encode() + rest[place:]
