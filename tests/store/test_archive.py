"""A page or record comes back byte for byte, and takes little room beside the text."""

import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.store.archive import packed, unpacked
from sourcier.store.ledger import Ledger
from tests import factory

_TEXT = 'Le port « rouvre »\u00a0: « déjà\u2028vu », dit-il.\n\n"Douze" navires\t\\ au large… \x1f 👁' * 9


def _record(*, ascii_only: bool) -> bytes:
    return json.dumps({"id": "a", "text": _TEXT, "title": "Le port"}, ensure_ascii=ascii_only).encode() + b"\n"


_RAW = {
    "json": _record(ascii_only=False),
    "ascii": _record(ascii_only=True),
    "page": f"<p>{_TEXT}</p>".encode(),
    "plain": _TEXT.encode(),
    "table": ('a,"' + _TEXT.replace('"', '""') + '",b\r\n').encode(),
    "other": _record(ascii_only=True).replace(b"\\u00e9", b"\\u00E9"),
    "latin": _TEXT.encode("latin-1", "replace"),
    "empty": b"",
}


@pytest.mark.parametrize("name", _RAW)
def test_it_comes_back_as_it_was(name: str) -> None:
    kept = packed(_RAW[name], _TEXT)
    assert unpacked(kept, _TEXT) == _RAW[name]


@pytest.mark.parametrize("name", ["json", "ascii", "page", "plain", "table"])
def test_the_text_is_not_kept_twice(name: str) -> None:
    assert len(packed(_RAW[name], _TEXT)) < len(_RAW[name]) / 8


@given(st.binary(), st.text(), st.sampled_from((str, json.dumps)))
def test_any_bytes_come_back(around: bytes, text: str, form: type[str]) -> None:
    long = text * 40
    raw = around + form(long).encode("utf-8", "surrogatepass") + around
    known = long.encode("utf-8", "replace").decode()
    assert unpacked(packed(raw, known), known) == raw


def test_what_was_kept_before_is_still_read() -> None:
    assert unpacked(zlib.compress(_RAW["json"]), _TEXT) == _RAW["json"]


def test_the_ledger_gives_it_back(ledger: Ledger) -> None:
    list(ledger.add([factory.article("a", _TEXT, path="a", raw=_RAW["ascii"])]))
    assert ledger.article("a").raw == _RAW["ascii"]
