"""WARC and WACZ: pages with their address and time of capture; what is no page is counted, what is damaged is told."""

import gzip
import zlib

import pytest

from sourcier.core.moment import Moment
from tests.ingest.packing import Crawl, zipped
from tests.ingest.reading import TEXT, one, page, put, reading, trouble

PAGE = page(head='<meta property="article:published_time" content="2024-09-06T08:00:00Z">').encode()
ADDRESS = "https://gazette.example/pont"
ACCENTS = "".join(f"<p>Été à Zarmara : « l’œuvre » coûte {n} francs, a dit la maire au marché.</p>" for n in range(4))
NAMES = ["c.warc", "c.warc.gz"]


def crawl(folder, name="c.warc.gz", **answer):
    kept = Crawl(folder / name)
    kept.answer(ADDRESS, answer.pop("body", PAGE), **answer)
    return kept.done()


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_its_address_and_two_times(tmp_path, name):
    article = one(crawl(tmp_path, name), keep_raw=True)
    assert (article.text, article.url) == (TEXT, ADDRESS)
    assert article.captured == Moment("2024-09-07T10:00:00Z")
    assert article.published == Moment("2024-09-06T08:00:00Z")
    assert (article.id, article.path) == (f"{name}#1", f"{tmp_path}/{name}#1")
    assert article.raw == PAGE


def test_a_capture_is_no_publication(tmp_path):
    article = one(crawl(tmp_path, body=page().encode()))
    assert article.published is None
    assert article.captured is not None


@pytest.mark.parametrize("name", NAMES)
def test_what_is_no_page_is_counted_in_one_line(tmp_path, name):
    kept = Crawl(tmp_path / name)
    kept.other("warcinfo")
    for n in range(30):
        kept.answer(f"{ADDRESS}.png?{n}", b"\x89PNG", kind="image/png")
    kept.answer(ADDRESS, PAGE, status="404 Not Found")
    kept.answer(ADDRESS, b"", sort="revisit")
    kept.answer(ADDRESS, PAGE)
    kept.other("metadata")
    articles, problems = reading(kept.done())
    assert [article.id for article in articles] == [f"{name}#34"]
    assert [problem.message for problem in problems] == [
        "1 pages; left aside: 30 answers that are no page, 1 of another status than 200, "
        "1 that refer to an earlier capture"
    ]


@pytest.mark.parametrize(
    ("body", "more"),
    [
        (gzip.compress(PAGE), [("Content-Encoding", "gzip")]),
        (zlib.compress(PAGE), [("Content-Encoding", "deflate")]),
        (zlib.compress(PAGE)[2:-4], [("Content-Encoding", "deflate")]),
        (PAGE, [("Content-Encoding", "gzip")]),  # unpacked by the crawler
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), [("Transfer-Encoding", "chunked")]),
        (PAGE, [("Transfer-Encoding", "chunked")]),  # put together by the crawler
    ],
)
def test_a_page_is_unpacked_as_its_head_says(tmp_path, body, more):
    assert one(crawl(tmp_path, body=body, more=more)).text == TEXT


@pytest.mark.parametrize(
    ("body", "more", "message"),
    [
        (b"\x8b\x03\x80", [("Content-Encoding", "br")], "this file is packed in a way that is not read"),
        (gzip.compress(PAGE)[:-90], [("Content-Encoding", "gzip")], "the page broke off before its end"),
        (gzip.compress(bytes(9_000_000)), [("Content-Encoding", "gzip")], "the page is larger than 5,000,000 bytes"),
        (b"\x1f\x8bno gzip", [("Content-Encoding", "gzip")], "the page came packed, and damaged"),
    ],
)
def test_a_page_that_cannot_be_unpacked_is_told_by_its_record(tmp_path, body, more, message):
    problem = trouble(crawl(tmp_path, body=body, more=more))
    assert (problem.where, problem.message) == (f"{tmp_path}/c.warc.gz#1", message)


def test_the_server_names_the_encoding(tmp_path):
    body = f"<html><body><article>{ACCENTS}</article></body></html>".encode("mac_roman")
    assert "Été à Zarmara : « l’œuvre »" in one(crawl(tmp_path, body=body, kind="text/html; charset=macintosh")).text


def test_a_page_that_the_crawler_cut_is_not_complete(tmp_path):
    assert one(crawl(tmp_path, head={"WARC-Truncated": "length"})).complete is False
    assert one(crawl(tmp_path, "d.warc")).complete is True


@pytest.mark.parametrize("name", NAMES)
def test_a_cut_archive_is_read_up_to_there(tmp_path, name):
    kept = Crawl(tmp_path / name)
    for n in range(20):
        kept.answer(f"{ADDRESS}/{n}", PAGE)
    path = kept.done()
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 3 // 4 + 150])
    articles, problems = reading(path)
    assert 13 <= len(articles) <= 15
    assert {article.text for article in articles} == {TEXT}
    assert len(problems) == 1
    assert "cut short" in problems[0].message


def test_a_damaged_record_loses_itself_alone(tmp_path):
    kept = Crawl(tmp_path / "c.warc")
    for n in range(5):
        kept.answer(f"{ADDRESS}/{n}", PAGE)
    path = kept.done()
    first, second, rest = path.read_bytes().split(b"WARC/1.0\r\n", 3)[1:]
    path.write_bytes(b"WARC/1.0\r\n" + first + b"WARX\r\n" + second + b"WARC/1.0\r\n" + rest)
    articles, problems = reading(path)
    assert [article.url for article in articles] == [f"{ADDRESS}/{n}" for n in (0, 2, 3, 4)]
    broken = "the archive is damaged or cut short: what can be read of it was read"
    assert [problem.message for problem in problems] == [broken]


@pytest.mark.parametrize(
    "data", [b"no archive", b"x" * 300_000, b"WARC/1.0\r\n", b"WARC/1.0\r\nContent-Length: x\r\n\r\n"]
)
def test_what_is_no_web_archive_is_one_problem(tmp_path, data):
    assert trouble(put(tmp_path, "a.warc", data)).message.startswith("the archive is damaged")


def test_a_head_without_end_is_not_held(tmp_path):
    data = b"WARC/1.0\r\n" + b"X-Y: z\r\n" * 400_000
    assert "a piece that is too long" in trouble(put(tmp_path, "a.warc.gz", gzip.compress(data))).message


def test_pages_without_an_article_are_a_few_and_their_number(tmp_path):
    kept = Crawl(tmp_path / "c.warc.gz")
    for n in range(25):
        kept.answer(f"{ADDRESS}/{n}", b"<html><body><nav><a href='/'>x</a></nav></body></html>")
    articles, problems = reading(kept.done())
    assert articles == []
    assert len(problems) == 11
    assert problems[-1].message == "15 more like this: no text of an article was found in this page"


def test_a_wacz_holds_web_archives(tmp_path):
    inner = crawl(tmp_path, "x.warc.gz")
    entries = [
        ("datapackage.json", "{}"),
        ("pages/pages.jsonl", '{"text": "no article"}'),
        ("archive/x.warc.gz", inner.read_bytes()),
        ("../out.warc.gz", b"x"),
    ]
    articles, problems = reading(zipped(tmp_path / "s.wacz", entries))
    assert [(article.id, article.url) for article in articles] == [("s.wacz/archive/x.warc.gz#1", ADDRESS)]
    assert [problem.message for problem in problems] == ["this name leads out of its folder: the file was left out"]


def test_a_web_archive_in_a_zip_and_an_empty_wacz(tmp_path):
    inner = crawl(tmp_path, "x.warc.gz")
    assert one(zipped(tmp_path / "a.zip", [("d/x.warc.gz", inner.read_bytes())])).id == "a.zip/d/x.warc.gz#1"
    assert trouble(zipped(tmp_path / "s.wacz", [("a.txt", "x")])).message == "no pages in this web archive"
