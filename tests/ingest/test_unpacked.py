"""Packed files are the format inside them; what is cut, damaged or a bomb is told, and what comes before is read."""

import gzip
import io
import lzma
import random
import zlib

import pytest

from sourcier.ingest import unpacked as unpacking
from sourcier.ingest.trouble import Trouble
from sourcier.ingest.unpacked import unpacked
from tests.ingest.packing import PACK
from tests.ingest.reading import TEXT, one, page, put, reading, trouble

LINES = "".join(f'{{"id": "n{n}", "text": "Un texte inventé {random.Random(n).random()}."}}\n' for n in range(2_000))


@pytest.mark.parametrize("packing", PACK)
@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("a.txt", TEXT, TEXT),
        ("a.html", page(), TEXT),
        ("a.md", "Un texte.", "Un texte."),
        ("a.jsonl", '{"text": "Un texte."}', "Un texte."),
        ("a.ndjson", '{"text": "Un texte."}', "Un texte."),
        ("a.csv", "id,text\n1,Un texte.\n", "Un texte."),
    ],
)
def test_a_packed_file_is_the_format_inside(tmp_path, packing, name, content, text):
    assert one(put(tmp_path, f"{name}{packing}", PACK[packing](content.encode()))).text == text


def test_a_sidecar_stands_beside_a_packed_text(tmp_path):
    put(tmp_path, "a.json", '{"outlet": "Gazette"}')
    file = put(tmp_path, "a.txt.gz", gzip.compress(TEXT.encode()))
    assert one(file).outlet == one(tmp_path).outlet == "Gazette"


def test_members_one_after_the_other_are_one_file(tmp_path):
    half = len(LINES) // 2
    data = gzip.compress(LINES[:half].encode()) + bytes(8) + gzip.compress(LINES[half:].encode())
    assert len(reading(put(tmp_path, "a.jsonl.gz", data))[0]) == 2_000


@pytest.mark.parametrize("packing", PACK)
def test_what_comes_before_a_cut_is_read(tmp_path, packing, monkeypatch):
    monkeypatch.setattr(unpacking, "_BLOCK", 512)
    data = PACK[packing](LINES.encode())
    articles, problems = reading(put(tmp_path, f"a.jsonl{packing}", data[: len(data) * 9 // 10]))
    assert [problem.message for problem in problems] == ["the file is cut short: what comes before was read"]
    assert (len(articles) > 1_000) == (packing != ".bz2")  # whose one block is read whole or not at all


def test_what_comes_before_damage_is_read(tmp_path):
    data = bytearray(gzip.compress(LINES.encode()) + gzip.compress(LINES.encode()))
    data[-40] ^= 0xFF
    articles, problems = reading(put(tmp_path, "a.jsonl.gz", bytes(data)), mapping={"id": "none"})
    assert len(articles) >= 2_000
    assert "the file is damaged: what comes before was read" in [problem.message for problem in problems]


def test_what_is_not_packed_as_its_name_says_is_told(tmp_path):
    assert trouble(put(tmp_path, "a.jsonl.gz", LINES)).message == "the file cannot be unpacked"


def test_a_bomb_is_stopped(monkeypatch):
    monkeypatch.setattr(unpacking, "_FREE", 1_000_000)
    stream = unpacked(io.BytesIO(gzip.compress(bytes(20_000_000))), "gzip")
    sizes = []
    with pytest.raises(Trouble, match="expands to more than 200 times"):
        sizes += (len(data) for data in iter(lambda: stream.read(100_000), b""))
    size = sum(sizes)
    assert 1_000_000 < size < 4_500_000  # 200 times the 20 kB that it has


def test_a_file_that_wants_too_much_memory_is_told():
    wants = lzma.compress(b"x" * 1_000, filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 29}])
    with pytest.raises(Trouble, match="cannot be unpacked"):
        unpacked(io.BytesIO(wants), "xz").read()


def test_no_more_is_unpacked_than_is_asked_for(monkeypatch):
    asked = []
    real = zlib.decompressobj

    class Watched:
        def __init__(self, bits):
            self.inner = real(bits)

        def __getattr__(self, name):
            return getattr(self.inner, name)

        def decompress(self, data, most):
            asked.append(most)
            return self.inner.decompress(data, most)

    monkeypatch.setattr(unpacking.zlib, "decompressobj", Watched)
    assert len(unpacked(io.BytesIO(gzip.compress(bytes(3_000_000))), "gzip").read(10)) == 10
    assert 0 < max(asked) <= 1 << 18
    assert min(asked) > 0  # which would be no bound


def test_standard_input_may_be_packed():
    assert one("-", stdin=gzip.compress(b'{"text": "Un texte."}')).text == "Un texte."


def test_kinds_that_are_not_read_stay_so(tmp_path):
    put(tmp_path, "a.log.gz", gzip.compress(b"x"))
    assert trouble(tmp_path).message == "no articles in this folder"
    assert trouble(tmp_path / "a.log.gz").message == "files that end in .gz are not read"
