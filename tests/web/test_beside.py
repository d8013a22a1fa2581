"""Two texts side by side: rows that hold both texts whole, marks that lead to one another, words that fit."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from sourcier.core.comparison import Comparison
from sourcier.core.moment import Moment
from sourcier.core.passage import Passage
from sourcier.core.span import Span
from sourcier.lang.interface import phrases
from sourcier.web.contexts.alignment import Row, in_order, rows
from sourcier.web.contexts.beside import Beside, beside
from sourcier.workflow.door import compare
from tests.factory import DISPATCH, REPRINT, article, comparison, edit, passage
from tests.web import filled
from tests.web.visiting import client

_WORDS = st.lists(st.sampled_from(["un mot ", "la suite ", "fin. ", "Encore !\n", "\n\n", "x"]), max_size=12).map(
    "".join
)


def _page(pair: Comparison | None = None, code: str = "en") -> Beside:
    return beside(pair or comparison(), phrases(code), {})


def _parts(row: Row, source: str, derived: str) -> tuple[str | None, str | None]:
    return row.source.of(source) if row.source else None, row.derived.of(derived) if row.derived else None


def test_shared_sentences_stand_beside_each_other_and_others_beside_nothing() -> None:
    pair = comparison()
    cut = rows(pair.source.text, pair.derived.text, pair.passages)
    told = [_parts(each, pair.source.text, pair.derived.text) for each in cut]
    begin = [tuple(side and side[:24] for side in each) for each in told]
    assert begin == [
        ("Le port de Sainte-Aurore", None),
        (None, "Sainte-Aurore : le port "),
        ("SAINTE-AURORE (Agence in", "Le port de Sainte-Aurore"),
        ("Selon le directeur du po", "Selon le directeur du po"),
        (None, "Les marchands du marché "),
    ]
    assert told[2][1] is not None
    assert told[2][1].endswith("la grève.")


def test_a_passage_is_cut_at_its_paragraphs_on_both_sides() -> None:
    text = "Un premier paragraphe commun.\n\nUn deuxième, commun aussi."
    one, other = article("a", text), article("b", text)
    cut = rows(text, text, [passage(one, other, text)])
    assert [_parts(each, text, text)[0] for each in cut] == text.split("\n\n")


def test_passages_of_one_sentence_share_a_row() -> None:
    source, derived = "Le pont rouvre enfin, et la route aussi.", "Le pont rouvre, dit-on, et la route aussi."
    one, other = article("a", derived), article("b", source)
    found = [passage(one, other, "Le pont rouvre"), passage(one, other, "et la route aussi")]
    assert len(rows(source, derived, found)) == 1


def test_a_moved_passage_is_left_where_it_stands() -> None:
    long, short = "Une longue phrase qui reste à sa place ici.", "Une brève."
    one, other = article("a", f"{short} {long}"), article("b", f"{long} {short}")
    found = [passage(one, other, short), passage(one, other, long)]
    assert [each.derived_span.of(one.text) for each in in_order(found)] == [long]
    told = [_parts(each, other.text, one.text) for each in rows(other.text, one.text, found)]
    assert told == [(None, short), (long, long), (short, None)]


@given(st.lists(st.tuples(_WORDS, _WORDS, _WORDS), max_size=5), st.randoms(use_true_random=False))
def test_rows_hold_both_texts_whole_and_in_order(parts: list[tuple[str, str, str]], random: object) -> None:
    derived, found = "", list[Passage]()
    pieces = []
    for gap, common, _ in parts:
        start = len(derived) + len(gap)
        derived += gap + common
        pieces.append((Span(start, start + len(common)), common))
    source, order = "", list(range(len(parts)))
    random.shuffle(order)  # type: ignore[attr-defined]
    there: dict[int, Span] = {}
    for index in order:
        start = len(source) + len(parts[index][2])
        source += parts[index][2] + pieces[index][1]
        there[index] = Span(start, start + len(pieces[index][1]))
    for index, (span, common) in enumerate(pieces):
        if common:
            found.append(Passage("reuse", "a", "b", span, there[index], 1.0, 1.0, True, "unknown", len(common.split())))
    cut = rows(source, derived, found)
    for text, spans in ((source, [row.source for row in cut]), (derived, [row.derived for row in cut])):
        kept = [span for span in spans if span]
        assert all(one.end <= two.start for one, two in pairwise(kept))
        assert "".join("".join(span.of(text) for span in kept).split()) == "".join(text.split())


def test_differences_of_meaning_stand_first_by_weight_with_the_words_around() -> None:
    page = _page()
    assert [(each.number, each.category) for each in page.differences] == [(2, "verb"), (1, "number")]
    assert "<b>reprendre le</b>" in page.differences[0].first
    assert "<b>se joindre au</b>" in page.differences[0].second
    assert page.lighter == 0


def test_a_difference_of_wording_is_counted_and_not_listed() -> None:
    pair = comparison()
    light = edit((pair.derived.text, "Vingt"), (pair.source.text, "Douze"), "wording", 0.2)
    page = _page(replace(pair, passages=(replace(pair.passages[0], edits=(light,)), pair.passages[1])))
    assert ([each.category for each in page.differences], page.lighter) == (["verb"], 1)
    assert 'class="light"' in "".join(cell or "" for row in page.rows for cell in row)


def test_each_mark_leads_to_its_counterpart_and_stands_once() -> None:
    left = "".join(row[0] or "" for row in _page().rows)
    right = "".join(row[1] or "" for row in _page().rows)
    for here, there in ((left, right), (right, left)):
        ids = re.findall(r' id="([^"]+)"', here)
        assert len(ids) == len(set(ids)) == 4
        leads = {each for each in re.findall(r'href="#([^"]+)"', here) if not each.startswith("listed-")}
        assert leads == set(re.findall(r' id="([^"]+)"', there))
    assert re.findall(r'data-step="(\d)"', right) == ["2", "1"]
    assert "data-step" not in left


def test_sentences_call_the_texts_by_their_outlets_unless_one_published_both() -> None:
    page = _page()
    assert page.lead == "Le Phare inventé: 68% also stands in Agence inventée, credited for 1 passage of 2."
    assert [page.source.role, page.derived.role] == ["Source text", "Text that takes it up"]
    pair = comparison()
    alike = _page(replace(pair, source=replace(pair.source, outlet="Le Phare inventé")))
    assert "“" in alike.lead


def test_without_a_known_direction_nothing_is_added_or_left_out() -> None:
    page = _page(replace(comparison(), direction="unknown", reasons=()))
    assert page.counts == ("In Le Phare inventé only: 1 paragraph",)
    assert [page.source.role, page.derived.role] == ["Text 1", "Text 2"]
    assert _page().counts == ("Added in Le Phare inventé: 1 paragraph",)


def test_of_two_texts_without_a_direction_the_earlier_one_stands_first() -> None:
    pair = replace(comparison(), direction="unknown", reasons=())
    early = replace(pair, derived=replace(pair.derived, published=Moment("2031-02-01")))
    page = _page(early)
    assert [each.role for each in page.sides] == ["Text 1", "Text 2"]
    assert [each.name for each in page.sides] == ["Le Phare inventé", "Agence inventée"]
    assert "<b>se joindre au</b>" in page.differences[0].first
    assert "Vingt" in "".join(row[0] or "" for row in page.rows)
    known = _page(replace(early, direction="source_first"))
    assert known.sides == (known.source, known.derived)


def test_marks_are_counted_as_the_sentences_count_them() -> None:
    words = [f"mot{n}" for n in range(60)]
    text = "\n\n".join(" ".join(words[at : at + 20]) + "." for at in (0, 20, 40))
    pair = compare(f"Un début.\n\n{text}", f"Un autre.\n\n{text}")
    assert len(pair.passages) < len(pair.stretches) == 3
    for side in (0, 1):
        cells = "".join(row[side] or "" for row in beside(pair, phrases("en"), {}).rows)
        assert re.findall(r'class="number"[^>]*>([^<]+)<', cells) == ["1", "2", "3"]


def test_some_words_in_common_are_not_numbered_among_the_passages() -> None:
    pair = comparison()
    pair = replace(pair, stretches=pair.stretches[:1])
    cells = "".join(row[1] or "" for row in _page(pair).rows)
    assert re.findall(r'class="number"[^>]*>([^<]+)<', cells) == ["1", "+"]


def test_differences_have_letters_in_the_list_and_in_both_texts_and_lead_back() -> None:
    page = _page()
    left, right = ("".join(row[side] or "" for row in page.rows) for side in (0, 1))
    assert [each.label for each in page.differences] == ["b", "a"]
    for cells in (left, right):
        assert re.findall(r'class="label"[^>]*>([^<]+)<', cells) == ["a", "b"]
        assert "<sup>" not in cells
    assert re.findall(r'href="#(listed-\d)"', right) == ["listed-1", "listed-2"]


def test_words_that_name_a_source_are_boxed_in_the_text() -> None:
    right = "".join(row[1] or "" for row in _page().rows)
    (boxed,) = re.findall(r'<span class="credit"[^>]*>([^<]+)</span>', right)
    assert "Agence inventée" in boxed


@pytest.mark.parametrize(("tied", "links"), [(None, {}), (0.5, {}), (None, {"reprise.txt": "/x"})])
def test_what_the_shares_count_is_said_plainly(tied: float | None, links: dict[str, str]) -> None:
    (said,) = [
        line for line in beside(comparison(), phrases("fr"), links, tied).told if "Le texte entier compte" in line
    ]
    assert "trace" not in said
    assert ("50\u00a0% pour Le Phare inventé" in said) is (tied is not None)
    assert ("la page de l’article" in said) is (tied is not None or bool(links))


def test_texts_that_share_nothing_are_still_shown_whole() -> None:
    page = beside(compare("Une phrase seule.", "Another text altogether."), phrases("fr"), {})
    assert page.lead == "Ces deux textes ne partagent aucun passage."
    assert (page.passages, page.shares, page.counts) == (0, (), ())
    assert len(page.rows) == 2


def test_words_of_the_texts_are_never_markup() -> None:
    nasty = f"{REPRINT} <script>alert(1)</script>\x0b"
    page = _page(replace(comparison(), derived=article("a", nasty, title="<b>", outlet="<i>", language="fr")))
    cells = "".join(cell or "" for row in page.rows for cell in row)
    assert "<script>" not in cells
    assert "&lt;script&gt;" in cells
    assert 'lang="fr" dir="auto"' in cells


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[TestClient]:
    filled.pair(tmp_path / "a.db")
    with client(tmp_path / "a.db") as opened:
        yield opened


@pytest.fixture
def address(browser: TestClient) -> str:
    items = browser.get("/articles", headers={"accept": "application/json"}).json()["items"]
    one, other = (each["id"] for each in items)
    return f"/articles/{one}/beside/{other}"


def test_the_page_is_one_comparison_in_either_order(browser: TestClient, address: str) -> None:
    one, other = address.removeprefix("/articles/").split("/beside/")
    turned = f"/articles/{other}/beside/{one}"
    rows_ = [browser.get(each, headers={"accept": "application/json"}).json() for each in (address, turned)]
    assert rows_[0] == rows_[1]
    page = browser.get(address).text
    assert re.search(r'<p class="bound"><a href="/stories/[^"]+">\s*At most 1 origin', page)
    assert 'id="listed-1"' in page
    assert 'href="#difference-1"' in page
    assert all(words in page for words in ("Vingt", "Douze"))
    assert page.count("<h1>") == 1
    assert "/deny" in page
    assert browser.get(f"/articles/{one}/beside/{one}").status_code == 400


def test_the_dossier_holds_the_whole_texts_only_when_asked(browser: TestClient, address: str) -> None:
    cited, full = (browser.get(f"{address}/dossier.html{query}?lang=fr".replace("?lang", mark)) for query, mark in
                   (("", "?lang"), ("?full=1", "&lang")))  # fmt: skip
    assert "attachment" in cited.headers["content-disposition"]
    assert '<html lang="fr">' in cited.text
    assert len(full.text) > len(cited.text)
    assert DISPATCH.split("\n", maxsplit=1)[0] in full.text


def test_a_tie_that_was_denied_can_be_taken_back(browser: TestClient, address: str) -> None:
    token = re.search(r'name="token" value="([^"]+)"', browser.get(address).text)
    assert token
    browser.post(f"{address}/deny", data={"token": token[1], "author": "A. D.", "back": address})
    page = browser.get(address).text
    assert "A. D." in page
    assert "/allow" in page
    assert "/deny" not in page
