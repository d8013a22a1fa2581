"""One page fetched from a server that misbehaves; no other network than this machine."""

import socket
from collections.abc import Iterator
from dataclasses import replace
from threading import Event

import pytest

from sourcier.core.article import Article
from sourcier.core.problem import Problem
from sourcier.ingest.fetched import FetchLimits, fetch
from sourcier.ingest.public_addresses import is_public
from sourcier.version import __version__
from tests.ingest import misbehaving, reading

HERE = FetchLimits(private=True)


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, list[dict[str, str]]]]:
    with misbehaving.serving() as served:
        yield served


@pytest.fixture
def site(server: tuple[str, list[dict[str, str]]]) -> str:
    return server[0]


def fetched(url: str, limits: FetchLimits = HERE) -> Article:
    met = fetch(url, limits)
    assert isinstance(met, Article), met
    return met


def refused(url: str, limits: FetchLimits = HERE) -> Problem:
    met = fetch(url, limits)
    assert isinstance(met, Problem), met
    assert (met.stage, met.where) == ("fetch", url)
    assert "\n" not in met.message
    assert met.hint
    return met


def test_a_page_becomes_an_article_at_its_address(site: str) -> None:
    article = fetched(f"{site}/page")
    assert all(each in article.text for each in reading.PARAGRAPHS)
    assert (article.url, article.path, article.locations) == (f"{site}/page", f"{site}/page", (f"{site}/page",))
    assert "https://ailleurs.example/pont" in article.links
    assert article.raw == misbehaving.PAGE


def test_the_final_address_is_the_articles_own(site: str) -> None:
    assert fetched(f"{site}/moved").url == f"{site}/page"


def test_plain_text_and_a_page_of_no_stated_kind_are_read(site: str) -> None:
    assert fetched(f"{site}/text").text == reading.TEXT
    assert reading.PARAGRAPHS[0] in fetched(f"{site}/untyped").text


@pytest.mark.parametrize("packed", ["gzip", "deflate", "bare"])
def test_a_packed_page_is_unpacked(site: str, packed: str) -> None:
    assert reading.PARAGRAPHS[0] in fetched(f"{site}/{packed}").text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("western", "« l'œuvre » coûte 3 €"),
        ("cyrillic", "Мост закрыт в четверг"),
        ("wrong", "fissurés pendant la crue"),
        ("unknown", "« l'œuvre » coûte 3 €"),
    ],
)
def test_the_encoding_is_that_of_the_server_unless_it_cannot_be(site: str, path: str, words: str) -> None:
    assert words in fetched(f"{site}/{path}").text


def test_no_more_is_said_of_the_visitor_than_the_program(server: tuple[str, list[dict[str, str]]]) -> None:
    site, seen = server
    seen.clear()
    fetched(f"{site}/moved")
    assert [each["user-agent"] for each in seen] == [f"Sourcier/{__version__}"] * 2
    assert not any({"cookie", "referer", "authorization"} & set(each) for each in seen)


def test_no_proxy_of_the_environment_is_used(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    fetched(f"{site}/page")


def test_five_redirects_are_followed_and_no_more(site: str) -> None:
    fetched(f"{site}/count/4")
    assert refused(f"{site}/count/5").message == "the server sends from one address to another more than 5 times"
    assert refused(f"{site}/loop").message == "the server sends from one address to another more than 5 times"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("bomb", "the page is larger than 5,000,000 bytes"),
        ("endless", "the page is larger than 5,000,000 bytes"),
        ("bombs", "the server packed the page in a way that was not asked for"),
        ("brotli", "the server packed the page in a way that was not asked for"),
        ("damaged", "the page came packed, and damaged"),
        ("half", "the page broke off before its end"),
        ("cut", "the page broke off before its end"),
        ("noise", "the page broke off before its end"),
        ("nothing", "the page broke off before its end"),
        ("broken", "the server answered with status 500"),
        ("image", "there is no page at this address but image/png"),
        ("disguised", "the file is not text but an image"),
        ("secret", "addresses that hold a name or a password are not fetched"),
        ("file", "this is no address of a web page"),
        ("nowhere", "the server sends to an address that is none"),
    ],
)
def test_what_fails_is_one_line(site: str, path: str, message: str) -> None:
    assert refused(f"{site}/{path}").message == message


def test_a_page_without_an_article_is_said_to_have_none(site: str) -> None:
    assert isinstance(fetch(f"{site}/empty", HERE), Problem)
    assert refused(f"{site}/menu").message == "no text of an article was found in this page"


@pytest.mark.parametrize("path", ["slow", "silent"])
def test_a_deadline_holds_for_all_together(site: str, path: str) -> None:
    problem = refused(f"{site}/{path}", replace(HERE, seconds=0.4))
    assert problem.message == "the server took longer than 0.4 seconds"


def test_a_search_for_a_name_that_hangs_ends_at_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    hanging = Event()

    def hang(*_: object, **__: object) -> list[object]:
        hanging.wait()
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    assert refused("http://slow.example/", replace(HERE, seconds=0.2)).message.startswith("the server took longer")
    hanging.set()


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://0.0.0.0/", "http://10.1.2.3/",
        "http://172.16.0.1/", "http://192.168.1.1:8080/", "http://169.254.169.254/", "http://[fe80::1]/",
        "http://[fd00::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://2130706433/",
        "http://0x7f.1/", "http://127.1/", "http://224.0.0.1/", "http://255.255.255.255/", "http://100.64.0.1/",
    ],
)  # fmt: skip
def test_private_addresses_are_refused_in_every_dress(url: str) -> None:
    assert refused(url, FetchLimits()).message in {
        "this address is of a private network or of this machine: it is not fetched",
        "no server of this name was found: 0x7f.1",  # some systems know no such numbers
        "no server of this name was found: 2130706433",
        "no server of this name was found: 127.1",
    }


def test_a_redirect_to_a_private_address_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(site.rpartition(":")[2])
    _only_public(monkeypatch, {"127.0.0.1"})
    assert fetched(f"http://127.0.0.1:{port}/page", FetchLimits()).text
    problem = refused(f"http://127.0.0.1:{port}/inward", FetchLimits())
    assert problem.message == "this address is of a private network or of this machine: it is not fetched"


def test_a_name_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    _names(monkeypatch, [["93.184.216.34", "127.0.0.1"]])
    problem = refused("http://both.example/", FetchLimits())
    assert problem.message == "this address is of a private network or of this machine: it is not fetched"


def test_the_connection_goes_to_the_address_that_was_checked(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads elsewhere the second time it is asked for is asked for once."""
    port = int(site.rpartition(":")[2])
    asked = _names(monkeypatch, [["127.0.0.1"], ["192.0.2.1"], ["192.0.2.1"]])
    _only_public(monkeypatch, {"127.0.0.1"})
    assert fetched(f"http://rebinding.example:{port}/page", FetchLimits()).text
    assert [host for host in asked if not host[0].isdigit()] == ["rebinding.example"]


def test_the_second_address_of_a_name_is_tried(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(site.rpartition(":")[2])
    _names(monkeypatch, [["127.0.0.9", "127.0.0.1"]])
    monkeypatch.setattr("sourcier.ingest.guarded_network.is_public", lambda _: True)
    assert fetched(f"http://two.example:{port}/page", FetchLimits()).text


def test_a_name_that_nobody_has_and_a_closed_port(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert refused(f"http://127.0.0.1:{port}/").message == "the server cannot be reached"
    _names(monkeypatch, [[]])
    assert refused("http://nobody.example/a").message == "no server of this name was found: nobody.example"


def test_a_server_without_tls_cannot_prove_its_name(site: str) -> None:
    assert refused(site.replace("http:", "https:")).message == "the server cannot prove that it is the one of this name"


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("", "this is no address of a web page"),
        ("https://", "this is no address of a web page"),
        ("http://[::1/", "this is no address of a web page"),
        ("file:///etc/passwd", "this is no address of a web page"),
        ("ftp://pages.example/a", "this is no address of a web page"),
        ("javascript:alert(1)", "this is no address of a web page"),
        ("http://a b/", None),
        ("http://" + "a" * 70_000, None),
        ("http://\udcff/", None),
        ("http://user@pages.example/", "addresses that hold a name or a password are not fetched"),
        ("http://user:word@pages.example/", "addresses that hold a name or a password are not fetched"),
    ],
)
def test_what_is_no_address_is_not_fetched(url: str, message: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    _names(monkeypatch, [])
    problem = refused(url)
    assert message in {None, problem.message}


def test_an_address_without_its_beginning_is_https(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _names(monkeypatch, [[]])
    refused(" pages.example/a ")
    assert asked == ["pages.example"]


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "64:ff9b::5db8:d822", "2002:5db8:d822::1"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "::1", "::", "::ffff:10.0.0.1", "fe80::1%eth0", "fec0::1", "ff02::1", "64:ff9b::7f00:1",
        "2002:7f00:1::1", "2001:0:7f00:1::1", "192.0.2.1", "198.18.0.1", "240.0.0.1", "::7f00:1", "2001:db8::1", "x",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


def _names(monkeypatch: pytest.MonkeyPatch, answers: list[list[str]]) -> list[str]:
    """Let names resolve to these addresses, one answer after the other; return the names as they are asked for."""
    asked: list[str] = []
    real = socket.getaddrinfo
    waiting = iter(answers)

    def resolve(host: str, port: int, *rest: object, **more: object) -> object:
        asked.append(host)
        if host[:1].isdigit():
            return real(host, port, *rest, **more)  # type: ignore[arg-type]
        addresses = next(waiting, [])
        if not addresses:
            raise socket.gaierror("unknown")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return asked


def _only_public(monkeypatch: pytest.MonkeyPatch, addresses: set[str]) -> None:
    monkeypatch.setattr("sourcier.ingest.guarded_network.is_public", lambda each: each in addresses)
