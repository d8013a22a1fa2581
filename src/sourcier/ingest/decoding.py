"""From bytes to text: Unicode where it can be, else the old Western code page."""

import codecs
import re
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD = 4096
_MULTIBYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]{1,3}")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f]")


class Decoded(NamedTuple):
    """A text, and what was wrong with its bytes, if anything."""

    text: str
    complaint: str | None = None


def wide(head: bytes) -> str | None:
    """Return the name of the UTF-16 or UTF-32 encoding of a file that begins so, None for any other."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return None if name == "utf-8" else name
    head = head[:_HEAD]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    few, many = sorted((even, odd))
    # Even text of another script than Latin has spaces and newlines, whose high byte is zero.
    if many * 40 < len(head) or few * 20 > many:
        return None
    name = "utf-16-le" if odd > even else "utf-16-be"
    text = head[: len(head) // 2 * 2].decode(name, "ignore")
    return None if _NO_TEXT.search(text) else name


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return the text of some bytes, without a byte-order mark; `declared` is what the file says of its encoding."""
    if b"\x00" not in data:  # no other encoding has been seen to look like UTF-8: most texts need nothing more
        try:
            return Decoded(data.removeprefix(codecs.BOM_UTF8).decode("utf-8"))
        except UnicodeDecodeError:
            pass
    encoding = wide(data)
    if encoding:
        text = data.decode(encoding, "replace").removeprefix("\ufeff")
        return Decoded(text, "some bytes are no UTF-16: each stands as U+FFFD" if "\ufffd" in text else None)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _damaged(data) or Decoded(_western(data, declared))


def _damaged(data: bytes) -> Decoded | None:
    """Return UTF-8 with a few broken bytes: taking it for a Western code page would garble every accent."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if len(_MULTIBYTE.findall(data)) <= 3 * broken:
        return None
    return Decoded(text, f"{broken} broken bytes or groups of bytes in UTF-8: each stands as U+FFFD")


def _western(data: bytes, declared: str | None) -> str:
    for name in (declared, "cp1252"):
        try:
            if name and codecs.lookup(name).name not in {"iso8859-1", "ascii", "utf-8"}:  # browsers read cp1252 there
                return data.decode(name)
        except (LookupError, UnicodeError, ValueError):
            continue
    return data.decode("latin-1")
