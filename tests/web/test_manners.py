"""Every page of the example, in both languages: neutral words, sound HTML, and links that lead somewhere."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from starlette.testclient import TestClient

from tests.manners import accusing
from tests.web.reading import Read, read
from tests.web.visiting import client

_MOST = 150  # pages of one language
_LONGEST = 300_000  # bytes of a page


@dataclass(frozen=True)
class Met:
    """A page as it came."""

    address: str
    status: int
    kind: str
    text: str
    read: Read


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with client(tmp_path_factory.mktemp("manners") / "a.db") as opened:
        yield opened


@pytest.fixture(scope="module", params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def pages(browser: TestClient, language: str) -> list[Met]:
    """Follow the links of the example: first one page of each kind, then the rest."""
    waiting, known, met = deque(["/example/"]), {"/example/"}, list[Met]()
    kinds: dict[str, int] = {}
    while waiting and len(met) < _MOST:
        address = min(waiting, key=lambda each: kinds.get(_kind(each), 0))
        waiting.remove(address)
        kinds[_kind(address)] = kinds.get(_kind(address), 0) + 1
        answer = browser.get(address, headers={"accept-language": language})
        kind = answer.headers.get("content-type", "")
        met.append(Met(address, answer.status_code, kind, answer.text, read(answer.text)))
        for link in met[-1].read.links:
            target, _ = urldefrag(urljoin(address, link))
            if _inside(target) and target not in known:
                known.add(target)
                waiting.append(target)
    return met


def _inside(target: str) -> bool:
    return target.startswith("/example/") and "/language/" not in target


def _kind(address: str) -> str:
    """Return the address without what differs from article to article."""
    return re.sub(r"/(articles|stories|beside)/[^/?]+", r"/\1/*", re.sub(r"=[^&]*", "=", address))


def _html(pages: list[Met]) -> list[Met]:
    return [each for each in pages if each.kind.startswith("text/html")]


def _served(pages: list[Met]) -> list[Met]:
    return [each for each in _html(pages) if not each.address.partition("?")[0].endswith("dossier.html")]


def test_the_crawl_meets_every_kind_of_page(pages: list[Met]) -> None:
    kinds = {_kind(each.address).removeprefix("/example") for each in pages}
    assert kinds >= {
        "/", "/articles", "/articles/*", "/articles/*/beside/*", "/articles/*/beside/*/dossier.html", "/stories",
        "/stories/*", "/find", "/outlets", "/outlets/edit", "/outlets/weeks", "/changes", "/method", "/keys",
    }  # fmt: skip


def test_every_link_leads_somewhere(pages: list[Met]) -> None:
    assert [(each.address, each.status) for each in pages if each.status >= 400] == []


def test_every_place_in_a_page_that_a_link_leads_to_is_there(pages: list[Met]) -> None:
    known = {each.address: set(each.read.ids) for each in _html(pages)}
    lost = []
    for each in _html(pages):
        for link in each.read.links:
            target, place = urldefrag(urljoin(each.address, link))
            if place and place not in known.get(target, {place}):
                lost.append((each.address, link))
    assert lost == []


def test_no_word_accuses_or_confirms(pages: list[Met], language: str) -> None:
    said = {each.address: accusing(language, each.read.words) for each in _html(pages)}
    assert {address: words for address, words in said.items() if words} == {}


def test_what_is_searched_for_words_is_not_empty(pages: list[Met]) -> None:
    assert min(len(each.read.words) for each in _html(pages)) > 400


def test_every_page_says_its_language_title_and_one_heading(pages: list[Met], language: str) -> None:
    for each in _html(pages):
        assert each.read.lang == language, each.address
        assert len(each.read.title.strip()) > 3, each.address
        assert each.read.headings.count("h1") == 1, each.address


def test_headings_leave_no_level_out(pages: list[Met]) -> None:
    for each in _served(pages):
        levels = [int(heading[1]) for heading in each.read.headings]
        assert all(after - before <= 1 for before, after in pairwise(levels)), each.address


def test_nothing_runs_or_styles_inside_a_page(pages: list[Met]) -> None:
    assert [(each.address, each.read.inline) for each in _served(pages) if each.read.inline] == []


def test_every_form_that_writes_has_its_token(pages: list[Met]) -> None:
    writing = [(each.address, form) for each in _served(pages) for form in each.read.forms if form.method == "post"]
    assert writing
    assert [(address, form.action) for address, form in writing if "token" not in form.fields] == []


def test_every_field_has_a_name_that_is_read_out(pages: list[Met]) -> None:
    for each in _served(pages):
        assert [id_ for id_ in each.read.unlabelled if id_ not in each.read.labels] == [], each.address


def test_ids_stand_once_in_a_page(pages: list[Met]) -> None:
    for each in _html(pages):
        ids = each.read.ids
        assert sorted(set(ids)) == sorted(ids), (each.address, {id_ for id_ in ids if ids.count(id_) > 1})


def test_pages_are_light(pages: list[Met]) -> None:
    heavy = [(each.address, size) for each in _served(pages) if (size := len(each.text.encode())) > _LONGEST]
    assert heavy == []


def test_links_to_other_sites_tell_them_nothing(pages: list[Met]) -> None:
    for each in _served(pages):
        for tag in re.findall(r'<a [^>]*href="https?:[^>]*>', each.text):
            assert "noreferrer" in tag, (each.address, tag)


@pytest.mark.parametrize(
    "address", ["/", "/imports", "/find", "/outlets", "/changes", "/stories", "/nothing", "/method"]
)
def test_pages_of_an_empty_ledger_hold_to_the_same(tmp_path: Path, address: str, language: str) -> None:
    with client(tmp_path / "a.db") as browser:
        seen = read(browser.get(address, headers={"accept-language": language}).text)
    assert accusing(language, seen.words) == []
    assert (seen.headings.count("h1"), seen.lang, seen.inline) == (1, language, [])
    assert len(seen.ids) == len(set(seen.ids))
    assert all("token" in form.fields for form in seen.forms if form.method == "post")


def test_the_reader_would_see_what_is_forbidden() -> None:
    seen = read('<html lang="en"><p onclick="x" style="y">stolen <b class="text">copied</b></p><script>1</script><h1>')
    assert seen.words == "stolen"
    assert seen.inline == ["<p onclick>", "<p style>", "<script>"]
