import pytest

from sourcier.ingest.decoding import decode

FRENCH = "L'été à Zarmara : « ça » coûte 3 €, l'œuvre…\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_french_in_every_encoding(encoding):
    assert decode(FRENCH.encode(encoding)) == (FRENCH, None)


@pytest.mark.parametrize("text", ["وصل الوزير إلى المدينة\n", "市长 关闭 大桥\n", "Мост закрыт на три недели\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_other_scripts(text, encoding):
    assert decode((text * 5).encode(encoding)) == (text * 5, None)


def test_declared_encoding_is_believed_when_it_is_not_unicode():
    assert decode("وصل الوزير".encode("cp1256"), "windows-1256").text == "وصل الوزير"
    assert decode(FRENCH.encode(), "iso-8859-1").text == FRENCH
    assert decode(FRENCH.encode("cp1252"), "iso-8859-1").text == FRENCH  # as browsers do
    assert decode(FRENCH.encode("cp1252"), "no-such-thing").text == FRENCH


def test_bytes_that_no_code_page_has():
    assert decode(b"caf\xe9 \x81").text == "café \x81"


def test_few_broken_bytes_leave_the_rest_of_utf8_whole():
    text, complaint = decode(("é" * 20).encode() + b"\xff fin")
    assert text == "é" * 20 + "\ufffd fin"
    assert complaint
    assert "1 broken" in complaint
